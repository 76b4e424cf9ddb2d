using System.CommandLine;
using DraftDiff.Formats;

namespace DraftDiff.Cli;

/// <summary>How files are read.</summary>
/// <param name="Language">The code of their language; null for what each looks like.</param>
/// <param name="Changes">How tracked changes are read.</param>
/// <param name="Format">Their format; null for what each one is.</param>
/// <param name="Convert">True to make Word files of those of an older Word.</param>
internal sealed record Reading(string? Language = null, TrackedChanges Changes = TrackedChanges.Accept, DraftFormat? Format = null, bool Convert = false)
{
    /// <summary>Files as they come.</summary>
    public static readonly Reading AsIs = new();
}

/// <summary>The options of a command that reads files, which say how.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string?> _language = Choice.Language();
    private readonly Option<DraftFormat?> _format = Choice.Among(
        "--input-format",
        "The format of all files, where their content misleads.",
        ("text", DraftFormat.Text),
        ("docx", DraftFormat.Word),
        ("pdf", DraftFormat.Pdf),
        ("html", DraftFormat.Html),
        ("akn", (DraftFormat?)DraftFormat.AkomaNtoso));
    private readonly Option<bool> _convert = Choice.Flag("--convert", "Let LibreOffice convert files of an older Word (.doc), where it is installed.");
    private readonly Option<TrackedChanges>? _revisions;

    /// <summary>Makes the options.</summary>
    /// <param name="hasRevisions">True where the person may say how tracked changes are read.</param>
    public ReadingOptions(bool hasRevisions) => _revisions = hasRevisions
        ? Choice.Among(
            "--revisions",
            "Read the tracked changes of Word files, and those of redlines, as accepted or as rejected; accept is the default.",
            ("accept", TrackedChanges.Accept),
            ("reject", TrackedChanges.Reject))
        : null;

    /// <summary>The option that says how tracked changes are read.</summary>
    public Option<TrackedChanges> Revisions => _revisions ?? throw new InvalidOperationException("The command reads tracked changes in one way.");

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_language);
        if (_revisions is not null)
        {
            command.Options.Add(_revisions);
        }

        command.Options.Add(_format);
        command.Options.Add(_convert);
    }

    /// <summary>What was given.</summary>
    public Reading Of(ParseResult given) => new(
        given.GetValue(_language),
        _revisions is null ? TrackedChanges.Accept : given.GetValue(_revisions),
        given.GetValue(_format),
        given.GetValue(_convert));
}
