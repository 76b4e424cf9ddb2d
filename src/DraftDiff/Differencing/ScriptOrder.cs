using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Puts changes in the order of the new document. What only the old one has follows its nearest predecessor there
/// that was kept and did not move, in the old order; it stands at the start where there is none.
/// </summary>
internal sealed class ScriptOrder
{
    // Where a change stands in the new document, if not at one of its units.
    private const int Nowhere = -1;
    private const int Moved = -2;

    private readonly List<Change> _changes = [];

    // For each change the index of its first unit in the new document.
    private readonly List<int> _places = [];

    // For each unit of the old document, and for each first one of a change in the new, the number of the change plus one.
    private readonly List<int> _ofOld = [];
    private readonly List<int> _ofNew = [];

    // Changes are looked at when they are made: of long documents, they and their units are soon far away in memory.
    private ScriptOrder(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            _changes.Add(change);
            foreach (var unit in change.Old)
            {
                Put(_ofOld, unit.Index, _changes.Count);
            }

            var first = FirstOf(change.New);
            _places.Add(first >= 0 && change.Moved ? Moved : first);
            if (first >= 0)
            {
                Put(_ofNew, first, _changes.Count);
            }
        }
    }

    public static ImmutableArray<Change> Of(IEnumerable<Change> changes) => new ScriptOrder(changes).Ordered();

    private ImmutableArray<Change> Ordered()
    {
        var followers = Followers();
        var ordered = ImmutableArray.CreateBuilder<Change>(_changes.Count);
        ordered.AddRange(followers[0] ?? []);
        for (var j = 0; j < _ofNew.Count; j++)
        {
            if (_ofNew[j] > 0)
            {
                ordered.Add(_changes[_ofNew[j] - 1]);
                ordered.AddRange(followers[j + 1] ?? []);
            }
        }

        return ordered.MoveToImmutable();
    }

    // What only the old document has, by the index of the unit before it in the new one plus one.
    private List<Change>?[] Followers()
    {
        var followers = new List<Change>?[_ofNew.Count + 1];
        var current = 0;
        foreach (var number in _ofOld)
        {
            if (number == 0)
            {
                continue;
            }

            var place = _places[number - 1];
            if (place == Nowhere)
            {
                (followers[current] ??= []).Add(_changes[number - 1]);
            }
            else if (place != Moved)
            {
                current = place + 1;
            }
        }

        return followers;
    }

    private static void Put(List<int> numbers, int index, int number)
    {
        while (numbers.Count <= index)
        {
            numbers.Add(0);
        }

        numbers[index] = number;
    }

    // The parts of a split need not stand in their order.
    private static int FirstOf(ImmutableArray<Unit> units)
    {
        var first = units.IsEmpty ? Nowhere : units[0].Index;
        foreach (var unit in units)
        {
            first = Math.Min(first, unit.Index);
        }

        return first;
    }
}
