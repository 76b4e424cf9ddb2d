using DraftDiff.Languages;

namespace DraftDiff.Differencing;

/// <summary>
/// Finds the dates of a text, which a drafter changes as one: 25 September 2015, 25–27 September 2015, 30 May to 2 June
/// 2023, September 2015, 1er mars 2018, 2 de junio de 2018, 2015 年 9 月 25 日. A year alone is a number.
/// </summary>
internal sealed class DateReader
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _months;
    private readonly int _longestMonth;
    private readonly string[] _words;
    private readonly string[] _connectors;
    private readonly string[] _daySuffixes;
    private readonly string[] _prepositions;
    private readonly string[] _endings;
    private readonly string _yearSign;
    private readonly string _monthSign;

    public DateReader(DraftingConventions conventions)
    {
        _months = new HashSet<string>(conventions.MonthWords, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longestMonth = conventions.MonthWords.Max(month => month.Length);
        _endings = [.. conventions.DateEndings];
        _prepositions = [.. conventions.DatePrepositions.OrderByDescending(word => word.Length).Select(word => $" {word}"), ""];
        _words = [.. conventions.AndWords, .. conventions.RangeWords, .. conventions.DayRangeWords];
        _connectors = [.. _words.Select(word => $" {word} "), "–", "-", " – ", " - "];
        _daySuffixes = [.. conventions.DaySuffixes];
        _yearSign = conventions.YearSign;
        _monthSign = _yearSign.Length > 0 ? conventions.MonthWords[0] : "";
    }

    /// <summary>Reads the date that starts where a token does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the token starts, in UTF-16 code units from 0.</param>
    /// <param name="end">Where the date ends.</param>
    public bool TryRead(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var isDate = _yearSign.Length > 0 && char.IsDigit(text[start]) ? ReadSigned(text, ref end, isEnd: false)
            : char.IsDigit(text[start]) ? ReadDaysAndMonth(text, ref end, isEnd: false)
            : ReadMonth(text, ref end) && ReadYear(text, ref end);
        return isDate && IsBoundary(text, end);
    }

    // Whether no word and no number goes on behind a date: "May 2015/16" is none.
    private static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        at == text.Length
        || (!TokenChunker.IsMark(text, at) && !TokenChunker.IsWordPart(text, at)
            && !(text[at] is '/' && at + 1 < text.Length && TokenChunker.IsWordPart(text, at + 1)));

    // 2 June 2018; 30 and 31 May; 30 May to 2 June 2018.
    private bool ReadDaysAndMonth(ReadOnlySpan<char> text, ref int position, bool isEnd)
    {
        var end = position;
        if (!ReadDay(text, ref end))
        {
            return false;
        }

        var next = end;
        if (ReadAny(text, ref next, _connectors) && ReadDay(text, ref next))
        {
            end = next;
        }

        ReadAny(text, ref end, _prepositions);
        if (!(Read(text, ref end, " ") && ReadMonth(text, ref end)))
        {
            return false;
        }

        position = end;
        if (!ReadYear(text, ref position) && !isEnd && ReadAny(text, ref end, _connectors) && ReadDaysAndMonth(text, ref end, isEnd: true))
        {
            position = end;
        }

        return true;
    }

    private bool ReadDay(ReadOnlySpan<char> text, ref int position)
    {
        if (!ReadDigits(text, ref position, 1, 2))
        {
            return false;
        }

        ReadAny(text, ref position, _daySuffixes);
        return true;
    }

    // A name, in Arabic two: كانون الأول/ديسمبر.
    private bool ReadMonth(ReadOnlySpan<char> text, ref int position)
    {
        var end = NameEnd(text, position);
        if (!_months.Contains(text[position..end]))
        {
            return false;
        }

        position = end;
        if (end < text.Length && text[end] == ' ' && NameEnd(text, end + 1) is var second && second < text.Length && text[second] == '/')
        {
            end = second;
        }

        if (end < text.Length && text[end] == '/' && NameEnd(text, end + 1) is var other && _months.Contains(text[(end + 1)..other]))
        {
            position = other;
        }

        return true;
    }

    // Where a word ends, or where it is too long to be the name of a month.
    private int NameEnd(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (end < text.Length && end - position <= _longestMonth && char.IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    private bool ReadYear(ReadOnlySpan<char> text, ref int position)
    {
        var end = position;
        if (!ReadAny(text, ref end, _prepositions))
        {
            return false;
        }

        Read(text, ref end, ",");
        if (!(Read(text, ref end, " ") && ReadDigits(text, ref end, 4, 4)))
        {
            return false;
        }

        position = end;
        ReadAny(text, ref position, _endings);
        return true;
    }

    // 2015 年 9 月, 2015年9月25日, 9 月 25 日至 10 月 2 日.
    private bool ReadSigned(ReadOnlySpan<char> text, ref int position, bool isEnd)
    {
        var end = position;
        var hasYear = ReadDigits(text, ref end, 4, 4) && ReadSign(text, ref end, _yearSign);
        if (!hasYear)
        {
            end = position;
        }

        SkipSpace(text, ref end);
        if (!(ReadDigits(text, ref end, 1, 2) && ReadSign(text, ref end, _monthSign)))
        {
            return false;
        }

        var hasDay = ReadSignedDay(text, ref end);
        if (!hasDay && !hasYear)
        {
            return false;
        }

        position = end;
        if (hasDay && !isEnd && ReadAny(text, ref end, _words))
        {
            SkipSpace(text, ref end);
            if (ReadSigned(text, ref end, isEnd: true) || ReadSignedDay(text, ref end))
            {
                position = end;
            }
        }

        return true;
    }

    private bool ReadSignedDay(ReadOnlySpan<char> text, ref int position)
    {
        var end = position;
        SkipSpace(text, ref end);
        if (!(ReadDigits(text, ref end, 1, 2) && ReadSign(text, ref end, _endings[0])))
        {
            return false;
        }

        position = end;
        return true;
    }

    private static bool ReadSign(ReadOnlySpan<char> text, ref int position, string sign)
    {
        SkipSpace(text, ref position);
        return Read(text, ref position, sign);
    }

    private static void SkipSpace(ReadOnlySpan<char> text, ref int position) => Read(text, ref position, " ");

    private static bool ReadDigits(ReadOnlySpan<char> text, ref int position, int least, int most)
    {
        var end = position;
        while (end < text.Length && char.IsDigit(text[end]))
        {
            end++;
        }

        if (end - position < least || end - position > most)
        {
            return false;
        }

        position = end;
        return true;
    }

    private static bool ReadAny(ReadOnlySpan<char> text, ref int position, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Read(text, ref position, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Read(ReadOnlySpan<char> text, ref int position, string word)
    {
        if (!text[position..].StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        position += word.Length;
        return true;
    }
}
