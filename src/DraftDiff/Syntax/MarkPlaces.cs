using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Tells the places where a footnote mark can stand from those of a text's own numbers, by what stands right before and
/// behind the digits.
/// </summary>
/// <param name="content">The text.</param>
/// <param name="conventions">The language's conventions.</param>
/// <param name="spaced">True where the text puts spaces between Han characters and digits.</param>
internal sealed class MarkPlaces(string content, DraftingConventions conventions, bool spaced)
{
    /// <summary>True where the text puts spaces between Han characters and digits.</summary>
    public bool Spaced => spaced;

    /// <summary>
    /// Where the first character stands that a mark can begin with, a digit or a star; -1 where none stands from
    /// <paramref name="start"/> to <paramref name="end"/>.
    /// </summary>
    public int FindBeginning(int start, int end)
    {
        // Eight characters at a time: a search for values beyond ASCII stops at every other Han character and at many
        // French ones, and took a third of the reading.
        var units = MemoryMarshal.Cast<char, ushort>(content.AsSpan());
        while (start < end && start + Vector128<ushort>.Count <= units.Length)
        {
            var found = MayBeBeginnings(Vector128.Create(units[start..])).AsByte().ExtractMostSignificantBits();
            if (found == 0)
            {
                start += Vector128<ushort>.Count;
                continue;
            }

            start += BitOperations.TrailingZeroCount(found) / sizeof(char);
            if (start < end && IsBeginning(content[start]))
            {
                return start;
            }

            start++;
        }

        for (; start < end; start++)
        {
            if (IsBeginning(content[start]))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsBeginning(char c) => Characters.IsDigit(c) || NoteLabel.IsStar(c) || Characters.RaisedDigitValue(c) >= 0;

    /// <summary>Sets all bits of the lanes whose character a mark can begin with, and of a few others.</summary>
    private static Vector128<ushort> MayBeBeginnings(Vector128<ushort> eight) =>
        Characters.InRange(eight, '0', '9') | Characters.InRange(eight, '*', '*') | Characters.InRange(eight, '\u00B2', '\u00B9')
        | Characters.InRange(eight, '\u2070', '\u2079') | Characters.InRange(eight, '＊', '＊') | Characters.InRange(eight, NoteLabel.SymbolStar, NoteLabel.SymbolStar);

    /// <summary>The numbers that stand as marks do in the lines of a text, each with where it first and last does.</summary>
    public Dictionary<int, (int First, int Last)> Find(ReadOnlySpan<Line> lines)
    {
        var places = new Dictionary<int, (int First, int Last)>();
        foreach (ref readonly var line in lines)
        {
            var position = line.ContentStart;
            while (line.Role == LineRole.Body && FindBeginning(position, line.ContentEnd) is >= 0 and var start)
            {
                if (NoteLabel.IsStar(content[start]))
                {
                    position = start + 1;
                    continue;
                }

                position = EndOfNumber(start, line.ContentEnd);
                if (position - start <= 3 && content[start] != '0' && start > line.ContentStart
                    && (IsStroke(line.ContentStart, start, position, line.ContentEnd)
                        || (IsRaised(start) ? IsRaisedMark(line.ContentStart, start) : IsGlued(line.ContentStart, start, position, line.ContentEnd))))
                {
                    ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, ValueOf(start, position), out var exists);
                    place = (exists ? place.First : start, start);
                }
            }
        }

        return places;
    }

    /// <summary>
    /// The numbers that count on as first marks do: each behind the one before, one lost here and there, on words of their
    /// own. One number alone, COVID19, is a name where it does not stand on a long word or punctuation as the first
    /// mark does.
    /// </summary>
    public HashSet<int> FindSeries(ReadOnlySpan<Line> lines)
    {
        var places = Find(lines);
        var series = new HashSet<int>();
        var run = new List<int>();
        foreach (var number in places.Keys.Order())
        {
            if (run.Count > 0 && !(number - run[^1] <= LargestStep && places[number].First > places[run[^1]].First
                && !IsSameWord(places[number].First, places[run[^1]].First)))
            {
                Take();
            }

            run.Add(number);
        }

        Take();
        return series;

        void Take()
        {
            if (run.Count > ShortSeries || (run.Count == ShortSeries && run[0] <= LargestStep)
                || (run is [1] && (WordBefore(places[1].First).Length >= LongWord || !char.IsLetter(content[places[1].First - 1]))))
            {
                series.UnionWith(run);
            }

            run.Clear();
        }
    }

    /// <summary>True where stars stand in front of words, as in *this*.</summary>
    public bool StarsEmphasize(ReadOnlySpan<Line> lines)
    {
        foreach (ref readonly var line in lines)
        {
            var position = line.ContentStart;
            while (line.Role == LineRole.Body && content.AsSpan(position, line.ContentEnd - position).IndexOf('*') is >= 0 and var offset)
            {
                position += offset + 1;
                if (position < line.ContentEnd && char.IsLetter(content[position])
                    && (position - 1 == line.ContentStart || !char.IsLetterOrDigit(content[position - 2])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private const int LargestStep = 2;
    private const int ShortSeries = 2;
    private const int LongWord = 6;

    // Amend.1 is one.
    private const int LongestAbbreviation = 6;

    /// <summary>True where the same word stands before both: file1, file2.</summary>
    private bool IsSameWord(int first, int second) =>
        char.IsLetter(content[first - 1]) && WordBefore(first).SequenceEqual(WordBefore(second));

    private ReadOnlySpan<char> WordBefore(int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(content[start - 1]))
        {
            start--;
        }

        return content.AsSpan(start, end - start);
    }

    /// <summary>True for what makes an ordinal of the number behind it.</summary>
    public bool IsOrdinalSign(char c) => conventions.OrdinalSigns.Contains(c, StringComparison.Ordinal);

    /// <summary>True for a raised digit.</summary>
    public bool IsRaised(int position) => Characters.RaisedDigitValue(content[position]) >= 0;

    /// <summary>Where the digits end, raised ones or common ones, that begin at <paramref name="start"/>.</summary>
    public int EndOfNumber(int start, int end)
    {
        var raised = IsRaised(start);
        do
        {
            start++;
        }
        while (start < end && (raised ? IsRaised(start) : Characters.IsDigit(content[start])));

        return start;
    }

    /// <summary>The value of digits, raised ones or common ones.</summary>
    public int ValueOf(int start, int end) => int.Parse(
        IsRaised(start) ? NoteLabel.RaisedNumber(content.AsSpan(start, end - start)) : content.AsSpan(start, end - start),
        NumberStyles.None,
        CultureInfo.InvariantCulture);

    /// <summary>True for <c>1/</c> behind a word or a space, as older texts print marks, and not 1/2.</summary>
    public bool IsStroke(int from, int start, int end, int to) =>
        end < to && content[end] == '/' && (end + 1 == to || !char.IsLetterOrDigit(content[end + 1]))
        && start > from && !Characters.IsDigit(content[start - 1]) && content[start - 1] is not ('/' or '-' or '–');

    /// <summary>True for a raised number that is no power of a unit: m².</summary>
    public bool IsRaisedMark(int from, int start) =>
        start > from && !Characters.IsDigit(content[start - 1])
        && (!char.IsAsciiLetterLower(content[start - 1]) || EndsWithWord(from, start, letters: 3));

    /// <summary>True behind a unit of length: km².</summary>
    public bool IsPower(int start) => WordBefore(start) is "m" or "km" or "cm" or "mm";

    /// <summary>True where what follows the digits goes with no mark: a letter, a decimal, per cent, a hyphen.</summary>
    public bool GoesOn(int end, int to)
    {
        var after = end < to ? content[end] : '\n';
        var second = end + 1 < to ? content[end + 1] : '\n';
        return Characters.IsSpacedLetterOrDigit(after) || after is '/' or '%' or '％' or '-' or '–' or '‑'
            || (after is '.' or ',' && Characters.IsDigit(second));
    }

    /// <summary>True where digits stand right behind a word, a quotation mark or punctuation, as marks do.</summary>
    public bool IsGlued(int from, int start, int end, int to)
    {
        if (start == from || GoesOn(end, to))
        {
            return false;
        }

        var before = content[start - 1];
        var beforeThat = start - 2 >= from ? content[start - 2] : '\n';
        return before switch
        {
            '”' or '’' or '"' or '»' or '》' or '」' or '』' or ')' or '）' or ']' => true,
            ';' or '；' or '：' or '。' or '！' or '？' or '؛' => true,
            ':' => !Characters.IsDigit(beforeThat),
            '，' or '、' or '،' => !IsMeasured(content.AsSpan(end, to - end).TrimStart()),
            ',' => !Characters.IsDigit(beforeThat),
            '.' => EndsSentence(from, start - 1, content.AsSpan(end, to - end).TrimStart(), true),
            _ when Characters.IsSpace(before) => false,
            _ when Characters.IsHan(before) => !IsOrdinalSign(before) && spaced,
            _ => EndsWithWord(from, start, letters: 3),
        };
    }

    /// <summary>
    /// True where a sentence ends with a full stop: behind a word that is no abbreviation as in Corr.1, and where nothing
    /// goes on in lower case.
    /// </summary>
    /// <param name="from">Where the line begins.</param>
    /// <param name="fullStop">The full stop.</param>
    /// <param name="after">The words that follow.</param>
    /// <param name="due">True where a mark of this number has to come.</param>
    public bool EndsSentence(int from, int fullStop, ReadOnlySpan<char> after, bool due)
    {
        var word = WordBefore(fullStop);
        var least = word.IsEmpty || char.IsLower(word[0]) ? 4 : due ? 5 : LongestAbbreviation + 1;
        return EndsWithWord(from, fullStop, least) && (after.IsEmpty || !char.IsLower(after[0]));
    }

    /// <summary>True where the words behind a number begin with what counts or names something: 年, 个.</summary>
    public bool IsMeasured(ReadOnlySpan<char> after) =>
        !after.IsEmpty && conventions.MeasureWords.Contains(after[0], StringComparison.Ordinal);

    /// <summary>
    /// True where a text ends with a word of so many letters at least, and not with what is written with a number: m2,
    /// No.5, Rev.1, a link.
    /// </summary>
    public bool EndsWithWord(int start, int end, int letters)
    {
        var word = end;
        while (word > start && char.IsLetter(content[word - 1]))
        {
            word--;
        }

        return end - word >= letters && !char.IsUpper(content[end - 1])
            && !(word > start && content[word - 1] is '/' or '@' or '_')
            && !(word > start && content[word - 1] == '.' && word - 1 > start && char.IsLetter(content[word - 2]));
    }
}
