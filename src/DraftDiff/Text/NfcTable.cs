namespace DraftDiff.Text;

/// <summary>
/// What the Unicode Character Database says of a code point's composition, Hangul syllables left out. The data in the
/// generated half of this class are sorted numbers in the read-only part of the assembly: they cost nothing at the
/// start of the command, and only texts that are not normalized already are looked up in them.
/// </summary>
internal static partial class NfcTable
{
    /// <summary>The canonical combining class, 0 for a starter, and whether normalized text may hold the code point.</summary>
    public static (byte CombiningClass, NfcQuickCheck QuickCheck) GetProperties(int codePoint)
    {
        // A run goes from its code point to the next run's; no run has all the low bits set, so none is met exactly.
        var run = Runs[~Runs.BinarySearch(((uint)codePoint << 10) | 0x3FF) - 1];
        return ((byte)run, (NfcQuickCheck)((run >> 8) & 3));
    }

    /// <summary>The one or two code points that a code point stands for, which may themselves decompose; else null.</summary>
    public static (int First, int? Second)? GetDecomposition(int codePoint)
    {
        // An entry has something in its low bits, so the search stops right before it.
        var index = ~Decompositions.BinarySearch((ulong)codePoint << 42);
        if (index == Decompositions.Length || Decompositions[index] >> 42 != (ulong)codePoint)
        {
            return null;
        }

        var (_, first, second) = Unpack(Decompositions[index]);
        return (first, second == 0 ? null : second);
    }

    /// <summary>The code point that two compose into; else null.</summary>
    public static int? GetComposition(int first, int second)
    {
        var pair = ((ulong)first << 21) | (uint)second;
        var index = ~Compositions.BinarySearch(pair << 21);
        return index < Compositions.Length && Compositions[index] >> 21 == pair
            ? Unpack(Compositions[index]).Third
            : null;
    }

    private static (int First, int Second, int Third) Unpack(ulong entry) =>
        ((int)(entry >> 42), (int)(entry >> 21) & 0x1FFFFF, (int)entry & 0x1FFFFF);
}

/// <summary>Whether text in Normalization Form C may hold a code point: the property NFC_Quick_Check.</summary>
internal enum NfcQuickCheck
{
    /// <summary>It may.</summary>
    Yes,

    /// <summary>It may, unless the code point composes with what stands before it.</summary>
    Maybe,

    /// <summary>It never does.</summary>
    No,
}
