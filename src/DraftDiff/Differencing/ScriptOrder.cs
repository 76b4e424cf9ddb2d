using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Puts changes in the order of the new document. What only the old one has follows its nearest predecessor there
/// that was kept and did not move, in the old order; it stands at the start where there is none.
/// </summary>
internal static class ScriptOrder
{
    public static ImmutableArray<Change> Of(IReadOnlyList<Change> changes)
    {
        var (inOld, inNew) = ByUnit(changes);

        // What follows the change that stands first at a place of the new document, and in front what stands at the start.
        var followers = new List<Change>?[inNew.Length + 1];
        var place = 0;
        foreach (var change in inOld)
        {
            if (change is { New.IsEmpty: true })
            {
                (followers[place] ??= []).Add(change);
            }
            else if (change is { Moved: false })
            {
                place = 1 + FirstOf(change.New);
            }
        }

        var ordered = ImmutableArray.CreateBuilder<Change>(changes.Count);
        ordered.AddRange(followers[0] ?? []);
        for (var j = 0; j < inNew.Length; j++)
        {
            if (inNew[j] is { } change && FirstOf(change.New) == j)
            {
                ordered.Add(change);
                ordered.AddRange(followers[j + 1] ?? []);
            }
        }

        return ordered.MoveToImmutable();
    }

    // What became of each unit of both documents, by its index.
    private static (Change?[] Old, Change?[] New) ByUnit(IReadOnlyList<Change> changes)
    {
        var (oldCount, newCount) = (0, 0);
        foreach (var change in changes)
        {
            oldCount = CountWith(change.Old, oldCount);
            newCount = CountWith(change.New, newCount);
        }

        var (old, @new) = (new Change?[oldCount], new Change?[newCount]);
        foreach (var change in changes)
        {
            Set(change.Old, old, change);
            Set(change.New, @new, change);
        }

        return (old, @new);

        static int CountWith(ImmutableArray<Unit> units, int count)
        {
            foreach (var unit in units)
            {
                count = Math.Max(count, unit.Index + 1);
            }

            return count;
        }

        static void Set(ImmutableArray<Unit> units, Change?[] changes, Change change)
        {
            foreach (var unit in units)
            {
                changes[unit.Index] = change;
            }
        }
    }

    // The parts of a split need not stand in their order.
    private static int FirstOf(ImmutableArray<Unit> units)
    {
        var first = units[0].Index;
        foreach (var unit in units)
        {
            first = Math.Min(first, unit.Index);
        }

        return first;
    }
}
