using System.Text;

namespace DraftDiff.Formats;

/// <summary>Tells the format of a file by its content, and what its name ends with.</summary>
public static class DraftFormats
{
    // What a page or a document of XML begins with stands in its first characters, if they are not those of a licence.
    private const int Sample = 65536;

    // A PDF's head may stand behind what a server put in front of it.
    private const int FarthestPdf = 1024;

    private const int LongestElement = 16;

    private static readonly string[] PageBeginnings =
        [
            "<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<style", "<div", "<p>", "<p ", "<main", "<article", "<section", "<header", "<center",
            "<h1", "<h2", "<h3", "<table", "<ol", "<ul", "<span", "<pre",
        ];

    /// <summary>The format of these bytes; <see cref="DraftFormat.Text"/> where they are of no other that is known.</summary>
    public static DraftFormat Of(ReadOnlySpan<byte> bytes)
    {
        if (IsArchive(bytes))
        {
            return DraftFormat.Word;
        }

        if (bytes[..Math.Min(bytes.Length, FarthestPdf)].IndexOf("%PDF-"u8) >= 0)
        {
            return DraftFormat.Pdf;
        }

        if (!MayBeMarkup(bytes))
        {
            return DraftFormat.Text;
        }

        var text = SkipProlog(Decode(bytes[..Math.Min(bytes.Length, Sample)]));
        if (text is not ['<', ..])
        {
            return DraftFormat.Text;
        }

        // The prefix of a namespace may stand in front of the name.
        return text[..Math.Min(text.Length, LongestElement + "akomaNtoso".Length)].Contains("akomaNtoso", StringComparison.Ordinal) ? DraftFormat.AkomaNtoso
            : StartsPage(text) ? DraftFormat.Html
            : DraftFormat.Text;
    }

    /// <summary>The ending that files of a format have, without the dot.</summary>
    public static string ExtensionOf(DraftFormat format) => format switch
    {
        DraftFormat.Text => "txt",
        DraftFormat.Word => "docx",
        DraftFormat.Pdf => "pdf",
        DraftFormat.Html => "html",
        DraftFormat.AkomaNtoso => "xml",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };

    /// <summary>The format of files that have an ending; null where no format has it.</summary>
    public static DraftFormat? WithExtension(string extension) =>
        Enum.GetValues<DraftFormat>() is var formats && Array.FindIndex(formats, format => ExtensionOf(format) == extension) is >= 0 and var index ? formats[index] : null;

    /// <summary>True for the file of an older Word (.doc), or what else is stored as it is.</summary>
    public static bool IsLegacyWord(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>True for a page with all that belongs to it in one file (.mht), as browsers save it: a message in parts.</summary>
    public static bool IsWebArchive(ReadOnlySpan<byte> bytes)
    {
        var head = Decode(bytes[..Math.Min(bytes.Length, Sample)]).TrimStart();
        return head.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && head.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)
            && (head.StartsWith("From:", StringComparison.OrdinalIgnoreCase) || head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase));
    }

    // A byte order mark or white space may stand in front.
    private static bool MayBeMarkup(ReadOnlySpan<byte> bytes) =>
        bytes.TrimStart("\uFEFF \t\r\n\f"u8) is [(byte)'<' or 0xFF or 0xFE, ..];

    private static bool StartsPage(ReadOnlySpan<char> text)
    {
        foreach (var beginning in PageBeginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArchive(ReadOnlySpan<byte> bytes) => Word.WordPackage.IsArchive(bytes);

    private static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(bytes)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes)
        : Encoding.UTF8.GetString(bytes);

    /// <summary>What stands behind the declaration, the processing instructions and the comments that a text begins with.</summary>
    private static ReadOnlySpan<char> SkipProlog(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart('\uFEFF').TrimStart();
            var end = text.StartsWith("<?") ? "?>" : text.StartsWith("<!--") ? "-->" : null;
            if (end is null)
            {
                return text;
            }

            var length = text.IndexOf(end, StringComparison.Ordinal);
            text = length < 0 ? [] : text[(length + end.Length)..];
        }
    }
}
