namespace DraftDiff.Differencing;

/// <summary>
/// Finds the fewest units whose moving explains the order of all: those off a longest increasing subsequence of the matched
/// units, in reading order. Of several ways the one that moves the fewest words. Only paragraphs and headings move: the
/// order of footnotes follows from their marks, that of masthead fields from layout.
/// </summary>
internal static class Moves
{
    /// <summary>The relations that moved. One that was split or merged kept its place where one of its parts did.</summary>
    public static HashSet<Relation> Of(Pairing pairing, IReadOnlyList<Relation> relations)
    {
        var moved = new HashSet<Relation>(ReferenceEqualityComparer.Instance);
        var byOld = new Relation?[pairing.Old.Count];
        var pairs = new List<WeightedPair>(relations.Count);
        foreach (var relation in relations)
        {
            if (!relation.IsKept || pairing.Old.ZoneOf(relation.MainOld) != Zone.Body)
            {
                continue;
            }

            moved.Add(relation);
            foreach (var i in relation.Old)
            {
                byOld[i] = relation;
                foreach (var j in relation.New)
                {
                    pairs.Add(new WeightedPair(i, j, (1L << 32) + pairing.Old.Units[i].Words.Length));
                }
            }
        }

        foreach (var pair in IncreasingSubsequence.Heaviest(pairs, pairing.New.Count, pairing.Cost))
        {
            moved.Remove(byOld[pair.Old]!);
        }

        return moved;
    }
}
