using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>A part of a Word file.</summary>
/// <param name="Path">Where it stands in the package.</param>
internal sealed record WordPart(string Path);

/// <summary>
/// A Word file that is read: its parts as LINQ to XML, which leaves what nobody touches as it was, and reads and writes nested
/// elements without a stack. Every size is bounded, no DTD is read, and nothing outside the package is ever opened.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private const int MostEntries = 10_000;
    private const int LongestPart = 64 * 1024 * 1024;
    private const int LongestOfAll = 128 * 1024 * 1024;
    private const int MostElements = 1_500_000;
    private const int Deepest = 200;
    private const string Damaged = "is a damaged Word file; open it in Word, let it be repaired, and save it again";
    private const string TooLarge = "is a Word file that unpacks to far more than a draft; check where it comes from";
    private const string TooDeep = "is a Word file whose elements are nested as no document's are; check where it comes from";

    private readonly Stream _stream;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<WordPart, XDocument> _parts = [];
    private readonly (string? Id, string? Type, string Path)[] _related;
    private readonly List<WordPart> _added = [];
    private long _length;
    private int _elements;

    private WordPackage(Stream stream, ZipArchive archive)
    {
        _stream = stream;
        _archive = archive;
        foreach (var entry in archive.Entries)
        {
            _entries.TryAdd(entry.FullName, entry);
        }

        var ofPackage = PackageXml.Related(Read(new WordPart(PackageXml.RelationshipsOf(""))), "");
        Main = ofPackage.Where(each => PartKind.Document.Is(each.Type)).Select(each => PartAt(each.Path)).FirstOrDefault()
            ?? throw new UnreadableFileException(Damaged);
        _related = [.. PackageXml.Related(Read(Relationships), Main.Path)];
        Styles = Find(PartKind.Styles);
        Numbering = Find(PartKind.Numbering);
        Footnotes = Find(PartKind.Footnotes);
        Endnotes = Find(PartKind.Endnotes);
        Comments = Find(PartKind.Comments);
        PageParts = [.. FindAll(PartKind.Header).Concat(FindAll(PartKind.Footer)).Distinct()];
    }

    /// <summary>The part that holds the text.</summary>
    public WordPart Main { get; }

    /// <summary>The part that holds the styles; null where there is none.</summary>
    public WordPart? Styles { get; }

    /// <summary>The part that holds the lists; null where there is none.</summary>
    public WordPart? Numbering { get; }

    /// <summary>The part that holds the footnotes; null where there is none.</summary>
    public WordPart? Footnotes { get; private set; }

    /// <summary>The part that holds the endnotes; null where there is none.</summary>
    public WordPart? Endnotes { get; }

    /// <summary>The part that holds the comments; null where there is none.</summary>
    public WordPart? Comments { get; }

    /// <summary>The headers and footers.</summary>
    public ImmutableArray<WordPart> PageParts { get; }

    /// <summary>The text.</summary>
    public XDocument Document => Read(Main)!;

    /// <summary>True for the first bytes of a zip archive.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <summary>Opens a Word file.</summary>
    /// <param name="stream">The file; it has to be seekable, and writable where the package is to be edited.</param>
    /// <exception cref="UnreadableFileException">It is no Word file, or a damaged or a hostile one.</exception>
    public static WordPackage Open(Stream stream)
    {
        ZipArchive? archive = null;
        try
        {
            stream.Position = 0;
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            Check(archive);
            var package = new WordPackage(stream, archive);
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
            archive?.Dispose();
            throw;
        }
        catch (Exception exception) when (IsOfPackage(exception))
        {
            archive?.Dispose();
            throw new UnreadableFileException(Damaged, exception);
        }
    }

    /// <summary>A part as XML, read once; null where there is none.</summary>
    /// <exception cref="UnreadableFileException">It is damaged or too large.</exception>
    public XDocument? Read(WordPart? part)
    {
        if (part is null)
        {
            return null;
        }

        if (_parts.TryGetValue(part, out var known))
        {
            return known;
        }

        if (!_entries.TryGetValue(part.Path, out var entry))
        {
            return null;
        }

        try
        {
            using var stream = entry.Open();
            var bytes = ReadBytes(stream, ref _length);
            Measure(bytes);
            using var reader = XmlReader.Create(bytes, Settings);
            return _parts[part] = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (Exception exception) when (IsOfPackage(exception))
        {
            throw new UnreadableFileException(Damaged, exception);
        }
    }

    /// <summary>The header or footer that an element of the text names by its relationship; null where there is none.</summary>
    public WordPart? FindPagePart(XElement reference)
    {
        var id = reference.Attribute(W.RelationshipId)?.Value;
        return _related.Where(each => each.Id == id).Select(each => PartAt(each.Path)).FirstOrDefault(part => part is not null && PageParts.Contains(part));
    }

    /// <summary>True for the parts that hold notes alone.</summary>
    public bool HoldsNotes(WordPart part) => part == Footnotes || part == Endnotes;

    /// <summary>Writes parts back whose markup was changed, and those alone. Nothing can be read any more.</summary>
    public void Save(params IEnumerable<WordPart> changed)
    {
        _archive.Dispose();
        using var archive = new ZipArchive(_stream, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var part in changed.Concat(_added))
        {
            var name = _entries.TryGetValue(part.Path, out var entry) ? entry.FullName : part.Path;
            PackageXml.Write(archive.GetEntry(name) ?? archive.CreateEntry(name), _parts[part]);
        }
    }

    /// <summary>Adds footnotes to a file that has none.</summary>
    public void AddFootnotes(XDocument content)
    {
        var path = PartKind.Footnotes.Path;
        for (var i = 2; _entries.ContainsKey(path); i++)
        {
            path = $"word/footnotes{i}.xml";
        }

        var types = new WordPart(PackageXml.ContentTypes);
        PackageXml.Declare(Read(types)!, PartKind.Footnotes, path);
        PackageXml.Relate(Read(Relationships) ?? (_parts[Relationships] = PackageXml.NewRelationships()), PartKind.Footnotes, path);
        _parts.Add(Footnotes = new WordPart(path), content);
        _added.AddRange([types, Relationships, Footnotes]);
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private WordPart Relationships => new(PackageXml.RelationshipsOf(Main.Path));

    private WordPart? Find(PartKind kind) => FindAll(kind).FirstOrDefault();

    private IEnumerable<WordPart> FindAll(PartKind kind) =>
        _related.Where(each => kind.Is(each.Type)).Select(each => PartAt(each.Path)).OfType<WordPart>().Where(part => part != Main);

    // The names of parts are the same in capital letters.
    private WordPart? PartAt(string path) => _entries.TryGetValue(path, out var entry) ? new WordPart(entry.FullName) : null;

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestPart,
    };

    /// <summary>Refuses an archive that is none of a document.</summary>
    private static void Check(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            throw new UnreadableFileException(TooLarge);
        }

        if (archive.GetEntry(PackageXml.ContentTypes) is null)
        {
            throw new UnreadableFileException("is an archive, and no Word file; unpack it and name the draft in it");
        }
    }

    /// <summary>Reads to the end, which has to come; what the archive says of a length is not believed.</summary>
    private static MemoryStream ReadBytes(Stream stream, ref long total)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            total += read;
            if (bytes.Length > LongestPart || total > LongestOfAll)
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

    // What the libraries throw for a package that is none.
    private static bool IsOfPackage(Exception exception) =>
        exception is IOException or InvalidDataException or XmlException or FormatException or ArgumentException or InvalidOperationException
            or NotSupportedException or KeyNotFoundException or UnauthorizedAccessException;
}
