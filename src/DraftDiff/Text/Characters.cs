using System.Globalization;

namespace DraftDiff.Text;

/// <summary>What kinds of characters there are, as far as drafts care.</summary>
public static class Characters
{
    /// <summary>True for white space, the no-break space and marks that only steer layout among it.</summary>
    public static bool IsSpace(char c) => c switch
    {
        ' ' or '\t' => true,
        < (char)0x80 => c is '\n' or '\r' or '\f' or '\v',

        // Most of a Han text is between the ideographic space and the byte-order mark, where nothing is white space.
        > '\u3000' and < '\uFEFF' => false,
        _ => char.IsWhiteSpace(c) || IsInvisible(c),
    };

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

    /// <summary>True for punctuation of Han text and for full-width forms.</summary>
    public static bool IsHanPunctuation(char c) =>
        c is (>= '\u3001' and <= '\u3004') or (>= '\u3008' and <= '\u301F') or (>= '\uFF00' and <= '\uFF65');

    /// <summary>Between these stand the characters that take two cells where Latin letters take one: Han, its punctuation, full-width forms; roughly.</summary>
    internal const char FirstWide = '\u2E80';
    internal const char LastWide = '\uFF60';

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
