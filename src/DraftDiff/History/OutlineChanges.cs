using DraftDiff.Differencing;

namespace DraftDiff.History;

/// <summary>What two outlines say of the place and number of paragraphs that both have.</summary>
public static class OutlineChanges
{
    /// <summary>The ids of paragraphs that changed their place: the fewest that explain the order.</summary>
    public static IReadOnlySet<string> MovedBetween(IReadOnlyList<string> oldIds, IReadOnlyList<string> newIds)
    {
        var places = newIds.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place, StringComparer.Ordinal);
        var pairs = oldIds
            .Select((id, place) => (Old: place, New: places.GetValueOrDefault(id, -1)))
            .Where(pair => pair.New >= 0)
            .Select(pair => new WeightedPair(pair.Old, pair.New, 1))
            .ToList();
        var moved = pairs.Select(pair => oldIds[pair.Old]).ToHashSet(StringComparer.Ordinal);
        moved.ExceptWith(IncreasingSubsequence.Heaviest(pairs, newIds.Count, new Cost()).Select(pair => oldIds[pair.Old]));
        return moved;
    }

    /// <summary>True where a label that counts for itself, of an operative paragraph, a subparagraph or an annex paragraph, is another one.</summary>
    public static bool IsRenumbered(string oldLabel, string newLabel) =>
        oldLabel != newLabel && IsNumbered(oldLabel) && IsNumbered(newLabel);

    private static bool IsNumbered(string label)
    {
        var own = label.AsSpan(label.LastIndexOf('.') + 1);
        return (own.StartsWith("OP") || (own.Length > 0 && char.IsAsciiDigit(own[0]))) && !own.EndsWith("+");
    }
}
