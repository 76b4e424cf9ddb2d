using System.Runtime.InteropServices;

namespace DraftDiff.Differencing;

/// <summary>
/// A 64-bit hash of words, the same in every run. Equal words have equal hashes; who pairs by hash still compares the
/// words. Multiplication folded to 64 bits, four characters at a time, as wyhash does it.
/// </summary>
internal static class TextHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xA0761D6478BD642F;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Combine(Seed, (ulong)text.Length);
        var blocks = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var block in blocks)
        {
            hash = Combine(hash, block);
        }

        foreach (var character in text[(blocks.Length * 4)..])
        {
            hash = Combine(hash, character);
        }

        return hash;
    }

    public static ulong Combine(ulong hash, ulong value)
    {
        var high = Math.BigMul(hash ^ value ^ Seed, Factor, out var low);
        return high ^ low ^ (value << 1);
    }
}
