using System.Globalization;
using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>The styles of a Word file, each asked through those it is based on. Styles that are based on each other end the asking.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 32;
    private const int BodyText = 9;

    // The styles that say what a line of a masthead is, in the templates of the United Nations.
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Session"] = "session",
        ["AgendaItemNormal"] = "agenda-item",
        ["AgendaItemNumber"] = "agenda-item",
        ["AgendaItemTitle"] = "agenda-item",
        ["AgendaTitleH2"] = "agenda-item",
        ["TitleHCH"] = "title",
        ["TitleH1"] = "title",
        ["TitleH2"] = "title",
        ["Title"] = "title",
    };

    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly string? _default;

    public WordStyles(XDocument? styles)
    {
        foreach (var style in styles?.Root?.Elements(W.Style) ?? [])
        {
            if (style.Attribute(W.StyleId)?.Value is not { } id)
            {
                continue;
            }

            _styles.TryAdd(id, style);
            if (style.Attribute(W.Default)?.Value is "1" or "true" or "on" && style.Attribute(W.Type)?.Value == "paragraph")
            {
                _default = id;
            }
        }
    }

    /// <summary>True where the file has a style.</summary>
    public bool Has(string id) => _styles.ContainsKey(id);

    /// <summary>A property of a paragraph: its own, else that of its style or of one its style is based on.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="property">A property of paragraphs.</param>
    public XElement? PropertyOf(XElement paragraph, XName property) =>
        paragraph.Element(W.ParagraphProperties)?.Element(property) ?? StylePropertyOf(paragraph, property);

    /// <summary>A property of a paragraph by its style, or one its style is based on.</summary>
    public XElement? StylePropertyOf(XElement paragraph, XName property) => ChainOf(StyleOf(paragraph))
        .Select(style => style.Element(W.ParagraphProperties)?.Element(property))
        .FirstOrDefault(found => found is not null);

    /// <summary>A property of the runs of a style, or of one it is based on.</summary>
    public XElement? RunPropertyOf(string? style, XName property) =>
        ChainOf(style).Select(each => each.Element(W.RunProperties)?.Element(property)).FirstOrDefault(found => found is not null);

    /// <summary>The style of a paragraph by its id; that of all paragraphs where it names none.</summary>
    public string? StyleOf(XElement paragraph) => W.ValueOf(paragraph.Element(W.ParagraphProperties), W.ParagraphStyle) ?? _default;

    /// <summary>The label of the masthead's field that a paragraph's style is for; null where it is for none.</summary>
    public string? FieldOf(XElement paragraph) => StyleOf(paragraph) is { } style ? Fields.GetValueOrDefault(style) : null;

    /// <summary>True for a heading: a paragraph with an outline level.</summary>
    public bool IsHeading(XElement paragraph) =>
        int.TryParse(PropertyOf(paragraph, W.OutlineLevel)?.Attribute(W.Value)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && level < BodyText;

    private IEnumerable<XElement> ChainOf(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = W.ValueOf(style, W.BasedOn);
        }
    }
}
