using System.Numerics;
using System.Runtime.InteropServices;

namespace DraftDiff.Benchmarks;

/// <summary>
/// A sequence made ready for comparisons by longest common subsequence. Takes 64 elements at a time (Hyyrö,
/// "Bit-Parallel LCS-length Computation Revisited", 2004), so that a matcher which compares much is not judged by a slow
/// comparison.
/// </summary>
internal sealed class CommonSubsequence<T>
    where T : notnull
{
    private const int Bits = 64;

    private readonly int _length;
    private readonly Dictionary<T, ulong[]> _places = [];

    public CommonSubsequence(ReadOnlySpan<T> sequence)
    {
        _length = sequence.Length;
        for (var i = 0; i < sequence.Length; i++)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, sequence[i], out _);
            places ??= NewRow();
            places[i / Bits] |= 1UL << (i % Bits);
        }
    }

    /// <summary>The elements that both have in common order, over all elements of both: 1 for equal sequences.</summary>
    public double SimilarityTo(ReadOnlySpan<T> other)
    {
        var all = _length + other.Length;
        return all == 0 ? 1 : 2.0 * LengthWith(other) / all;
    }

    // A bit of the row is cleared where one more element is common up to there; the sum carries it to its place.
    private int LengthWith(ReadOnlySpan<T> other)
    {
        var row = NewRow();
        Array.Fill(row, ulong.MaxValue);
        foreach (var element in other)
        {
            if (!_places.TryGetValue(element, out var places))
            {
                continue;
            }

            var carry = 0UL;
            for (var i = 0; i < row.Length; i++)
            {
                var sum = (UInt128)row[i] + (row[i] & places[i]) + carry;
                carry = (ulong)(sum >> Bits);
                row[i] = (ulong)sum | (row[i] & ~places[i]);
            }
        }

        return row.Sum(bits => BitOperations.PopCount(~bits));
    }

    private ulong[] NewRow() => new ulong[(_length + Bits - 1) / Bits];
}
