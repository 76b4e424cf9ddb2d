using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Diagnostics;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>A part of a line that belongs to a block.</summary>
internal readonly record struct Fragment(int Start, int End, int Line);

/// <summary>A footnote mark in the source, with the label of the footnote it points at.</summary>
internal readonly record struct FoundMark(int Start, int End, string Number, string? Note);

/// <summary>
/// Finds footnote marks among the digits of a text. What decides: a mark's number is that of a footnote, or one of several
/// that count on where the text has lost its footnotes; first uses come in order; a mark stands right behind a word, a
/// quotation mark or punctuation, or, repeated, behind a space where the line breaks as it would not break for a number of
/// the text.
/// </summary>
internal sealed class FootnoteMarkReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly PageLayout _layout;
    private readonly DraftingConventions _conventions;
    private readonly MarkPlaces _places;
    private readonly NoteIndex _notes;
    private readonly ImmutableArray<MarkedMark>? _given;
    private readonly HashSet<int> _series;
    private readonly bool _starsEmphasize;
    private readonly List<Diagnostic> _diagnostics;
    private int _next;
    private int _lastNumber;

    /// <summary>Makes a reader of one text.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <param name="places">Tells where marks can stand.</param>
    /// <param name="notes">The footnotes that the text has.</param>
    /// <param name="given">The marks that the format of the text knows, beside which only stars and raised numbers are some; null where it knows of none.</param>
    /// <param name="diagnostics">Takes what there is to say.</param>
    public FootnoteMarkReader(
        string content,
        Line[] lines,
        PageLayout layout,
        DraftingConventions conventions,
        MarkPlaces places,
        NoteIndex notes,
        ImmutableArray<MarkedMark>? given,
        List<Diagnostic> diagnostics)
    {
        _content = content;
        _lines = lines;
        _layout = layout;
        _conventions = conventions;
        _places = places;
        _notes = notes;
        _given = given;
        _diagnostics = diagnostics;
        _series = given is null ? places.FindSeries(lines) : [];
        _starsEmphasize = places.StarsEmphasize(lines);
    }

    /// <summary>Adds the marks of a block's fragments; blocks come in the order of the text.</summary>
    /// <param name="fragments">The fragments.</param>
    /// <param name="isMasthead">True in the masthead, where a star without a footnote belongs to a symbol.</param>
    /// <param name="marks">Takes the marks.</param>
    public void Read(ReadOnlySpan<Fragment> fragments, bool isMasthead, List<FoundMark> marks)
    {
        if (_given is { } given)
        {
            foreach (var fragment in fragments)
            {
                ReadGiven(fragment, given, isMasthead, marks);
            }

            return;
        }

        for (var i = 0; i < fragments.Length; i++)
        {
            var fragment = fragments[i];
            var next = i + 1 < fragments.Length ? fragments[i + 1] : (Fragment?)null;
            var position = fragment.Start;
            while (_places.FindBeginning(position, fragment.End) is >= 0 and var start)
            {
                if (NoteLabel.IsStar(_content[start]))
                {
                    position = ReadStars(fragment, start, isMasthead, marks);
                    continue;
                }

                position = _places.EndOfNumber(start, fragment.End);
                var mark = _places.IsRaised(start) ? FindRaised(fragment, start, position) : FindMark(fragment, next, start, position);
                if (mark >= 0)
                {
                    var end = position;
                    position += _places.IsStroke(fragment.Start, mark, end, fragment.End) ? 1 : 0;
                    Add(mark, end, position, marks);
                }
            }
        }
    }

    // No draft has so many footnotes; what was put together of many may.
    private const int LongestNumber = 5;

    // A draft of a thousand footnotes has not been seen, so four digits are mostly a year.
    private const int DigitsOfYear = 4;

    // So many first marks may have been lost.
    private const int WidestGap = 2;

    private void ReadGiven(Fragment fragment, ImmutableArray<MarkedMark> given, bool isMasthead, List<FoundMark> marks)
    {
        var position = fragment.Start;
        for (var i = FirstFrom(given, position); i < given.Length && given[i].Span.End <= fragment.End; i++)
        {
            ReadTyped(fragment with { Start = position, End = given[i].Span.Start }, isMasthead, marks);
            var (number, span, note) = given[i];
            var label = note >= 0 ? _notes.LabelOf(note) : null;
            if (label is null && !_notes.TryFind(number, span.Start, out label, out _))
            {
                _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.MarkWithoutFootnote, span, number));
                label = null;
            }

            marks.Add(new FoundMark(span.Start, span.End, number, label));
            position = span.End;
        }

        ReadTyped(fragment with { Start = position }, isMasthead, marks);
    }

    private static int FirstFrom(ImmutableArray<MarkedMark> given, int position)
    {
        var (first, end) = (0, given.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = given[middle].Span.Start < position ? (middle + 1, end) : (first, middle);
        }

        return first;
    }

    /// <summary>Adds the stars and raised numbers that somebody typed where the format has marks of its own.</summary>
    private void ReadTyped(Fragment fragment, bool isMasthead, List<FoundMark> marks)
    {
        var position = fragment.Start;
        while (_places.FindBeginning(position, fragment.End) is >= 0 and var start)
        {
            if (NoteLabel.IsStar(_content[start]))
            {
                position = ReadStars(fragment, start, isMasthead, marks);
                continue;
            }

            position = _places.EndOfNumber(start, fragment.End);
            if (_places.IsRaised(start) && FindRaised(fragment, start, position) >= 0)
            {
                Add(start, position, position, marks);
            }
        }
    }

    private void Add(int start, int numberEnd, int end, List<FoundMark> marks)
    {
        var value = _places.ValueOf(start, numberEnd);
        var number = value.ToString(CultureInfo.InvariantCulture);
        if (_notes.TryFind(number, start, out var note, out var rank))
        {
            _next = Math.Max(_next, rank + 1);
        }
        else
        {
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.MarkWithoutFootnote, TextSpan.FromBounds(start, end), number));
        }

        _lastNumber = Math.Max(_lastNumber, value);
        marks.Add(new FoundMark(start, end, number, note.Length > 0 ? note : null));
    }

    /// <summary>Reads stars and gives where they end.</summary>
    private int ReadStars(Fragment fragment, int start, bool isMasthead, List<FoundMark> marks)
    {
        var end = start;
        while (end < fragment.End && NoteLabel.IsStar(_content[end]))
        {
            end++;
        }

        var stars = new string('*', end - start);
        if (_notes.TryFind(stars, start, out var note, out _))
        {
            marks.Add(new FoundMark(start, end, stars, note));
        }
        else if (!isMasthead && !_starsEmphasize && start > fragment.Start && !Characters.IsSpace(_content[start - 1])
            && (end == fragment.End || !char.IsLetterOrDigit(_content[end])))
        {
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.MarkWithoutFootnote, TextSpan.FromBounds(start, end), stars));
            marks.Add(new FoundMark(start, end, stars, null));
        }

        return end;
    }

    /// <summary>Where a raised number is a mark; -1 where it is a power, as in m².</summary>
    private int FindRaised(Fragment fragment, int start, int end)
    {
        if (end - start > LongestNumber)
        {
            return -1;
        }

        Span<char> number = stackalloc char[LongestNumber];
        var isNote = _places.ValueOf(start, end).TryFormat(number, out var length, provider: CultureInfo.InvariantCulture) && _notes.Contains(number[..length]);
        return _places.IsRaisedMark(fragment.Start, start) || (isNote && !_places.IsPower(start)) ? start : -1;
    }

    private bool IsYear(int start, int end) => _places.ValueOf(start, end) is > 1900 and < 2100;

    /// <summary>Where among the digits from <paramref name="start"/> to <paramref name="end"/> a mark begins; -1 where none does.</summary>
    private int FindMark(Fragment fragment, Fragment? next, int start, int end)
    {
        var rank = 0;
        var isNote = end - start <= LongestNumber && _notes.TryFind(_content.AsSpan(start, end - start), start, out _, out rank);
        if (end - start >= DigitsOfYear && !(isNote && rank <= _next && (rank >= _next - WidestGap || !IsYear(start, end))))
        {
            return FindGluedToNumber(fragment, start, end);
        }

        if (_content[start] == '0')
        {
            return -1;
        }

        if (_places.IsStroke(fragment.Start, start, end, fragment.End))
        {
            return start;
        }

        if (!(isNote ? rank <= _next + WidestGap : _series.Contains(_places.ValueOf(start, end)) || FillsGap(fragment, start, _places.ValueOf(start, end))))
        {
            return -1;
        }

        if (_places.GoesOn(end, fragment.End))
        {
            return -1;
        }

        if (start == fragment.Start)
        {
            // A line that is nothing but a mark.
            return end == fragment.End && isNote && next is not null && (rank == _next || IsRaisedAt(fragment, next.Value)) ? start : -1;
        }

        var before = _content[start - 1];
        if (Characters.IsSpace(before))
        {
            return IsSpacedMark(fragment, next, start, end, isNote) ? start : -1;
        }

        var beforeThat = start - 2 >= fragment.Start ? _content[start - 2] : '\n';
        var due = isNote ? rank == _next : _places.ValueOf(start, end) == _lastNumber + 1;
        var glued = before switch
        {
            '，' or '、' or '،' => !_places.IsMeasured(FollowingWords(fragment, next, end)),
            ',' when due && EndsWithYear(fragment.Start, start - 1) => true,
            '.' => (due && beforeThat is '”' or ')' or '"') || _places.EndsSentence(fragment.Start, start - 1, FollowingWords(fragment, next, end), due && isNote),
            _ when Characters.IsHan(before) && !_places.Spaced =>
                !_places.IsOrdinalSign(before) && due && isNote && !_places.IsMeasured(FollowingWords(fragment, next, end)),
            _ when char.IsUpper(before) => due && isNote && char.IsLetter(beforeThat),
            _ => _places.IsGlued(fragment.Start, start, end, fragment.End),
        };
        return glued ? start : -1;
    }

    /// <summary>True for 2 in "March 1995,2 and" between marks 1 and 3 of a text that lost its footnotes.</summary>
    private bool FillsGap(Fragment fragment, int start, int number) =>
        start > fragment.Start && _content[start - 1] == ',' && EndsWithYear(fragment.Start, start - 1)
        && _series.Contains(number - 1) && _series.Contains(number + 1);

    private bool EndsWithYear(int start, int end)
    {
        var digits = end;
        while (digits > start && Characters.IsDigit(_content[digits - 1]))
        {
            digits--;
        }

        return end - digits == 4;
    }

    /// <summary>
    /// Finds the mark that is due at the end of a longer number: 77/2285 is resolution 77/228 and mark 5, 20302 the year
    /// 2030 and mark 2, because no session has a thousand resolutions and no year has five digits.
    /// </summary>
    private int FindGluedToNumber(Fragment fragment, int start, int end)
    {
        var due = _notes.NumberOf(_next) ?? (_series.Count > 0 ? (_lastNumber + 1).ToString(CultureInfo.InvariantCulture) : "");
        var mark = end - due.Length;
        if (due.Length == 0 || mark <= start || !_content.AsSpan(mark, due.Length).SequenceEqual(due))
        {
            return -1;
        }

        var kept = mark - start;
        if (start - 3 >= fragment.Start && _content[start - 1] == '/'
            && Characters.IsDigit(_content[start - 2]) && Characters.IsDigit(_content[start - 3])
            && (start - 4 < fragment.Start || !(char.IsAsciiLetterOrDigit(_content[start - 4]) || _content[start - 4] is '/' or '.')))
        {
            return kept is 2 or 3 && end - start == 4 ? mark : -1;
        }

        var isYear = kept == 4 && (_content.AsSpan(start, 2).SequenceEqual("19") || _content.AsSpan(start, 2).SequenceEqual("20"));
        return isYear && (start == fragment.Start || _content[start - 1] is not ('/' or '.' or ',' or '-')) ? mark : -1;
    }

    /// <summary>A mark behind a space: where the line breaks as it does behind a raised mark, or repeated among Han words that take no number.</summary>
    private bool IsSpacedMark(Fragment fragment, Fragment? next, int start, int end, bool isNote)
    {
        var before = _content.AsSpan(fragment.Start, start - fragment.Start).TrimEnd();
        if (before.IsEmpty || _places.IsOrdinalSign(before[^1]) || !isNote || _places.IsMeasured(FollowingWords(fragment, next, end)))
        {
            return false;
        }

        if (end == fragment.End && next is { } following && IsRaisedAt(fragment, following))
        {
            return true;
        }

        if (!(Characters.IsHan(before[^1]) || before[^1] is '》' or '”' or '，' or '）' or ')'))
        {
            return false;
        }

        // Elsewhere only the words tell: 目标 5 和 10 is no mark, and first uses are glued to their word.
        var isMark = _places.ValueOf(start, end) <= _lastNumber && (end < fragment.End || next is not null)
            && FollowingWords(fragment, next, end) is { IsEmpty: false } after
            && (Characters.IsHan(after[0]) || Characters.IsHanPunctuation(after[0]))
            && after[..Math.Min(after.Length, 4)].IndexOfAnyInRange('0', '9') < 0
            && !WordList.EndsWithAny(before, _conventions.NumberedWords);
        if (isMark)
        {
            _diagnostics.Add(Diagnostic.Create(
                DraftDiagnostics.AmbiguousMark, TextSpan.FromBounds(start, end), _content[start..end]));
        }

        return isMark;
    }

    /// <summary>The words behind a position of a fragment, on its line or on the next one.</summary>
    private ReadOnlySpan<char> FollowingWords(Fragment fragment, Fragment? next, int position)
    {
        var words = _content.AsSpan(position, fragment.End - position).TrimStart();
        return words.IsEmpty && next is { } line ? _content.AsSpan(line.Start, line.End - line.Start) : words;
    }

    /// <summary>
    /// True where the text before a line ended as it does for a raised mark and not for the width of the page: lines are
    /// set apart by blank ones elsewhere but not here, or the line is indented though it begins no paragraph.
    /// </summary>
    private bool IsRaisedAt(Fragment fragment, Fragment next)
    {
        for (var i = fragment.Line + 1; i < next.Line; i++)
        {
            if (_lines[i].Role != LineRole.Blank)
            {
                return false;
            }
        }

        ref readonly var line = ref _lines[next.Line];
        return (_layout.BlankLinesSpace && line.BlanksAbove == 0) || (_layout.IndentsBegin && _layout.IsIndented(_content, line));
    }
}
