using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// What line ends, blank lines and indents mean in one text. A PDF's text may put blank lines between all lines, or
/// none at all; a text file may hold a paragraph on every line; only the text itself tells which.
/// </summary>
/// <param name="BlankLinesSeparate">True where a blank line ends a paragraph, false where blank lines stand between wrapped lines too.</param>
/// <param name="BlankLinesSpace">True where blank lines stand between wrapped lines.</param>
/// <param name="LineEndsSeparate">True where the end of a line ends a paragraph, false where lines are wrapped.</param>
/// <param name="LinesAreParagraphs">True where a line holds a whole paragraph, whatever separates them, if no page was ended in its middle.</param>
/// <param name="IndentsBegin">True where the first line of a paragraph is indented and no other is.</param>
/// <param name="SpacesEnd">True where the last line of a paragraph ends with a space and no other does, as PDF text has it for the end of a paragraph.</param>
/// <param name="BaseIndent">The indent, in columns, of a line that goes on.</param>
/// <param name="Width">The usual width of a wrapped line in cells; 0 where lines are not wrapped.</param>
/// <param name="IsMarked">True where the format of the text says which lines begin a paragraph: those below a blank line, or all of them where the end of a line ends one.</param>
internal readonly record struct PageLayout(
    bool BlankLinesSeparate, bool BlankLinesSpace, bool LineEndsSeparate, bool LinesAreParagraphs, bool IndentsBegin, bool SpacesEnd, int BaseIndent, int Width, bool IsMarked = false)
{
    /// <summary>A text that holds a paragraph on every line, as its format says.</summary>
    public static readonly PageLayout OfParagraphs = new(
        BlankLinesSeparate: true,
        BlankLinesSpace: false,
        LineEndsSeparate: true,
        LinesAreParagraphs: true,
        IndentsBegin: false,
        SpacesEnd: false,
        BaseIndent: 0,
        Width: 0,
        IsMarked: true);

    /// <summary>A text whose lines are those of a page, and whose format leaves a blank line above each that begins a paragraph.</summary>
    public static readonly PageLayout OfPrintedLines = OfParagraphs with { LineEndsSeparate = false, LinesAreParagraphs = false };

    /// <summary>Sees how a text is laid out, by its lines from the opening on: those of a masthead are as long as they like.</summary>
    public static PageLayout Of(string content, ReadOnlySpan<Line> lines)
    {
        int afterBlank = 0, afterBlankOpen = 0, afterLine = 0, afterLineOpen = 0;
        int labels = 0, labelsIndented = 0, labelsAfterSpace = 0, following = 0, followingIndented = 0, followingAfterSpace = 0;
        Span<int> indents = stackalloc int[MaxIndent + 1];
        Span<int> widths = stackalloc int[Line.MaxWidth + 1];
        indents.Clear();
        widths.Clear();

        foreach (ref readonly var line in lines)
        {
            if (line.Role == LineRole.Body)
            {
                widths[line.Width]++;
            }
        }

        // Short lines are headings and fields of the masthead, which end openly anywhere.
        var shortLine = MedianOf(widths) * 3 / 5;
        widths.Clear();

        // First what goes on from line to line, which also gives the indent that lines have when they go on.
        var previous = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            ref readonly var line = ref lines[i];
            if (line.Role != LineRole.Body)
            {
                if (line.Role != LineRole.Blank)
                {
                    previous = -1;
                }

                continue;
            }

            if (previous >= 0 && lines[previous].Width >= shortLine)
            {
                var open = lines[previous].Ending == LineEnding.Open;
                if (line.BlanksAbove > 0)
                {
                    afterBlank++;
                    afterBlankOpen += open ? 1 : 0;
                }
                else
                {
                    afterLine++;
                    afterLineOpen += open ? 1 : 0;
                }

                if (open)
                {
                    indents[Math.Min(IndentOf(content, line), MaxIndent)]++;
                    widths[lines[previous].Width]++;
                }
            }

            previous = i;
        }

        var baseIndent = MostOf(indents);
        previous = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            ref readonly var line = ref lines[i];
            if (line.Role != LineRole.Body)
            {
                // How a line ended that page furniture is glued to is not known.
                previous = previous >= 0 && IsCut(content, lines, previous) ? -1 : previous;
                continue;
            }

            var indented = IndentOf(content, line) > baseIndent;
            if (PrintedLabel.TryReadNumber(content, line.Content, out _))
            {
                labels++;
                labelsIndented += indented ? 1 : 0;
                labelsAfterSpace += previous >= 0 && EndsWithSpace(content, lines, previous) ? 1 : 0;
            }
            else if (previous >= 0 && lines[previous].Width >= shortLine && lines[previous].Ending == LineEnding.Open)
            {
                following++;
                followingIndented += indented ? 1 : 0;
                followingAfterSpace += EndsWithSpace(content, lines, previous) ? 1 : 0;
            }

            previous = i;
        }

        var spacesEnd = labels > 0 && labelsAfterSpace * 10 >= labels * 9 && following > 0 && followingAfterSpace * 10 <= following;

        // A heading or two that end openly say nothing yet.
        var blankLinesSpace = (afterBlankOpen * 4 > afterBlank && afterBlankOpen > 2) || (spacesEnd && afterBlankOpen > 1);
        var lineEndsSeparate = !spacesEnd && afterLine > afterBlank && afterLineOpen * 4 <= afterLine;
        return new PageLayout(
            BlankLinesSeparate: !blankLinesSpace,
            BlankLinesSpace: blankLinesSpace && afterBlank > afterLine,
            LineEndsSeparate: lineEndsSeparate,
            LinesAreParagraphs: lineEndsSeparate || (!blankLinesSpace && afterLineOpen * 4 < afterBlank),
            IndentsBegin: labels > 0 && labelsIndented * 10 >= labels * 9 && following > 0 && followingIndented * 5 <= following,
            SpacesEnd: spacesEnd,
            baseIndent,
            Width: MedianOf(widths));
    }

    /// <summary>True where a line stands further in than lines that go on do.</summary>
    public bool IsIndented(string content, in Line line) => IndentOf(content, line) > BaseIndent;

    /// <summary>
    /// True where a line was ended on purpose: the first word of the next one would have fitted on it.
    /// </summary>
    public bool EndsEarly(string content, in Line line, in Line next)
    {
        if (Width == 0)
        {
            return false;
        }

        var first = content.AsSpan(next.ContentStart, next.Content.Length);
        var word = 0;
        while (word < first.Length && !Characters.IsSpace(first[word]) && (word == 0 || !Characters.IsHan(first[word])))
        {
            word++;
        }

        var width = line.Width + Characters.WidthOf(first[..word]) + 1;

        // A proportional font gives lines of one width different numbers of characters, within about a tenth; Han
        // characters are all as wide, and only the figures among them are not.
        return Characters.IsHan(first[0]) ? width * 100 < Width * 95 : width * 10 < Width * 9;
    }

    /// <summary>True where a space ends a line, or stands alone on the next one, as behind a raised mark.</summary>
    public static bool EndsWithSpace(string content, ReadOnlySpan<Line> lines, int index)
    {
        return StartsWithSpace(lines[index].ContentEnd, LineTable.EndOf(content, lines, index))
            || (index + 1 < lines.Length && lines[index + 1].IsBlank && StartsWithSpace(lines[index + 1].Start, LineTable.EndOf(content, lines, index + 1)));

        bool StartsWithSpace(int start, int end) => start < end && content[start] is ' ' or '\t' or '\u00A0';
    }

    /// <summary>True where page furniture was glued behind a line's text, so that how the line itself ended is not known.</summary>
    public static bool IsCut(string content, ReadOnlySpan<Line> lines, int index) =>
        index + 1 < lines.Length
        && content.AsSpan(lines[index].ContentEnd, lines[index + 1].Start - lines[index].ContentEnd).IndexOfAny('\n', '\r') < 0;

    /// <summary>True where a page was ended between two lines.</summary>
    public static bool HasFormFeed(string content, in Line above, in Line below) =>
        content.AsSpan(above.ContentEnd, below.ContentStart - above.ContentEnd).Contains('\f');

    private const int MaxIndent = 40;

    private static int IndentOf(string content, in Line line)
    {
        var columns = 0;
        for (var position = line.Start; position < line.ContentStart; position++)
        {
            columns += content[position] switch
            {
                '\t' => 8,
                '\u3000' => 2,
                var c => Characters.IsInvisible(c) || c == '\f' ? 0 : 1,
            };
        }

        return columns;
    }

    private static int MostOf(ReadOnlySpan<int> counts)
    {
        var most = 0;
        for (var value = 1; value < counts.Length; value++)
        {
            most = counts[value] > counts[most] ? value : most;
        }

        return most;
    }

    private static int MedianOf(ReadOnlySpan<int> counts)
    {
        var total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        var seen = 0;
        for (var value = 0; value < counts.Length; value++)
        {
            seen += counts[value];
            if (seen * 2 > total)
            {
                return value;
            }
        }

        return 0;
    }
}
