namespace DraftDiff.Differencing;

/// <summary>
/// Finds the fewest units whose moving explains the order of all: those off a longest increasing subsequence of the matched
/// units, in reading order. Of several ways the one that moves the fewest words. Only paragraphs and headings move: the
/// order of footnotes follows from their marks, that of masthead fields from layout.
/// </summary>
internal sealed class Moves
{
    // By the main old unit of a relation.
    private readonly bool[] _moved;

    private Moves(bool[] moved) => _moved = moved;

    /// <summary>True for a relation that moved. One that was split or merged kept its place where one of its parts did.</summary>
    public bool Include(Relation relation) => relation.IsKept && _moved[relation.MainOld];

    /// <summary>Which of all relations moved.</summary>
    public static Moves Of(Pairing pairing, List<Relation> relations)
    {
        var moved = new bool[pairing.Old.Count];
        var mains = new int[pairing.Old.Count];
        var pairs = new List<WeightedPair>(relations.Count);
        foreach (var relation in relations)
        {
            if (!relation.IsKept || pairing.Old.ZoneOf(relation.MainOld) != Zone.Body)
            {
                continue;
            }

            moved[relation.MainOld] = true;
            foreach (var i in relation.Old)
            {
                mains[i] = relation.MainOld;
                foreach (var j in relation.New)
                {
                    pairs.Add(new WeightedPair(i, j, (1L << 32) + pairing.Old.LengthOf(i)));
                }
            }
        }

        foreach (var pair in IncreasingSubsequence.Heaviest(pairs, pairing.New.Count, pairing.Cost))
        {
            moved[mains[pair.Old]] = false;
        }

        return new Moves(moved);
    }
}
