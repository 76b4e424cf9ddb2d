using AngleSharp.Dom;

namespace DraftDiff.Formats.Html;

/// <summary>
/// The footnotes of a page, found by the links between marks and notes: a mark links to what stands behind it, and a note
/// back to what stands before.
/// </summary>
internal sealed class HtmlNotes
{
    private const int LongestNumber = 4;
    private const int LongestBack = 3;

    private readonly Dictionary<string, (IElement Element, int Order)> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<IElement, (string Number, IElement Note)> _marks = [];
    private readonly Dictionary<IElement, string> _notes = [];
    private readonly HashSet<IElement> _backLinks = [];

    public HtmlNotes(IElement body)
    {
        var links = new List<(IElement Link, string Target, int Order)>();
        var order = 0;
        foreach (var element in HtmlElements.Below(body).OfType<IElement>())
        {
            order++;
            foreach (var name in (ReadOnlySpan<string?>)[element.Id, element.LocalName == "a" ? element.GetAttribute("name") : null])
            {
                if (!string.IsNullOrEmpty(name))
                {
                    _targets.TryAdd(name, (element, order));
                }
            }

            if (element.LocalName == "a" && TargetOf(element) is { } target)
            {
                links.Add((element, target, order));
            }
        }

        Find(links);
    }

    /// <summary>The notes in the order in which the page first marks them, each with its number.</summary>
    public IEnumerable<(IElement Note, string Number)> InOrder => _notes.Select(note => (note.Key, note.Value));

    /// <summary>True for the element that holds a footnote.</summary>
    public bool IsNote(IElement element) => _notes.ContainsKey(element);

    /// <summary>True for a link from a note back to its mark.</summary>
    public bool IsBackLink(IElement element) => _backLinks.Contains(element);

    /// <summary>The number of a mark and its note; null where an element is none.</summary>
    public (string Number, IElement Note)? MarkOf(IElement element) => _marks.TryGetValue(element, out var mark) ? mark : null;

    /// <summary>The number that a mark shows, without the brackets around it; null where it shows something else.</summary>
    public static string? NumberOf(string text)
    {
        var plain = string.Concat(text.Select(FootnoteMarks.Plain));
        var number = plain.AsSpan().Trim().Trim("[]()").Trim().TrimEnd('/');
        return number.Length is > 0 and <= LongestNumber
            && (number.IndexOfAnyExceptInRange('0', '9') < 0 || number.IndexOfAnyExcept('*') < 0)
            && number[0] != '0' ? number.ToString() : null;
    }

    private static string? TargetOf(IElement link) =>
        link.GetAttribute("href") is ['#', _, ..] href ? Uri.UnescapeDataString(href[1..]) : null;

    private void Find(List<(IElement Link, string Target, int Order)> links)
    {
        // A heading that is linked to from a table of contents is no note.
        var marks = links
            .Where(link => _targets.TryGetValue(link.Target, out var target) && target.Order > link.Order && NumberOf(link.Link.TextContent) is not null && LooksLikeMark(link.Link))
            .ToList();
        var containers = marks.Select(mark => _targets[mark.Target].Element).Distinct().ToDictionary(target => target, ContainerOf);
        foreach (var (link, target, _) in marks)
        {
            if (containers[_targets[target].Element] is { } note && !HtmlElements.Holds(note, link))
            {
                var number = NumberOf(link.TextContent)!;
                _marks.Add(link, (number, note));
                _notes.TryAdd(note, number);
            }
        }

        foreach (var (link, target, order) in links)
        {
            if (_targets.TryGetValue(target, out var back) && back.Order < order && IsBack(link) && IsInNote(link))
            {
                _backLinks.Add(link);
            }
        }
    }

    private static bool LooksLikeMark(IElement link) =>
        link.ParentElement?.LocalName == "sup" || link.Children.Any(child => child.LocalName == "sup")
        || link.TextContent.AsSpan().Trim() is ['[', .., ']'] or ['*', ..]
        || HtmlElements.Names(link, "class", "note") || HtmlElements.Names(link, "class", "sdfootnoteanc") || HtmlElements.Names(link, "role", "noteref")
        || HtmlElements.Names(link, "style", "mso-footnote-id") || HtmlElements.Names(link, "href", "ftn");

    private static bool IsBack(IElement link)
    {
        var text = link.TextContent.AsSpan().Trim();
        return NumberOf(link.TextContent) is not null || text.Length <= LongestBack || HtmlElements.Names(link, "class", "back") || HtmlElements.Names(link, "role", "backlink");
    }

    private bool IsInNote(IElement? element)
    {
        for (; element is not null; element = element.ParentElement)
        {
            if (IsNote(element))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The block that a target stands in; that around it where it is the note's own.</summary>
    private static IElement? ContainerOf(IElement target)
    {
        var block = target;
        while (block is not null && !HtmlElements.IsBlock(block))
        {
            block = block.ParentElement;
        }

        return block?.LocalName switch
        {
            null or "body" or "html" or "main" or "article" or "table" or "ol" or "ul" => null,
            _ when block.ParentElement is { } parent && (HtmlElements.StyleOf(parent, "mso-element") == "footnote" || HtmlElements.Names(parent, "id", "ftn") || HtmlElements.Names(parent, "id", "footnote")) =>
                parent.LocalName is "div" or "li" or "aside" && parent.Children.All(child => child.LocalName is "p" or "hr") ? parent : block,
            _ => block,
        };
    }
}
