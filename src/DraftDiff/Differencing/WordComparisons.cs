using System.Runtime.ExceptionServices;

namespace DraftDiff.Differencing;

/// <summary>The words of relations that both documents have.</summary>
internal sealed class WordComparisons(Pairing pairing, Vocabulary vocabulary, ChainWords chainWords)
{
    // So many relations take longer to compare than a thread to start.
    private const int RelationsForThreads = 200;

    private readonly Lock _costs = new();

    // By the main old unit.
    private readonly WordComparison?[] _comparisons = new WordComparison?[pairing.Old.Count];

    /// <summary>What became of the words of a relation that was compared; null where they are the same.</summary>
    public WordComparison? Of(Relation relation) => _comparisons[relation.MainOld];

    /// <summary>Compares the words of relations.</summary>
    public void Compare(IEnumerable<Relation> relations)
    {
        Relation[] reworded = [.. relations.Where(relation => relation.IsKept && !AreEqual(relation))];

        // Tokens are cut before the threads start: they share the vocabulary, and none may add to it.
        foreach (var relation in reworded)
        {
            Cut(pairing.Old, relation.Old);
            Cut(pairing.New, relation.New);
        }

        if (reworded.Length < RelationsForThreads)
        {
            var differ = new WordDiffer(vocabulary, pairing.Cost);
            foreach (var relation in reworded)
            {
                Compare(relation, differ);
            }

            return;
        }

        try
        {
            CompareByThreads(reworded);
        }
        catch (AggregateException exception)
        {
            // As if there were one thread: who runs out of memory says so, and nothing else.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    private void CompareByThreads(Relation[] relations) => Parallel.For(
        0,
        relations.Length,
        () => new WordDiffer(vocabulary, new Cost()),
        (at, _, differ) =>
        {
            Compare(relations[at], differ);
            return differ;
        },
        differ =>
        {
            lock (_costs)
            {
                pairing.Cost.Add(differ.Cost.Operations);
            }
        });

    private void Compare(Relation relation, WordDiffer differ) =>
        _comparisons[relation.MainOld] = WordComparison.Of(pairing, relation, vocabulary, differ, chainWords);

    private void Cut(Side side, ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
        {
            side.TokensOf(index, vocabulary);
        }
    }

    private bool AreEqual(Relation relation) =>
        relation is { Old: [var i], New: [var j] }
        && pairing.Old.HashOf(i) == pairing.New.HashOf(j) && pairing.Old.Units[i].Words.SequenceEqual(pairing.New.Units[j].Words);
}
