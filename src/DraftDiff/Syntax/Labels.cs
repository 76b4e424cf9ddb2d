using System.Globalization;

namespace DraftDiff.Syntax;

/// <summary>Labels of units, for people.</summary>
public static class Labels
{
    /// <summary>Labels in reading order, in few words: <c>title, PP1 to PP20, OP1 to OP29</c>.</summary>
    public static string Describe(IEnumerable<string> labels)
    {
        var ranges = new List<string>();
        string? first = null;
        var last = "";
        foreach (var label in labels)
        {
            if (first is not null && Follows(last, label))
            {
                last = label;
                continue;
            }

            AddRange(ranges, first, last);
            (first, last) = (label, label);
        }

        AddRange(ranges, first, last);
        return string.Join(", ", ranges);
    }

    private static void AddRange(List<string> ranges, string? first, string last)
    {
        if (first is not null)
        {
            ranges.Add(first == last ? first : $"{first} to {last}");
        }
    }

    /// <summary>True where a label is the next number after another: OP9, OP10.</summary>
    private static bool Follows(string label, string next)
    {
        var digits = label.Length - label.AsSpan().TrimEnd("0123456789").Length;
        return int.TryParse(label.AsSpan(label.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && string.Create(CultureInfo.InvariantCulture, $"{label.AsSpan(0, label.Length - digits)}{number + 1L}") == next;
    }
}
