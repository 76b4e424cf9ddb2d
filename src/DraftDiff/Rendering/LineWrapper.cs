using System.Runtime.InteropServices;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>
/// Breaks styled texts into lines of so many cells: at spaces and between Han characters, where no line begins with a
/// closing punctuation mark or ends with an opening one (the part of Unicode Standard Annex 14 that drafts need). No line
/// ends at a hyphen, which could be taken for one that was added. What has no such place and does not fit is broken between
/// clusters. There is at least one line.
/// </summary>
/// <param name="texts">The texts, one behind the other.</param>
/// <param name="width">The cells of a line.</param>
/// <param name="line">What a line is put in, and the next one in its place.</param>
internal ref struct LineWrapper(ReadOnlySpan<StyledText> texts, int width, List<LinePiece> line)
{
    private readonly ReadOnlySpan<StyledText> _texts = texts;
    private Place _next;
    private bool _isBegun;

    /// <summary>The pieces of a line, up to the next one.</summary>
    public readonly ReadOnlySpan<LinePiece> Current => CollectionsMarshal.AsSpan(line);

    public readonly LineWrapper GetEnumerator() => this;

    /// <summary>
    /// Makes the next line. No more is read than what stands on it and the first character that does not fit, so a text of
    /// any length costs what its lines cost.
    /// </summary>
    public bool MoveNext()
    {
        var isFirst = !_isBegun;
        _isBegun = true;

        // Spaces may hang over the end of a line, and are not written there.
        var (start, end, lineWidth) = (_next, _next, 0);
        (Place End, Place Next)? lastBreak = null;
        var before = default(Cluster);
        while (TryRead(out var cluster))
        {
            if (!before.IsEmpty)
            {
                if (MayBreak(before, cluster))
                {
                    lastBreak = (end, cluster.Start);
                }

                if (lineWidth + cluster.Width > width && !IsSpace(cluster))
                {
                    (end, _next) = lastBreak ?? (end, cluster.Start);
                    Cut(start, end);
                    return true;
                }
            }

            lineWidth += cluster.Width;
            _next = cluster.End;
            end = IsSpace(cluster) ? end : _next;
            before = cluster;
        }

        Cut(start, end);
        return !before.IsEmpty || isFirst;
    }

    /// <summary>The cells of a line.</summary>
    public static int WidthOf(ReadOnlySpan<LinePiece> line)
    {
        var width = 0;
        foreach (var piece in line)
        {
            width += CellWidth.Of(piece.Open) + CellWidth.Of(piece.Words) + CellWidth.Of(piece.Close);
        }

        return width;
    }

    private readonly bool MayBreak(in Cluster before, in Cluster after)
    {
        var (text, start) = (_texts[before.Start.Text], before.Start.At);
        var (last, first) = (text.Text[start], FirstOf(after));
        var isEnd = before.End.At == text.Text.Length;

        // As most pairs are, and not looked for among the marks.
        if (!isEnd && Punctuation.IsNone(last) && Punctuation.IsNone(first))
        {
            return Punctuation.IsEastAsian(last) || Punctuation.IsEastAsian(first);
        }

        var areMarks = isEnd && text.Close.Length > 0 && IsMarkedStart(after);
        if ((first == ' ' && !areMarks) || Punctuation.Closes(first))
        {
            return false;
        }

        // No mark stands at the end of a line with nothing but a space behind it.
        if (last == ' ')
        {
            return !IsMarkedStart(before) || isEnd;
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
            || (last == '—' && char.IsLetter(first) && start > 0 && char.IsLetter(text.Text[start - 1]));
    }

    private readonly char FirstOf(in Cluster cluster) => _texts[cluster.Start.Text].Text[cluster.Start.At];

    private readonly bool IsMarkedStart(in Cluster cluster) => cluster.Start.At == 0 && _texts[cluster.Start.Text].Open.Length > 0;

    private readonly bool IsSpace(in Cluster cluster) => cluster.Width == 1 && FirstOf(cluster) == ' ';

    private bool TryRead(out Cluster cluster)
    {
        while (_next.Text < _texts.Length && _next.At == _texts[_next.Text].Text.Length)
        {
            _next = new Place(_next.Text + 1, 0);
        }

        if (_next.Text == _texts.Length)
        {
            cluster = default;
            return false;
        }

        ref readonly var text = ref _texts[_next.Text];
        var start = _next.At;
        var end = start + Clusters.LengthAt(text.Text, start);
        var cells = CellWidth.Of(text.Text.AsSpan(start, end - start));
        cells += start == 0 ? CellWidth.Of(text.Open) : 0;
        cells += end == text.Text.Length ? CellWidth.Of(text.Close) : 0;
        cluster = new Cluster(_next, new Place(_next.Text, end), cells);
        return true;
    }

    private void Cut(Place start, Place end)
    {
        line.Clear();
        for (var i = start.Text; i <= end.Text && i < _texts.Length; i++)
        {
            var span = TextSpan.FromBounds(i == start.Text ? start.At : 0, i == end.Text ? end.At : _texts[i].Text.Length);
            if (!span.IsEmpty)
            {
                line.Add(new LinePiece(_texts[i], span));
            }
        }
    }

    /// <summary>A place in one of the texts.</summary>
    private readonly record struct Place(int Text, int At);

    /// <summary>A cluster of a text, as wide as it is with the marks that stand at the ends of the text.</summary>
    private readonly record struct Cluster(Place Start, Place End, int Width)
    {
        public bool IsEmpty => Start == End;
    }
}

/// <summary>What of a text stands on a line.</summary>
internal readonly record struct LinePiece(StyledText Text, TextSpan Span)
{
    /// <summary>How it is drawn.</summary>
    public TextStyle Style => Text.Style;

    /// <summary>The mark before it; empty where it is not the beginning of its text.</summary>
    public string Open => Span.Start == 0 ? Text.Open : "";

    /// <summary>The words.</summary>
    public ReadOnlySpan<char> Words => Text.Text.AsSpan(Span.Start, Span.Length);

    /// <summary>The mark behind it; empty where it is not the end of its text.</summary>
    public string Close => Span.End == Text.Text.Length ? Text.Close : "";
}
