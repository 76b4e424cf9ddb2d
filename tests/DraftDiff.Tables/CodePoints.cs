namespace DraftDiff.Tables;

/// <summary>The code points of Unicode.</summary>
internal static class CodePoints
{
    /// <summary>Every code point but the surrogates, in order.</summary>
    public static IEnumerable<int> All => Enumerable.Range(0, 0xD800).Concat(Enumerable.Range(0xE000, 0x110000 - 0xE000));

    /// <summary>True for the syllables that are decomposed by arithmetic.</summary>
    public static bool IsHangulSyllable(int codePoint) => codePoint is >= 0xAC00 and <= 0xD7A3;
}
