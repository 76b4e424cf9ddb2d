using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Finds the footnotes: below a rule, until the text goes on; and without a rule, where a page or the text ends or
/// between paragraphs, what begins with a number that the text above is marked with.
/// </summary>
internal sealed class NoteReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly int _opening;
    private readonly DraftingConventions _conventions;
    private readonly PageLayout _layout;
    private readonly MarkPlaces _places;
    private readonly List<PageNote> _notes = [];
    private readonly Dictionary<int, int> _last = [];
    private readonly Dictionary<string, bool> _starred = [];
    private Dictionary<int, (int First, int Last)>? _marked;
    private int _lastNumber;

    private NoteReader(string content, Line[] lines, int opening, DraftingConventions conventions, PageLayout layout, MarkPlaces places)
    {
        _content = content;
        _lines = lines;
        _opening = opening;
        _conventions = conventions;
        _layout = layout;
        _places = places;
    }

    /// <summary>Finds the footnotes in the order of the text, and gives their lines their role.</summary>
    public static List<PageNote> Read(
        string content, Line[] lines, int opening, DraftingConventions conventions, PageLayout layout, MarkPlaces places)
    {
        var reader = new NoteReader(content, lines, opening, conventions, layout, places);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Rule)
            {
                i = reader.ReadBlock(i, i + 1) - 1;
            }
            else if (lines[i].Role == LineRole.Body && i != opening && reader.BeginsBlock(i))
            {
                i = reader.ReadBlock(i, i) - 1;
            }
        }

        return reader._notes;
    }

    /// <summary>Reads the footnotes from a line on and gives the line after them.</summary>
    /// <param name="block">The line at which the block begins: a rule, or the first footnote.</param>
    /// <param name="from">The line from which on there may be footnotes.</param>
    private int ReadBlock(int block, int from)
    {
        var next = from;
        var ruled = block < from;
        while (FindBody(next) is >= 0 and var first && TryReadLabel(first, inBlock: next > from, ruled, out var label, out var span))
        {
            var last = first;
            _lines[first].Role = LineRole.Note;
            if (label[0] != '*')
            {
                _lastNumber = ValueOf(label);
                _last[_lastNumber] = span.Start;
            }

            while (FindBody(last + 1) is >= 0 and var following && NoteGoesOn(last, following, ruled))
            {
                last = following;
                _lines[following].Role = LineRole.Note;
            }

            _notes.Add(new PageNote(label, first, last, span, block));
            next = last + 1;
        }

        return next;
    }

    /// <summary>True where a line belongs to the footnote whose last line so far is <paramref name="last"/>.</summary>
    private bool NoteGoesOn(int last, int line, bool ruled)
    {
        // What the page adds stands below its footnotes.
        for (var i = last + 1; i < line; i++)
        {
            if (_lines[i].Role is LineRole.Furniture or LineRole.Rule)
            {
                return false;
            }
        }

        if (line == _opening || PageLayout.HasFormFeed(_content, _lines[last], _lines[line]) || TryReadLabel(line, true, ruled, out _, out _))
        {
            return false;
        }

        // Where paragraphs are indented, so is the next footnote, and so does a PDF's text begin a page.
        if (_layout.IndentsBegin)
        {
            return !_layout.IsIndented(_content, _lines[line]);
        }

        return _lines[last].Ending < LineEnding.Semicolon
            && !(_lines[line].BlanksAbove > 0 ? _layout.BlankLinesSeparate : _layout.LineEndsSeparate)
            && !PrintedLabel.TryReadNumber(_content, _lines[line].Content, out _);
    }

    /// <summary>
    /// True where footnotes begin without a rule above them, at the end of a page or of the text or between two paragraphs.
    /// </summary>
    private bool BeginsBlock(int index) =>
        MayBeLabel(_content[_lines[index].ContentStart])
        && TryReadLabel(index, false, false, out _, out _) && (IsApart(index) || EndsPage(index));

    private static bool MayBeLabel(char first) => Characters.IsDigit(first) || NoteLabel.IsStar(first) || Characters.RaisedDigitValue(first) >= 0;

    /// <summary>Reads a star, or the number that is due, at the beginning of a line.</summary>
    private bool TryReadLabel(int index, bool inBlock, bool ruled, out string label, out TextSpan span)
    {
        if (!NoteLabel.TryRead(_content, _lines[index], out label, out span, out var style))
        {
            return false;
        }

        if (style == NoteStyle.Star)
        {
            return ruled || IsStarred(label);
        }

        // A page can begin with "8 日至 12 日", "4 December" or, in Arabic, with the paragraph "4 -".
        var text = _content.AsSpan(span.End, _lines[index].ContentEnd - span.End).TrimStart();
        if (text.IsEmpty || (style == NoteStyle.Plain
            && (_places.IsMeasured(text) || char.IsLower(text[0]) || WordList.StartsWithAny(text, _conventions.MonthWords)
                || PrintedLabel.TryReadNumber(_content, _lines[index].Content, out _))))
        {
            return false;
        }

        var number = ValueOf(label);
        var due = _lastNumber + 1;
        if (ruled && (number == due || (!inBlock && number > due && number < due + 10)))
        {
            return true;
        }

        // Elsewhere the text above tells, by a mark of that number that no footnote has yet.
        _marked ??= _places.Find(_lines);
        if (!_marked.TryGetValue(number, out var mark) || mark.First >= _lines[index].Start)
        {
            return false;
        }

        return !_last.TryGetValue(number, out var same) || (mark.Last > same && (ruled || style != NoteStyle.Plain));
    }

    /// <summary>True where one line alone begins with these stars; its mark may stand on a symbol that the text lacks.</summary>
    private bool IsStarred(string stars)
    {
        if (_starred.TryGetValue(stars, out var known))
        {
            return known;
        }

        var beginnings = 0;
        foreach (ref readonly var line in _lines.AsSpan())
        {
            var text = _content.AsSpan(line.ContentStart, line.Content.Length);

            // A list has a star before each of its items; a star alone on a line is a raised mark.
            if (line.Role == LineRole.Body && text.Length > stars.Length && text.StartsWith(stars, StringComparison.Ordinal))
            {
                beginnings++;
            }
        }

        return _starred[stars] = beginnings == 1;
    }

    /// <summary>True where a line stands apart from the text above, whose sentence has ended.</summary>
    private bool IsApart(int index)
    {
        var above = index - 1;
        while (above >= 0 && _lines[above].Role is LineRole.Blank or LineRole.Furniture)
        {
            above--;
        }

        return above < 0 || _lines[above].Role == LineRole.Note
            || ((_lines[index].BlanksAbove > 0 ? _layout.BlankLinesSeparate : _layout.LineEndsSeparate)
                && _lines[above].Ending != LineEnding.Open);
    }

    /// <summary>True where nothing but a few footnotes stands between a line and the end of its page or of the text.</summary>
    private bool EndsPage(int index)
    {
        var labels = 0;
        var lines = 0;
        var i = index;
        for (; i < _lines.Length && _lines[i].Role is LineRole.Body or LineRole.Blank; i++)
        {
            if (i > index && PageLayout.HasFormFeed(_content, _lines[i - 1], _lines[i]))
            {
                break;
            }

            if (_lines[i].Role == LineRole.Body)
            {
                lines++;
                labels += TryReadLabel(i, true, false, out _, out _) ? 1 : 0;
                if (lines > labels * LongestNote)
                {
                    return false;
                }
            }
        }

        // Above the rule of a page's footnotes is text.
        return i == _lines.Length || _lines[i].Role != LineRole.Rule
            || FindBody(i + 1) is not (>= 0 and var note) || !NoteLabel.TryRead(_content, _lines[note], out _, out _, out _);
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

    private const int LongestNote = 4;

    private static int ValueOf(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
