using AngleSharp.Dom;

namespace DraftDiff.Formats.Html;

/// <summary>What the elements of a page are, by their names, roles and styles.</summary>
internal static class HtmlElements
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "applet", "audio", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe", "img", "link", "map", "meta", "noembed", "noframes", "noscript", "object",
        "script", "style", "svg", "template", "title", "video",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
        "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> OfSite = new(StringComparer.Ordinal)
    {
        "aside", "button", "dialog", "footer", "header", "menu", "nav", "search", "select", "textarea",
    };

    private static readonly HashSet<string> RolesOfSite = new(StringComparer.OrdinalIgnoreCase)
    {
        "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "toolbar",
    };

    private static readonly HashSet<string> NamesOfSite = new(StringComparer.OrdinalIgnoreCase)
    {
        "breadcrumb", "breadcrumbs", "cookie", "cookies", "cookie-banner", "cookie-bar", "cookie-consent", "cookie-notice", "consent-banner",
    };

    /// <summary>True for what is no text of a page.</summary>
    public static bool IsUnseen(IElement element) => Unseen.Contains(element.LocalName);

    /// <summary>True for what begins and ends lines.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>True for a heading.</summary>
    public static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'];

    /// <summary>True for what a site puts around its documents.</summary>
    public static bool IsOfSite(IElement element) =>
        OfSite.Contains(element.LocalName)
        || (element.GetAttribute("role") is { } role && RolesOfSite.Contains(role.Trim()))
        || (IsBlock(element) && !IsHeading(element) && (IsNameOfSite(element.Id) || element.ClassList.Any(IsNameOfSite)));

    private static bool IsNameOfSite(string? name) => name is not null && NamesOfSite.Contains(name);

    /// <summary>True where an attribute has a word in it.</summary>
    public static bool Names(IElement element, string attribute, string word) =>
        element.GetAttribute(attribute) is { } value && value.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what a page hides.</summary>
    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || StyleOf(element, "display") == "none" || StyleOf(element, "visibility") == "hidden" || StyleOf(element, "mso-hide") == "all";

    /// <summary>True for what is set in italics by its name or its own style; null where neither says.</summary>
    public static bool? IsItalic(IElement element) =>
        StyleOf(element, "font-style") is { Length: > 0 } style ? style is "italic" or "oblique" : element.LocalName is "i" or "em" ? true : null;

    /// <summary>True for what is set in bold by its name or its own style; null where neither says.</summary>
    public static bool? IsBold(IElement element) =>
        StyleOf(element, "font-weight") is { Length: > 0 } style ? style is "bold" or "bolder" or "600" or "700" or "800" or "900" : element.LocalName is "b" or "strong" ? true : null;

    /// <summary>True for what is centred by its name, its attribute or its own style; null where none says.</summary>
    public static bool? IsCentred(IElement element) =>
        StyleOf(element, "text-align") is { Length: > 0 } style ? style == "center"
        : element.GetAttribute("align") is { } align ? string.Equals(align, "center", StringComparison.OrdinalIgnoreCase)
        : element.LocalName == "center" ? true : null;

    /// <summary>The value of a property in the style that an element has itself, in lower case; empty where it has none.</summary>
    public static string StyleOf(IElement element, string property)
    {
        var rest = (element.GetAttribute("style") ?? "").AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var declaration = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (declaration.IndexOf(':') is > 0 and var colon && declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                return declaration[(colon + 1)..].Trim().ToString().Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            }
        }

        return "";
    }

    /// <summary>What stands in a tree, in order. Where a node stands among its neighbours is counted here, since asking each for the next looks through all of them.</summary>
    public static IEnumerable<INode> Below(INode root)
    {
        var above = new Stack<(INodeList Nodes, int Next)>();
        above.Push((root.ChildNodes, 0));
        while (above.TryPop(out var place))
        {
            if (place.Next == place.Nodes.Length)
            {
                continue;
            }

            var node = place.Nodes[place.Next];
            above.Push((place.Nodes, place.Next + 1));
            yield return node;
            if (node.HasChildNodes)
            {
                above.Push((node.ChildNodes, 0));
            }
        }
    }

    /// <summary>True where an element is another, or stands in it.</summary>
    public static bool Holds(INode outer, INode? inner)
    {
        for (; inner is not null; inner = inner.Parent)
        {
            if (inner == outer)
            {
                return true;
            }
        }

        return false;
    }
}
