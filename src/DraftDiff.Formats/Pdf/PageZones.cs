using System.Globalization;
using DraftDiff.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>The lines of a page by what they are for, each from top to bottom.</summary>
/// <param name="Head">What the page adds at its top.</param>
/// <param name="Body">The text.</param>
/// <param name="Notes">Its footnotes.</param>
/// <param name="Foot">What the page adds at its bottom.</param>
internal sealed record PageZones(List<PrintedLine> Head, List<PrintedLine> Body, List<PrintedLine> Notes, List<PrintedLine> Foot)
{
    private const int MostEdgeLines = 4;
    private const double LargestNote = 0.96;
    private const double LargestNoteWithoutRule = 0.93;
    private const double WidestRule = 0.7;
    private const int ShortestTypedRule = 5;
    private const double LeastGap = 1.4;

    /// <summary>Tells the lines of all pages apart.</summary>
    public static List<PageZones> Of(IReadOnlyList<PrintedPage> pages, IReadOnlyList<List<PrintedLine>> lines, PageStyle style)
    {
        var zones = new List<PageZones>(pages.Count);
        var tops = EdgeLines(lines, fromTop: true);
        var bottoms = EdgeLines(lines, fromTop: false);
        for (var i = 0; i < pages.Count; i++)
        {
            // The first page begins with the masthead.
            var head = i == 0 ? 0 : CountAdded(tops, i, lines[i], style);
            var foot = Math.Min(CountAdded(bottoms, i, [.. Enumerable.Reverse(lines[i])], style), lines[i].Count - head);
            var body = lines[i].GetRange(head, lines[i].Count - head - foot);
            zones.Add(Divide(body, StartOfNotes(pages[i], body, style), lines[i][..head], lines[i][^foot..]));
        }

        for (var i = 0; i < zones.Count; i++)
        {
            // What is no note, and goes on with none of the page before, is text.
            if (i == 0 || zones[i - 1].Notes.Count == 0)
            {
                var first = zones[i].Notes.FindIndex(line => NoteStart.IsAt(line, style));
                first = first < 0 ? zones[i].Notes.Count : first;
                zones[i] = zones[i] with { Body = [.. zones[i].Body, .. zones[i].Notes[..first]], Notes = zones[i].Notes[first..] };
            }
        }

        if (zones.TrueForAll(page => page.Notes.Count == 0))
        {
            DivideEndnotes(zones, style);
        }

        return zones;
    }

    private static PageZones Divide(List<PrintedLine> lines, int notes, List<PrintedLine> head, List<PrintedLine> foot) =>
        new(head, lines[..notes], [.. lines[notes..].Where(line => !IsTypedRule(line))], foot);

    /// <summary>Finds the footnotes of a document that has them behind its text, without a rule and as large: from the last 1 on, or a star above it, where they are numbered in order and all marks of the text have one.</summary>
    private static void DivideEndnotes(List<PageZones> zones, PageStyle style)
    {
        var marks = zones.SelectMany(page => page.Body).SelectMany(line => MarksOf(line)).ToHashSet();
        if (marks.Count == 0)
        {
            return;
        }

        var numbers = new HashSet<string>();
        var least = int.MaxValue;
        for (var page = zones.Count - 1; page >= 0; page--)
        {
            var body = zones[page].Body;
            for (var i = body.Count - 1; i >= 0; i--)
            {
                if (NoteStart.LengthOf(body[i].Read(style), out var number) == 0)
                {
                    continue;
                }

                var value = number[0] == '*' ? 0 : int.Parse(number, CultureInfo.InvariantCulture);
                if (value >= least)
                {
                    return;
                }

                least = value;
                numbers.Add(number);
                if (value <= 1 && numbers.IsSupersetOf(marks))
                {
                    // A note of the masthead may stand above.
                    i -= value == 1 && i > 0 && NoteStart.LengthOf(body[i - 1].Read(style), out number) > 0 && number[0] == '*' ? 1 : 0;
                    zones[page] = Divide(body, i, zones[page].Head, zones[page].Foot);
                    for (var after = page + 1; after < zones.Count; after++)
                    {
                        zones[after] = Divide(zones[after].Body, 0, zones[after].Head, zones[after].Foot);
                    }

                    return;
                }
            }
        }
    }

    /// <summary>The numbers that stand raised in a line.</summary>
    private static IEnumerable<string> MarksOf(PrintedLine line)
    {
        var number = "";
        foreach (var glyph in line.Glyphs)
        {
            if (glyph.IsRaised && glyph.Text is [var c] && Characters.IsDigit(c))
            {
                number += glyph.Text;
                continue;
            }

            if (number.Length > 0)
            {
                yield return number;
            }

            number = "";
        }

        if (number.Length > 0)
        {
            yield return number;
        }
    }

    /// <summary>The first or the last lines of each page, from its edge on.</summary>
    private static List<List<EdgeLine>> EdgeLines(IReadOnlyList<List<PrintedLine>> lines, bool fromTop) =>
        [.. lines.Select(page => (fromTop ? page : Enumerable.Reverse(page)).Take(MostEdgeLines).Select(EdgeLine.Of).ToList())];

    /// <summary>How many lines from the edge of a page on number it, or stand on another page too, equally high, but for their numbers.</summary>
    private static int CountAdded(List<List<EdgeLine>> edges, int page, List<PrintedLine> lines, PageStyle style)
    {
        var count = 0;
        while (count < edges[page].Count && edges[page][count] is var line && (line.IsNumber || IsRepeated(edges, page, line)))
        {
            count++;
        }

        // What a page adds stands apart from the text; a year that ends a sentence does not.
        while (count > 0 && count < lines.Count && Math.Abs(lines[count - 1].Baseline - lines[count].Baseline) < LeastGap * style.Leading * style.Size)
        {
            count--;
        }

        return count;
    }

    private static bool IsRepeated(List<List<EdgeLine>> edges, int page, EdgeLine line)
    {
        // Pages on the left and on the right have heads of their own.
        for (var distance = 1; distance <= 2; distance++)
        {
            foreach (var other in (ReadOnlySpan<int>)[page - distance, page + distance])
            {
                if (other >= 0 && other < edges.Count && edges[other].Exists(each => each.IsSameAs(line)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The index of the first line of the footnotes of a page, that of a rule which is typed included.</summary>
    private static int StartOfNotes(PrintedPage page, List<PrintedLine> lines, PageStyle style)
    {
        // The highest rule below which all is small.
        var start = lines.Count;
        while (start > 0 && IsSmall(lines[start - 1], style, LargestNote))
        {
            start--;
        }

        for (var i = start; i < lines.Count; i++)
        {
            if (IsTypedRule(lines[i]) || (NoteStart.IsAt(lines[i], style) && HasRuleAbove(page, lines, i)))
            {
                // A star of the masthead may have its note above the rule.
                while (i > start && NoteStart.IsAt(lines[i - 1], style))
                {
                    i--;
                }

                return i;
            }
        }

        // A typed rule is as large as the text.
        if (start > 0 && start < lines.Count && IsTypedRule(lines[start - 1]))
        {
            return start - 1;
        }

        // A rule that goes on with the notes of the page before.
        for (var i = start; i < lines.Count; i++)
        {
            if (HasRuleAbove(page, lines, i))
            {
                return i;
            }
        }

        // No rule, but small lines that begin with a star, or with a number that the text has.
        for (var i = start; i < lines.Count; i++)
        {
            if (IsSmall(lines[i], style, LargestNoteWithoutRule) && NoteStart.LengthOf(lines[i].Read(style), out var number) > 0
                && (number[0] == '*' || lines[i].Read(style)[0].IsRaised || lines[..i].Exists(line => MarksOf(line).Contains(number))))
            {
                return i;
            }
        }

        return lines.Count;
    }

    private static bool IsSmall(PrintedLine line, PageStyle style, double largest) => line.Size <= largest * style.Size || IsTypedRule(line);

    private static bool HasRuleAbove(PrintedPage page, List<PrintedLine> lines, int index)
    {
        var top = index == 0 ? double.MaxValue : lines[index - 1].Baseline;
        return page.Rules.Exists(rule => rule.Right - rule.Left <= WidestRule * page.Width && rule.Height > lines[index].Baseline && rule.Height <= top);
    }

    private static bool IsTypedRule(PrintedLine line) =>
        line.Glyphs.Count(glyph => !glyph.IsSpace) >= ShortestTypedRule && line.Glyphs.TrueForAll(glyph => glyph.IsSpace || glyph.Text is "_" or "―" or "─" or "—");
}
