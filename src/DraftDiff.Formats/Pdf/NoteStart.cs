using DraftDiff.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>Tells the number or the star that a footnote begins with.</summary>
internal static class NoteStart
{
    private const int LongestNumber = 3;

    /// <summary>True for a line that begins with one.</summary>
    public static bool IsAt(PrintedLine line, PageStyle style) => LengthOf(line.Read(style), out _) > 0;

    /// <summary>The number of glyphs of the number, or the stars, that a line begins with; 0 where it begins with none.</summary>
    /// <param name="glyphs">The glyphs in the order in which they are read.</param>
    /// <param name="number">The number in common digits, or stars.</param>
    public static int LengthOf(List<Glyph> glyphs, out string number)
    {
        number = "";
        var length = 0;
        while (length < glyphs.Count && number.Length <= LongestNumber && MarkOf(glyphs[length].Text) is { } mark
            && (number.Length == 0 || ((mark[0] == '*') == (number[0] == '*') && glyphs[length].IsRaised == glyphs[0].IsRaised)))
        {
            number += mark;
            length++;
        }

        // A number that is not raised has a space behind it: 1 is the number of a footnote, 1.5 is a number.
        var isNumber = number.Length is > 0 and <= LongestNumber && number[0] != '0' && length < glyphs.Count
            && (glyphs[0].IsRaised || glyphs[length].Text is " " or "\t" || number[0] == '*');
        return isNumber ? length : 0;
    }

    /// <summary>A glyph as part of a mark, in common digits or stars; null where it is none.</summary>
    public static string? MarkOf(string text) => text switch
    {
        "**" or "***" => text,
        "\u2217" => "*",
        [>= '\u0660' and <= '\u0669'] => ((char)('0' + text[0] - '\u0660')).ToString(),
        [var c] when FootnoteMarks.Plain(c) is var plain && (plain == '*' || Characters.IsDigit(plain)) => plain.ToString(),
        _ => null,
    };
}
