namespace DraftDiff.Formats.Pdf;

/// <summary>How a document is printed, as all its pages together tell.</summary>
/// <param name="Size">The size of most of its letters, in points.</param>
/// <param name="Leading">How far the lines of a paragraph stand below each other, in sizes of their letters.</param>
/// <param name="HasSpaces">True where the file writes the spaces between words as letters.</param>
/// <param name="IsRightToLeft">True where most letters are of a script that is written from right to left.</param>
/// <param name="Mirrors">True where the brackets of such a text stand in the file as they look, not as they are read.</param>
internal sealed record PageStyle(double Size, double Leading, bool HasSpaces, bool IsRightToLeft, bool Mirrors)
{
    private const int FewestSpaces = 30;
    private const int SizeSteps = 4;
    private const double LeadingStep = 0.05;
    private const double LeastLeading = 0.8;
    private const double GreatestLeading = 2.6;
    private const double UsualLeading = 1.2;
    private const double FullWidth = 0.8;

    /// <summary>Sees how pages are printed.</summary>
    public static PageStyle Of(IReadOnlyList<List<PrintedLine>> pages)
    {
        var sizes = new Dictionary<int, int>();
        int spaces = 0, letters = 0, fromTheRight = 0, balance = 0;
        foreach (var line in pages.SelectMany(page => page))
        {
            balance += VisualOrder.BalanceOf(line.Glyphs);
            foreach (var glyph in line.Glyphs)
            {
                if (glyph.IsSpace)
                {
                    spaces++;
                    continue;
                }

                letters++;
                fromTheRight += VisualOrder.IsRightToLeft(glyph.Text) ? 1 : 0;
                var size = (int)Math.Round(glyph.Size * SizeSteps);
                sizes[size] = sizes.GetValueOrDefault(size) + 1;
            }
        }

        var usual = sizes.Count == 0 ? 1 : sizes.MaxBy(size => size.Value).Key / (double)SizeSteps;
        return new PageStyle(usual, LeadingOf(pages, usual), spaces * FewestSpaces > letters, fromTheRight * 3 > letters, balance < 0);
    }

    private static double LeadingOf(IReadOnlyList<List<PrintedLine>> pages, double size)
    {
        var steps = new Dictionary<int, int>();
        foreach (var page in pages.Where(page => page.Count > 0))
        {
            // Below a full line the paragraph goes on, mostly.
            var full = FullWidth * (page.Max(line => line.Right) - page.Min(line => line.Left));
            for (var i = 1; i < page.Count; i++)
            {
                var leading = (page[i - 1].Baseline - page[i].Baseline) / size;
                if (leading is >= LeastLeading and <= GreatestLeading && page[i - 1].Right - page[i - 1].Left >= full && IsOfSize(page[i], size) && IsOfSize(page[i - 1], size))
                {
                    var step = (int)Math.Round(leading / LeadingStep);
                    steps[step] = steps.GetValueOrDefault(step) + 1;
                }
            }
        }

        // Where most paragraphs have a line each, there are more gaps between them than lines below each other.
        var most = steps.Count == 0 ? 0 : steps.Values.Max();
        return most == 0 ? UsualLeading : steps.Where(step => step.Value * 4 >= most).Min(step => step.Key) * LeadingStep;
    }

    private static bool IsOfSize(PrintedLine line, double size) => Math.Abs(line.Size - size) < size / 10;
}
