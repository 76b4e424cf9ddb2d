namespace DraftDiff.Differencing;

/// <summary>
/// Which unit of the old document is which of the new one, as far as is known: the board on which the matchers
/// set their pieces one after another.
/// </summary>
internal sealed class Pairing
{
    // As they are until something more is paired.
    private Gaps? _gaps;

    public Pairing(Side old, Side @new, Cost cost)
    {
        Old = old;
        New = @new;
        Cost = cost;
    }

    /// <summary>The old document.</summary>
    public Side Old { get; }

    /// <summary>The new document.</summary>
    public Side New { get; }

    /// <summary>What the comparison costs so far.</summary>
    public Cost Cost { get; }

    /// <summary>True where neither is paired yet.</summary>
    public bool AreFree(int oldIndex, int newIndex) => Old.IsFree(oldIndex) && New.IsFree(newIndex);

    /// <summary>Pairs two free units.</summary>
    public void Pair(int oldIndex, int newIndex)
    {
        _gaps = null;
        Old.SetPartner(oldIndex, newIndex);
        New.SetPartner(newIndex, oldIndex);
    }

    /// <summary>
    /// Adds a free unit as a further part of a paired one of the other side: a split, or seen the other way a merge. The
    /// whole is its partner; the whole's own partner stays the main part.
    /// </summary>
    public void AddPart(Side side, int part, int whole)
    {
        side.SetPartner(part, whole);
        (side == New ? Old : New).AddPart(whole, part);
    }

    /// <summary>Every unit of both documents but their footnotes, exactly once, with those it belongs together with.</summary>
    public List<Relation> TextRelations() => Relations(0, Old.NotesStart, 0, New.NotesStart);

    /// <summary>Every footnote of both documents, as <see cref="TextRelations"/> gives the other units.</summary>
    public List<Relation> NoteRelations() => Relations(Old.NotesStart, Old.Count, New.NotesStart, New.Count);

    private List<Relation> Relations(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var relations = new List<Relation>(newEnd - newStart);
        for (var i = oldStart; i < oldEnd; i++)
        {
            var j = Old.PartnerOf(i);
            if (j < 0)
            {
                relations.Add(new Relation(i, -1));
            }
            else if (New.PartnerOf(j) == i)
            {
                relations.Add(new Relation(i, j, Several(i, New.PartsOf(j)), Several(j, Old.PartsOf(i))));
            }
        }

        for (var j = newStart; j < newEnd; j++)
        {
            if (New.PartnerOf(j) < 0)
            {
                relations.Add(new Relation(-1, j));
            }
        }

        return relations;
    }

    // A unit and its parts, ascending; null where it has none.
    private static int[]? Several(int main, IReadOnlyList<int> parts)
    {
        if (parts.Count == 0)
        {
            return null;
        }

        int[] all = [main, .. parts];
        Array.Sort(all);
        return all;
    }

    /// <summary>
    /// The pairs that keep the order of the documents, as many words of them as possible: the spine. The units between two
    /// neighbours of the spine are a gap.
    /// </summary>
    public WeightedPair[] Spine()
    {
        var pairs = new List<WeightedPair>(Old.Count);
        for (var i = 0; i < Old.Count; i++)
        {
            var j = Old.PartnerOf(i);
            if (j >= 0 && New.PartnerOf(j) == i)
            {
                pairs.Add(new WeightedPair(i, j, 1 + Old.LengthOf(i)));
            }
        }

        return IncreasingSubsequence.Heaviest(pairs, New.Count, Cost);
    }

    /// <summary>The gaps of <see cref="Spine"/> as it is now.</summary>
    public Gaps Gaps() => _gaps ??= new Gaps(Old, New, Spine());
}
