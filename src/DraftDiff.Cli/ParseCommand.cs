using System.CommandLine;
using DraftDiff.Diagnostics;
using DraftDiff.Formats.Akn;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff parse FILE</c>: how a text is read.</summary>
internal sealed class ParseCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "The text: a file (text, .docx, .pdf, .html, .xml), or - for standard input." };
    private readonly Option<ParseFormat> _format = Choice.Among(
        "--format",
        "How to write it; tree is the default.",
        ("tree", ParseFormat.Tree),
        ("json", ParseFormat.Json),
        ("text", ParseFormat.Text),
        ("akn", ParseFormat.AkomaNtoso));
    private readonly ReadingOptions _reading = new(hasRevisions: true);
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public ParseCommand(ConsoleHost host)
        : base("parse", "Show the paragraphs of a text as they are read.")
    {
        _host = host;
        _file.CompleteWith(CompleteCommand.Files);
        Arguments.Add(_file);
        Options.Add(_format);
        _reading.AddTo(this);
        _display.AddTo(this);
        SetAction(Run);
    }

    private enum ParseFormat
    {
        Tree,
        Json,
        Text,
        AkomaNtoso,
    }

    private int Run(ParseResult given)
    {
        var tree = InputText.Read(_host, given.GetRequiredValue(_file), _reading.Of(given));
        var format = given.GetValue(_format);
        StandardError.Write(_host, tree.Source, format == ParseFormat.Text ? tree.Source.Diagnostics : tree.Diagnostics, DiagnosticSeverity.Info);
        var usePager = _display.UsePager(given);
        switch (format)
        {
            case ParseFormat.Json:
                StandardOutput.Write(_host, usePager, stream => TreeJson.Write(tree, stream));
                break;
            case ParseFormat.Tree:
                var options = _display.For(_host, given);
                StandardOutput.WriteText(_host, usePager, writer => TreeRenderer.Render(tree, options, writer));
                break;
            case ParseFormat.Text:
                StandardOutput.WriteText(_host, usePager, writer => writer.Write(tree.Source.Content));
                break;
            case ParseFormat.AkomaNtoso:
                StandardOutput.Write(_host, usePager, stream => AkomaNtosoWriter.Write(tree, stream));
                break;
            default:
                throw new InvalidOperationException($"There is no format {format}.");
        }

        return ExitCode.Success;
    }
}
