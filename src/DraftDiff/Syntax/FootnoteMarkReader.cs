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
/// Finds footnote marks among the digits of a text. What decides: a mark's number is that of a footnote; first uses
/// come in order; a mark stands right behind a word, a quotation mark or punctuation, or, repeated, behind a space
/// where the line breaks as it would not break for a number of the text.
/// </summary>
internal sealed class FootnoteMarkReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly PageLayout _layout;
    private readonly DraftingConventions _conventions;
    private readonly HashSet<string> _notes;
    private readonly bool _spaced;
    private readonly List<Diagnostic> _diagnostics;
    private int _due = 1;

    /// <summary>Makes a reader of one text.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <param name="notes">The labels of the footnotes that the text has: numbers and stars.</param>
    /// <param name="spaced">True where the text puts spaces between Han characters and digits.</param>
    /// <param name="diagnostics">Takes what there is to say.</param>
    public FootnoteMarkReader(
        string content,
        Line[] lines,
        PageLayout layout,
        DraftingConventions conventions,
        HashSet<string> notes,
        bool spaced,
        List<Diagnostic> diagnostics)
    {
        _content = content;
        _lines = lines;
        _layout = layout;
        _conventions = conventions;
        _notes = notes;
        _spaced = spaced;
        _diagnostics = diagnostics;
    }

    /// <summary>Adds the marks of a block's fragments; blocks come in the order of the text.</summary>
    public void Read(ReadOnlySpan<Fragment> fragments, List<FoundMark> marks)
    {
        for (var i = 0; i < fragments.Length; i++)
        {
            var fragment = fragments[i];
            var next = i + 1 < fragments.Length ? fragments[i + 1] : (Fragment?)null;
            var position = fragment.Start;
            while (position < fragment.End)
            {
                var offset = _content.AsSpan(position, fragment.End - position).IndexOfAny(DigitsAndStar);
                if (offset < 0)
                {
                    break;
                }

                var start = position + offset;
                position = start + 1;
                if (_content[start] == '*')
                {
                    while (position < fragment.End && _content[position] == '*')
                    {
                        position++;
                    }

                    var stars = _content[start..position];
                    if (_notes.Contains(stars))
                    {
                        marks.Add(new FoundMark(start, position, stars, "FN" + stars));
                    }

                    continue;
                }

                while (position < fragment.End && Characters.IsDigit(_content[position]))
                {
                    position++;
                }

                if (FindMark(fragment, next, start, position) is >= 0 and var mark)
                {
                    var number = _content[mark..position];
                    var known = _notes.Contains(number);
                    if (!known)
                    {
                        _diagnostics.Add(Diagnostic.Create(
                            DraftDiagnostics.MarkWithoutFootnote, TextSpan.FromBounds(mark, position), number));
                    }

                    marks.Add(new FoundMark(mark, position, number, known ? "FN" + number : null));
                    _due = Math.Max(_due, ValueOf(mark, position) + 1);
                }
            }
        }
    }

    // A draft of a thousand footnotes has not been seen, but four digits are mostly a year.
    private const int LongestNumber = 4;

    private static readonly System.Buffers.SearchValues<char> DigitsAndStar = System.Buffers.SearchValues.Create("0123456789*");

    /// <summary>Where among the digits from <paramref name="start"/> to <paramref name="end"/> a mark begins; -1 where none does.</summary>
    private int FindMark(Fragment fragment, Fragment? next, int start, int end)
    {
        if (end - start > LongestNumber)
        {
            return FindGluedToNumber(fragment, start, end);
        }

        var number = ValueOf(start, end);
        var known = _notes.Contains(_content[start..end]);
        if (end - start == LongestNumber && (!known || number > _due))
        {
            return FindGluedToNumber(fragment, start, end);
        }

        if (_content[start] == '0' || (_notes.Count > 0 && !known) || number > _due + 2 || (number > _due && !known))
        {
            return -1;
        }

        var after = end < fragment.End ? _content[end] : '\n';
        var second = end + 1 < fragment.End ? _content[end + 1] : '\n';
        if (Characters.IsSpacedLetterOrDigit(after) || after is '/' or '%' or '％' or '-' or '–' or '‑'
            || (after is '.' or ',' && Characters.IsDigit(second)))
        {
            return -1;
        }

        if (start == fragment.Start)
        {
            // A line that is nothing but a mark.
            return end == fragment.End && known && next is not null && (number == _due || IsRaisedAt(fragment, next.Value)) ? start : -1;
        }

        var before = _content[start - 1];
        if (Characters.IsSpace(before))
        {
            return IsSpacedMark(fragment, next, start, end) ? start : -1;
        }

        var beforeThat = start - 2 >= fragment.Start ? _content[start - 2] : '\n';
        var due = number == _due;
        var glued = before switch
        {
            '”' or '’' or '"' or '»' or '》' or '」' or '』' or ')' or '）' or ']' => true,
            ';' or '；' or '：' or '。' or '！' or '？' or '؛' => true,
            ':' => !Characters.IsDigit(beforeThat),
            '，' or '、' or '،' => !IsMeasured(fragment, next, end),
            ',' => !Characters.IsDigit(beforeThat) || (due && EndsWithYear(fragment.Start, start - 1)),
            '.' => due && (beforeThat is '”' or ')' or '"' || EndsWithWord(fragment.Start, start - 1, letters: 4)),
            _ when Characters.IsHan(before) => before != '第' && (_spaced || (due && known && !IsMeasured(fragment, next, end))),
            _ when char.IsUpper(before) => due && known && char.IsLetter(beforeThat),
            _ => EndsWithWord(fragment.Start, start, letters: 3),
        };
        return glued ? start : -1;
    }

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
    /// True where a text ends with a word of so many letters at least, and not with what is written with a number: m2,
    /// No.5, Rev.1, a link.
    /// </summary>
    private bool EndsWithWord(int start, int end, int letters)
    {
        var word = end;
        while (word > start && char.IsLetter(_content[word - 1]))
        {
            word--;
        }

        return end - word >= letters && !char.IsUpper(_content[end - 1])
            && !(word > start && _content[word - 1] is '/' or '@' or '_')
            && !(word > start && _content[word - 1] == '.' && word - 1 > start && char.IsLetter(_content[word - 2]));
    }

    /// <summary>
    /// Finds the mark that is due at the end of a longer number: 77/2285 is resolution 77/228 and mark 5, 20302 the year
    /// 2030 and mark 2, because no session has a thousand resolutions and no year has five digits.
    /// </summary>
    private int FindGluedToNumber(Fragment fragment, int start, int end)
    {
        var due = _due.ToString(CultureInfo.InvariantCulture);
        var mark = end - due.Length;
        if (!_content.AsSpan(mark, due.Length).SequenceEqual(due) || (_notes.Count > 0 && !_notes.Contains(due)))
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
    private bool IsSpacedMark(Fragment fragment, Fragment? next, int start, int end)
    {
        var before = _content.AsSpan(fragment.Start, start - fragment.Start).TrimEnd();
        if (before.IsEmpty || before[^1] == '第' || !(Characters.IsHan(before[^1]) || before[^1] is '》' or '”' or '，' or '）' or ')')
            || !_notes.Contains(_content[start..end]) || IsMeasured(fragment, next, end))
        {
            return false;
        }

        if (end == fragment.End && next is { } following && IsRaisedAt(fragment, following))
        {
            return true;
        }

        // Elsewhere only the words tell: 目标 5 和 10 is no mark, and first uses are glued to their word.
        var isMark = ValueOf(start, end) < _due && (end < fragment.End || next is not null)
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

    /// <summary>True where what follows a number counts or names something: 年, 个.</summary>
    private bool IsMeasured(Fragment fragment, Fragment? next, int end) =>
        FollowingWords(fragment, next, end) is { IsEmpty: false } after
        && _conventions.MeasureWords.Contains(after[0], StringComparison.Ordinal);

    private int ValueOf(int start, int end) =>
        int.Parse(_content.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
}
