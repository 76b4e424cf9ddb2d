using DiffPlex;
using DiffPlex.Model;

namespace DraftDiff.Differencing;

/// <summary>A run of tokens of the old words that a run of the new ones replaces; one of them may be empty.</summary>
internal readonly record struct TokenEdit(int OldStart, int OldEnd, int NewStart, int NewEnd)
{
    /// <summary>How many old tokens are taken away.</summary>
    public int Deleted => OldEnd - OldStart;

    /// <summary>How many new tokens are added.</summary>
    public int Inserted => NewEnd - NewStart;
}

/// <summary>
/// Finds what to take away and to add between two units' words. Where they are short, what is kept is the most that a
/// reader recognizes (<see cref="CommonWords"/>); else the fewest tokens are taken away and added (Myers 1986, by
/// DiffPlex). Myers' cost grows with the length times the number of differences, so very long words are first cut at
/// tokens that occur once on both sides, and again within each piece, and a piece that stays long is replaced as a whole.
/// </summary>
internal sealed class WordDiffer(Vocabulary vocabulary, Cost cost)
{
    // Pairs of tokens that are weighed one by one.
    private const int MostCells = 1 << 14;

    private const int LongestForMyers = 2000;
    private const int LongestPieceForMyers = 400;

    // How often pieces are cut again: what is unique in a piece may not have been in the whole.
    private const int MostCuts = 8;

    private readonly CommonWords _commonWords = new(vocabulary, cost);

    /// <summary>What the comparisons cost so far.</summary>
    public Cost Cost => cost;

    /// <summary>The edits between two token lists, in order, no two of them touching.</summary>
    public List<TokenEdit> Compare(ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        var edits = new List<TokenEdit>();
        Compare(old, 0, old.Length, @new, 0, @new.Length, 0, edits);
        return edits;
    }

    private void Compare(
        ReadOnlySpan<Token> old,
        int oldStart,
        int oldEnd,
        ReadOnlySpan<Token> @new,
        int newStart,
        int newEnd,
        int cuts,
        List<TokenEdit> edits)
    {
        while (oldStart < oldEnd && newStart < newEnd && old[oldStart].Id == @new[newStart].Id)
        {
            oldStart++;
            newStart++;
        }

        while (oldStart < oldEnd && newStart < newEnd && old[oldEnd - 1].Id == @new[newEnd - 1].Id)
        {
            oldEnd--;
            newEnd--;
        }

        if (oldStart == oldEnd && newStart == newEnd)
        {
            return;
        }

        if (oldStart == oldEnd || newStart == newEnd)
        {
            Add(edits, new TokenEdit(oldStart, oldEnd, newStart, newEnd));
        }
        else if ((long)(oldEnd - oldStart) * (newEnd - newStart) <= MostCells)
        {
            foreach (var edit in _commonWords.Compare(old[oldStart..oldEnd], @new[newStart..newEnd]))
            {
                Add(edits, new TokenEdit(oldStart + edit.OldStart, oldStart + edit.OldEnd, newStart + edit.NewStart, newStart + edit.NewEnd));
            }
        }
        else if (oldEnd - oldStart + newEnd - newStart <= (cuts == 0 ? LongestForMyers : LongestPieceForMyers))
        {
            Myers(old[oldStart..oldEnd], oldStart, @new[newStart..newEnd], newStart, edits);
        }
        else
        {
            var anchors = cuts < MostCuts ? Anchors(old[oldStart..oldEnd], @new[newStart..newEnd]) : [];
            if (anchors.Length == 0)
            {
                Add(edits, new TokenEdit(oldStart, oldEnd, newStart, newEnd));
                return;
            }

            var (i, j) = (oldStart, newStart);
            foreach (var anchor in anchors)
            {
                Compare(old, i, oldStart + anchor.Old, @new, j, newStart + anchor.New, cuts + 1, edits);
                (i, j) = (oldStart + anchor.Old + 1, newStart + anchor.New + 1);
            }

            Compare(old, i, oldEnd, @new, j, newEnd, cuts + 1, edits);
        }
    }

    private static void Add(List<TokenEdit> edits, TokenEdit edit)
    {
        if (edits.Count > 0 && edits[^1].OldEnd == edit.OldStart && edits[^1].NewEnd == edit.NewStart)
        {
            edits[^1] = edits[^1] with { OldEnd = edit.OldEnd, NewEnd = edit.NewEnd };
        }
        else
        {
            edits.Add(edit);
        }
    }

    // The fewest edits between two runs, each added to those before it.
    private void Myers(ReadOnlySpan<Token> old, int oldStart, ReadOnlySpan<Token> @new, int newStart, List<TokenEdit> edits)
    {
        var (deleted, inserted) = TokenDiffer.Compare(old, @new);
        var changed = 0L;
        for (var (i, j) = (0, 0); i < old.Length || j < @new.Length; i++, j++)
        {
            var (oldFrom, newFrom) = (i, j);
            while (i < old.Length && deleted[i])
            {
                i++;
            }

            while (j < @new.Length && inserted[j])
            {
                j++;
            }

            if (i > oldFrom || j > newFrom)
            {
                Add(edits, new TokenEdit(oldStart + oldFrom, oldStart + i, newStart + newFrom, newStart + j));
                changed += i - oldFrom + j - newFrom;
            }
        }

        cost.Add((old.Length + @new.Length) * (1 + changed));
    }

    // The tokens that occur once on both sides, as far as they keep their order.
    private WeightedPair[] Anchors(ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        cost.Add(old.Length + @new.Length);
        const int Several = -1;
        var places = new Dictionary<int, (int Old, int New)>();
        for (var i = 0; i < old.Length; i++)
        {
            places[old[i].Id] = (places.ContainsKey(old[i].Id) ? Several : i, Several);
        }

        var seen = new HashSet<int>();
        for (var j = 0; j < @new.Length; j++)
        {
            var id = @new[j].Id;
            if (places.TryGetValue(id, out var place))
            {
                places[id] = (place.Old, seen.Add(id) ? j : Several);
            }
        }

        var pairs = new List<WeightedPair>();
        foreach (var place in places.Values)
        {
            if (place is { Old: >= 0, New: >= 0 })
            {
                pairs.Add(new WeightedPair(place.Old, place.New, 1));
            }
        }

        return IncreasingSubsequence.Heaviest(pairs, @new.Length, cost);
    }

    /// <summary>
    /// DiffPlex without its strings: tokens have numbers already, and to number them once more by their text took as long as
    /// to compare them.
    /// </summary>
    private sealed class TokenDiffer : Differ
    {
        /// <summary>Says of each token whether it is taken away, or added.</summary>
        public static (bool[] Deleted, bool[] Inserted) Compare(ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
        {
            var (a, b) = (Data(old), Data(@new));
            BuildModificationData(a, b);
            return (a.Modifications, b.Modifications);
        }

        private static ModificationData Data(ReadOnlySpan<Token> tokens)
        {
            var numbers = new int[tokens.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = tokens[i].Id;
            }

            return new ModificationData("") { HashedPieces = numbers, Modifications = new bool[tokens.Length] };
        }
    }
}
