using System.Globalization;
using DraftDiff.Languages;

namespace DraftDiff.Syntax;

/// <summary>
/// Reads the day that a line names as a day of the calendar: 22 November 2017, 22 de noviembre de 2017, 2017 年 11 月 22 日.
/// </summary>
internal static class DayReader
{
    // What may stand between the numbers and the month: a few letters, as of a month's other name, and nothing that ends a date.
    private const int LongestBetween = 24;

    /// <summary>The last day that a text names; null where it names none.</summary>
    public static DateOnly? FindLast(string text, DraftingConventions conventions) =>
        (conventions.YearSign.Length > 0 ? FindSigned(text, conventions) : null)
        ?? FindNamed(text, conventions)
        ?? FindNamed(text, DraftingConventions.OfEveryMasthead);

    private static DateOnly? FindSigned(string text, DraftingConventions conventions)
    {
        var at = text.LastIndexOf(conventions.YearSign, StringComparison.Ordinal);
        if (at < 0 || NumberBefore(text, at) is not { } year)
        {
            return null;
        }

        at += conventions.YearSign.Length;
        var monthSign = text.IndexOf(conventions.MonthWords[0], at, StringComparison.Ordinal);
        var daySign = monthSign < 0 ? -1 : text.IndexOf(conventions.DateEndings[0], monthSign, StringComparison.Ordinal);
        return daySign >= 0 && NumberBefore(text, monthSign) is { } month && NumberBefore(text, daySign) is { } day ? DayOf(year, month, day) : null;
    }

    private static DateOnly? FindNamed(string text, DraftingConventions conventions)
    {
        DateOnly? last = null;
        var lastAt = -1;
        var months = conventions.MonthNames;
        for (var month = 0; month < months.Length; month++)
        {
            var at = text.LastIndexOf(months[month], StringComparison.OrdinalIgnoreCase);
            if (at > lastAt
                && NumberBefore(text, at) is { } day
                && NumberBehind(text, at + months[month].Length) is { } year
                && DayOf(year, month + 1, day) is { } found)
            {
                (last, lastAt) = (found, at);
            }
        }

        return last;
    }

    private static int? NumberBefore(string text, int end)
    {
        var at = end;
        while (at > 0 && end - at < LongestBetween && IsBetween(text[at - 1]))
        {
            at--;
        }

        var start = at;
        while (start > 0 && char.IsDigit(text[start - 1]))
        {
            start--;
        }

        return Number(text.AsSpan(start, at - start));
    }

    private static int? NumberBehind(string text, int start)
    {
        var at = start;
        while (at < text.Length && at - start < LongestBetween && IsBetween(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && char.IsDigit(text[end]))
        {
            end++;
        }

        return Number(text.AsSpan(at, end - at));
    }

    private static bool IsBetween(char c) => char.IsLetter(c) || c is ' ' or '\u00A0' or '/' or '-' or 'º' or '°';

    private static int? Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (10 * number) + (int)CharUnicodeInfo.GetNumericValue(digit);
        }

        return digits.Length is > 0 and <= 4 ? number : null;
    }

    // The United Nations has no documents from before it.
    private static DateOnly? DayOf(int year, int month, int day) =>
        year is >= 1945 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
