using System.CommandLine;
using DraftDiff.Differencing;
using DraftDiff.Formats.Word;
using DraftDiff.Rendering;
using DraftDiff.Rendering.Html;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff redline OLD NEW -o FILE</c>: what changed between two texts, as a document.</summary>
internal sealed class RedlineCommand : Command
{
    private readonly ComparedTexts _texts = new();
    private readonly FormatOption _format =
        new(toFile: true, OutputFormat.Html, OutputFormat.Word, OutputFormat.Markdown, OutputFormat.Json, OutputFormat.HtmlFragment);
    private readonly Option<string?> _author = new("--author")
    {
        Description = "Word: who the tracked changes are by; not given, the later text's symbol or name.",
        HelpName = "NAME",
    };
    private readonly Option<DateOnly?> _date = Choice.Date("Word: the day of the tracked changes, year-month-day; not given, the later text's, else today.");
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public RedlineCommand(ConsoleHost host)
        : base("redline", "Write what changed as a Word file with tracked changes, as a page for a browser, or to be pasted into a message.")
    {
        _host = host;
        _texts.AddTo(this);
        _format.AddTo(this);
        Options.Add(_author);
        Options.Add(_date);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        // Before the texts are read, for a name that tells no format.
        var format = _format.Of(given);
        _format.RefuseToOverwrite(given, _texts.Names(given));
        foreach (var option in (Option[])[_author, _date])
        {
            if (format != OutputFormat.Word && given.GetResult(option) is { Implicit: false })
            {
                throw new CommandException($"{option.Name} is for a Word file; leave it out, or end the name of the file with .docx");
            }
        }

        var comparison = _texts.Compare(_host, given, out var baseFile);
        if (format == OutputFormat.Word && !comparison.ComparesWords)
        {
            throw new CommandException($"{ScriptSummary.DescribeLanguages(comparison)}; a Word file can track only changes of words");
        }

        _format.Write(
            _host,
            given,
            _display,
            new OutputWriters
            {
                Json = stream => DiffJson.Write(comparison, stream),
                Markdown = writer => MarkdownRenderer.Render(comparison, showAll: false, writer),
                Html = writer => HtmlRedline.Render(comparison, writer),
                HtmlFragment = writer => HtmlFragment.Render(comparison, showAll: false, writer),
                Word = stream => WordRedline.Write(comparison, baseFile, AuthorOf(given, comparison), DateOf(given, comparison), stream),
            });
        return ExitCode.Success;
    }

    private string AuthorOf(ParseResult given, DraftComparison comparison) =>
        given.GetValue(_author) ?? comparison.New.Masthead.Symbol?.ToString() ?? Path.GetFileName(comparison.New.Source.Name);

    private DateTimeOffset DateOf(ParseResult given, DraftComparison comparison) => new(
        given.GetValue(_date) ?? comparison.New.Date ?? DateOnly.FromDateTime(DateTime.UtcNow), TimeOnly.MinValue, TimeSpan.Zero);
}
