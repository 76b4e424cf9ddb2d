using System.Xml;
using System.Xml.Linq;
using DraftDiff.Languages;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// An Akoma Ntoso file as XML. No document type definition is read and nothing outside the file is opened; the length, the
/// elements and how deep they stand are bounded before anything is built of them.
/// </summary>
internal static class AknFile
{
    /// <summary>The name of the root element.</summary>
    public const string RootName = "akomaNtoso";

    private const int LongestText = 64 * 1024 * 1024;
    private const int MostElements = 500_000;
    private const int Deepest = 200;
    private const int LongestTag = 1024 * 1024;

    private const string Foreign = "is XML, and no Akoma Ntoso; its first element would be akomaNtoso";
    private const string Typed = "is XML with a document type definition, which is never read; take the DOCTYPE out and give the characters themselves for its entities";
    private const string TooLarge = "is XML of far more elements or characters than a draft has; check where it comes from";
    private const string TooDeep = "is XML whose elements are nested as no document's are; check where it comes from";

    /// <summary>Reads a file to its root.</summary>
    /// <exception cref="UnreadableFileException">It is no Akoma Ntoso, or a damaged or a hostile file.</exception>
    public static XElement Load(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LongestText || HasEndlessTag(bytes.Span))
        {
            throw new UnreadableFileException(TooLarge);
        }

        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            Measure(stream);
            stream.Position = 0;
            using var reader = XmlReader.Create(stream, Settings);
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            return root.Name.LocalName == RootName && root.HasElements ? root : throw new UnreadableFileException(Foreign);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or NotSupportedException)
        {
            // A definition, where there is one, is what the reader stopped at.
            throw new UnreadableFileException(bytes.Span.IndexOf("<!DOCTYPE"u8) >= 0 ? Typed : Damaged(exception), exception);
        }
    }

    /// <summary>The code of the language that the metadata names; null where it names none that is known.</summary>
    public static string? LanguageOf(XElement root)
    {
        var named = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "FRBRlanguage")?.Attribute("language")?.Value;
        return named is null ? null
            : DraftingConventions.All.FirstOrDefault(conventions => conventions.Language == named || conventions.ThreeLetterCodes.Contains(named))?.Language;
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestText,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>True for a tag that is longer than any is: a reader compares all attributes of an element before it says how many there are.</summary>
    private static bool HasEndlessTag(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (bytes.Length - position > LongestTag && bytes[position..].IndexOf((byte)'<') is >= 0 and var offset)
        {
            var start = position + offset + 1;
            position = start;
            while (bytes[position..].IndexOfAny("\"'>"u8) is >= 0 and var at && bytes[position + at] != '>')
            {
                // A value may hold what ends a tag.
                var value = position + at + 1;
                position = bytes[value..].IndexOf(bytes[value - 1]) is >= 0 and var length ? value + length + 1 : bytes.Length;
            }

            var end = bytes[position..].IndexOf((byte)'>');
            position = end < 0 ? bytes.Length : position + end;
            if (position - start > LongestTag && bytes[start] is not ((byte)'!' or (byte)'?'))
            {
                return true;
            }
        }

        return false;
    }

    private static void Measure(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw new UnreadableFileException(TooDeep);
            }

            elements += reader.NodeType == XmlNodeType.Element ? 1 + (reader.AttributeCount / 2) : 0;
            if (elements > MostElements)
            {
                throw new UnreadableFileException(TooLarge);
            }
        }
    }

    private static string Damaged(Exception exception) => exception is XmlException { LineNumber: > 0 } damage
        ? FormattableString.Invariant($"is XML that is damaged at line {damage.LineNumber}, position {damage.LinePosition}; correct it there")
        : "is XML that is damaged; save it again as UTF-8";
}
