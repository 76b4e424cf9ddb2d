using System.Runtime.InteropServices;

namespace DraftDiff.Differencing;

/// <summary>
/// Pairs units with equal words, at the cost of a hash for each. Words that occur once in either document are anchors,
/// wherever they stand (patience diff, by Bram Cohen); words that occur several times are told apart by what stands
/// around them. Of footnotes that holds for anchors only: which of several "Ibid." is which, their marks say.
/// </summary>
internal sealed class EqualWords
{
    // Below this, repeated words ("Annex", "Follow-up") are too common for one far away to be the same one moved.
    private const int MovedLength = 16;

    private readonly Pairing _pairing;
    private readonly ulong[] _oldKeys;
    private readonly ulong[] _newKeys;

    private EqualWords(Pairing pairing)
    {
        _pairing = pairing;
        _oldKeys = Keys(pairing.Old);
        _newKeys = Keys(pairing.New);
    }

    /// <summary>Pairs what is equal, but for footnotes whose words occur several times.</summary>
    public static void Pair(Pairing pairing)
    {
        var words = new EqualWords(pairing);
        words.PairAnchors();
        words.PairNeighbours();
        words.PairInGaps();
        words.PairMoved();
    }

    /// <summary>Pairs the free footnotes of equal words in turn, which is all that is left to go by without a mark.</summary>
    public static void PairNotesInTurn(Pairing pairing) =>
        new EqualWords(pairing).PairInTurn(IsNote, _ => 0, _ => 0, (i, j) => pairing.Pair(i, j));

    private static bool IsNote(Side side, int index) => side.ZoneOf(index) == Zone.Footnotes;

    private static bool IsNoNote(Side side, int index) => !IsNote(side, index);

    private static ulong[] Keys(Side side)
    {
        var keys = new ulong[side.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            // Masthead fields are matched by name, so their words take no part.
            var zone = side.ZoneOf(i);
            var hash = zone == Zone.Masthead ? TextHash.Of(side.Units[i].Label) : side.HashOf(i);
            keys[i] = TextHash.Combine((ulong)zone, hash);
        }

        return keys;
    }

    private bool AreEqual(int oldIndex, int newIndex)
    {
        if (_oldKeys[oldIndex] != _newKeys[newIndex])
        {
            return false;
        }

        var (a, b) = (_pairing.Old.Units[oldIndex], _pairing.New.Units[newIndex]);
        var zone = Zones.Of(a.Section);
        return zone == Zones.Of(b.Section) && (zone == Zone.Masthead
            ? string.Equals(a.Label, b.Label, StringComparison.Ordinal)
            : a.Words.SequenceEqual(b.Words));
    }

    private void PairAnchors()
    {
        var places = new Dictionary<ulong, (int Old, int New)>(_oldKeys.Length);
        const int None = -1;
        const int Several = -2;
        for (var i = 0; i < _oldKeys.Length; i++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, _oldKeys[i], out var known);
            place = (known ? Several : i, None);
        }

        for (var j = 0; j < _newKeys.Length; j++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(places, _newKeys[j]);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref place))
            {
                place.New = place.New == None ? j : Several;
            }
        }

        for (var i = 0; i < _oldKeys.Length; i++)
        {
            var (old, @new) = places[_oldKeys[i]];
            if (old >= 0 && @new >= 0 && _pairing.AreFree(old, @new) && AreEqual(old, @new))
            {
                _pairing.Pair(old, @new);
            }
        }
    }

    // From each pair of the spine, and from the ends of the documents, onwards and back over units that are equal too.
    private void PairNeighbours()
    {
        var spine = _pairing.Spine();
        Extend(0, 0, 1);
        foreach (var pair in spine)
        {
            Extend(pair.Old + 1, pair.New + 1, 1);
        }

        foreach (var pair in spine)
        {
            Extend(pair.Old - 1, pair.New - 1, -1);
        }

        Extend(_pairing.Old.NotesStart - 1, _pairing.New.NotesStart - 1, -1);
    }

    private void Extend(int i, int j, int step)
    {
        while (i >= 0 && j >= 0 && i < _oldKeys.Length && j < _newKeys.Length
            && _pairing.AreFree(i, j) && !IsNote(_pairing.Old, i) && AreEqual(i, j))
        {
            _pairing.Pair(i, j);
            i += step;
            j += step;
        }
    }

    // Within a gap, the first of several equal units is the first, the second the second.
    private void PairInGaps()
    {
        var gaps = _pairing.Gaps();
        var candidates = new List<WeightedPair>();
        PairInTurn(IsNoNote, i => (ulong)gaps.OfOld(i), j => (ulong)gaps.OfNew(j), (i, j) =>
            candidates.Add(new WeightedPair(i, j, 1 + _pairing.Old.LengthOf(i))));
        foreach (var pair in IncreasingSubsequence.Heaviest(candidates, _newKeys.Length, _pairing.Cost))
        {
            _pairing.Pair(pair.Old, pair.New);
        }
    }

    private void PairMoved() => PairInTurn(IsNoNote, _ => 0, _ => 0, (i, j) =>
    {
        if (_pairing.Old.LengthOf(i) >= MovedLength)
        {
            _pairing.Pair(i, j);
        }
    });

    // Sets the nth free unit of some words and place beside the nth on the other side.
    private void PairInTurn(Func<Side, int, bool> include, Func<int, ulong> oldPlace, Func<int, ulong> newPlace, Action<int, int> pair)
    {
        var waiting = new Dictionary<ulong, Queue<int>>();
        for (var i = 0; i < _oldKeys.Length; i++)
        {
            if (_pairing.Old.IsFree(i) && include(_pairing.Old, i))
            {
                var key = TextHash.Combine(_oldKeys[i], oldPlace(i));
                if (!waiting.TryGetValue(key, out var queue))
                {
                    waiting.Add(key, queue = new Queue<int>());
                }

                queue.Enqueue(i);
            }
        }

        for (var j = 0; j < _newKeys.Length && waiting.Count > 0; j++)
        {
            if (_pairing.New.IsFree(j) && include(_pairing.New, j)
                && waiting.TryGetValue(TextHash.Combine(_newKeys[j], newPlace(j)), out var queue)
                && queue.TryPeek(out var i) && AreEqual(i, j))
            {
                pair(queue.Dequeue(), j);
            }
        }
    }
}
