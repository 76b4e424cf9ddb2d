using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>
    /// True for the block that nearly all Han characters are from: all of them are letters, which is known sooner here than from
    /// the tables of Unicode.
    /// </summary>
    internal static bool IsCommonHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>True for a letter or a decimal digit of any script.</summary>
    internal static bool IsLetterOrDigit(char c) => IsCommonHan(c) || char.IsLetterOrDigit(c);

    /// <summary>True for punctuation of Han text and for full-width forms.</summary>
    public static bool IsHanPunctuation(char c) =>
        c is (>= '\u3001' and <= '\u3004') or (>= '\u3008' and <= '\u301F') or (>= '\uFF00' and <= '\uFF65');

    /// <summary>How many cells a text takes where a Latin letter takes one; Han, its punctuation and full-width forms take two, roughly.</summary>
    internal static int WidthOf(ReadOnlySpan<char> text) => text.Length + CountInRange(text, '\u2E80', '\uFF60');

    /// <summary>How many characters of a text are from <paramref name="first"/> to <paramref name="last"/>.</summary>
    internal static int CountInRange(ReadOnlySpan<char> text, char first, char last)
    {
        // A lane that is all ones is -1; the sum of as many as are added up here is still a ushort.
        const int MostAddedUp = ushort.MaxValue / 8 * 8;
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var count = 0;
        while (units.Length >= Vector128<ushort>.Count)
        {
            var counts = Vector128<ushort>.Zero;
            var end = Math.Min(units.Length, MostAddedUp) / Vector128<ushort>.Count * Vector128<ushort>.Count;
            for (var i = 0; i < end; i += Vector128<ushort>.Count)
            {
                counts -= InRange(Vector128.Create(units[i..]), first, last);
            }

            count += Vector128.Sum(counts);
            units = units[end..];
        }

        foreach (var unit in units)
        {
            count += unit >= first && unit <= last ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// True for a text that the words of a unit certainly hold as it is: in Normalization Form C, and without white space but
    /// the space. Nearly all text in the six languages is; text of fewer than eight characters is not told.
    /// </summary>
    internal static bool ArePlain(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var last = units.Length - Vector128<ushort>.Count;
        for (var i = 0; i <= last; i = Math.Min(i + Vector128<ushort>.Count, last))
        {
            var eight = Vector128.Create(units[i..]);
            var plain = InRange(eight, ' ', '~')
                | InRange(eight, '\u00AE', '\u02FF')   // Latin
                | InRange(eight, '\u0400', '\u0482')   // Cyrillic
                | InRange(eight, '\u0600', '\u060F')   // the Arabic comma
                | InRange(eight, '\u061D', '\u064A')   // Arabic letters
                | InRange(eight, '\u2010', '\u2027')   // dashes and quotation marks
                | InRange(eight, '\u3001', '\u3029')   // Chinese punctuation
                | InRange(eight, '\u4E00', '\u9FFF')   // Han
                | InRange(eight, '\uFF00', '\uFFEF');  // full-width forms
            if (plain != Vector128<ushort>.AllBitsSet || i == last)
            {
                return plain == Vector128<ushort>.AllBitsSet;
            }
        }

        return false;
    }

    /// <summary>Sets all bits of the lanes whose unit is from <paramref name="first"/> to <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<ushort> InRange(Vector128<ushort> units, char first, char last) =>
        Vector128.LessThanOrEqual(units - Vector128.Create((ushort)first), Vector128.Create((ushort)(last - first)));

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
