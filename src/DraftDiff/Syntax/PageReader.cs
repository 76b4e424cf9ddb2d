using System.Globalization;
using System.Runtime.InteropServices;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>A footnote as its page has it: the label, and the text to the end of its last line.</summary>
/// <param name="Label">The number as printed, or a star.</param>
/// <param name="FirstLine">The line it begins on.</param>
/// <param name="LastLine">The line it ends on.</param>
/// <param name="LabelSpan">Where the label stands.</param>
/// <param name="BlockLine">The line at which its page's block of footnotes begins: that of the rule, if there is one.</param>
internal sealed record PageNote(string Label, int FirstLine, int LastLine, TextSpan LabelSpan, int BlockLine);

/// <summary>
/// Tells what pages add to a text, and so finds the text itself: running symbols, page numbers, job numbers and links
/// are furniture; what stands below a rule is footnotes, until the text goes on.
/// </summary>
internal sealed class PageReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly int _opening;
    private readonly DraftingConventions _conventions;
    private readonly List<PageNote> _notes = [];
    private PageLayout _layout;
    private int _lastNumber;

    private PageReader(string content, Line[] lines, int opening, DraftingConventions conventions)
    {
        _conventions = conventions;
        _opening = opening;
        _content = content;
        _lines = lines;
    }

    /// <summary>Gives every line its role and finds the footnotes, in the order of the text.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines, whose roles are set.</param>
    /// <param name="opening">The line of the opening, which always is text; running heads stand only after it. -1 where there is none.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <param name="layout">How the text is laid out.</param>
    public static List<PageNote> Read(
        string content, Line[] lines, int opening, DraftingConventions conventions, out PageLayout layout)
    {
        var reader = new PageReader(content, lines, opening, conventions);
        reader.FindFurniture();

        // The layout is seen once without what pages add, and once more when footnotes are known.
        var body = lines.AsSpan(Math.Max(opening, 0));
        reader._layout = PageLayout.Of(content, body);
        reader.FindNotes();
        layout = PageLayout.Of(content, body);
        return reader._notes;
    }

    private void FindFurniture()
    {
        var runningHeads = CountRunningHeads();
        FindPlainPageNumbers();
        for (var i = 0; i < _lines.Length; i++)
        {
            ref var line = ref _lines[i];
            if (line.Role != LineRole.Body || i == _opening)
            {
                continue;
            }

            var text = TextOf(line);
            if (IsRule(text))
            {
                line.Role = LineRole.Rule;
            }
            else if (text.Length <= LongestFurniture && (IsLink(text) || (IsPageNumber(text) && !IsResolutionNumber(i, text))))
            {
                line.Role = LineRole.Furniture;
            }
            else if (i > _opening && StartsWithSymbol(text)
                && (runningHeads.GetValueOrDefault(text.ToString()) > 1 || (IsBelowFurniture(i) && text.IndexOf(' ') < 0)))
            {
                line.Role = LineRole.Furniture;
            }
        }
    }

    /// <summary>
    /// A number alone on a line may be a footnote mark; where all of them count on, one by one, they number pages. A
    /// number between dashes always does.
    /// </summary>
    private void FindPlainPageNumbers()
    {
        var plain = new List<int>();
        var countsOn = true;
        var last = 0;
        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].Role != LineRole.Body || _lines[i].Content.Length > LongestPageNumber)
            {
                continue;
            }

            var text = TextOf(_lines[i]);
            var number = text.Trim("-–— ");
            if (number.IsEmpty || number.Length > 3 || number.IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                continue;
            }

            if (number.Length < text.Length)
            {
                _lines[i].Role = LineRole.Furniture;
                continue;
            }

            countsOn &= plain.Count == 0 || (ValueOf(number) == last + 1 && i - plain[^1] >= ShortestPage);
            last = ValueOf(number);
            plain.Add(i);
        }

        foreach (var line in countsOn && plain.Count > 1 ? plain : [])
        {
            _lines[line].Role = LineRole.Furniture;
        }
    }

    private bool IsBelowFurniture(int index)
    {
        do
        {
            index--;
        }
        while (index >= 0 && _lines[index].IsBlank);

        return index >= 0 && _lines[index].Role == LineRole.Furniture;
    }

    /// <summary>
    /// Counts the lines that begin with a symbol, alone or with the title behind it: one that comes again is a running
    /// head. The masthead's own symbol counts too.
    /// </summary>
    private Dictionary<string, int> CountRunningHeads()
    {
        var counts = new Dictionary<string, int>();
        foreach (ref readonly var line in _lines.AsSpan())
        {
            if (line.Role == LineRole.Body && line.Content.Length <= LongestFurniture && StartsWithSymbol(TextOf(line)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, TextOf(line).ToString(), out _)++;
            }
        }

        return counts;
    }

    private ReadOnlySpan<char> TextOf(in Line line) => _content.AsSpan(line.ContentStart, line.Content.Length);

    private void FindNotes()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].Role == LineRole.Rule)
            {
                i = ReadNotes(i) - 1;
            }
        }
    }

    /// <summary>Reads the footnotes below a rule and gives the line after them.</summary>
    private int ReadNotes(int rule)
    {
        var next = rule + 1;
        var any = false;
        while (FindBody(next) is >= 0 and var first && TryReadNoteLabel(first, any, out var label, out var span))
        {
            any = true;
            var last = first;
            _lines[first].Role = LineRole.Note;
            while (FindBody(last + 1) is >= 0 and var following && NoteGoesOn(last, following))
            {
                last = following;
                _lines[following].Role = LineRole.Note;
            }

            _notes.Add(new PageNote(label, first, last, span, rule));
            _lastNumber = label[0] is '*' or '＊' ? _lastNumber : ValueOf(label);
            next = last + 1;
        }

        return next;
    }

    /// <summary>True where a line belongs to the footnote whose last line so far is <paramref name="last"/>.</summary>
    private bool NoteGoesOn(int last, int line)
    {
        // What the page adds stands below its footnotes.
        for (var i = last + 1; i < line; i++)
        {
            if (_lines[i].Role is LineRole.Furniture or LineRole.Rule)
            {
                return false;
            }
        }

        if (PageLayout.HasFormFeed(_content, _lines[last], _lines[line]))
        {
            return false;
        }

        if (line == _opening || TryReadNoteLabel(line, true, out _, out _))
        {
            return false;
        }

        // Where paragraphs are indented, so is the next footnote, and so does a PDF's text begin a page.
        if (_layout.IndentsBegin)
        {
            return !_layout.IsIndented(_content, _lines[line]);
        }

        var ending = PageLayout.EndingOf(_content, _lines[last]);
        return ending < LineEnding.Semicolon
            && !(_layout.BlankLinesSeparate && _lines[line].BlanksAbove > 0)
            && !PrintedLabel.TryReadNumber(_content, _lines[line].Content, out _);
    }

    /// <summary>Reads a star, or the number that is due, at the beginning of a line.</summary>
    private bool TryReadNoteLabel(int index, bool inBlock, out string label, out TextSpan span)
    {
        ref readonly var line = ref _lines[index];
        var position = line.ContentStart;
        var stars = position;
        while (stars < line.ContentEnd && _content[stars] is '*' or '＊')
        {
            stars++;
        }

        var end = stars;
        if (stars == position)
        {
            while (end < line.ContentEnd && Characters.IsDigit(_content[end]) && end - position < 4)
            {
                end++;
            }
        }

        label = _content[position..end];
        var next = end < line.ContentEnd && _content[end] == '/' ? end + 1 : end;
        span = TextSpan.FromBounds(position, next);
        if (end == position || next >= line.ContentEnd || !Characters.IsSpace(_content[next]))
        {
            return false;
        }

        if (stars > position)
        {
            return true;
        }

        // A page can begin with "8 日至 12 日".
        while (next < line.ContentEnd && Characters.IsSpace(_content[next]))
        {
            next++;
        }

        if (_conventions.MeasureWords.Contains(_content[next], StringComparison.Ordinal))
        {
            return false;
        }

        var number = ValueOf(label);
        var due = _lastNumber + 1;

        // A note out of order is one only at the beginning of a block, and not where "4 December" could stand.
        return number == due || (!inBlock && number > due && number < due + 10);
    }

    private int FindBody(int from)
    {
        while (from < _lines.Length && _lines[from].Role is not LineRole.Body)
        {
            if (_lines[from].Role == LineRole.Rule)
            {
                return -1;
            }

            from++;
        }

        return from < _lines.Length ? from : -1;
    }

    private const int LongestFurniture = 300;
    private const int LongestPageNumber = 9;
    private const int ShortestPage = 10;

    private static bool IsRule(ReadOnlySpan<char> text) => text.Length >= 5 && text.IndexOfAnyExcept("_―─—-") < 0;

    /// <summary>True for a line that is a link and nothing else.</summary>
    private static bool IsLink(ReadOnlySpan<char> text) =>
        (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal))
        && text.IndexOf(' ') < 0;

    /// <summary>True for page numbers (2/9), job numbers (17-20765, 01-66657 (E) 291101) and bar codes (*0166657*), alone or together.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> text)
    {
        var found = false;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.IsEmpty || (word.Length == 3 && word[0] == '(' && char.IsAsciiLetterUpper(word[1]) && word[2] == ')'))
            {
                continue;
            }

            if (word.Length > 4 && word[0] == '*' && word[^1] == '*' && word[1..^1].IndexOfAnyExceptInRange('0', '9') < 0)
            {
                found = true;
                continue;
            }

            var separator = word.IndexOfAny('/', '-');
            if (separator < 0)
            {
                if (word.Length is 6 && word.IndexOfAnyExceptInRange('0', '9') < 0)
                {
                    continue;
                }

                return false;
            }

            var before = word[..separator];
            var after = word[(separator + 1)..];
            if (before.IsEmpty || after.IsEmpty || before.IndexOfAnyExceptInRange('0', '9') >= 0 || after.IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                return false;
            }

            // A page number is none of a resolution: it is at most the number of pages.
            if (word[separator] == '/'
                ? before.Length > 2 || after.Length > 2 || ValueOf(before) > ValueOf(after)
                : before.Length != 2 || after.Length != 5)
            {
                return false;
            }

            found = true;
        }

        return found;
    }

    /// <summary>True for 16/21 above the opening: the number of the resolution, on the line above its title.</summary>
    private bool IsResolutionNumber(int line, ReadOnlySpan<char> text) => line < _opening && !text.ContainsAny("-*");

    private static int ValueOf(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>True for a line that begins with a document's symbol, and holds nothing else or its title.</summary>
    private static bool StartsWithSymbol(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" \t\u00A0");
        var symbol = end < 0 ? text : text[..end];
        return symbol.Length >= 5 && char.IsAsciiLetterUpper(symbol[0]) && symbol.IndexOf('/') is > 0 and < 6
            && symbol.IndexOfAnyInRange('0', '9') > 0 && symbol.IndexOfAny(",，。") < 0;
    }
}
