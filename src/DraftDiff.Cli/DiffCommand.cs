using System.Collections.Immutable;
using System.CommandLine;
using DraftDiff.Differencing;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff diff OLD NEW</c>: what changed between two texts.</summary>
internal sealed class DiffCommand : Command
{
    private readonly ComparedTexts _texts = new();
    private readonly FormatOption _format = new(toFile: false, OutputFormat.Terminal, OutputFormat.Json, OutputFormat.Markdown);
    private readonly Option<bool> _sideBySide = Choice.Flag("--side-by-side", "Show the two texts in two columns.");
    private readonly Option<bool> _stat = Choice.Flag("--stat", "Count the words, paragraph by paragraph.");
    private readonly Option<bool> _all = Choice.Flag("--all", "Fold nothing: show what is the same, too.");
    private readonly Option<string?> _paragraph = new("--paragraph")
    {
        Description = "Show one alone, such as OP9, PP3 or FN7.",
        HelpName = "LABEL",
    };
    private readonly Option<bool> _exitCode = Choice.Flag("--exit-code", "Exit with 1 where the texts differ.");
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public DiffCommand(ConsoleHost host)
        : base("diff", "Show which paragraphs and which words changed.")
    {
        _host = host;
        _texts.AddTo(this);
        _format.AddTo(this);
        Options.Add(_sideBySide);
        Options.Add(_stat);
        Options.Add(_all);
        Options.Add(_paragraph);
        Options.Add(_exitCode);
        _display.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        RejectContradictions(given);
        var comparison = _texts.Compare(_host, given, out _);
        var asked = Asked(comparison, given.GetValue(_paragraph));
        if (!comparison.ComparesWords && _format.Of(given) == OutputFormat.Json)
        {
            StandardError.WriteLine(_host, $"draftdiff: {ScriptSummary.DescribeLanguages(comparison)}");
        }

        Write(given, comparison);
        return given.GetValue(_exitCode) && asked.Any(change => change.IsSubstantive) ? ExitCode.Different : ExitCode.Success;
    }

    private void RejectContradictions(ParseResult given)
    {
        var format = _format.Of(given);
        foreach (var option in (Option[])[_sideBySide, _stat])
        {
            if (format != OutputFormat.Terminal && given.GetResult(option) is { Implicit: false })
            {
                throw new CommandException($"{option.Name} is for the terminal; leave it out, or leave out {_format.Name}");
            }
        }

        if (format == OutputFormat.Json && given.GetValue(_paragraph) is not null)
        {
            throw new CommandException($"JSON holds every paragraph of both texts; leave out {_paragraph.Name}, or choose another {_format.Name}");
        }

        if (given.GetValue(_stat) && given.GetValue(_sideBySide))
        {
            throw new CommandException($"{_stat.Name} has no columns; leave out one of {_stat.Name} and {_sideBySide.Name}");
        }
    }

    /// <summary>The changes that the person asked for: all, or those of a paragraph.</summary>
    private static ImmutableArray<Change> Asked(DraftComparison comparison, string? paragraph)
    {
        if (paragraph is null)
        {
            return comparison.Script.Changes;
        }

        if (ParagraphSelection.TryFind(comparison.Script, paragraph, out var changes))
        {
            return changes;
        }

        var labels = ParagraphSelection.DescribeLabels(comparison.New.Units);
        throw new CommandException(
            $"neither text has a paragraph '{paragraph}'; choose one that the new text has: {(labels.Length == 0 ? "none" : labels)}");
    }

    private void Write(ParseResult given, DraftComparison comparison)
    {
        var (all, paragraph) = (given.GetValue(_all), given.GetValue(_paragraph));
        Action<DraftComparison, TerminalOptions, TextWriter> render = given.GetValue(_stat) ? StatRenderer.Render : TerminalRenderer.Render;
        _format.Write(
            _host,
            given,
            _display,
            new OutputWriters
            {
                Terminal = (options, writer) => render(
                    comparison, options with { ShowAll = all, SideBySide = given.GetValue(_sideBySide), Paragraph = paragraph }, writer),
                Json = stream => DiffJson.Write(comparison, stream),
                Markdown = writer => MarkdownRenderer.Render(comparison, all, writer, paragraph),
            });
    }
}
