namespace DraftDiff.Formats.Word;

/// <summary>
/// A kind of part of a Word file (ECMA-376, part 1, clause 11.3; packages, relationships and content types are part 2): how it is
/// related to the text, what it holds, and where it is written.
/// </summary>
/// <param name="Name">The last word of the type of its relationship.</param>
/// <param name="ContentType">The type of its content.</param>
/// <param name="Path">Where it is written.</param>
internal sealed record PartKind(string Name, string ContentType, string Path)
{
    /// <summary>The text, which the package itself is related to.</summary>
    public static readonly PartKind Document = OfWord("officeDocument", "document.main", "document");

    /// <summary>Styles.</summary>
    public static readonly PartKind Styles = OfWord("styles", "styles", "styles");

    /// <summary>Lists.</summary>
    public static readonly PartKind Numbering = OfWord("numbering", "numbering", "numbering");

    /// <summary>Footnotes.</summary>
    public static readonly PartKind Footnotes = OfWord("footnotes", "footnotes", "footnotes");

    /// <summary>Endnotes.</summary>
    public static readonly PartKind Endnotes = OfWord("endnotes", "endnotes", "endnotes");

    /// <summary>Comments.</summary>
    public static readonly PartKind Comments = OfWord("comments", "comments", "comments");

    /// <summary>A header.</summary>
    public static readonly PartKind Header = OfWord("header", "header", "header1");

    /// <summary>A footer.</summary>
    public static readonly PartKind Footer = OfWord("footer", "footer", "footer1");

    /// <summary>Settings.</summary>
    public static readonly PartKind Settings = OfWord("settings", "settings", "settings");

    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>The type of its relationship.</summary>
    public string Relationship => $"{W.Relationships.NamespaceName}/{Name}";

    /// <summary>True for the type of a relationship of this kind, also as Strict Open XML has it.</summary>
    public bool Is(string? relationship) => relationship == Relationship || relationship == $"{StrictRelationships}/{Name}";

    private static PartKind OfWord(string name, string type, string file) =>
        new(name, $"application/vnd.openxmlformats-officedocument.wordprocessingml.{type}+xml", $"word/{file}.xml");
}
