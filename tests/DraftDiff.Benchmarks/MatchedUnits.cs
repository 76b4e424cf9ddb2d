using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Benchmarks;

/// <summary>Units that a matcher found to belong together; a side is empty for what was inserted or deleted.</summary>
internal readonly record struct MatchedUnits(ImmutableArray<Unit> Old, ImmutableArray<Unit> New)
{
    /// <summary>Some pairs, and each unit that is in none of them.</summary>
    public static ImmutableArray<MatchedUnits> OfPairs(
        IReadOnlyDictionary<Unit, Unit> pairs, ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        var kept = pairs.Values.ToHashSet();
        return
        [
            .. oldUnits.Select(old => new MatchedUnits([old], pairs.TryGetValue(old, out var @new) ? [@new] : [])),
            .. newUnits.Where(@new => !kept.Contains(@new)).Select(@new => new MatchedUnits([], [@new])),
        ];
    }
}
