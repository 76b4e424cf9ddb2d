using System.CommandLine;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff blame SYMBOL[:LABEL]</c>: where the paragraphs of a text came from.</summary>
internal sealed class BlameCommand : Command
{
    private readonly Argument<string> _symbol = new("SYMBOL") { Description = "The text; with :OP9 one paragraph of it, with @REV as of a git revision." };
    private readonly Option<bool> _words = Choice.Flag("--words", "Say it of every word.");
    private readonly FormatOption _format = new(toFile: false, OutputFormat.Terminal, OutputFormat.Json);
    private readonly Option<string?> _language = Choice.StoredLanguage();
    private readonly RepositoryOption _repository = new();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public BlameCommand(ConsoleHost host)
        : base("blame", "Show for each paragraph the revision that brought it in and the one that last changed it.")
    {
        _host = host;
        _symbol.CompleteWith(_repository.Symbols);
        Arguments.Add(_symbol);
        Options.Add(_words);
        _format.AddTo(this);
        Options.Add(_language);
        _repository.AddTo(this);
        _display.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        var (name, label) = _repository.Parse(given, given.GetRequiredValue(_symbol));
        using var repository = _repository.Open(given);
        var blame = repository.Blame(name, label, given.GetValue(_language), given.GetValue(_words));
        _format.Write(
            _host,
            given,
            _display,
            new OutputWriters
            {
                Terminal = (options, writer) => HistoryRenderer.Render(blame, options, writer),
                Json = stream => HistoryJson.Write(blame, stream),
            });
        return ExitCode.Success;
    }
}
