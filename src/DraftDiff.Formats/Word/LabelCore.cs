using System.Globalization;

namespace DraftDiff.Formats.Word;

/// <summary>What a label says, whatever punctuates it: 1. and 1), (a) and a), ١ and 1.</summary>
internal static class LabelCore
{
    /// <summary>True for labels that say the same; of labels without a letter or digit, for equal ones.</summary>
    public static bool AreSame(string first, string second) =>
        first == second || (Of(first) is { Length: > 0 } core && core == Of(second));

    /// <summary>Where the first letters and digits of a label stand; empty where it has none.</summary>
    public static Range Find(string label)
    {
        var start = 0;
        while (start < label.Length && !char.IsLetterOrDigit(label[start]))
        {
            start++;
        }

        var end = label.Length;
        while (end > start && !char.IsLetterOrDigit(label[end - 1]))
        {
            end--;
        }

        return start..end;
    }

    private static string Of(string label) => string.Concat(label.Where(char.IsLetterOrDigit).Select(c =>
        CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));
}
