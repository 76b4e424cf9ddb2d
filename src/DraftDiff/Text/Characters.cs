using System.Globalization;

namespace DraftDiff.Text;

/// <summary>What kinds of characters there are, as far as drafts care.</summary>
public static class Characters
{
    /// <summary>True for white space, the no-break space and marks that only steer layout among it.</summary>
    public static bool IsSpace(char c) => c switch
    {
        <= ' ' => c is ' ' or (>= '\t' and <= '\r'),

        // Most of a text is ASCII, or between the ideographic space and the byte-order mark, where nothing is white space.
        < '\u0080' or (> '\u3000' and < '\uFEFF') => false,
        _ => IsSpaceBeyondAscii(c),
    };

    private static bool IsSpaceBeyondAscii(char c) =>
        c is '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000'
        || IsInvisible(c);

    /// <summary>Where the first character stands that <see cref="IsSpace"/> is true for, the space itself aside; -1 where none does.</summary>
    internal static int IndexOfRareSpace(ReadOnlySpan<char> text)
    {
        var position = 0;
        while (text[position..].IndexOfAnyExceptInRange(' ', '~') is >= 0 and var offset)
        {
            position += offset;
            while (position < text.Length && text[position] is not (>= ' ' and <= '~'))
            {
                if (IsSpace(text[position]))
                {
                    return position;
                }

                position++;
            }
        }

        return -1;
    }

    /// <summary>The value of a raised digit; -1 for another character.</summary>
    public static int RaisedDigitValue(char c) => c switch
    {
        '\u00B9' => 1,
        '\u00B2' => 2,
        '\u00B3' => 3,
        '\u2070' => 0,
        >= '\u2074' and <= '\u2079' => c - '\u2070',
        _ => -1,
    };

    /// <summary>The raised digit of a value from 0 to 9.</summary>
    public static char RaisedDigit(int value) => value switch
    {
        1 => '\u00B9',
        2 => '\u00B2',
        3 => '\u00B3',
        _ => (char)('\u2070' + value),
    };

    /// <summary>True for what a text's words leave out: soft hyphens, zero-width spaces, byte-order marks and bidi controls.</summary>
    internal static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u061C' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060'
            or (>= '\u2066' and <= '\u2069') or '\uFEFF'
        && c is not ('\u200C' or '\u200D');

    /// <summary>True for a Han character; a surrogate counts as one, since what drafts use beyond the BMP is Han.</summary>
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF')
            or '\u3005' or '\u3007' or (>= '\u2E80' and <= '\u2FDF') or (>= '\uD840' and <= '\uDFFF');

    /// <summary>True for a letter.</summary>
    internal static bool IsLetter(char c) => IsUnified(c) || char.IsLetter(c);

    /// <summary>True for a letter or a decimal digit of any script.</summary>
    internal static bool IsLetterOrDigit(char c) => IsUnified(c) || char.IsLetterOrDigit(c);

    /// <summary>True for a capital.</summary>
    internal static bool IsUpper(char c) => !IsUnified(c) && char.IsUpper(c);

    /// <summary>True for a small letter.</summary>
    internal static bool IsLower(char c) => !IsUnified(c) && char.IsLower(c);

    /// <summary>
    /// True for a Han character of the block that nearly all of them are from. Each is a letter without case, which is
    /// known sooner here than from the tables of Unicode.
    /// </summary>
    private static bool IsUnified(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>True for punctuation of Han text and for full-width forms.</summary>
    public static bool IsHanPunctuation(char c) =>
        c is (>= '\u3001' and <= '\u3004') or (>= '\u3008' and <= '\u301F') or (>= '\uFF00' and <= '\uFF65');

    /// <summary>How many cells a text takes where a Latin letter takes one; Han, its punctuation and full-width forms take two, roughly.</summary>
    internal static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = text.Length;
        foreach (var c in text)
        {
            width += c is >= '\u2E80' and <= '\uFF60' ? 1 : 0;
        }

        return width;
    }

    /// <summary>True for a decimal digit of ASCII.</summary>
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>True for a letter or digit of ASCII, Latin, Greek, Cyrillic or Arabic: of a script that puts spaces between words.</summary>
    internal static bool IsSpacedLetterOrDigit(char c) =>
        char.IsAsciiLetterOrDigit(c) || (c >= '\u00C0' && !IsHan(c) && !IsHanPunctuation(c) && char.IsLetterOrDigit(c));

    /// <summary>True for a mark that combines with the character before it.</summary>
    public static bool IsCombining(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
