using DraftDiff.Differencing;
using Xunit;

namespace DraftDiff.Tests.Differencing;

/// <summary>The numbers of features, and where the numbers of many of them are kept.</summary>
public sealed class FeatureTableTests
{
    // More than the table has room for at first, several times over.
    private const int Words = 2000;

    [Fact]
    public void A_pair_is_another_feature_than_its_words_and_than_the_pair_turned_round()
    {
        var table = new FeatureTable(expected: 0);
        var numbers = new HashSet<int>();
        for (var word = 0; word < Words; word++)
        {
            Assert.True(numbers.Add(table.NumberOf(word)));
            Assert.True(numbers.Add(table.NumberOf(word, word + 1, isPair: true)));
            Assert.True(numbers.Add(table.NumberOf(word + 1, word, isPair: true)));
        }

        Assert.Equal(3 * Words, table.Count);
        Assert.Equal(Enumerable.Range(0, 3 * Words), numbers.Order());
        Assert.All(Enumerable.Range(0, Words), word => Assert.Equal((3 * word, (3 * word) + 1), (table.Find(word), table.Find(word, word + 1))));
        Assert.Equal((-1, -1), (table.Find(Words), table.Find(0, 2)));
        Assert.Equal((false, true), (table.IsPair(0), table.IsPair(1)));
    }

    [Fact]
    public void Runs_of_numbers_are_zeros_and_do_not_overlap()
    {
        var store = new RunStore<int>();
        var random = new Random(7);
        var runs = Enumerable.Range(1, 300).Select(run => (Run: run, Numbers: store.Take(run % 50 == 0 ? 40_000 : random.Next(2000)))).ToList();

        Assert.All(runs, run => Assert.False(run.Numbers.AsSpan().ContainsAnyExcept(0)));
        runs.ForEach(run => run.Numbers.AsSpan().Fill(run.Run));
        Assert.All(runs, run => Assert.False(run.Numbers.AsSpan().ContainsAnyExcept(run.Run)));
    }
}
