using DraftDiff.Text;

namespace DraftDiff.Formats;

/// <summary>How footnote marks look in the text of a format that raises them.</summary>
internal static class FootnoteMarks
{
    /// <summary>A number as raised digits; stars as they are.</summary>
    public static string Raised(string number) =>
        string.Concat(number.Select(c => Characters.IsDigit(c) ? Characters.RaisedDigit(c - '0') : c));

    /// <summary>True for a unit of length, of which a raised digit is a power.</summary>
    /// <param name="last">The last letter of the word.</param>
    /// <param name="before">The letter before it; empty for none.</param>
    public static bool IsUnit(ReadOnlySpan<char> last, ReadOnlySpan<char> before) =>
        last is "m" && before is "k" or "c" or "m" or "" or " " or "\u00A0";
}
