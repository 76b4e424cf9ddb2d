using System.CommandLine;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff stale SYMBOL --language zh</c>: what a translator has to do.</summary>
internal sealed class StaleCommand : Command
{
    private readonly Argument<string> _symbol = new("SYMBOL") { Description = "A symbol of the draft." };
    private readonly Option<string?> _language = Choice.Language("The language that may be behind.");
    private readonly FormatOption _format = new(toFile: false, OutputFormat.Terminal, OutputFormat.Json);
    private readonly RepositoryOption _repository = new();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public StaleCommand(ConsoleHost host)
        : base("stale", "List the paragraphs that another language has changed since a translation was stored.")
    {
        _host = host;
        _symbol.CompleteWith(_repository.Symbols);
        Arguments.Add(_symbol);
        Options.Add(_language);
        _format.AddTo(this);
        _repository.AddTo(this);
        _display.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var (name, label) = _repository.Parse(given, given.GetRequiredValue(_symbol));
        if (label is not null)
        {
            throw new CommandException($"stale lists all paragraphs; leave out :{label}");
        }

        var language = given.GetValue(_language) ?? throw new CommandException("say which language may be behind, with --language, such as --language zh");
        using var repository = _repository.Open(given);
        var stale = repository.FindStale(name, language);
        _format.Write(
            _host,
            given,
            _display,
            new OutputWriters
            {
                Terminal = (options, writer) => HistoryRenderer.Render(stale, options, writer),
                Json = stream => HistoryJson.Write(stale, stream),
            });
        return ExitCode.Success;
    }
}
