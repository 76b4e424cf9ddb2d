using DraftDiff.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>A line as it is printed, or its part in one column. Lengths are points.</summary>
internal sealed class PrintedLine
{
    private const double WidestWordSpace = 1;
    private const double NarrowestSpace = 0.18;
    private const double NarrowestSpaceBesideSpaces = 0.3;
    private const double NarrowestHanSpace = 0.6;
    private const double NarrowestBehindNumber = 0.05;
    private const int LongestNumber = 4;

    private List<Glyph>? _read;

    /// <summary>Makes a line of its glyphs from left to right.</summary>
    public PrintedLine(List<Glyph> glyphs, int page)
    {
        Glyphs = glyphs;
        Page = page;
        Left = glyphs[0].Left;
        var right = Left;
        var (size, letters, bold, baseline) = (0.0, 0, 0, glyphs[0].Baseline);
        foreach (var glyph in glyphs)
        {
            if (glyph.IsSpace)
            {
                continue;
            }

            right = Math.Max(right, glyph.Right);
            letters++;
            bold += glyph.IsBold ? 1 : 0;
            if (glyph.Size > size && !glyph.IsRaised)
            {
                (size, baseline) = (glyph.Size, glyph.Baseline);
            }
        }

        Right = right;
        Size = size > 0 ? size : glyphs[0].Size;
        Baseline = baseline;
        IsBold = letters > 0 && bold == letters;
    }

    /// <summary>The glyphs from left to right.</summary>
    public List<Glyph> Glyphs { get; }

    /// <summary>The number of its page, from 1.</summary>
    public int Page { get; }

    /// <summary>Where it begins, of whatever it begins with.</summary>
    public double Left { get; }

    /// <summary>Where its last letter ends.</summary>
    public double Right { get; }

    /// <summary>How high it stands.</summary>
    public double Baseline { get; }

    /// <summary>The size of its largest letters.</summary>
    public double Size { get; }

    /// <summary>True where all of it is bold.</summary>
    public bool IsBold { get; }

    /// <summary>The glyphs in the order in which they are read, with the white space that the page leaves between them; made when first asked for.</summary>
    /// <param name="style">How the document is printed, which is the same for all its lines.</param>
    public List<Glyph> Read(PageStyle style) => _read ??= InReadingOrder(style);

    private List<Glyph> InReadingOrder(PageStyle style)
    {
        var spaced = new List<Glyph>(Glyphs.Count + 8);
        for (var i = 0; i < Glyphs.Count; i++)
        {
            var glyph = Glyphs[i];
            if (glyph.IsSpace && ((i > 0 && IsPrintedOver(glyph, Glyphs[i - 1])) || (i + 1 < Glyphs.Count && IsPrintedOver(glyph, Glyphs[i + 1]))))
            {
                continue;
            }

            if (spaced.Count > 0 && (SpaceBetween(spaced[^1], glyph, style.HasSpaces) ?? SpaceBehindNumber(spaced, glyph)) is { } space)
            {
                spaced.Add(new Glyph(space, spaced[^1].Right, glyph.Left, Baseline, Size, glyph.IsItalic && spaced[^1].IsItalic, IsBold: false));
            }

            spaced.Add(glyph);
        }

        return VisualOrder.ToReading(spaced, style);
    }

    /// <summary>True for a space that takes no room, as programs put for a sign that joins words.</summary>
    private static bool IsPrintedOver(Glyph space, Glyph beside) =>
        !beside.IsSpace && Math.Min(space.Right, beside.Right) - Math.Max(space.Left, beside.Left) > (space.Right - space.Left) / 2;

    /// <summary>A tab where a line begins with a number that leaves hardly any room in front of its words: 100.</summary>
    private string? SpaceBehindNumber(List<Glyph> before, Glyph next) =>
        before.Count is > 1 and <= LongestNumber && before[^1].Text == "." && before[..^1].TrueForAll(glyph => glyph.Text is [var c] && Characters.IsDigit(c))
        && char.IsLetter(next.Text[0]) && next.Left - before[^1].Right > NarrowestBehindNumber * Size ? "\t" : null;

    private string? SpaceBetween(Glyph left, Glyph right, bool hasSpaces)
    {
        var gap = (right.Left - left.Right) / Size;
        if (left.IsSpace || right.IsSpace)
        {
            return gap > WidestWordSpace ? "\t" : null;
        }

        if (gap > WidestWordSpace)
        {
            return "\t";
        }

        var least = IsHan(left.Text[^1]) || IsHan(right.Text[0]) ? NarrowestHanSpace : hasSpaces ? NarrowestSpaceBesideSpaces : NarrowestSpace;
        return gap > least ? " " : null;
    }

    private static bool IsHan(char c) => Characters.IsHan(c) || Characters.IsHanPunctuation(c);
}
