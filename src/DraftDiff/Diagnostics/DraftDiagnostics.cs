namespace DraftDiff.Diagnostics;

/// <summary>
/// All diagnostics there are. An id keeps its meaning for good: DD1xxx are about the characters of a text, DD2xxx about
/// its paragraphs, DD3xxx about its footnotes.
/// </summary>
public static class DraftDiagnostics
{
    /// <summary>Bytes that are no text in the encoding of the others; each run of them stands as U+FFFD.</summary>
    public static readonly DiagnosticDescriptor InvalidEncoding = new(
        "DD1001", DiagnosticSeverity.Warning, "not valid {0} from here: {1} could not be read");

    /// <summary>There is nothing to read.</summary>
    public static readonly DiagnosticDescriptor EmptyText = new(
        "DD1002", DiagnosticSeverity.Warning, "this text is empty");

    /// <summary>The bytes do not say what encoding they are in.</summary>
    public static readonly DiagnosticDescriptor GuessedEncoding = new(
        "DD1003", DiagnosticSeverity.Warning, "read as {0}, which was guessed; save the text as UTF-8 to be sure");

    /// <summary>Letters are stored under other characters' codes.</summary>
    public static readonly DiagnosticDescriptor PrivateFontEncoding = new(
        "DD1004",
        DiagnosticSeverity.Warning,
        "this text layer uses a private font encoding: from here its characters are not the letters that a page shows; nothing was rewritten");

    /// <summary>A Word file has tracked changes, which were resolved.</summary>
    public static readonly DiagnosticDescriptor TrackedChangesResolved = new(
        "DD1005", DiagnosticSeverity.Warning, "this file has tracked changes; it was read as if all of them had been {0}");

    /// <summary>A table has no place in a draft's tree.</summary>
    public static readonly DiagnosticDescriptor TableReadAsText = new(
        "DD1006", DiagnosticSeverity.Info, "a table begins here, which was read as text");

    /// <summary>Text that a reader does not see was not read.</summary>
    public static readonly DiagnosticDescriptor HiddenTextLeftOut = new(
        "DD1007", DiagnosticSeverity.Warning, "hidden text stands here in the file, which was left out: {0}");

    /// <summary>The mark-up of a file is not as its schema has it.</summary>
    public static readonly DiagnosticDescriptor MarkupNotAsInSchema = new(
        "DD1008", DiagnosticSeverity.Warning, "the mark-up of this file is not as its schema has it: {0}");

    /// <summary>A page of a PDF has no text.</summary>
    public static readonly DiagnosticDescriptor PageIsImage = new(
        "DD1009", DiagnosticSeverity.Warning, "page {0} is an image without text, so nothing of it was read; make its text with a program for character recognition");

    /// <summary>A part of a page of a PDF cannot be read.</summary>
    public static readonly DiagnosticDescriptor PageIsDamaged = new(
        "DD1010", DiagnosticSeverity.Warning, "this PDF is damaged where it holds page {0}, which may show more text than was read; compare the page, or take another copy");

    /// <summary>No opening was found.</summary>
    public static readonly DiagnosticDescriptor UnknownOpening = new(
        "DD2001", DiagnosticSeverity.Warning, "no opening such as “{0},” was found, so this may be no resolution");

    /// <summary>Text could not be placed.</summary>
    public static readonly DiagnosticDescriptor NotPlaced = new(
        "DD2002", DiagnosticSeverity.Warning, "this text could not be placed in the draft");

    /// <summary>A number is missing.</summary>
    public static readonly DiagnosticDescriptor NumberingGap = new(
        "DD2003", DiagnosticSeverity.Warning, "paragraph {0} follows paragraph {1}");

    /// <summary>A number comes again.</summary>
    public static readonly DiagnosticDescriptor NumberingRepeat = new(
        "DD2004", DiagnosticSeverity.Warning, "paragraph {0} comes after paragraph {1}");

    /// <summary>The document is about a draft, and no text of it.</summary>
    public static readonly DiagnosticDescriptor NoDraft = new(
        "DD2005", DiagnosticSeverity.Warning, "this is {0}, so it and a draft are not two texts of one draft");

    /// <summary>A paragraph ends as no other of its section does: words may be missing.</summary>
    public static readonly DiagnosticDescriptor OddEnding = new(
        "DD2006", DiagnosticSeverity.Info, "{0} ends as no other paragraph of its section does");

    /// <summary>Little tells the language.</summary>
    public static readonly DiagnosticDescriptor GuessedLanguage = new(
        "DD2007", DiagnosticSeverity.Info, "read as language “{0}”, which was guessed from little");

    /// <summary>A mark points at no footnote.</summary>
    public static readonly DiagnosticDescriptor MarkWithoutFootnote = new(
        "DD3001", DiagnosticSeverity.Info, "footnote mark {0} has no footnote in this text");

    /// <summary>No mark points at a footnote.</summary>
    public static readonly DiagnosticDescriptor FootnoteWithoutMark = new(
        "DD3002", DiagnosticSeverity.Warning, "footnote {0} has no mark in this text");

    /// <summary>A number may be a mark or a number.</summary>
    public static readonly DiagnosticDescriptor AmbiguousMark = new(
        "DD3003", DiagnosticSeverity.Warning, "{0} was read as a footnote mark, but may be a number of the text");
}
