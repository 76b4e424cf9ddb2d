namespace DraftDiff.Formats.Pdf;

/// <summary>
/// Puts the glyphs of a page together to lines: those that stand equally high, each with what is raised or lowered beside it.
/// </summary>
internal static class LineFinder
{
    private const double SameHeight = 0.2;
    private const double WidestGap = 1;
    private const double LargestRaised = 0.85;
    private const double LargestNumber = 0.95;
    private const double LeastRise = 0.1;
    private const double GreatestRise = 0.8;
    private const double GreatestDrop = 0.35;
    private const double FarthestRaised = 0.7;
    private const double FarthestOfNumber = 4;
    private const int LongestMark = 4;

    // No line of a page that anyone reads is longer.
    private const int LongestLine = 2000;

    /// <summary>The lines of a page from top to bottom; the parts of one that stand apart are still one line.</summary>
    public static List<PrintedLine> Find(PrintedPage page)
    {
        var strips = CutStrips(page.Glyphs);
        AttachRaised(strips);
        RaiseMarksAlone(strips);
        return [.. strips.Where(strip => strip.Exists(glyph => !glyph.IsSpace)).Select(strip => new PrintedLine(strip, page.Number)).OrderByDescending(line => line.Baseline)];
    }

    private static List<List<Glyph>> CutStrips(List<Glyph> glyphs)
    {
        var strips = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Baseline))
        {
            if (strips.Count > 0 && strips[^1][0] is var first && first.Baseline - glyph.Baseline <= SameHeight * Math.Min(first.Size, glyph.Size))
            {
                strips[^1].Add(glyph);
            }
            else
            {
                strips.Add([glyph]);
            }
        }

        strips.ForEach(strip => strip.Sort(FromLeft));
        return strips;
    }

    private static int FromLeft(Glyph one, Glyph other) => (one.Left, one.Right).CompareTo((other.Left, other.Right));

    /// <summary>Moves small glyphs that stand a little higher or lower than larger ones beside them into their line.</summary>
    private static void AttachRaised(List<List<Glyph>> strips)
    {
        for (var i = 0; i < strips.Count; i++)
        {
            if (strips[i].Count > LongestLine)
            {
                continue;
            }

            foreach (var run in RunsOf(strips[i]))
            {
                if (FindBase(strips, i, run) is { } home)
                {
                    var rise = run[0].Baseline - BaselineOf(home);
                    strips[i].RemoveAll(run.Contains);
                    home.AddRange(run.Select(glyph => glyph with { IsRaised = rise > 0 }));
                    home.Sort(FromLeft);
                }
            }
        }
    }

    /// <summary>Marks that a line's end has put on a line of their own are raised too.</summary>
    private static void RaiseMarksAlone(List<List<Glyph>> strips)
    {
        var above = 0.0;
        foreach (var strip in strips.Where(strip => strip.Exists(glyph => !glyph.IsSpace)))
        {
            var isAlone = strip.Count <= LongestMark && strip[0].Size <= LargestRaised * above && strip.TrueForAll(glyph => glyph.IsSpace || NoteStart.MarkOf(glyph.Text) is not null);
            if (isAlone)
            {
                for (var i = 0; i < strip.Count; i++)
                {
                    strip[i] = strip[i] with { IsRaised = true };
                }
            }
            else
            {
                above = strip.Max(glyph => glyph.Size);
            }
        }
    }

    /// <summary>The glyphs that stand together in a strip, without wide gaps and without a change of size.</summary>
    private static List<List<Glyph>> RunsOf(List<Glyph> strip)
    {
        var runs = new List<List<Glyph>>();
        foreach (var glyph in strip)
        {
            if (runs.Count > 0 && runs[^1][^1] is var last && glyph.Left - last.Right <= WidestGap * last.Size && Math.Abs(glyph.Size - last.Size) < SameHeight)
            {
                runs[^1].Add(glyph);
            }
            else
            {
                runs.Add([glyph]);
            }
        }

        return runs;
    }

    /// <summary>The strip whose letters a run is raised or lowered beside; null where it is a line of its own.</summary>
    private static List<Glyph>? FindBase(List<List<Glyph>> strips, int index, List<Glyph> run)
    {
        // A base stands below what is raised, and above what is lowered.
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            for (var i = index + step; i >= 0 && i < strips.Count; i += step)
            {
                if (strips[i].Count is 0 or > LongestLine)
                {
                    continue;
                }

                var rise = run[0].Baseline - BaselineOf(strips[i]);
                var largest = strips[i].Max(glyph => glyph.Size);
                if (Math.Abs(rise) > GreatestRise * largest)
                {
                    break;
                }

                if (strips[i].Exists(glyph => IsBeside(glyph, run, rise)))
                {
                    return strips[i];
                }
            }
        }

        return null;
    }

    private static double BaselineOf(List<Glyph> strip) => strip.Find(glyph => !glyph.IsRaised) is { Text: not null } glyph ? glyph.Baseline : strip[0].Baseline;

    private static bool IsBeside(Glyph glyph, List<Glyph> run, double rise) =>
        !glyph.IsSpace && run[0].Size <= (IsNumber(run) ? LargestNumber : LargestRaised) * glyph.Size
        && (rise > 0 ? rise >= LeastRise * glyph.Size && rise <= GreatestRise * glyph.Size : -rise <= GreatestDrop * glyph.Size)
        && Math.Max(run[0].Left - glyph.Right, glyph.Left - run[^1].Right) <= (IsNumber(run) ? FarthestOfNumber : FarthestRaised) * glyph.Size;

    /// <summary>True for what numbers a footnote, which stands apart from its words.</summary>
    private static bool IsNumber(List<Glyph> run) => run.TrueForAll(glyph => NoteStart.MarkOf(glyph.Text) is not null);
}
