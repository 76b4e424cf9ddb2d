namespace DraftDiff.Formats.Pdf;

/// <summary>Lines that stand below each other between the same margins, from top to bottom. Lengths are points.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Left">The left margin.</param>
/// <param name="Right">The right margin.</param>
internal sealed record Column(List<PrintedLine> Lines, double Left, double Right)
{
    private const double WidestGap = 1;
    private const double NarrowestGutter = 0.8;
    private const double NarrowestColumn = 0.25;
    private const double MiddleBegins = 0.3;
    private const double MiddleEnds = 0.7;
    private const int FewestLines = 5;

    /// <summary>The columns of a page in the order in which they are read.</summary>
    /// <param name="lines">The lines of the page from top to bottom.</param>
    /// <param name="isRightToLeft">True where the column on the right is read first.</param>
    public static List<Column> Of(List<PrintedLine> lines, bool isRightToLeft)
    {
        var columns = new List<Column>();
        var whole = new List<PrintedLine>();
        var (left, right) = lines.Count == 0 ? default : (lines.Min(line => line.Left), lines.Max(line => line.Right));
        for (var i = 0; i < lines.Count;)
        {
            if (GutterFrom(lines, i, left, right, out var end) is not { } gutter)
            {
                whole.Add(lines[i++]);
                continue;
            }

            Add(whole);
            whole = [];
            var (first, second) = Divide(lines[i..end], gutter);
            Add(isRightToLeft ? second : first);
            Add(isRightToLeft ? first : second);
            i = end;
        }

        Add(whole);
        return columns;

        void Add(List<PrintedLine> column)
        {
            if (column.Count > 0)
            {
                columns.Add(new Column(column, column.Min(line => line.Left), column.Max(line => line.Right)));
            }
        }
    }

    /// <summary>The middle of the white between two columns that begin at a line; null where none do.</summary>
    private static double? GutterFrom(List<PrintedLine> lines, int first, double pageLeft, double pageRight, out int end)
    {
        end = first;
        var width = pageRight - pageLeft;
        foreach (var (from, to) in GapsOf(lines[first]))
        {
            var (left, right) = (from, to);
            var middle = (left + right) / 2;
            if (middle < pageLeft + (MiddleBegins * width) || middle > pageLeft + (MiddleEnds * width))
            {
                continue;
            }

            int next = first, both = 0;
            double widthLeft = 0, widthRight = 0;
            while (next < lines.Count && Narrow(lines[next], ref left, ref right))
            {
                var line = lines[next++];
                if (line.Left < left && line.Right > right)
                {
                    both++;
                    widthLeft += left - line.Left;
                    widthRight += line.Right - right;
                }
            }

            if (both >= FewestLines && widthLeft >= NarrowestColumn * width * both && widthRight >= NarrowestColumn * width * both)
            {
                end = next;
                return (left + right) / 2;
            }
        }

        return null;
    }

    /// <summary>Takes from a gutter what a line covers of it; false where too little is left.</summary>
    private static bool Narrow(PrintedLine line, ref double left, ref double right)
    {
        var (from, to) = (left, right);
        var position = from;
        var (bestLeft, bestRight) = (0.0, 0.0);
        foreach (var glyph in line.Glyphs)
        {
            if (glyph.IsSpace || glyph.Right <= from)
            {
                continue;
            }

            if (glyph.Left >= to)
            {
                break;
            }

            Take(position, glyph.Left);
            position = Math.Max(position, glyph.Right);
        }

        Take(position, to);
        (left, right) = (bestLeft, bestRight);
        return right - left >= NarrowestGutter * line.Size;

        void Take(double start, double end)
        {
            if (end - start > bestRight - bestLeft)
            {
                (bestLeft, bestRight) = (start, end);
            }
        }
    }

    private static IEnumerable<(double Left, double Right)> GapsOf(PrintedLine line)
    {
        var last = double.NaN;
        foreach (var glyph in line.Glyphs)
        {
            if (glyph.IsSpace)
            {
                continue;
            }

            if (glyph.Left - last > WidestGap * line.Size)
            {
                yield return (last, glyph.Left);
            }

            last = double.IsNaN(last) ? glyph.Right : Math.Max(last, glyph.Right);
        }
    }

    private static (List<PrintedLine> Left, List<PrintedLine> Right) Divide(List<PrintedLine> lines, double gutter)
    {
        var (left, right) = (new List<PrintedLine>(), new List<PrintedLine>());
        foreach (var line in lines)
        {
            AddPart(left, line, glyph => glyph.Left < gutter);
            AddPart(right, line, glyph => glyph.Left >= gutter);
        }

        return (left, right);

        static void AddPart(List<PrintedLine> column, PrintedLine line, Predicate<Glyph> isPart)
        {
            var glyphs = line.Glyphs.FindAll(isPart);
            if (glyphs.Exists(glyph => !glyph.IsSpace))
            {
                glyphs.RemoveRange(0, glyphs.FindIndex(glyph => !glyph.IsSpace));
                column.Add(new PrintedLine(glyphs, line.Page));
            }
        }
    }
}
