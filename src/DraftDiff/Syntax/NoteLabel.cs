using System.Globalization;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>How a footnote prints its number.</summary>
internal enum NoteStyle : byte
{
    /// <summary>A star, or several.</summary>
    Star,

    /// <summary>A number.</summary>
    Plain,

    /// <summary>A number and a stroke: <c>1/</c>.</summary>
    Stroke,

    /// <summary>A raised number: <c>¹</c>.</summary>
    Raised,
}

/// <summary>Reads the numbers of footnotes, at the notes and at their marks.</summary>
internal static class NoteLabel
{
    /// <summary>The symbol font's asterisk, as Word files keep it.</summary>
    public const char SymbolStar = '\uF02A';

    /// <summary>True for a star.</summary>
    public static bool IsStar(char c) => c is '*' or '＊' or SymbolStar;

    /// <summary>
    /// Reads the label of a footnote at the beginning of a line: stars, or a number of up to five digits, with white
    /// space behind, which a raised number and a stroke may lack.
    /// </summary>
    /// <param name="content">The text.</param>
    /// <param name="line">The line.</param>
    /// <param name="label">Stars, or the number in common digits.</param>
    /// <param name="span">Where the label stands.</param>
    /// <param name="style">How it is printed.</param>
    public static bool TryRead(string content, in Line line, out string label, out TextSpan span, out NoteStyle style)
    {
        var start = line.ContentStart;
        var end = start;
        label = "";
        span = default;
        style = NoteStyle.Plain;
        if (start == line.ContentEnd)
        {
            return false;
        }

        if (IsStar(content[start]))
        {
            style = NoteStyle.Star;
            while (end < line.ContentEnd && IsStar(content[end]))
            {
                end++;
            }
        }
        else if (Characters.RaisedDigitValue(content[start]) >= 0)
        {
            style = NoteStyle.Raised;
            while (end < line.ContentEnd && Characters.RaisedDigitValue(content[end]) >= 0)
            {
                end++;
            }
        }
        else
        {
            while (end < line.ContentEnd && Characters.IsDigit(content[end]))
            {
                end++;
            }
        }

        if (end == start || end - start > LongestLabel || content[start] == '0')
        {
            return false;
        }

        var printed = content.AsSpan(start, end - start);
        if (style == NoteStyle.Plain && end < line.ContentEnd && content[end] == '/')
        {
            style = NoteStyle.Stroke;
            end++;
        }

        span = TextSpan.FromBounds(start, end);
        if (end == line.ContentEnd
            || !(style is NoteStyle.Raised || (style is NoteStyle.Stroke && char.IsLetter(content[end])) || Characters.IsSpace(content[end])))
        {
            return false;
        }

        label = style switch
        {
            NoteStyle.Star => new string('*', printed.Length),
            NoteStyle.Raised => RaisedNumber(printed),
            _ => printed.ToString(),
        };
        return true;
    }

    /// <summary>A raised number in common digits.</summary>
    public static string RaisedNumber(ReadOnlySpan<char> raised)
    {
        var value = 0;
        foreach (var digit in raised)
        {
            value = value * 10 + Characters.RaisedDigitValue(digit);
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private const int LongestLabel = 5;
}
