using System.CommandLine;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff blame SYMBOL[:LABEL]</c>: where the paragraphs of a text came from.</summary>
internal sealed class BlameCommand : Command
{
    private readonly Argument<string> _symbol = new("SYMBOL") { Description = "The text; with :OP9 one paragraph of it, with @REV as of a git revision." };
    private readonly Option<bool> _words = Choice.Flag("--words", "Say it of every word.");
    private readonly Option<BlameFormat> _format = Choice.Among(
        "--format",
        "How to write it; terminal is the default.",
        ("terminal", BlameFormat.Terminal),
        ("json", BlameFormat.Json));
    private readonly Option<string?> _language = Choice.StoredLanguage();
    private readonly RepositoryOption _repository = new();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public BlameCommand(ConsoleHost host)
        : base("blame", "Show for each paragraph the revision that brought it in and the one that last changed it.")
    {
        _host = host;
        Arguments.Add(_symbol);
        foreach (var option in (Option[])[_words, _format, _language])
        {
            Options.Add(option);
        }

        _repository.AddTo(this);
        _display.AddTo(this);
        SetAction(Run);
    }

    private enum BlameFormat
    {
        Terminal,
        Json,
    }

    private int Run(ParseResult given)
    {
        var (name, label) = NamedTexts.Parse(given.GetRequiredValue(_symbol));
        using var repository = _repository.Open(given);
        var blame = repository.Blame(name, label, given.GetValue(_language), given.GetValue(_words));
        var usePager = _display.UsePager(given);
        if (given.GetValue(_format) == BlameFormat.Json)
        {
            StandardOutput.Write(_host, usePager, stream => HistoryJson.Write(blame, stream));
        }
        else
        {
            var options = _display.For(_host, given);
            StandardOutput.WriteText(_host, usePager, writer => HistoryRenderer.Render(blame, options, writer));
        }

        return ExitCode.Success;
    }
}
