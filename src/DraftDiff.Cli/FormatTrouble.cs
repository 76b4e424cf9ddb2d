using DraftDiff.Formats;
using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary>What is wrong with a file that is not what somebody says it is, by <c>--input-format</c> or by its name.</summary>
internal static class FormatTrouble
{
    private static readonly (string Ending, string What)[] Named =
    [
        (".pdf", "is a damaged PDF, which does not even begin as one; open it in a viewer and print it to a new one"),
        (".docx", "is a damaged Word file, which does not even begin as one; open it in Word, let it be repaired, and save it again"),
        (".html", Page),
        (".htm", Page),
        (".xml", "is damaged Akoma Ntoso, which does not even begin as text; take another copy"),
        (".akn", "is damaged Akoma Ntoso, which does not even begin as text; take another copy"),
    ];

    private const string Page = "is a damaged page, which does not even begin as one; save it from the browser again";

    /// <summary>The trouble, to be read behind the name of the file; null where there is none, or where the readers tell it better.</summary>
    /// <param name="name">The name of the file, whose ending says what it should be.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="said">What a person says that it is; null for nothing.</param>
    public static string? Of(string name, ReadOnlyMemory<byte> bytes, DraftFormat? said)
    {
        var format = DraftFormats.Of(bytes.Span);
        if (said is { } asked)
        {
            // Whatever may stand at the beginning of a page.
            return asked != format && (IsBinary(asked) || IsBinary(format) || (asked == DraftFormat.AkomaNtoso && !bytes.Span.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8)))
                ? $"does not begin as {Describe(asked)} does{(format == DraftFormat.Text ? "" : $" but as {Describe(format)}")}; leave out --input-format"
                : null;
        }

        return format == DraftFormat.Text
            && Named.FirstOrDefault(each => name.EndsWith(each.Ending, StringComparison.OrdinalIgnoreCase)).What is { } what
            && !DraftFormats.IsLegacyWord(bytes.Span)
            && !IsText(bytes.Span)
                ? what
                : null;
    }

    private static bool IsBinary(DraftFormat format) => format is DraftFormat.Word or DraftFormat.Pdf;

    // What a text never holds, whatever its encoding: control characters, and bytes that are no letters.
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        !SourceText.Decode("", bytes).Content.Any(c => c is '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085')));

    private static string Describe(DraftFormat format) => format switch
    {
        DraftFormat.Word => "a Word file (.docx)",
        DraftFormat.Pdf => "a PDF",
        DraftFormat.Html => "a page of the web",
        DraftFormat.AkomaNtoso => "Akoma Ntoso",
        _ => "text",
    };
}
