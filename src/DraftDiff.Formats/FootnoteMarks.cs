using System.Buffers;
using System.Text;
using DraftDiff.Text;

namespace DraftDiff.Formats;

/// <summary>How footnote marks look in the text of a format that raises them, and what else is raised.</summary>
internal static class FootnoteMarks
{
    // Those of units of length.
    private static readonly SearchValues<char> Letters = SearchValues.Create("kcm\u043C\u043A");

    // A unit of length, and what stands in front of it.
    private const int LongestUnit = 3;

    /// <summary>A number as raised digits; stars as they are.</summary>
    public static string Raised(string number) =>
        string.Concat(number.Select(c => Characters.IsDigit(c) ? Characters.RaisedDigit(c - '0') : c));

    /// <summary>A character of a mark as a common digit or a star, where it is a form of one; else itself.</summary>
    public static char Plain(char c) => c switch
    {
        '\uF02A' or '＊' => '*',
        _ => Characters.RaisedDigitValue(c) is >= 0 and var value ? (char)('0' + value) : c,
    };

    /// <summary>True where a raised number is a power, behind a unit of length, and no mark. Plain text has its digits as they are: km2.</summary>
    /// <param name="before">What stands in front of it.</param>
    public static bool ArePower(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAnyExcept(Letters) + 1)..];
        return !(word.Length < before.Length && char.IsLetter(before[^(word.Length + 1)])) && word is "m" or "km" or "cm" or "mm" or "\u043C" or "\u043A\u043C";
    }

    /// <summary>True where a raised number is a power at the end of a text.</summary>
    public static bool ArePower(StringBuilder text)
    {
        var length = Math.Min(text.Length, LongestUnit);
        return ArePower(text.ToString(text.Length - length, length));
    }
}
