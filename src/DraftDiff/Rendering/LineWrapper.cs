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
        for (var (text, at) = start; text < _texts.Length; (text, at) = (text + 1, 0))
        {
            while (at < _texts[text].Text.Length)
            {
                var cluster = Cluster.At(at, _texts[text], width - lineWidth);
                if (before.Length > 0)
                {
                    if (MayBreak(before, cluster))
                    {
                        lastBreak = (end, new Place(text, at));
                    }

                    if (lineWidth + cluster.Width > width && !cluster.IsSpace)
                    {
                        (end, _next) = lastBreak ?? (end, new Place(text, at));
                        Cut(start, end);
                        return true;
                    }
                }

                lineWidth += cluster.Width;
                at += cluster.Length;
                end = cluster.IsSpace ? end : new Place(text, at);
                before = cluster;
                if (cluster.Letters > 1 && Punctuation.IsEastAsian(cluster.First))
                {
                    lastBreak = (new Place(text, at - 1), new Place(text, at - 1));
                }
            }
        }

        _next = new Place(_texts.Length, 0);
        Cut(start, end);
        return before.Length > 0 || isFirst;
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

    private static bool MayBreak(in Cluster before, in Cluster after)
    {
        var (last, first) = (before.First, after.First);
        var areMarks = before.IsMarkedEnd && after.IsMarkedStart;

        // As most are, and not looked for among the punctuation.
        if (before.Letters > 0 && after.Letters > 0 && !areMarks)
        {
            return Punctuation.IsEastAsian(last) || Punctuation.IsEastAsian(first);
        }

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

        return Punctuation.IsEastAsian(last) || Punctuation.IsEastAsian(first) || (last == '—' && before.IsBehindLetter && char.IsLetter(first));
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

    /// <summary>
    /// A cluster of a text, and all that the end of a line depends on: at the ends of the text it is as wide as it is with the
    /// marks there. Several letters of one script that fit on a line are taken for one, which makes wrapping twice as fast.
    /// </summary>
    private readonly record struct Cluster(
        char First, int Length, int Width, int Letters, bool IsBehindLetter = false, bool IsMarkedStart = false, bool IsMarkedEnd = false, bool IsEnd = false)
    {
        public bool IsSpace => First == ' ' && Width == 1;

        public static Cluster At(int start, in StyledText text, int room)
        {
            var words = text.Text;
            var first = words[start];
            var cells = CommonCharacters.WidthOf(first);
            if (start > 0 && cells > 0 && room > cells)
            {
                // All but the last, behind which an accent or a mark may stand.
                var letters = CommonCharacters.LettersOf(words.AsSpan(start, Math.Min(words.Length - start, (room / cells) + 1))) - 1;
                if (letters > 1)
                {
                    return new Cluster(first, letters, letters * cells, letters);
                }
            }

            var length = Clusters.LengthAt(words, start);
            var (isStart, isEnd) = (start == 0, start + length == words.Length);
            return new Cluster(
                first,
                length,
                CellWidth.Of(words.AsSpan(start, length)) + (isStart ? CellWidth.Of(text.Open) : 0) + (isEnd ? CellWidth.Of(text.Close) : 0),
                Punctuation.IsCommonLetter(first) ? 1 : 0,
                IsBehindLetter: start > 0 && first == '—' && char.IsLetter(words[start - 1]),
                IsMarkedStart: isStart && text.Open.Length > 0,
                IsMarkedEnd: isEnd && text.Close.Length > 0,
                isEnd);
        }
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
