using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Benchmarks;

/// <summary>
/// The matcher that anyone would write first: each old unit in order takes the most alike of the new units that are
/// still free, where it is alike enough, and what remains was deleted or inserted. Alike is the ratio of the Levenshtein
/// libraries: the characters that both have in common order, over all characters of both. The other measure in use, the
/// Levenshtein distance over the length of the longer, finds fewer with the same floor.
/// </summary>
internal static class GreedyMatcher
{
    private const double Floor = 0.8;

    /// <summary>Matches the old units and the new ones.</summary>
    public static ImmutableArray<MatchedUnits> Match(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        var pairs = new Dictionary<Unit, Unit>();
        var free = newUnits.ToList();
        foreach (var old in oldUnits)
        {
            var characters = new CommonSubsequence<char>(old.Words);
            var best = Floor;
            Unit? partner = null;
            foreach (var @new in free)
            {
                if (CouldExceed(best, old, @new) && characters.SimilarityTo(@new.Words) is var similarity && similarity > best)
                {
                    best = similarity;
                    partner = @new;
                }
            }

            if (partner is not null)
            {
                pairs.Add(old, partner);
                free.Remove(partner);
            }
        }

        return MatchedUnits.OfPairs(pairs, oldUnits, newUnits);
    }

    // By their lengths alone, which spares most comparisons and changes no result.
    private static bool CouldExceed(double similarity, Unit old, Unit @new) =>
        2 * Math.Min(old.Words.Length, @new.Words.Length) > similarity * (old.Words.Length + @new.Words.Length);
}
