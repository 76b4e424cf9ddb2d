using DraftDiff.Formats.Akn;
using DraftDiff.Formats.Html;
using DraftDiff.Formats.Pdf;
using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats;

/// <summary>Reads a draft from a file of any format that is known, told by its content and not by its name.</summary>
public static class DraftFile
{
    /// <summary>Reads a draft.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    /// <param name="changes">How tracked changes are read: those of a Word file, and of a page that is a redline.</param>
    /// <param name="format">Its format; told from its content where it is not given.</param>
    /// <exception cref="UnreadableFileException">It is damaged, or of a format that is not read.</exception>
    public static DraftTree Read(
        string name, ReadOnlyMemory<byte> bytes, string? language = null, TrackedChanges changes = TrackedChanges.Accept, DraftFormat? format = null) =>
        (format ?? DraftFormats.Of(bytes.Span)) switch
        {
            DraftFormat.Word => WordReader.Read(name, bytes, language, changes),
            DraftFormat.Pdf => PdfReader.Read(name, bytes, language),
            DraftFormat.Html => HtmlReader.Read(name, bytes, language, changes),
            DraftFormat.AkomaNtoso => AkomaNtosoReader.Read(name, bytes, language),
            _ => ReadText(name, bytes.Span, language),
        };

    private static DraftTree ReadText(string name, ReadOnlySpan<byte> bytes, string? language)
    {
        if (DraftFormats.IsLegacyWord(bytes))
        {
            throw new UnreadableFileException("is a file of an older Word (.doc); open it in Word and save it as .docx, or give --convert, where LibreOffice is installed");
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            throw new UnreadableFileException("is Rich Text (.rtf); open it in Word and save it as .docx");
        }

        if (DraftFormats.IsWebArchive(bytes))
        {
            throw new UnreadableFileException("is a web archive (.mht); open it in the browser and save it as \"Web page, HTML only\"");
        }

        var source = SourceText.Decode(name, bytes);
        return source.Content.Contains('\0')
            ? throw new UnreadableFileException("is not text; save the draft as plain text in UTF-8 first")
            : DraftTree.Parse(source, language);
    }
}
