using System.Buffers;

namespace DraftDiff.Differencing;

/// <summary>A unit of the old document set beside one of the new, and what that is worth.</summary>
internal readonly record struct WeightedPair(int Old, int New, long Weight);

/// <summary>
/// The heaviest subsequence of pairs that increases on both sides: what keeps its order. With equal weights it is the
/// longest one, and its complement the fewest moves. A Fenwick tree over the new side holds the best chain that ends
/// before each place (Fredman 1975 in the unweighted case), so n pairs cost O(n log n).
/// </summary>
internal static class IncreasingSubsequence
{
    /// <summary>Picks the subsequence; the pairs are sorted in place. Ties go to the pair that comes first.</summary>
    /// <param name="pairs">Pairs with weights above zero; several may share a side.</param>
    /// <param name="newCount">One more than the greatest <see cref="WeightedPair.New"/>.</param>
    /// <param name="cost">What the pairs looked at are added to.</param>
    /// <returns>The chosen pairs, in order.</returns>
    public static WeightedPair[] Heaviest(List<WeightedPair> pairs, int newCount, Cost cost)
    {
        // Within one old unit the last new one first, so that no two pairs of it can follow each other.
        if (!AreInOrder(pairs))
        {
            pairs.Sort(Compare);
        }

        var tree = ArrayPool<int>.Shared.Rent(newCount + 1); // index + 1 of the pair that ends the best chain, 0 for none
        tree.AsSpan(0, newCount + 1).Clear();
        var total = ArrayPool<long>.Shared.Rent(pairs.Count);
        var previous = ArrayPool<int>.Shared.Rent(pairs.Count);
        var steps = 0L;
        for (var i = 0; i < pairs.Count; i++)
        {
            var best = 0;
            for (var at = pairs[i].New; at > 0; at -= at & -at)
            {
                steps++;
                best = Better(tree[at], best, total);
            }

            previous[i] = best - 1;
            total[i] = pairs[i].Weight + (best == 0 ? 0 : total[best - 1]);
            for (var at = pairs[i].New + 1; at <= newCount; at += at & -at)
            {
                steps++;
                tree[at] = Better(i + 1, tree[at], total);
            }
        }

        cost.Add(steps);
        var last = 0;
        for (var at = newCount; at > 0; at -= at & -at)
        {
            last = Better(tree[at], last, total);
        }

        var length = 0;
        for (var i = last - 1; i >= 0; i = previous[i])
        {
            length++;
        }

        var chosen = new WeightedPair[length];
        for (var i = last - 1; i >= 0; i = previous[i])
        {
            chosen[--length] = pairs[i];
        }

        ArrayPool<int>.Shared.Return(tree);
        ArrayPool<long>.Shared.Return(total);
        ArrayPool<int>.Shared.Return(previous);
        return chosen;
    }

    private static int Compare(WeightedPair a, WeightedPair b) => a.Old != b.Old ? a.Old.CompareTo(b.Old) : b.New.CompareTo(a.New);

    // As most lists are, which were made from the old document's beginning to its end.
    private static bool AreInOrder(List<WeightedPair> pairs)
    {
        for (var i = 1; i < pairs.Count; i++)
        {
            if (Compare(pairs[i - 1], pairs[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Better(int candidate, int best, long[] total)
    {
        if (candidate == 0)
        {
            return best;
        }

        if (best == 0 || total[candidate - 1] > total[best - 1])
        {
            return candidate;
        }

        return total[candidate - 1] == total[best - 1] ? Math.Min(candidate, best) : best;
    }
}
