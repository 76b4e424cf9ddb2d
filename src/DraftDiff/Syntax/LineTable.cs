using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>What a line of the source is for.</summary>
internal enum LineRole : byte
{
    /// <summary>White space only.</summary>
    Blank,

    /// <summary>Text of the draft.</summary>
    Body,

    /// <summary>What the page adds: running symbol, page number, job number, link.</summary>
    Furniture,

    /// <summary>The rule above the footnotes of a page.</summary>
    Rule,

    /// <summary>Text of a footnote.</summary>
    Note,
}

/// <summary>
/// A physical line: from <see cref="Start"/> to where the next one begins; its content, without white space at its ends
/// and without what ends the line, from <see cref="ContentStart"/> to <see cref="ContentEnd"/>. A long text has tens of
/// thousands of them, so what is asked of lines again and again is found once, and kept in few bytes.
/// </summary>
internal struct Line
{
    /// <summary>The width that wider lines have too: nothing depends on that of a line longer than any that was wrapped.</summary>
    public const ushort MaxWidth = 400;

    public int Start;
    public int ContentStart;
    public int ContentEnd;

    /// <summary>The width of the content in cells, at most <see cref="MaxWidth"/>.</summary>
    public ushort Width;

    /// <summary>How many blank lines stand right above; 255 where there are more.</summary>
    public byte BlanksAbove;

    // Two kinds of a few values each share a byte, for sixteen bytes a line in place of twenty.
    private byte _kinds;

    public LineRole Role
    {
        readonly get => (LineRole)(_kinds & 0x0F);
        set => _kinds = (byte)((_kinds & 0xF0) | (int)value);
    }

    /// <summary>How the content ends.</summary>
    public LineEnding Ending
    {
        readonly get => (LineEnding)(_kinds >> 4);
        private set => _kinds = (byte)((_kinds & 0x0F) | ((int)value << 4));
    }

    public readonly bool IsBlank => ContentStart == ContentEnd;

    public readonly TextSpan Content => TextSpan.FromBounds(ContentStart, ContentEnd);

    /// <summary>Finds what depends on the content, once it is known where that begins and ends.</summary>
    public void Measure(string content)
    {
        var longest = Math.Min(ContentEnd - ContentStart, MaxWidth);
        Width = (ushort)Math.Min(Characters.WidthOf(content.AsSpan(ContentStart, longest)), MaxWidth);
        Ending = LineEndings.Of(content, ContentStart, ContentEnd);
    }
}

/// <summary>Cuts a text into its physical lines.</summary>
internal static class LineTable
{
    /// <summary>The index of the line that holds a position.</summary>
    public static int IndexOf(ReadOnlySpan<Line> lines, int position)
    {
        var (first, after) = (0, lines.Length);
        while (after - first > 1)
        {
            var middle = (first + after) / 2;
            (first, after) = lines[middle].Start <= position ? (middle, after) : (first, middle);
        }

        return first;
    }

    /// <summary>Where a line ends, what ends it included.</summary>
    public static int EndOf(string content, ReadOnlySpan<Line> lines, int index) =>
        index + 1 < lines.Length ? lines[index + 1].Start : content.Length;

    public static Line[] Cut(string content)
    {
        var lines = new Line[CountOf(content)];
        var count = 0;
        var start = 0;
        byte blanks = 0;
        while (start < content.Length)
        {
            var length = content.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? content.Length : start + length;
            var next = end;
            if (next < content.Length)
            {
                next += content[end] == '\r' && end + 1 < content.Length && content[end + 1] == '\n' ? 2 : 1;
            }

            ref var line = ref lines[count++];
            line.Start = start;
            line.BlanksAbove = blanks;
            while (start < end && Characters.IsSpace(content[start]))
            {
                start++;
            }

            while (end > start && Characters.IsSpace(content[end - 1]))
            {
                end--;
            }

            (line.ContentStart, line.ContentEnd) = (start, end);
            if (line.IsBlank)
            {
                blanks = (byte)Math.Min(blanks + 1, byte.MaxValue);
            }
            else
            {
                line.Role = LineRole.Body;
                line.Measure(content);
                blanks = 0;
            }

            start = next;
        }

        return lines;
    }

    private static int CountOf(ReadOnlySpan<char> content)
    {
        var feeds = Characters.CountInRange(content, '\n', '\n');
        var returns = Characters.CountInRange(content, '\r', '\r');
        var pairs = returns == 0 ? 0 : content.Count("\r\n");
        var last = content is [] or [.., '\n' or '\r'] ? 0 : 1;
        return feeds + returns - pairs + last;
    }
}
