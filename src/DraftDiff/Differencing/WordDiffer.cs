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
    private readonly CommonWords _commonWords = new(vocabulary, cost);

    // Pairs of tokens that are weighed one by one.
    private const int MostCells = 1 << 14;

    private const int LongestForMyers = 2000;
    private const int LongestPieceForMyers = 400;

    // How often pieces are cut again: what is unique in a piece may not have been in the whole.
    private const int MostCuts = 8;

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
            foreach (var block in Myers(old[oldStart..oldEnd], @new[newStart..newEnd]))
            {
                Add(edits, new TokenEdit(
                    oldStart + block.DeleteStartA,
                    oldStart + block.DeleteStartA + block.DeleteCountA,
                    newStart + block.InsertStartB,
                    newStart + block.InsertStartB + block.InsertCountB));
            }
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

    private IList<DiffBlock> Myers(ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        var chunker = new ReadyChunks(Texts(old), Texts(@new));
        var blocks = Differ.Instance.CreateDiffs(ReadyChunks.Old, ReadyChunks.New, false, false, chunker).DiffBlocks;
        cost.Add((old.Length + @new.Length) * (1L + blocks.Sum(block => block.DeleteCountA + block.InsertCountB)));
        return blocks;
    }

    private string[] Texts(ReadOnlySpan<Token> tokens)
    {
        var texts = new string[tokens.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = vocabulary.TextOf(tokens[i].Id);
        }

        return texts;
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

    /// <summary>Hands DiffPlex tokens that are cut already; the two texts only say whose are asked for.</summary>
    private sealed class ReadyChunks(string[] old, string[] @new) : IChunker
    {
        public const string Old = "old";
        public const string New = "new";

        public IReadOnlyList<string> Chunk(string text) => text == Old ? old : @new;
    }
}
