namespace DraftDiff.Differencing;

/// <summary>The words of relations, each compared once: when first asked for, or with many others.</summary>
internal sealed class WordComparisons(Pairing pairing, Vocabulary vocabulary, ChainWords chainWords)
{
    // So many reworded units are compared by two threads.
    private const int UnitsForTwo = 200;

    private readonly WordDiffer _differ = new(vocabulary, pairing.Cost);

    // By the main old unit.
    private readonly WordComparison?[] _comparisons = new WordComparison?[pairing.Old.Count];

    /// <summary>What became of the words of a relation that both documents have; null where they are the same.</summary>
    public WordComparison? Of(Relation relation)
    {
        if (relation is { Old: [var i], New: [var j] } && AreEqual(i, j))
        {
            return null;
        }

        return _comparisons[relation.MainOld] ??= WordComparison.Of(pairing, relation, vocabulary, _differ, chainWords);
    }

    /// <summary>
    /// Compares what was reworded and neither split nor merged, where there is so much of it that a second thread pays.
    /// What the matcher looked at is cut into tokens already, so the threads share nothing that changes.
    /// </summary>
    public void CompareReworded()
    {
        var reworded = Reworded();
        if (reworded.Count < UnitsForTwo)
        {
            return;
        }

        var half = reworded.Count / 2;
        var cost = new Cost();
        var second = Task.Run(() => Compare(reworded, half, reworded.Count, new WordDiffer(vocabulary, cost)));
        Compare(reworded, 0, half, _differ);
        second.GetAwaiter().GetResult();
        pairing.Cost.Add(cost.Operations);
    }

    private List<Relation> Reworded()
    {
        var reworded = new List<Relation>();
        for (var i = 0; i < pairing.Old.Count; i++)
        {
            if (pairing.Old.PartnerOf(i) is >= 0 and var j && pairing.New.PartnerOf(j) == i
                && pairing.Old.PartsOf(i).Count == 0 && pairing.New.PartsOf(j).Count == 0
                && pairing.Old.ProfileOf(i) is not null && pairing.New.ProfileOf(j) is not null && !AreEqual(i, j))
            {
                reworded.Add(new Relation([i], [j], i, j));
            }
        }

        return reworded;
    }

    private void Compare(List<Relation> relations, int start, int end, WordDiffer differ)
    {
        for (var at = start; at < end; at++)
        {
            _comparisons[relations[at].MainOld] = WordComparison.Of(pairing, relations[at], vocabulary, differ, chainWords);
        }
    }

    private bool AreEqual(int i, int j) =>
        pairing.Old.HashOf(i) == pairing.New.HashOf(j) && pairing.Old.Units[i].Words.SequenceEqual(pairing.New.Units[j].Words);
}
