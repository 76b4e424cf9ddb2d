using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>The parts of a package that say what the others are (ECMA-376, part 2): relationships and content types.</summary>
internal static class PackageXml
{
    /// <summary>Where the types of the parts stand.</summary>
    public const string ContentTypes = "[Content_Types].xml";

    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Where the relationships of a part stand; those of the package for an empty path.</summary>
    public static string RelationshipsOf(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        return $"{path[..name]}_rels/{path[name..]}.rels";
    }

    /// <summary>Relationships, none yet.</summary>
    public static XDocument NewRelationships() => new(new XElement(Relationships + "Relationships"));

    /// <summary>
    /// The parts that relationships point at. Those outside of the package are left alone, and what they point at is never
    /// read as an address: what people type as a link is often none.
    /// </summary>
    /// <param name="relationships">The relationships.</param>
    /// <param name="source">The path of the part that they are of.</param>
    public static IEnumerable<(string? Id, string? Type, string Path)> Related(XDocument? relationships, string source) =>
        from relationship in relationships?.Root?.Elements(Relationships + "Relationship") ?? []
        where relationship.Attribute("TargetMode")?.Value != "External"
        let target = relationship.Attribute("Target")?.Value
        where target is { Length: > 0 }
        select (relationship.Attribute("Id")?.Value, relationship.Attribute("Type")?.Value, Resolve(target, source));

    /// <summary>Relates a part to another one.</summary>
    /// <returns>The id of the relationship.</returns>
    public static string Relate(XDocument relationships, PartKind kind, string target)
    {
        var taken = relationships.Root!.Elements().Select(each => each.Attribute("Id")?.Value).ToHashSet();
        var number = 1;
        while (taken.Contains($"rId{number}"))
        {
            number++;
        }

        relationships.Root.Add(new XElement(
            Relationships + "Relationship",
            new XAttribute("Id", $"rId{number}"),
            new XAttribute("Type", kind.Relationship),
            new XAttribute("Target", $"/{target}")));
        return $"rId{number}";
    }

    /// <summary>Content types, of XML alone yet.</summary>
    public static XDocument NewContentTypes() => new(new XElement(
        Types + "Types",
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        Default("xml", "application/xml")));

    /// <summary>Says what a part holds.</summary>
    public static void Declare(XDocument contentTypes, PartKind kind, string path) => contentTypes.Root!.Add(new XElement(
        Types + "Override", new XAttribute("PartName", $"/{path}"), new XAttribute("ContentType", kind.ContentType)));

    /// <summary>Writes XML as UTF-8 and nothing into it that it did not hold.</summary>
    public static void Write(ZipArchiveEntry entry, XDocument content)
    {
        using var stream = entry.Open();
        if (stream.CanSeek)
        {
            stream.SetLength(0);
        }

        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { NewLineHandling = NewLineHandling.Entitize });
        content.Save(writer);
    }

    private static XElement Default(string extension, string type) =>
        new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static string Resolve(string target, string source)
    {
        target = Uri.UnescapeDataString(target);
        var steps = target[0] == '/' ? [] : source.Split('/').SkipLast(1).ToList();
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps.Where(step => step != "."));
    }
}
