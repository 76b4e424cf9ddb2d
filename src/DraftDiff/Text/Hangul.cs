namespace DraftDiff.Text;

/// <summary>
/// The Korean syllables, which decompose into letters and compose from them by arithmetic: section 3.12 of the Unicode
/// Standard, "Conjoining Jamo Behavior".
/// </summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLeading = 0x1100;
    private const int FirstVowel = 0x1161;

    // One before the first trailing consonant: a syllable without one counts as the 0th.
    private const int NoTrailing = 0x11A7;

    private const int LeadingCount = 19;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;

    /// <summary>True for a composed syllable.</summary>
    public static bool IsSyllable(int codePoint) =>
        codePoint is >= FirstSyllable and < FirstSyllable + (LeadingCount * VowelCount * TrailingCount);

    /// <summary>The letters of a composed syllable.</summary>
    public static (int Leading, int Vowel, int? Trailing) Decompose(int syllable)
    {
        var (pair, trailing) = Math.DivRem(syllable - FirstSyllable, TrailingCount);
        var (leading, vowel) = Math.DivRem(pair, VowelCount);
        return (FirstLeading + leading, FirstVowel + vowel, trailing == 0 ? null : NoTrailing + trailing);
    }

    /// <summary>The syllable of a leading consonant and a vowel, or of a syllable and a trailing consonant; else null.</summary>
    public static int? Compose(int first, int second)
    {
        if (first is >= FirstLeading and < FirstLeading + LeadingCount
            && second is >= FirstVowel and < FirstVowel + VowelCount)
        {
            return FirstSyllable + ((((first - FirstLeading) * VowelCount) + second - FirstVowel) * TrailingCount);
        }

        return IsSyllable(first) && (first - FirstSyllable) % TrailingCount == 0
            && second is > NoTrailing and < NoTrailing + TrailingCount
                ? first + second - NoTrailing
                : null;
    }
}
