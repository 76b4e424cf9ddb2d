using System.Xml.Linq;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// Finds what a document's mark-up has wrong that a reader of it should know: the kinds of error that converters leave, each
/// said once, where it is first met.
/// </summary>
internal static class AknChecker
{
    private const int LongestExcerpt = 40;

    /// <summary>What is wrong, by the element at which it is met.</summary>
    public static Dictionary<XElement, string> Check(XElement root)
    {
        var errors = new Dictionary<XElement, string>();
        AddRepeatedIds(root, errors);
        AddFirst(BehindContent(root), errors, (element, more) =>
            $"<{element.Name.LocalName}> stands behind <content>, which nothing may follow; what it lists belongs behind an <intro>{more}");
        AddFirst(root.Descendants().Where(HasTypedNumber), errors, (element, more) =>
            $"a number is typed among the words where the next paragraph has a <num>: “{Excerpt(FirstText(element))}”{more}");
        return errors;
    }

    /// <summary>Ids that name several elements, so that a reference to one of them is open.</summary>
    private static void AddRepeatedIds(XElement root, Dictionary<XElement, string> errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        XElement? first = null;
        var name = "";
        foreach (var element in root.Descendants())
        {
            if (element.Attribute("eId") is { } id && !seen.Add(id.Value) && repeated.Add(id.Value) && first is null)
            {
                (first, name) = (element, id.Value);
            }
        }

        if (first is not null)
        {
            errors.TryAdd(first, $"the eId “{name}” stands for the second time{More(repeated.Count - 1, "another eId is repeated", "other eIds are repeated")}");
        }
    }

    private static void AddFirst(IEnumerable<XElement> wrong, Dictionary<XElement, string> errors, Func<XElement, string, string> describe)
    {
        XElement? first = null;
        var others = 0;
        foreach (var element in wrong)
        {
            others += first is null ? 0 : 1;
            first ??= element;
        }

        if (first is not null)
        {
            var text = describe(first, More(others, "one more is so", "more are so"));
            errors[first] = errors.TryGetValue(first, out var known) ? $"{known}; {text}" : text;
        }
    }

    private static string More(int count, string one, string several) => count switch
    {
        0 => "",
        1 => $"; {one}",
        _ => FormattableString.Invariant($"; {count} {several}"),
    };

    // A hierarchical element holds a content, or others between an intro and a wrapUp.
    private static IEnumerable<XElement> BehindContent(XElement root)
    {
        foreach (var content in root.Descendants().Where(element => element.Name.LocalName == "content"))
        {
            if (content.ElementsAfterSelf().FirstOrDefault() is { } behind)
            {
                yield return behind;
            }
        }
    }

    private static bool HasTypedNumber(XElement element)
    {
        if (element.Name.LocalName is not ("paragraph" or "subparagraph" or "point" or "recital" or "item" or "indent") || HasNumber(element)
            || element.ElementsAfterSelf().FirstOrDefault() is not { } next || next.Name != element.Name || !HasNumber(next))
        {
            return false;
        }

        // 1 that …, 1. that …, a) that …, (a) that …
        var word = FirstText(element).AsSpan().TrimStart();
        var end = word.IndexOfAny(' ', '\t', '\n');
        word = end < 0 ? word : word[..end];
        var inner = word.Trim("().");
        return inner.Length is 1 or 2 && (inner.IndexOfAnyExceptInRange('0', '9') < 0 || (inner.Length == 1 && char.IsAsciiLetter(inner[0]) && word.EndsWith(")")));
    }

    private static string FirstText(XElement element) =>
        element.DescendantNodes().OfType<XText>().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text.Value))?.Value ?? "";

    private static bool HasNumber(XElement element) => element.Elements().Any(child => child.Name.LocalName == "num");

    private static string Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestExcerpt ? line : $"{line[..LongestExcerpt].TrimEnd()}…";
    }
}
