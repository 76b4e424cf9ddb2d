using System.Collections.Frozen;
using System.Xml.Linq;

namespace DraftDiff.Formats.Akn;

/// <summary>What the elements of Akoma Ntoso are for, by their names without namespace, which differs from version to version.</summary>
internal static class AknNames
{
    /// <summary>The namespace of Akoma Ntoso 3.0.</summary>
    public const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    // What stands in a line of text; everything else is a line or holds lines.
    private static readonly FrozenSet<string> Inlines = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "affectedDocument", "argument", "authorialNote", "b", "br", "change", "concept", "courtType", "date", "decoration", "def", "del",
        "docAuthority", "docCommittee", "docDate", "docIntroducer", "docJurisdiction", "docNumber", "docProponent", "docPurpose", "docStage",
        "docStatus", "docTitle", "docType", "docketNumber", "embeddedText", "entity", "eol", "eop", "event", "fillIn", "i", "img", "inline", "ins",
        "judge", "lawyer", "legislature", "location", "marker", "mmod", "mod", "mref", "neutralCitation", "noteRef", "object", "omissis", "opinion",
        "organization", "outcome", "party", "person", "placeholder", "process", "quantity", "quotedText", "recordedTime", "ref", "relatedDocument",
        "remark", "rmod", "role", "rref", "session", "shortTitle", "signature", "span", "sub", "sup", "term", "time", "u", "vote");

    // What can be nothing but a line of text, or hold some.
    private static readonly FrozenSet<string> Lines = FrozenSet.Create(
        StringComparer.Ordinal, "p", "block", "content", "heading", "subheading", "crossHeading", "num", "li", "item", "td", "th", "listIntroduction", "listWrapUp");

    // The field of the masthead that an element is, the one that names a line of several first.
    private static readonly (string Element, string Field)[] FieldsOfElements =
    [
        ("docTitle", "title"),
        ("shortTitle", "title"),
        ("docProponent", "sponsors"),
        ("docType", "document-type"),
        ("session", "session"),
        ("docCommittee", "committee"),
        ("docAuthority", "body"),
        ("docDate", "date"),
        ("docNumber", "symbol"),
    ];

    /// <summary>True for an element that stands in a line of text.</summary>
    public static bool IsInline(XElement element)
    {
        var name = element.Name.LocalName;
        return Inlines.Contains(name)
            || (element.Parent is { } parent && (Lines.Contains(parent.Name.LocalName) || Inlines.Contains(parent.Name.LocalName))
                && !Lines.Contains(name) && name is not ("table" or "ul" or "ol" or "blockList")
                && !element.Descendants().Any(inner => Lines.Contains(inner.Name.LocalName)));
    }

    /// <summary>The field of the masthead that an element is; null where it is none.</summary>
    public static string? FieldOf(XElement element)
    {
        var name = element.Name.LocalName is "inline" or "span" or "container" ? element.Attribute("name")?.Value ?? element.Attribute("class")?.Value : element.Name.LocalName;
        return name is "agenda-item" or "original" or "basis" or "title" ? name : Array.Find(FieldsOfElements, known => known.Element == name).Field;
    }

    /// <summary>The element that a field of the masthead is written as; null where Akoma Ntoso has none for it.</summary>
    public static string? ElementOf(string field) => Array.Find(FieldsOfElements, known => known.Field == field).Element;

    /// <summary>Which of several fields on a line names it: the lowest.</summary>
    public static int RankOf(string field) => Array.FindIndex(FieldsOfElements, known => known.Field == field);
}
