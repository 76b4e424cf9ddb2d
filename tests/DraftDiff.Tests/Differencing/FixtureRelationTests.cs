using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Differencing;

/// <summary>The fixtures' pairs compare as what was changed in them.</summary>
public sealed class FixtureRelationTests
{
    public static TheoryData<string, string> Pairs => Fixtures.Tables("*--*.tsv");

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_holds_the_changes_that_were_made(string topic, string pair)
    {
        // base--rev1.en is base.en and rev1.en.
        var language = Path.GetExtension(pair);
        var names = pair[..^language.Length].Split("--");
        var comparison = DraftComparison.Compare(Fixtures.Read(topic, names[0] + language), Fixtures.Read(topic, names[1] + language));

        var expected = Fixtures.ReadTable(topic, $"{pair}.tsv")
            .Select(row => $"{row["old"]} > {row["new"]} {row["relation"]} {row["moved"]}".TrimEnd());
        var actual = comparison.Script.Changes
            .Where(change => change.Old.Concat(change.New).All(unit => unit.Section != Section.Masthead))
            .Select(Describe);

        Assert.Equal(Sorted(expected), Sorted(actual));
    }

    private static string Describe(Change change)
    {
        // A change of footnotes alone leaves the words the same.
        var relation = change.Kind switch
        {
            ChangeKind.Modified when change.Old[0].Text == change.New[0].Text => "same",
            ChangeKind.Modified => "reworded",
            ChangeKind.Unchanged => "same",
            var kind => kind.ToString().ToLowerInvariant(),
        };
        return $"{Labels(change.Old)} > {Labels(change.New)} {relation} {(change.Moved ? "yes" : "")}".TrimEnd();
    }

    private static string Labels(IEnumerable<Unit> units) => string.Join('+', units.Select(unit => unit.Label));

    private static string Sorted(IEnumerable<string> relations) => string.Join('\n', relations.Order(StringComparer.Ordinal));
}
