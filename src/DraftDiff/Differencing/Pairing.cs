using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Which unit of the old document is which of the new one, as far as is known: the board on which the matchers
/// set their pieces one after another.
/// </summary>
internal sealed class Pairing
{
    private readonly int[] _newOf;
    private readonly int[] _oldOf;
    private readonly List<(int Old, int New)> _parts = [];

    public Pairing(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        OldUnits = oldUnits;
        NewUnits = newUnits;
        _newOf = new int[oldUnits.Length];
        _oldOf = new int[newUnits.Length];
        Array.Fill(_newOf, -1);
        Array.Fill(_oldOf, -1);
    }

    /// <summary>The units of the old document.</summary>
    public ImmutableArray<Unit> OldUnits { get; }

    /// <summary>The units of the new document.</summary>
    public ImmutableArray<Unit> NewUnits { get; }

    /// <summary>Further units of splits and merges, in the order found: each beside a unit that is paired already.</summary>
    public IReadOnlyList<(int Old, int New)> Parts => _parts;

    /// <summary>The new unit that an old one became, its main part if it was split; -1 for none.</summary>
    public int NewOf(int oldIndex) => _newOf[oldIndex];

    /// <summary>The old unit that a new one was, its main part if several were merged; -1 for none.</summary>
    public int OldOf(int newIndex) => _oldOf[newIndex];

    /// <summary>True where neither is paired yet.</summary>
    public bool AreFree(int oldIndex, int newIndex) => _newOf[oldIndex] < 0 && _oldOf[newIndex] < 0;

    /// <summary>Pairs two free units.</summary>
    public void Pair(int oldIndex, int newIndex)
    {
        _newOf[oldIndex] = newIndex;
        _oldOf[newIndex] = oldIndex;
    }

    /// <summary>Adds a free new unit as a further part of an old one that is paired: a split.</summary>
    public void AddNewPart(int oldIndex, int newIndex)
    {
        _oldOf[newIndex] = oldIndex;
        _parts.Add((oldIndex, newIndex));
    }

    /// <summary>Adds a free old unit as a further part of a new one that is paired: a merge.</summary>
    public void AddOldPart(int oldIndex, int newIndex)
    {
        _newOf[oldIndex] = newIndex;
        _parts.Add((oldIndex, newIndex));
    }

    /// <summary>
    /// The pairs that keep the order of the documents, as many words of them as possible: the spine. The units between two
    /// neighbours of the spine are a gap.
    /// </summary>
    public WeightedPair[] Spine()
    {
        var pairs = new List<WeightedPair>();
        for (var i = 0; i < _newOf.Length; i++)
        {
            var j = _newOf[i];
            if (j >= 0 && _oldOf[j] == i)
            {
                pairs.Add(new WeightedPair(i, j, 1 + OldUnits[i].Words.Length));
            }
        }

        return IncreasingSubsequence.Heaviest(pairs, NewUnits.Length);
    }
}
