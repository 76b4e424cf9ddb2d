using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Puts changes in the order of the new document. What only the old one has follows its nearest predecessor there
/// that was kept and did not move, in the old order; it stands at the start where there is none.
/// </summary>
internal static class ScriptOrder
{
    public static ImmutableArray<Change> Of(ImmutableArray<Change> changes)
    {
        var inNew = new List<(int Index, Change Change)>(changes.Length);
        foreach (var change in changes)
        {
            if (!change.New.IsEmpty)
            {
                inNew.Add((FirstOf(change.New), change));
            }
        }

        inNew.Sort(static (a, b) => a.Index.CompareTo(b.Index));

        var followers = Followers(changes, out var first);
        var ordered = ImmutableArray.CreateBuilder<Change>(changes.Length);
        ordered.AddRange(first);
        foreach (var (_, change) in inNew)
        {
            ordered.Add(change);
            if (followers.TryGetValue(change, out var following))
            {
                ordered.AddRange(following);
            }
        }

        return ordered.MoveToImmutable();
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

    private static Dictionary<Change, List<Change>> Followers(ImmutableArray<Change> changes, out List<Change> first)
    {
        var inOld = new List<(int Index, Change Change)>(changes.Length);
        foreach (var change in changes)
        {
            foreach (var unit in change.Old)
            {
                inOld.Add((unit.Index, change));
            }
        }

        inOld.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        var followers = new Dictionary<Change, List<Change>>(ReferenceEqualityComparer.Instance);
        first = [];
        var current = first;
        Change? predecessor = null;
        foreach (var (_, change) in inOld)
        {
            if (change.New.IsEmpty)
            {
                if (predecessor is not null && !followers.TryGetValue(predecessor, out current!))
                {
                    followers.Add(predecessor, current = []);
                }

                current.Add(change);
            }
            else if (!change.Moved)
            {
                predecessor = change;
            }
        }

        return followers;
    }
}
