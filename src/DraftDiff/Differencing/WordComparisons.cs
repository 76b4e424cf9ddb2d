namespace DraftDiff.Differencing;

/// <summary>The words of relations, each compared when first asked for.</summary>
internal sealed class WordComparisons(Pairing pairing, Vocabulary vocabulary, ChainWords chainWords)
{
    private readonly WordDiffer _differ = new(vocabulary, pairing.Cost);
    private readonly Dictionary<int, WordComparison> _comparisons = [];

    /// <summary>What became of the words of a relation that both documents have; null where they are the same.</summary>
    public WordComparison? Of(Relation relation)
    {
        if (relation is { Old: [var i], New: [var j] }
            && pairing.Old.HashOf(i) == pairing.New.HashOf(j)
            && pairing.Old.Units[i].Words.SequenceEqual(pairing.New.Units[j].Words))
        {
            return null;
        }

        if (!_comparisons.TryGetValue(relation.MainOld, out var comparison))
        {
            comparison = WordComparison.Of(pairing, relation, vocabulary, _differ, chainWords);
            _comparisons.Add(relation.MainOld, comparison);
        }

        return comparison;
    }
}
