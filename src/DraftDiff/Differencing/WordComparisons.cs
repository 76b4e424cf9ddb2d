namespace DraftDiff.Differencing;

/// <summary>The words of relations, each compared once: when first asked for, or with many others.</summary>
internal sealed class WordComparisons(Pairing pairing, Vocabulary vocabulary, ChainWords chainWords)
{
    // So many reworded relations are compared by two threads.
    private const int RelationsForTwo = 200;

    private readonly WordDiffer _differ = new(vocabulary, pairing.Cost);

    // By the main old unit.
    private readonly WordComparison?[] _comparisons = new WordComparison?[pairing.Old.Count];

    /// <summary>What became of the words of a relation that both documents have; null where they are the same.</summary>
    public WordComparison? Of(Relation relation)
    {
        if (AreEqual(relation))
        {
            return null;
        }

        return _comparisons[relation.MainOld] ??= WordComparison.Of(pairing, relation, vocabulary, _differ, chainWords);
    }

    /// <summary>
    /// Compares the words of many relations, with two threads where there are so many that a second one pays. What the matcher
    /// looked at is cut into tokens already, so the threads share nothing that changes; the others wait until they are asked for.
    /// </summary>
    public void Compare(IEnumerable<Relation> relations)
    {
        Relation[] reworded = [.. relations.Where(relation => relation.IsKept && AreCut(relation) && !AreEqual(relation))];
        if (reworded.Length < RelationsForTwo)
        {
            return;
        }

        var next = -1;
        var cost = new Cost();
        var second = Task.Run(() => CompareRest(new WordDiffer(vocabulary, cost)));
        CompareRest(_differ);
        second.GetAwaiter().GetResult();
        pairing.Cost.Add(cost.Operations);

        void CompareRest(WordDiffer differ)
        {
            while (Interlocked.Increment(ref next) is var at && at < reworded.Length)
            {
                _comparisons[reworded[at].MainOld] = WordComparison.Of(pairing, reworded[at], vocabulary, differ, chainWords);
            }
        }
    }

    private bool AreCut(Relation relation) =>
        Array.TrueForAll(relation.Old, i => pairing.Old.ProfileOf(i) is not null) && Array.TrueForAll(relation.New, j => pairing.New.ProfileOf(j) is not null);

    private bool AreEqual(Relation relation) =>
        relation is { Old: [var i], New: [var j] }
        && pairing.Old.HashOf(i) == pairing.New.HashOf(j) && pairing.Old.Units[i].Words.SequenceEqual(pairing.New.Units[j].Words);
}
