using DraftDiff.Differencing;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

/// <summary>Comparisons of generated documents whose edits are known.</summary>
public sealed class KnownEditsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Known_edits_are_found(bool isHan)
    {
        var sum = 0.0;
        const int Seeds = 100;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var revision = GeneratedRevision.Make(seed, isHan);
            var script = Compare(revision.OldUnits, revision.NewUnits, revision.Language);
            var found = script.Changes.Select(RelationOf).ToHashSet();
            var right = found.Count(revision.Relations.Contains);
            sum += 2.0 * right / (found.Count + revision.Relations.Count);
        }

        Assert.InRange(sum / Seeds, 0.99, 1);
    }

    [Fact]
    public void Every_move_reported_is_one()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var revision = GeneratedRevision.Make(seed, isHan: seed % 2 == 0);
            foreach (var change in Compare(revision.OldUnits, revision.NewUnits, revision.Language).Changes)
            {
                Assert.True(!change.Moved || revision.Moved.Contains(RelationOf(change)), $"seed {seed}: {RelationOf(change)} did not move");
            }
        }
    }

    [Fact]
    public void No_unit_with_the_same_words_is_reported_modified()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var revision = GeneratedRevision.Make(seed, isHan: seed % 2 == 0);
            var oldTexts = revision.OldUnits.Select(unit => unit.Text).ToHashSet();
            foreach (var change in Compare(revision.OldUnits, revision.NewUnits, revision.Language).Changes)
            {
                Assert.False(
                    change.Kind is ChangeKind.Modified or ChangeKind.Inserted && oldTexts.Contains(change.New[0].Text),
                    $"seed {seed}: {RelationOf(change)} did not change");
            }
        }
    }

    private static string RelationOf(Change change) => LabelRelation.Of(change).ToString();
}
