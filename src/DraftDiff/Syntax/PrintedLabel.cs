using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Reads the labels that paragraphs print: <c>9.</c>, <c>(a)</c>, <c>iv)</c>, <c>١ -</c>.</summary>
internal static class PrintedLabel
{
    private const int MostDigits = 4;

    // No draft has so many paragraphs; what was put together of many may.
    private const int MostDigitsDue = 5;

    // So many paragraphs may have lost their numbers.
    private const int WidestGap = 2;

    /// <summary>
    /// Reads an operative paragraph's number at the beginning of a line: up to four digits with a full stop, or with a
    /// dash as Arabic prints it, and white space after.
    /// </summary>
    /// <param name="content">The text.</param>
    /// <param name="line">The line's content.</param>
    /// <param name="label">The number, and where the label ends, the white space after it not included.</param>
    public static bool TryReadNumber(string content, TextSpan line, out (int Number, int End) label) =>
        TryReadNumber(content, line, MostDigits, out label);

    /// <summary>Reads an operative paragraph's number, one of five digits where it is due.</summary>
    /// <param name="content">The text.</param>
    /// <param name="line">The line's content.</param>
    /// <param name="last">The number of the paragraph before; 0 where there is none.</param>
    /// <param name="label">The number, and where the label ends, the white space after it not included.</param>
    /// <param name="isDue">Whether it follows on the one before, but for two that may be lost.</param>
    public static bool TryReadNumber(string content, TextSpan line, int last, out (int Number, int End) label, out bool isDue)
    {
        var isNumber = TryReadNumber(content, line, MostDigitsDue, out label);
        isDue = isNumber && label.Number > last && label.Number <= last + 1 + WidestGap;
        return isNumber && (isDue || label.Number < 10_000);
    }

    private static bool TryReadNumber(string content, TextSpan line, int mostDigits, out (int Number, int End) label)
    {
        label = default;
        var position = line.Start;
        var number = 0;
        while (position < line.End && position - line.Start <= mostDigits && DigitOf(content[position]) is >= 0 and var digit)
        {
            number = number * 10 + digit;
            position++;
        }

        var digits = position - line.Start;
        if (digits == 0 || digits > mostDigits || number == 0)
        {
            return false;
        }

        if (position < line.End && content[position] is '.' or '．')
        {
            position++;
        }
        else
        {
            while (position < line.End && Characters.IsSpace(content[position]))
            {
                position++;
            }

            if (position == line.End || content[position] is not ('-' or '–' or '‐'))
            {
                return false;
            }

            position++;
        }

        // "2.5 per cent" is no label, and neither is a line that holds a number only.
        if (position >= line.End || !(Characters.IsSpace(content[position]) || Characters.IsHan(content[position])))
        {
            return false;
        }

        label = (number, position);
        return true;
    }

    /// <summary>
    /// Reads a subparagraph's label at the beginning of a line: a letter, a roman number or a number in brackets, the
    /// first bracket optional, and white space after; ㈠ as Chinese prints it, and ‘1’ as Arabic does, which both are
    /// roman numbers elsewhere; and <c>a.</c>, which keeps its full stop, because only where it is due can it be a label.
    /// </summary>
    public static bool TryReadLetter(string content, TextSpan line, out (string Inner, int End) label)
    {
        label = default;
        var position = line.Start;
        if (position < line.End && content[position] is >= '\u3220' and <= '\u3229')
        {
            label = (Roman(content[position] - '\u321F'), position + 1);
            return position + 1 < line.End;
        }

        var isBracketed = position < line.End && content[position] is '(' or '（';
        var isQuoted = position < line.End && content[position] == '‘';
        position += isBracketed || isQuoted ? 1 : 0;
        var start = position;
        while (position < line.End && position - start < 6 && (isBracketed || !Characters.IsHan(content[position]))
            && char.IsLetterOrDigit(content[position]) && (!isQuoted || DigitOf(content[position]) >= 0))
        {
            position++;
        }

        var inner = position - start;
        if (inner > 0 && !isBracketed && !isQuoted && char.IsLower(content[start])
            && position + 1 < line.End && content[position] == '.' && Characters.IsSpace(content[position + 1]))
        {
            label = (content.Substring(start, inner + 1), position + 1);
            return true;
        }

        var isClosed = position + 1 < line.End && (isQuoted ? content[position] == '’' : content[position] is ')' or '）');
        if (inner == 0 || !isClosed || !(Characters.IsSpace(content[position + 1]) || (isBracketed && Characters.IsHan(content[position + 1]))))
        {
            return false;
        }

        label = (isQuoted ? Roman(NumberOf(content.AsSpan(start, inner))) : content.Substring(start, inner), position + 1);
        return true;
    }

    /// <summary>The value of decimal digits of any script; 0 where others stand among them.</summary>
    public static int NumberOf(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            var digit = DigitOf(c);
            if (digit < 0 || number > 1000)
            {
                return 0;
            }

            number = number * 10 + digit;
        }

        return number;
    }

    /// <summary>
    /// Reads a number that lacks its full stop: white space right behind it, then a capital. Only where the number is due
    /// can this be a label.
    /// </summary>
    public static bool TryReadBareNumber(string content, TextSpan line, out (int Number, int End) label)
    {
        label = default;
        var end = line.Start;
        while (end < line.End && end - line.Start < 4 && Characters.IsDigit(content[end]))
        {
            end++;
        }

        var next = end;
        while (next < line.End && Characters.IsSpace(content[next]))
        {
            next++;
        }

        if (end == line.Start || next == end || next == line.End || !char.IsUpper(content[next]))
        {
            return false;
        }

        label = (int.Parse(content.AsSpan(line.Start, end - line.Start), NumberStyles.None, CultureInfo.InvariantCulture), end);
        return label.Number > 0;
    }

    /// <summary>Reads a dash or a bullet at the beginning of a line, with white space after it.</summary>
    public static bool TryReadDash(string content, TextSpan line, out int end)
    {
        end = line.Start + 1;
        return end < line.End && Dashes.Contains(content[line.Start], StringComparison.Ordinal) && Characters.IsSpace(content[end]);
    }

    /// <summary>The place of a letter in the order that a language letters by: 1 for a, 27 for aa; 0 where it is none.</summary>
    public static int LetterValue(string inner, DraftingConventions conventions)
    {
        var first = IndexOfLetter(inner[0], conventions);
        if (first < 0)
        {
            return 0;
        }

        // After z comes aa, bb, …; Arabic ha is printed with a tatweel.
        for (var i = 1; i < inner.Length; i++)
        {
            if (inner[i] != '\u0640' && IndexOfLetter(inner[i], conventions) != first)
            {
                return 0;
            }
        }

        var repeats = inner.AsSpan().TrimEnd('\u0640').Length;
        return first + 1 + (repeats - 1) * conventions.Letters.Length;
    }

    /// <summary>The value of a roman number in small letters; 0 where it is none.</summary>
    public static int RomanValue(string inner)
    {
        var value = 0;
        var last = 0;
        for (var i = inner.Length - 1; i >= 0; i--)
        {
            var digit = inner[i] switch { 'i' or 'і' => 1, 'v' => 5, 'x' or 'х' => 10, 'l' => 50, _ => 0 };
            if (digit == 0)
            {
                return 0;
            }

            value += digit < last ? -digit : digit;
            last = Math.Max(last, digit);
        }

        return value;
    }

    /// <summary>The canonical letter of a place: a for 1, aa for 27.</summary>
    public static string Letter(int value) => new((char)('a' + (value - 1) % 26), (value - 1) / 26 + 1);

    /// <summary>The canonical roman number in small letters.</summary>
    public static string Roman(int value)
    {
        ReadOnlySpan<(int Value, string Digits)> digits =
            [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        var roman = "";
        foreach (var (step, printed) in digits)
        {
            while (value >= step)
            {
                roman += printed;
                value -= step;
            }
        }

        return roman;
    }

    // With the bullets that Word takes from its symbol font.
    private const string Dashes = "-–—‑•·▪■●○◦\uF0B7\uF0A7";

    private static int DigitOf(char c) =>
        Characters.IsDigit(c) ? c - '0' : c < '\u0660' || Characters.IsHan(c) ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    private static int IndexOfLetter(char c, DraftingConventions conventions)
    {
        for (var i = 0; i < conventions.Letters.Length; i++)
        {
            if (conventions.Letters[i].Contains(c, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
