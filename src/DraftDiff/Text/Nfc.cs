using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace DraftDiff.Text;

/// <summary>
/// Unicode Normalization Form C: every character in its composed form, so that the same words are the same characters.
/// It comes from tables of our own because the command runs with InvariantGlobalization, where
/// <see cref="string.Normalize()"/> returns its text unchanged. Positions are UTF-16 code units; a surrogate without
/// its pair is kept as it is.
/// </summary>
/// <remarks>
/// The algorithm is that of Unicode Standard Annex #15, https://www.unicode.org/reports/tr15/, and of section 3.11 of
/// the Unicode Standard; Hangul is computed as section 3.12 says.
/// </remarks>
public static class Nfc
{
    private readonly record struct CodePoint(int Value, byte Class);

    /// <summary>True where <see cref="Normalize"/> would change nothing.</summary>
    public static bool IsNormalized(ReadOnlySpan<char> text) => QuickCheck(text) switch
    {
        NfcQuickCheck.Yes => true,
        NfcQuickCheck.No => false,
        _ => text.SequenceEqual(Recompose(text)),
    };

    /// <summary>The text in Normalization Form C.</summary>
    public static string Normalize(ReadOnlySpan<char> text) =>
        QuickCheck(text) == NfcQuickCheck.Yes ? text.ToString() : Recompose(text);

    /// <summary>Says without composing anything whether a text is normalized, as section 9 of the annex does.</summary>
    private static NfcQuickCheck QuickCheck(ReadOnlySpan<char> text)
    {
        var answer = NfcQuickCheck.Yes;
        var previousClass = 0;
        while (!text.IsEmpty)
        {
            var inert = CountInert(text);
            if (inert > 0)
            {
                text = text[inert..];
                previousClass = 0;
                continue;
            }

            var (codePoint, length) = Decode(text);
            var (combiningClass, quickCheck) = NfcTable.GetProperties(codePoint);
            if (quickCheck == NfcQuickCheck.No || (combiningClass != 0 && previousClass > combiningClass))
            {
                return NfcQuickCheck.No;
            }

            if (quickCheck == NfcQuickCheck.Maybe)
            {
                answer = NfcQuickCheck.Maybe;
            }

            previousClass = combiningClass;
            text = text[length..];
        }

        return answer;
    }

    /// <summary>
    /// How many code units at the beginning of a text certainly stand for themselves. Of drafts in the six languages
    /// that is nearly all of them, so that the tables are rarely asked.
    /// </summary>
    private static int CountInert(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var position = 0;
        for (; position + Vector128<ushort>.Count <= units.Length; position += Vector128<ushort>.Count)
        {
            var others = ~InertUnits(Vector128.Create(units[position..]));
            if (others != Vector128<ushort>.Zero)
            {
                return position + int.TrailingZeroCount((int)others.ExtractMostSignificantBits());
            }
        }

        while (position < units.Length && InertUnits(Vector128.Create(units[position]))[0] != 0)
        {
            position++;
        }

        return position;
    }

    /// <summary>Sets all bits of the lanes whose unit has combining class 0 and composes with nothing before it.</summary>
    private static Vector128<ushort> InertUnits(Vector128<ushort> units) =>
        Characters.InRange(units, '\u0000', '\u02FF')      // Latin
        | Characters.InRange(units, '\u0400', '\u0482')    // Cyrillic
        | Characters.InRange(units, '\u061B', '\u064A')    // Arabic letters
        | Characters.InRange(units, '\u2002', '\u20CF')    // punctuation
        | Characters.InRange(units, '\u3000', '\u3029')    // Chinese punctuation
        | Characters.InRange(units, '\u4E00', '\u9FFF')    // Han
        | Characters.InRange(units, '\uFF00', '\uFFEF');   // full-width forms

    private static string Recompose(ReadOnlySpan<char> text)
    {
        var codePoints = new List<CodePoint>(text.Length);
        while (!text.IsEmpty)
        {
            var (codePoint, length) = Decode(text);
            Decompose(codePoint, codePoints);
            text = text[length..];
        }

        Reorder(CollectionsMarshal.AsSpan(codePoints));
        var composed = Compose(CollectionsMarshal.AsSpan(codePoints));
        var result = new StringBuilder(composed.Length);
        foreach (var (value, _) in composed)
        {
            Append(result, value);
        }

        return result.ToString();
    }

    private static void Decompose(int codePoint, List<CodePoint> target)
    {
        if (Hangul.IsSyllable(codePoint))
        {
            var (leading, vowel, trailing) = Hangul.Decompose(codePoint);
            target.Add(new CodePoint(leading, 0));
            target.Add(new CodePoint(vowel, 0));
            if (trailing is { } last)
            {
                target.Add(new CodePoint(last, 0));
            }
        }
        else if (NfcTable.GetDecomposition(codePoint) is var (first, second))
        {
            Decompose(first, target);
            if (second is { } other)
            {
                Decompose(other, target);
            }
        }
        else
        {
            target.Add(new CodePoint(codePoint, NfcTable.GetProperties(codePoint).CombiningClass));
        }
    }

    /// <summary>Puts each run of combining marks into the order of their classes, keeping the order within a class.</summary>
    private static void Reorder(Span<CodePoint> codePoints)
    {
        for (var start = 0; start < codePoints.Length;)
        {
            var end = start + 1;
            var isOrdered = true;
            while (codePoints[start].Class != 0 && end < codePoints.Length && codePoints[end].Class != 0)
            {
                isOrdered &= codePoints[end - 1].Class <= codePoints[end].Class;
                end++;
            }

            if (!isOrdered)
            {
                // A stable sort whose cost does not square with the marks, of which a broken file may hold thousands.
                var run = codePoints[start..end];
                run.ToArray().OrderBy(mark => mark.Class).ToArray().CopyTo(run);
            }

            start = end;
        }
    }

    /// <summary>Composes in place each code point with the last starter before it where nothing between blocks it.</summary>
    private static Span<CodePoint> Compose(Span<CodePoint> codePoints)
    {
        var length = 0;
        var starter = -1;
        foreach (var codePoint in codePoints)
        {
            var isBlocked = starter < 0 || (length - 1 > starter && codePoints[length - 1].Class >= codePoint.Class);
            if (!isBlocked && ComposePair(codePoints[starter].Value, codePoint.Value) is { } composite)
            {
                codePoints[starter] = new CodePoint(composite, 0);
                continue;
            }

            if (codePoint.Class == 0)
            {
                starter = length;
            }

            codePoints[length++] = codePoint;
        }

        return codePoints[..length];
    }

    private static int? ComposePair(int first, int second) =>
        Hangul.Compose(first, second) ?? NfcTable.GetComposition(first, second);

    private static (int CodePoint, int Length) Decode(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsSurrogatePair(text[0], text[1])
            ? (char.ConvertToUtf32(text[0], text[1]), 2)
            : (text[0], 1);

    private static void Append(StringBuilder target, int codePoint)
    {
        if (codePoint <= char.MaxValue)
        {
            target.Append((char)codePoint);
        }
        else
        {
            Span<char> pair = stackalloc char[2];
            new Rune(codePoint).EncodeToUtf16(pair);
            target.Append(pair);
        }
    }
}
