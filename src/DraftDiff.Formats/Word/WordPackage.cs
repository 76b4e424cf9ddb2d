using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace DraftDiff.Formats.Word;

/// <summary>
/// A Word file that is read: its parts as XML. The package is opened with the Open XML SDK; the markup is LINQ to XML, which
/// leaves what nobody touches as it was, and reads and writes nested elements without a stack. Every size is bounded, no
/// DTD is read, and nothing outside the package is ever opened.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private const int MostEntries = 10_000;
    private const int LongestPart = 64 * 1024 * 1024;
    private const int LongestDirectory = 8 * 1024 * 1024;
    private const int LongestOfAll = 128 * 1024 * 1024;
    private const int MostElements = 1_500_000;
    private const int Deepest = 200;
    private const string Damaged = "is a damaged Word file; open it in Word, let it be repaired, and save it again";
    private const string TooLarge = "is a Word file that unpacks to far more than a draft; check where it comes from";
    private const string TooDeep = "is a Word file whose elements are nested as no document's are; check where it comes from";

    private readonly WordprocessingDocument _document;
    private readonly Dictionary<OpenXmlPart, XDocument> _parts = [];
    private long _length;
    private int _elements;

    private WordPackage(WordprocessingDocument document, MainDocumentPart main)
    {
        _document = document;
        Main = main;
        Styles = main.StyleDefinitionsPart;
        Numbering = main.NumberingDefinitionsPart;
        Footnotes = main.FootnotesPart;
        Endnotes = main.EndnotesPart;
        Comments = main.WordprocessingCommentsPart;
        PageParts = [.. main.HeaderParts, .. main.FooterParts];
    }

    /// <summary>The part that holds the text.</summary>
    public MainDocumentPart Main { get; }

    /// <summary>The part that holds the styles; null where there is none.</summary>
    public OpenXmlPart? Styles { get; }

    /// <summary>The part that holds the lists; null where there is none.</summary>
    public OpenXmlPart? Numbering { get; }

    /// <summary>The part that holds the footnotes; null where there is none.</summary>
    public OpenXmlPart? Footnotes { get; private set; }

    /// <summary>The part that holds the endnotes; null where there is none.</summary>
    public OpenXmlPart? Endnotes { get; }

    /// <summary>The part that holds the comments; null where there is none.</summary>
    public OpenXmlPart? Comments { get; }

    /// <summary>The headers and footers.</summary>
    public ImmutableArray<OpenXmlPart> PageParts { get; }

    /// <summary>The text.</summary>
    public XDocument Document => Read(Main)!;

    /// <summary>True for the first bytes of a zip archive.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <summary>Opens a Word file.</summary>
    /// <param name="stream">The file; it has to be seekable, and writable where the package is to be edited.</param>
    /// <param name="isEditable">True where parts will be written.</param>
    /// <exception cref="UnreadableFileException">It is no Word file, or a damaged or a hostile one.</exception>
    public static WordPackage Open(Stream stream, bool isEditable = false)
    {
        WordprocessingDocument? document = null;
        try
        {
            CheckArchive(stream);
            stream.Position = 0;
            document = WordprocessingDocument.Open(stream, isEditable, new OpenSettings { AutoSave = false });
            var main = document.MainDocumentPart ?? throw new UnreadableFileException(Damaged);
            var package = new WordPackage(document, main);
            var root = package.Document.Root;
            if (root?.Name != W.Document || root.Element(W.Body) is null)
            {
                throw new UnreadableFileException(root?.Name.NamespaceName == W.StrictNamespace
                    ? "is saved as Strict Open XML; save it in Word as an ordinary Word document (.docx)"
                    : Damaged);
            }

            return package;
        }
        catch (UnreadableFileException)
        {
            document?.Dispose();
            throw;
        }
        catch (Exception exception) when (IsOfPackage(exception))
        {
            document?.Dispose();
            throw new UnreadableFileException(Damaged, exception);
        }
    }

    /// <summary>A part as XML, read once; null where there is none.</summary>
    /// <exception cref="UnreadableFileException">It is damaged or too large.</exception>
    public XDocument? Read(OpenXmlPart? part)
    {
        if (part is null)
        {
            return null;
        }

        if (_parts.TryGetValue(part, out var known))
        {
            return known;
        }

        try
        {
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            var bytes = ReadBytes(stream, LongestPart, ref _length);
            Measure(bytes);
            using var reader = XmlReader.Create(bytes, Settings);
            return _parts[part] = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (Exception exception) when (IsOfPackage(exception))
        {
            throw new UnreadableFileException(Damaged, exception);
        }
    }

    /// <summary>The part that an element of the text names by its relationship; null where there is none of the kind.</summary>
    public T? Find<T>(XElement element)
        where T : OpenXmlPart
    {
        try
        {
            return element.Attribute(W.RelationshipId)?.Value is { Length: > 0 } id && Main.TryGetPartById(id, out var part) ? part as T : null;
        }
        catch (Exception exception) when (IsOfPackage(exception))
        {
            return null;
        }
    }

    /// <summary>Writes parts back whose markup was changed, and those alone.</summary>
    public void Save(params IEnumerable<OpenXmlPart> changed)
    {
        foreach (var part in changed)
        {
            Write(part, _parts[part]);
        }

        _document.Save();
    }

    /// <summary>Adds footnotes to a file that has none.</summary>
    public void AddFootnotes(XDocument content) => _parts.Add(Footnotes = Main.AddNewPart<FootnotesPart>(), content);

    /// <summary>Writes a part as UTF-8 and nothing into it that it did not hold.</summary>
    public static void Write(OpenXmlPart part, XDocument content)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { NewLineHandling = NewLineHandling.Entitize });
        content.Save(writer);
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestPart,
    };

    /// <summary>Refuses an archive that is none, or whose directory is not that of a document.</summary>
    private static void CheckArchive(Stream stream)
    {
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries)
        {
            throw new UnreadableFileException(TooLarge);
        }

        if (archive.GetEntry("[Content_Types].xml") is null)
        {
            throw new UnreadableFileException("is an archive, and no Word file; unpack it and name the draft in it");
        }

        long length = 0;
        foreach (var entry in archive.Entries)
        {
            // What the packaging library reads by itself.
            if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName == "[Content_Types].xml")
            {
                using var content = entry.Open();
                _ = ReadBytes(content, LongestDirectory, ref length);
            }
        }
    }

    /// <summary>Reads to the end, which has to come; what the archive says of a length is not believed.</summary>
    private static MemoryStream ReadBytes(Stream stream, int longest, ref long total)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            total += read;
            if (bytes.Length > longest || total > LongestOfAll)
            {
                throw new UnreadableFileException(TooLarge);
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    /// <summary>Refuses XML of more elements or deeper ones than a document has, before anything is built of it.</summary>
    private void Measure(MemoryStream bytes)
    {
        using var reader = XmlReader.Create(bytes, Settings);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw new UnreadableFileException(TooDeep);
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                _elements += 1 + (reader.AttributeCount / 2);
                if (_elements > MostElements)
                {
                    throw new UnreadableFileException(TooLarge);
                }
            }
        }

        bytes.Position = 0;
    }

    // What the packaging libraries throw for a package that is none.
    private static bool IsOfPackage(Exception exception) =>
        exception is IOException or InvalidDataException or XmlException or FormatException or ArgumentException or InvalidOperationException
            or NotSupportedException or OpenXmlPackageException or KeyNotFoundException or UnauthorizedAccessException;
}
