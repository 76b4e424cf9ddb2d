using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>The words of both sides of a change, and what became of them.</summary>
/// <param name="Relation">The units, those that were split or merged in the order of their words.</param>
/// <param name="Old">The old words.</param>
/// <param name="New">The new words.</param>
/// <param name="Edits">What became of them.</param>
internal sealed record WordComparison(Relation Relation, Phrase Old, Phrase New, List<TokenEdit> Edits)
{
    /// <summary>Which places of the old words are which of the new ones.</summary>
    public Places Places { get; } = new(Old.Tokens, New.Tokens, Edits);

    /// <summary>Twice the common tokens over all tokens.</summary>
    public double Similarity
    {
        get
        {
            var all = Old.Tokens.Length + New.Tokens.Length;
            var common = all;
            foreach (var edit in Edits)
            {
                common -= edit.Deleted + edit.Inserted;
            }

            return all == 0 ? 1 : (double)common / all;
        }
    }

    /// <summary>Compares the words of the units of a relation.</summary>
    public static WordComparison Of(Pairing pairing, Relation relation, Vocabulary vocabulary, WordDiffer differ, ChainWords chainWords)
    {
        relation = new PartOrder(pairing, vocabulary).Of(relation);
        var old = Read(pairing.Old, relation.Old, vocabulary);
        var @new = Read(pairing.New, relation.New, vocabulary);
        var edits = differ.Compare(old.Tokens, @new.Tokens);
        var areChained = ChainWords.AreChained(pairing.Old.Units[relation.MainOld], pairing.New.Units[relation.MainNew]);
        return new WordComparison(relation, old, @new, new Readability(vocabulary).Improve(
            edits, old.Tokens, @new.Tokens, edit => areChained && chainWords.IsChange(edit, old, @new)));
    }

    private static Phrase Read(Side side, int[] indices, Vocabulary vocabulary)
    {
        var units = new Unit[indices.Length];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = side.Units[indices[i]];
        }

        return Phrase.Of(units, side.ProfileOf(indices[0]), vocabulary);
    }
}
