using System.CommandLine;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary>How the output of a command is written.</summary>
internal enum OutputFormat
{
    /// <summary>For a person at a terminal.</summary>
    Terminal,

    /// <summary>For another program.</summary>
    Json,

    /// <summary>To be pasted elsewhere.</summary>
    Markdown,
}

/// <summary>The option <c>--format</c>, and the writing in the format that was chosen.</summary>
internal sealed class FormatOption
{
    private readonly Option<OutputFormat> _format;

    /// <summary>Makes the option of a command.</summary>
    /// <param name="hasMarkdown">False where the command writes no Markdown.</param>
    public FormatOption(bool hasMarkdown)
    {
        (string, OutputFormat)[] formats =
            [("terminal", OutputFormat.Terminal), ("json", OutputFormat.Json), .. hasMarkdown ? [("markdown", OutputFormat.Markdown)] : Array.Empty<(string, OutputFormat)>()];
        _format = Choice.Among("--format", "How to write it; terminal is the default.", formats);
    }

    /// <summary>The name of the option.</summary>
    public string Name => _format.Name;

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command) => command.Options.Add(_format);

    /// <summary>The format that was chosen.</summary>
    public OutputFormat Of(ParseResult given) => given.GetValue(_format);

    /// <summary>Writes to standard output in the format that was chosen.</summary>
    public void Write(
        ConsoleHost host,
        ParseResult given,
        DisplayOptions display,
        Action<TerminalOptions, TextWriter> terminal,
        Action<Stream> json,
        Action<TextWriter>? markdown = null)
    {
        var usePager = display.UsePager(given);
        switch (Of(given))
        {
            case OutputFormat.Json:
                StandardOutput.Write(host, usePager, json);
                break;
            case OutputFormat.Markdown when markdown is not null:
                StandardOutput.WriteText(host, usePager, markdown);
                break;
            case OutputFormat.Terminal:
                var options = display.For(host, given);
                StandardOutput.WriteText(host, usePager, writer => terminal(options, writer));
                break;
            default:
                throw new InvalidOperationException($"There is no format {Of(given)}.");
        }
    }
}
