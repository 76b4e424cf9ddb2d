using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>Makes Word files of markup.</summary>
internal static class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    /// <summary>A file of the markup of a body and of other parts.</summary>
    /// <param name="body">What stands in the body.</param>
    /// <param name="numbering">What stands in the numbering; null for none.</param>
    /// <param name="footnotes">What stands in the footnotes; null for none.</param>
    /// <param name="styles">What stands in the styles; null for none.</param>
    /// <param name="header">What stands in the first page's header; null for none.</param>
    public static byte[] Of(string body, string? numbering = null, string? footnotes = null, string? styles = null, string? header = null)
    {
        var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = package.AddMainDocumentPart();
            var section = "";
            if (header is not null)
            {
                var part = main.AddNewPart<HeaderPart>();
                Write(part, "hdr", header);
                section = $"<w:sectPr><w:headerReference w:type=\"first\" r:id=\"{main.GetIdOfPart(part)}\"/><w:titlePg/></w:sectPr>";
            }

            if (numbering is not null)
            {
                Write(main.AddNewPart<NumberingDefinitionsPart>(), "numbering", numbering);
            }

            if (footnotes is not null)
            {
                Write(main.AddNewPart<FootnotesPart>(), "footnotes", footnotes);
            }

            if (styles is not null)
            {
                Write(main.AddNewPart<StyleDefinitionsPart>(), "styles", styles);
            }

            Write(main, "document", $"<w:body>{body}{section}</w:body>");
            package.Save();
        }

        return stream.ToArray();
    }

    /// <summary>A package of entries, whatever they are.</summary>
    public static byte[] OfEntries(params (string Name, string Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The entries that make a package of a document part.</summary>
    public static byte[] OfDocument(string document) => OfEntries(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", document));

    /// <summary>A document part with these blocks in its body.</summary>
    public static string Document(string body) => $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    /// <summary>A paragraph.</summary>
    public static string P(string content, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{(content.StartsWith('<') ? content : R(content))}</w:p>";

    /// <summary>A run.</summary>
    public static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A property that puts a paragraph into a list.</summary>
    public static string InList(int list, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    /// <summary>A definition of a list, and lists of it.</summary>
    public static string List(int definition, string levels, params int[] lists) =>
        $"<w:abstractNum w:abstractNumId=\"{definition}\">{levels}</w:abstractNum>"
        + string.Concat(lists.Select(list => $"<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{definition}\"/></w:num>"));

    /// <summary>A level of a list.</summary>
    public static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static void Write(OpenXmlPart part, string root, string content)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes($"<w:{root} {Namespaces}>{content}</w:{root}>"));
    }
}
