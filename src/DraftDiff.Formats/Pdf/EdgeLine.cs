using System.Globalization;
using System.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>A line at the edge of a page, which the page may have added.</summary>
/// <param name="Words">What it says, without white space, a 0 in place of each number.</param>
/// <param name="Numbers">Its numbers in order.</param>
/// <param name="Height">How high it stands, in points.</param>
/// <param name="IsNumber">True where it says nothing but what pages are numbered with.</param>
/// <param name="Page">The number of its page.</param>
internal sealed record EdgeLine(string Words, List<long> Numbers, double Height, bool IsNumber, int Page)
{
    private const int Longest = 120;
    private const double SameHeight = 8;
    private const int LongestNumber = 15;

    /// <summary>Reads a line as one.</summary>
    public static EdgeLine Of(PrintedLine line)
    {
        var words = new StringBuilder();
        var numbers = new List<long>();
        var digits = "";
        foreach (var c in line.Glyphs.Where(glyph => !glyph.IsSpace).SelectMany(glyph => glyph.Text))
        {
            if (char.IsAsciiDigit(c) && digits.Length < LongestNumber)
            {
                digits += c;
                continue;
            }

            End();
            words.Append(c);
        }

        End();
        return new EdgeLine(words.ToString(), numbers, line.Baseline, PageNumbers.Are(line), line.Page);

        void End()
        {
            if (digits.Length > 0)
            {
                numbers.Add(long.Parse(digits, CultureInfo.InvariantCulture));
                words.Append('0');
                digits = "";
            }
        }
    }

    /// <summary>True where a line of another page stands equally high and says the same, but for the number of the page.</summary>
    public bool IsSameAs(EdgeLine other) =>
        Words.Length <= Longest && Words.AsSpan().IndexOfAnyExcept('_') >= 0 && Words == other.Words && Math.Abs(Height - other.Height) < SameHeight
        && Numbers.Zip(other.Numbers).All(pair => pair.First == pair.Second || (pair.First == Page && pair.Second == other.Page));
}
