using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>
/// Breaks styled text into lines of so many cells: at spaces and between Han characters, where no line begins with a
/// closing punctuation mark or ends with an opening one (the part of Unicode Standard Annex 14 that drafts need). No line
/// ends at a hyphen, which could be taken for one that was added. What has no such place and does not fit is broken between
/// clusters. One text at a time: each begins with the buffer of the one before.
/// </summary>
internal sealed class LineWrapper
{
    private readonly List<Cluster> _line = [];

    /// <summary>
    /// The lines, at least one; each piece of a line keeps the marks that stand at its ends. A line is made as soon as the
    /// first character is read that does not fit on it, so a text of any length costs what its lines cost.
    /// </summary>
    public IEnumerable<ImmutableArray<StyledText>> Wrap(IEnumerable<StyledText> texts, int width)
    {
        var line = _line;
        line.Clear();
        var lineWidth = 0;
        var lastBreak = (Count: 0, Width: 0);
        var isFirst = true;
        foreach (var text in texts)
        {
            for (var start = 0; start < text.Text.Length;)
            {
                var cluster = Cluster.Of(text, new TextSpan(start, Clusters.LengthAt(text.Text, start)));
                start = cluster.Span.End;
                if (line.Count > 0 && MayBreak(line[^1], cluster))
                {
                    lastBreak = (line.Count, lineWidth);
                }

                // Spaces may hang over the end of a line.
                while (!cluster.IsSpace && line.Count > 0 && lineWidth + cluster.Width > width)
                {
                    var end = lastBreak.Count > 0 ? lastBreak : (Count: line.Count, Width: lineWidth);
                    yield return Cut(line, end.Count);
                    isFirst = false;
                    line.RemoveRange(0, end.Count);
                    lineWidth -= end.Width;
                    lastBreak = (0, 0);
                }

                line.Add(cluster);
                lineWidth += cluster.Width;
            }
        }

        if (line.Count > 0 || isFirst)
        {
            yield return Cut(line, line.Count);
        }
    }

    /// <summary>The cells of a line.</summary>
    public static int WidthOf(ImmutableArray<StyledText> line) =>
        line.Sum(piece => CellWidth.Of(piece.Open) + CellWidth.Of(piece.Text) + CellWidth.Of(piece.Close));

    private static bool MayBreak(Cluster before, Cluster after)
    {
        var (last, first) = (before.First, after.First);
        var areMarks = before.IsEnd && before.Text.Close.Length > 0 && after.IsMarkedStart;
        if ((first == ' ' && !areMarks) || Punctuation.Closes(first))
        {
            return false;
        }

        // No mark stands at the end of a line with nothing but a space behind it.
        if (last == ' ')
        {
            return !before.IsMarkedStart || before.IsEnd;
        }

        if (areMarks)
        {
            return true;
        }

        if (Punctuation.Opens(last) || (last == '—' && first == '—'))
        {
            return false;
        }

        return Punctuation.IsEastAsian(last)
            || Punctuation.IsEastAsian(first)
            || (last == '—' && char.IsLetter(first) && before.Span.Start > 0 && char.IsLetter(before.Text.Text[before.Span.Start - 1]));
    }

    private static ImmutableArray<StyledText> Cut(List<Cluster> clusters, int end)
    {
        while (end > 0 && clusters[end - 1].IsSpace)
        {
            end--;
        }

        var line = ImmutableArray.CreateBuilder<StyledText>();
        for (var start = 0; start < end;)
        {
            var first = clusters[start];
            var last = first;
            for (start++; start < end && !clusters[start].IsStart; start++)
            {
                last = clusters[start];
            }

            line.Add(first.Text with
            {
                Text = first.Text.Text[first.Span.Start..last.Span.End],
                Open = first.IsStart ? first.Text.Open : "",
                Close = last.IsEnd ? first.Text.Close : "",
            });
        }

        return line.DrainToImmutable();
    }

    /// <summary>A cluster of a text, as wide as it is with the marks that stand at the ends of the text.</summary>
    private readonly record struct Cluster(StyledText Text, TextSpan Span, int Width)
    {
        public bool IsStart => Span.Start == 0;

        public bool IsMarkedStart => IsStart && Text.Open.Length > 0;

        public bool IsEnd => Span.End == Text.Text.Length;

        public char First => Text.Text[Span.Start];

        public bool IsSpace => First == ' ' && Width == 1;

        public static Cluster Of(StyledText text, TextSpan span)
        {
            var width = CellWidth.Of(text.Text.AsSpan(span.Start, span.Length));
            width += span.Start == 0 ? CellWidth.Of(text.Open) : 0;
            width += span.End == text.Text.Length ? CellWidth.Of(text.Close) : 0;
            return new Cluster(text, span, width);
        }
    }
}
