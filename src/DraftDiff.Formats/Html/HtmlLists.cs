using System.Globalization;
using AngleSharp.Dom;
using DraftDiff.Formats.Word;

namespace DraftDiff.Formats.Html;

/// <summary>The labels that a browser shows in front of the items of lists.</summary>
internal static class HtmlLists
{
    private const string Bullet = "•";

    /// <summary>The labels of the items of a list; an item without one shows none.</summary>
    public static Dictionary<IElement, string> LabelsOf(IElement list)
    {
        var labels = new Dictionary<IElement, string>();
        var items = list.Children.Where(child => child.LocalName == "li").ToList();
        var isReversed = list.LocalName == "ol" && list.HasAttribute("reversed");
        var number = NumberOf(list, "start") ?? (isReversed ? items.Count : 1);
        foreach (var item in items)
        {
            number = NumberOf(item, "value") ?? number;
            if (LabelOf(list, item, number) is { } label)
            {
                labels.Add(item, label);
            }

            number += isReversed ? -1 : 1;
        }

        return labels;
    }

    private static int? NumberOf(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && number is > -100_000 and < 100_000 ? number : null;

    private static string? LabelOf(IElement list, IElement item, int number) => (TypeOf(item) ?? TypeOf(list) ?? (list.LocalName == "ol" ? "decimal" : "disc")) switch
    {
        "none" => null,
        "disc" or "circle" or "square" => Bullet,
        ['"' or '\'', .. var text, '"' or '\''] => text.Trim(),
        "decimal-leading-zero" => NumberText.Of(number, "decimalZero") + ".",
        "a" or "lower-alpha" or "lower-latin" => NumberText.Of(number, "lowerLetter") + ".",
        "A" or "upper-alpha" or "upper-latin" => NumberText.Of(number, "upperLetter") + ".",
        "i" or "lower-roman" => NumberText.Of(number, "lowerRoman") + ".",
        "I" or "upper-roman" => NumberText.Of(number, "upperRoman") + ".",
        "arabic-indic" => NumberText.Of(number, "hindiNumbers") + ".",
        "cjk-ideographic" or "simp-chinese-informal" or "cjk-decimal" => NumberText.Of(number, "chineseCounting") + "、",
        _ => number.ToString(CultureInfo.InvariantCulture) + ".",
    };

    // The style says more than the attribute, whose letters' case counts.
    private static string? TypeOf(IElement element)
    {
        var style = HtmlElements.StyleOf(element, "list-style-type") is { Length: > 0 } type ? type : HtmlElements.StyleOf(element, "list-style");
        var name = style.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words && !style.Contains('"', StringComparison.Ordinal)
            ? Array.Find(words, word => word is not ("inside" or "outside"))
            : style;
        return !string.IsNullOrEmpty(name) ? name : element.GetAttribute("type") is { Length: > 0 } given ? given.Trim() : null;
    }
}
