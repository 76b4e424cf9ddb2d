using System.CommandLine;
using DraftDiff.Diagnostics;
using DraftDiff.Rendering;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff redline OLD NEW -o FILE</c>: what changed between two texts, as a document.</summary>
internal sealed class RedlineCommand : Command
{
    private readonly Argument<string> _old = Choice.Text("OLD", "earlier");
    private readonly Argument<string> _new = Choice.Text("NEW", "later");
    private readonly FormatOption _format =
        new(toFile: true, OutputFormat.Html, OutputFormat.Markdown, OutputFormat.Json, OutputFormat.HtmlFragment);
    private readonly Option<string?> _language = Choice.Language();
    private readonly RepositoryOption _repository = new();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public RedlineCommand(ConsoleHost host)
        : base("redline", "Write what changed as a page for a browser, or to be pasted into a message.")
    {
        _host = host;
        Arguments.Add(_old);
        Arguments.Add(_new);
        _format.AddTo(this);
        Options.Add(_language);
        _repository.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult given)
    {
        // Before the texts are read, for a name that tells no format.
        _ = _format.Of(given);
        _format.RefuseToOverwrite(given, given.GetRequiredValue(_old), given.GetRequiredValue(_new));
        using var texts = new NamedTexts(_host, () => _repository.Open(given), given.GetValue(_language));
        var comparison = texts.Compare(given.GetRequiredValue(_old), given.GetRequiredValue(_new));
        foreach (var tree in (DraftTree[])[comparison.Old, comparison.New])
        {
            StandardError.Write(_host, tree.Source, tree.Diagnostics, DiagnosticSeverity.Warning);
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
            });
        return ExitCode.Success;
    }
}
