using System.CommandLine;
using DraftDiff.Diagnostics;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary><c>draftdiff parse FILE</c>: how a text is read.</summary>
internal sealed class ParseCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "The text: a file, or - for standard input." };
    private readonly Option<ParseFormat> _format = Choice.Among(
        "--format",
        "How to write it; tree is the default.",
        ("tree", ParseFormat.Tree),
        ("json", ParseFormat.Json),
        ("text", ParseFormat.Text));
    private readonly Option<string?> _language = Choice.Language();
    private readonly DisplayOptions _display = new();
    private readonly ConsoleHost _host;

    public ParseCommand(ConsoleHost host)
        : base("parse", "Show the paragraphs of a text as they are read.")
    {
        _host = host;
        Arguments.Add(_file);
        Options.Add(_format);
        Options.Add(_language);
        _display.AddTo(this);
        SetAction(Run);
    }

    private enum ParseFormat
    {
        Tree,
        Json,
        Text,
    }

    private int Run(ParseResult given)
    {
        var source = InputText.Read(_host, given.GetRequiredValue(_file));
        var usePager = _display.UsePager(given);
        switch (given.GetValue(_format))
        {
            case ParseFormat.Json:
                var data = Read(source, given);
                StandardOutput.Write(_host, usePager, stream => TreeJson.Write(data, stream));
                break;
            case ParseFormat.Tree:
                var tree = Read(source, given);
                var options = _display.For(_host, given);
                StandardOutput.WriteText(_host, usePager, writer => TreeRenderer.Render(tree, options, writer));
                break;
            case ParseFormat.Text:
                StandardError.Write(_host, source, source.Diagnostics, DiagnosticSeverity.Info);
                StandardOutput.WriteText(_host, usePager, writer => writer.Write(source.Content));
                break;
            default:
                throw new InvalidOperationException($"There is no format {given.GetValue(_format)}.");
        }

        return ExitCode.Success;
    }

    private DraftTree Read(SourceText source, ParseResult given)
    {
        var tree = DraftTree.Parse(source, given.GetValue(_language));
        StandardError.Write(_host, source, tree.Diagnostics, DiagnosticSeverity.Info);
        return tree;
    }
}
