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
/// A physical line: from <see cref="Start"/> to <see cref="Next"/>, where the next one begins; its content, without
/// white space at its ends and without what ends the line, from <see cref="ContentStart"/> to <see cref="ContentEnd"/>.
/// </summary>
internal struct Line
{
    public int Start;
    public int ContentStart;
    public int ContentEnd;
    public int Next;
    public LineRole Role;

    /// <summary>The label of the masthead's field that the line is or goes on with, as the format of the text says; null where it says nothing.</summary>
    public string? Field;

    /// <summary>How many blank lines stand right above.</summary>
    public ushort BlanksAbove;

    public readonly bool IsBlank => ContentStart == ContentEnd;

    public readonly TextSpan Content => TextSpan.FromBounds(ContentStart, ContentEnd);
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

    public static Line[] Cut(string content)
    {
        var lines = new Line[CountOf(content)];
        var count = 0;
        var start = 0;
        ushort blanks = 0;
        while (start < content.Length)
        {
            var length = content.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? content.Length : start + length;
            var next = end;
            if (next < content.Length)
            {
                next += content[end] == '\r' && end + 1 < content.Length && content[end + 1] == '\n' ? 2 : 1;
            }

            var line = new Line { Start = start, ContentStart = start, ContentEnd = end, Next = next, BlanksAbove = blanks };
            while (line.ContentStart < end && Characters.IsSpace(content[line.ContentStart]))
            {
                line.ContentStart++;
            }

            while (line.ContentEnd > line.ContentStart && Characters.IsSpace(content[line.ContentEnd - 1]))
            {
                line.ContentEnd--;
            }

            line.Role = line.IsBlank ? LineRole.Blank : LineRole.Body;
            blanks = line.IsBlank ? (ushort)Math.Min(blanks + 1, ushort.MaxValue) : (ushort)0;
            lines[count++] = line;
            start = next;
        }

        return lines;
    }

    private static int CountOf(ReadOnlySpan<char> content)
    {
        var count = content is [] or [.., '\n' or '\r'] ? 0 : 1;
        var before = '\0';
        foreach (var c in content)
        {
            count += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
            before = c;
        }

        return count;
    }
}
