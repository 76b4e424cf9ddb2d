using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>
/// Breaks styled text into lines of so many cells: at spaces, after a hyphen, and between Han characters, where no line
/// begins with a closing punctuation mark or ends with an opening one (the part of Unicode Standard Annex 14 that
/// drafts need). What has no such place and does not fit is broken between clusters.
/// </summary>
internal static class LineWrapper
{
    /// <summary>The lines, at least one; each piece of a line keeps the marks that stand at its ends.</summary>
    public static ImmutableArray<ImmutableArray<StyledText>> Wrap(IReadOnlyList<StyledText> texts, int width)
    {
        var clusters = ClustersOf(texts);
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<StyledText>>();
        var lineStart = 0;
        var lineWidth = 0;
        for (var start = 0; start < clusters.Count;)
        {
            var (end, segmentWidth, spacesWidth) = NextSegment(clusters, start);
            if (lineWidth + segmentWidth <= width)
            {
                lineWidth += segmentWidth + spacesWidth;
                start = end;
            }
            else if (lineStart < start)
            {
                lines.Add(Cut(texts, clusters, lineStart, start));
                (lineStart, lineWidth) = (start, 0);
            }
            else
            {
                var last = start + 1;
                for (var taken = clusters[start].Width; last < end && taken + clusters[last].Width <= width; last++)
                {
                    taken += clusters[last].Width;
                }

                lines.Add(Cut(texts, clusters, start, last));
                while (last < end && clusters[last].IsSpace)
                {
                    last++;
                }

                (lineStart, start) = (last, last);
            }
        }

        if (lineStart < clusters.Count || lines.Count == 0)
        {
            lines.Add(Cut(texts, clusters, lineStart, clusters.Count));
        }

        return lines.ToImmutable();
    }

    /// <summary>The cells of a line.</summary>
    public static int WidthOf(ImmutableArray<StyledText> line) =>
        line.Sum(piece => CellWidth.Of(piece.Open) + CellWidth.Of(piece.Text) + CellWidth.Of(piece.Close));

    private static List<Cluster> ClustersOf(IReadOnlyList<StyledText> texts)
    {
        var clusters = new List<Cluster>();
        for (var index = 0; index < texts.Count; index++)
        {
            var (text, _, open, close) = texts[index];
            foreach (var span in Clusters.Of(text))
            {
                var width = CellWidth.Of(text.AsSpan(span.Start, span.Length))
                    + (span.Start == 0 ? CellWidth.Of(open) : 0)
                    + (span.End == text.Length ? CellWidth.Of(close) : 0);
                var isSpace = text[span.Start] == ' ' && width == 1;
                var breaksBefore = clusters.Count > 0 && MayBreak(texts, clusters[^1], index, span.Start);
                clusters.Add(new Cluster(index, span, width, isSpace, breaksBefore));
            }
        }

        return clusters;
    }

    /// <summary>What can't be broken, from a cluster on, and the spaces after it, which may hang over the end of a line.</summary>
    private static (int End, int Width, int SpacesWidth) NextSegment(List<Cluster> clusters, int start)
    {
        var (width, spaces) = (0, 0);
        var end = start;
        do
        {
            if (clusters[end].IsSpace)
            {
                spaces++;
            }
            else
            {
                width += spaces + clusters[end].Width;
                spaces = 0;
            }

            end++;
        }
        while (end < clusters.Count && !clusters[end].BreaksBefore);
        return (end, width, spaces);
    }

    private static bool MayBreak(IReadOnlyList<StyledText> texts, Cluster before, int afterIndex, int afterStart)
    {
        var textBefore = texts[before.Text];
        var textAfter = texts[afterIndex];
        var first = textBefore.Text[before.Span.Start];
        var last = textAfter.Text[afterStart];
        if (last == ' ' || Punctuation.Closes(last))
        {
            return false;
        }

        if (first == ' ')
        {
            return true;
        }

        if (before.Text != afterIndex && textBefore.Close.Length > 0 && textAfter.Open.Length > 0)
        {
            return true;
        }

        if (Punctuation.Opens(first) || (first == '—' && last == '—'))
        {
            return false;
        }

        return Punctuation.IsEastAsian(first)
            || Punctuation.IsEastAsian(last)
            || (first is '-' or '–' or '—'
                && char.IsLetter(last)
                && before.Span.Start > 0
                && char.IsLetter(textBefore.Text[before.Span.Start - 1]));
    }

    private static ImmutableArray<StyledText> Cut(IReadOnlyList<StyledText> texts, List<Cluster> clusters, int start, int end)
    {
        while (end > start && clusters[end - 1].IsSpace)
        {
            end--;
        }

        var line = ImmutableArray.CreateBuilder<StyledText>();
        while (start < end)
        {
            var first = clusters[start];
            var last = first;
            for (; start < end && clusters[start].Text == first.Text; start++)
            {
                last = clusters[start];
            }

            var text = texts[first.Text];
            line.Add(new StyledText(
                text.Text[first.Span.Start..last.Span.End],
                text.Style,
                first.Span.Start == 0 ? text.Open : "",
                last.Span.End == text.Text.Length ? text.Close : ""));
        }

        return line.ToImmutable();
    }

    private readonly record struct Cluster(int Text, TextSpan Span, int Width, bool IsSpace, bool BreaksBefore);
}
