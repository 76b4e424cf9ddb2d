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
            var all = Old.Tokens.Count + New.Tokens.Count;
            return all == 0 ? 1 : (double)(all - CountOf(Edits)) / all;
        }
    }

    /// <summary>Compares the words of the units of a relation.</summary>
    public static WordComparison Of(Pairing pairing, Relation relation, Vocabulary vocabulary, WordDiffer differ, ChainWords chainWords)
    {
        var (old, @new, edits) = Compare(relation);
        if (new PartOrder(pairing, vocabulary, differ.Cost).Of(relation) is { } turned)
        {
            // A drafter who turns two halves round rewrites neither. Where the documents' own order reads no worse, it stays.
            var (oldTurned, newTurned, editsTurned) = Compare(turned);
            if (CountOf(editsTurned) < CountOf(edits))
            {
                (relation, old, @new, edits) = (turned, oldTurned, newTurned, editsTurned);
            }
        }

        var areChained = ChainWords.AreChained(pairing.Old.Units[relation.MainOld], pairing.New.Units[relation.MainNew]);
        return new WordComparison(relation, old, @new, new Readability(vocabulary).Improve(
            edits, old.Tokens, @new.Tokens, edit => areChained && chainWords.IsChange(edit, old, @new)));

        (Phrase, Phrase, List<TokenEdit>) Compare(Relation relation)
        {
            var old = Read(pairing.Old, relation.Old, vocabulary);
            var @new = Read(pairing.New, relation.New, vocabulary);
            return (old, @new, differ.Compare(old.Tokens, @new.Tokens));
        }
    }

    // How many tokens are taken away or added.
    private static int CountOf(List<TokenEdit> edits)
    {
        var count = 0;
        foreach (var edit in edits)
        {
            count += edit.Deleted + edit.Inserted;
        }

        return count;
    }

    private static Phrase Read(Side side, ReadOnlySpan<int> indices, Vocabulary vocabulary)
    {
        var (units, tokens) = (new Unit[indices.Length], new ArraySegment<Token>[indices.Length]);
        for (var part = 0; part < indices.Length; part++)
        {
            units[part] = side.Units[indices[part]];
            tokens[part] = side.TokensOf(indices[part], vocabulary);
        }

        return Phrase.Of(units, tokens);
    }
}
