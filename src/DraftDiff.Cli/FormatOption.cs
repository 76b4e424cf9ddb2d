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

    /// <summary>To be pasted into a discussion.</summary>
    Markdown,

    /// <summary>A page for a browser.</summary>
    Html,

    /// <summary>To be pasted into a message.</summary>
    HtmlFragment,

    /// <summary>A Word file.</summary>
    Word,

    /// <summary>Akoma Ntoso.</summary>
    AkomaNtoso,
}

/// <summary>
/// The option <c>--format</c>, with <c>-o</c> where a command writes files, and the writing in the format that was chosen:
/// by the option, else by the name of the file, else the first of the command.
/// </summary>
internal sealed class FormatOption
{
    private static readonly (OutputFormat Format, string Name, string[] Extensions)[] Known =
    [
        (OutputFormat.Terminal, "terminal", [".txt"]),
        (OutputFormat.Json, "json", [".json"]),
        (OutputFormat.Markdown, "markdown", [".md", ".markdown"]),
        (OutputFormat.Html, "html", [".html", ".htm"]),
        (OutputFormat.HtmlFragment, "html-fragment", []),
        (OutputFormat.Word, "docx", [".docx"]),
        (OutputFormat.AkomaNtoso, "akn", [".xml", ".akn"]),
    ];

    private readonly OutputFormat[] _formats;
    private readonly Option<OutputFormat?> _format;
    private readonly Option<string?>? _output;

    /// <summary>Makes the option of a command.</summary>
    /// <param name="toFile">True where the command takes the name of a file to write.</param>
    /// <param name="formats">The formats it has, the one that is meant where none is named first.</param>
    public FormatOption(bool toFile, params OutputFormat[] formats)
    {
        _formats = formats;
        _format = Choice.Among(
            "--format",
            $"How to write it; {NameOf(formats[0])} is the default.",
            [.. formats.Select(format => (NameOf(format), (OutputFormat?)format))]);
        _output = toFile
            ? new Option<string?>("--output", "-o") { Description = "Write to a file, whose ending names the format; - is standard output.", HelpName = "FILE" }
            : null;
    }

    /// <summary>The name of the option.</summary>
    public string Name => _format.Name;

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command)
    {
        if (_output is not null)
        {
            _output.CompletionSources.Add(CompleteCommand.Files);
            command.Options.Add(_output);
        }

        command.Options.Add(_format);
    }

    /// <summary>True where a format or a file was named.</summary>
    public bool IsGiven(ParseResult given) => given.GetValue(_format) is not null || FileOf(given) is not null;

    /// <summary>The format that was chosen.</summary>
    /// <exception cref="CommandException">The name of the file tells none.</exception>
    public OutputFormat Of(ParseResult given)
    {
        if (given.GetValue(_format) is { } chosen)
        {
            return chosen;
        }

        if (FileOf(given) is not { } file)
        {
            return _formats[0];
        }

        if (Directory.Exists(file))
        {
            throw OutputFile.IsFolder(file);
        }

        // A name that is nothing but an ending is a hidden file.
        var ending = Path.GetFileNameWithoutExtension(file).Length > 0 ? Path.GetExtension(file) : "";
        foreach (var format in _formats)
        {
            if (EntryOf(format).Extensions.Contains(ending, StringComparer.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        var endings = _formats.SelectMany(format => EntryOf(format).Extensions.Take(1)).ToArray();
        var what = ending.Length > 0 ? $"no format is called '{ending}'" : $"'{file}' does not say in which format";
        throw new CommandException($"{what}; end the name with {string.Join(", ", endings[..^1])} or {endings[^1]}, or name the {Name}");
    }

    /// <summary>Refuses to write over what is read.</summary>
    /// <exception cref="CommandException">The file to write is one of them.</exception>
    public void RefuseToOverwrite(ParseResult given, IEnumerable<string> read)
    {
        if (FileOf(given) is { } file && read.Any(name => OutputFile.IsSame(file, name)))
        {
            throw new CommandException($"'{file}' would be written over, and it is what is compared; name another file");
        }
    }

    /// <summary>Writes in the format that was chosen.</summary>
    public void Write(ConsoleHost host, ParseResult given, DisplayOptions display, OutputWriters writers)
    {
        var format = Of(given);
        var file = FileOf(given);
        var options = display.For(host, given);
        Action<TextWriter>? text = format switch
        {
            OutputFormat.Terminal when writers.Terminal is { } terminal => writer => terminal(file is null ? options : options with { Color = false }, writer),
            OutputFormat.Markdown => writers.Markdown,
            OutputFormat.Html => writers.Html,
            OutputFormat.HtmlFragment => writers.HtmlFragment,
            _ => null,
        };
        var write = text is not null ? stream => StandardOutput.WriteTo(stream, text)
            : format == OutputFormat.Json && writers.Json is { } json ? json
            : format == OutputFormat.Word && writers.Word is { } word ? word
            : format == OutputFormat.AkomaNtoso && writers.AkomaNtoso is { } akn ? akn
            : throw new CommandException($"this has no {NameOf(format)}; choose another {Name}");
        if (file is not null)
        {
            OutputFile.Write(file, write);
            return;
        }

        if (format == OutputFormat.Word && host.OutputIsTerminal())
        {
            throw new CommandException($"a Word file is for no terminal; name a file for it, such as -o {given.CommandResult.Command.Name}.docx");
        }

        if (format == OutputFormat.Html && host.OutputIsTerminal() && (_output is null || given.GetValue(_output) is null))
        {
            throw new CommandException($"a page is for a browser; name a file for it, such as -o {given.CommandResult.Command.Name}.html");
        }

        StandardOutput.Write(host, display.UsePager(given), write);
    }

    private string? FileOf(ParseResult given) =>
        _output is not null && given.GetValue(_output) is { } file && file != InputText.StandardInput ? file : null;

    private static string NameOf(OutputFormat format) => EntryOf(format).Name;

    private static (OutputFormat Format, string Name, string[] Extensions) EntryOf(OutputFormat format) => Known.First(each => each.Format == format);
}

/// <summary>What writes a result in each format that it has.</summary>
internal sealed record OutputWriters
{
    /// <summary>For a terminal.</summary>
    public Action<TerminalOptions, TextWriter>? Terminal { get; init; }

    /// <summary>JSON.</summary>
    public Action<Stream>? Json { get; init; }

    /// <summary>Markdown.</summary>
    public Action<TextWriter>? Markdown { get; init; }

    /// <summary>A page.</summary>
    public Action<TextWriter>? Html { get; init; }

    /// <summary>A part of a page.</summary>
    public Action<TextWriter>? HtmlFragment { get; init; }

    /// <summary>A Word file.</summary>
    public Action<Stream>? Word { get; init; }

    /// <summary>Akoma Ntoso.</summary>
    public Action<Stream>? AkomaNtoso { get; init; }
}
