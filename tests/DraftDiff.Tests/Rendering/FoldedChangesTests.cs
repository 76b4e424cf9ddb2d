using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DraftDiff.Differencing;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class FoldedChangesTests
{
    [Fact]
    public void A_paragraph_that_follows_from_another_change_is_not_told_to_be_unchanged()
    {
        var old = new DraftSketch("old.txt").Operative(1, "Recalls paragraph 2;").Operative(2, "Notes;").Operative(3, "Decides.");
        var @new = new DraftSketch("new.txt").Operative(2, "Recalls paragraph 3;").Operative(3, "Notes;").Operative(4, "Decides.");
        var comparison = new ComparisonSketch(old, @new)
            .Reworded("OP1", "OP2", "Recalls paragraph [~2~]{~3~};", follows: Consequence.CrossReference)
            .Same("OP2", "OP3")
            .Same("OP3", "OP4")
            .ToComparison();

        Assert.Equal(
            ["1 paragraph only follows from other changes (OP2 was OP1)", "2 paragraphs unchanged (OP3–OP4 were OP2–OP3)"],
            FoldedChanges.Describe(comparison.Script.Changes, "paragraph", new ChangeDescription(comparison), hint: ""));
    }

    [Fact]
    public void Neighbours_with_another_between_them_are_no_range()
    {
        var old = new DraftSketch("old.txt").Operative(1, "Recalls;").Operative(2, "Notes paragraph 2;").Operative(3, "Decides.");
        var comparison = new ComparisonSketch(old, old)
            .Same("OP1")
            .Reworded("OP2", "OP2", "Notes paragraph [~2~]{~3~};", follows: Consequence.CrossReference)
            .Same("OP3")
            .ToComparison();

        Assert.Equal(
            ["2 paragraphs unchanged (OP1, OP3)", "1 paragraph only follows from other changes (OP2)"],
            FoldedChanges.Describe(comparison.Script.Changes, "paragraph", new ChangeDescription(comparison), hint: ""));
    }

    [Fact]
    public void Subparagraphs_are_counted_beside_their_paragraphs()
    {
        var draft = new DraftSketch("draft.txt").Operative(1, "Requests:").Subparagraph(1, 'a', "Rivers;").Subparagraph(1, 'b', "Lakes.");
        var comparison = new ComparisonSketch(draft, draft).Same("OP1").Same("OP1(a)").Same("OP1(b)").ToComparison();
        var changes = comparison.Script.Changes;

        Assert.Equal(["1 paragraph and 2 subparagraphs unchanged (OP1–OP1(b))"], FoldedChanges.Describe(changes, "paragraph", new ChangeDescription(comparison), hint: ""));
        Assert.Equal(["1 subparagraph unchanged (OP1(b))"], FoldedChanges.Describe(changes[2..], "paragraph", new ChangeDescription(comparison), hint: ""));
    }

    [Theory]
    [InlineData(Fixtures.SeedFile, "fixtures/ict/rev1.zh.txt")]
    [InlineData(Fixtures.SeedFile, "fixtures/ict/adopted.zh.txt")]
    [InlineData("fixtures/ict/rev1.zh.txt", "fixtures/ict/rev2.zh.txt")]
    [InlineData("fixtures/ict/rev2.zh.txt", "fixtures/ict/adopted.zh.txt")]
    public void What_a_line_counts_it_names(string oldFile, string newFile)
    {
        var comparison = DraftComparison.Compare(Fixtures.Parse(Fixtures.PathOf(oldFile)), Fixtures.Parse(Fixtures.PathOf(newFile)));
        var runs = ChangeSections.Of(comparison.Script.Changes).Where(section => section.Noun is "paragraph" or "footnote").SelectMany(section => FoldedChanges.RunsOf(section.Changes, showAll: false));

        foreach (var run in runs.Where(run => !run.IsShown))
        {
            var named = new List<string>();
            foreach (var line in FoldedChanges.Describe(run.Changes, "unit", new ChangeDescription(comparison), hint: "").Where(line => char.IsDigit(line[0])))
            {
                var ranges = line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(", ").ToArray();
                var now = ranges.SelectMany(range => Expand(range.Split(" was ")[0].Split(" were ")[0], comparison.New.Units)).ToArray();
                var before = ranges.SelectMany(range => Expand(range.Split(" was ")[^1].Split(" were ")[^1], comparison.Old.Units)).ToArray();
                var counted = line.Split(" (")[0].Split(' ').Where(word => char.IsDigit(word[0]));
                Assert.Equal(counted.Sum(count => int.Parse(count, CultureInfo.InvariantCulture)), now.Length);
                Assert.Equal(now.Length, before.Length);
                named.AddRange(now.Zip(before, (a, b) => $"{a} {b}"));
            }

            Assert.Equal(
                run.Changes.Where(change => !change.Old.IsEmpty && !change.New.IsEmpty).Select(change => $"{change.New[0].Label} {change.Old[0].Label}").Order(),
                named.Order());
        }
    }

    [Theory]
    [InlineData(Fixtures.SeedFile, "fixtures/ict/rev1.zh.txt")]
    [InlineData(Fixtures.SeedFile, "fixtures/ict/adopted.zh.txt")]
    public void The_lines_add_up_to_what_the_summary_calls_unchanged(string oldFile, string newFile)
    {
        var comparison = DraftComparison.Compare(Fixtures.Parse(Fixtures.PathOf(oldFile)), Fixtures.Parse(Fixtures.PathOf(newFile)));
        var counts = ChangeSections.Of(comparison.Script.Changes)
            .Where(section => section.Noun is "paragraph" or "footnote")
            .SelectMany(section => FoldedChanges.RunsOf(section.Changes, showAll: false))
            .Where(run => !run.IsShown)
            .SelectMany(run => FoldedChanges.Describe(run.Changes, "unit", new ChangeDescription(comparison), hint: ""))
            .Where(line => line.Contains(" unchanged (", StringComparison.Ordinal))
            .SelectMany(line => line.Split(" (")[0].Split(' ').Where(word => char.IsDigit(word[0])))
            .Sum(count => int.Parse(count, CultureInfo.InvariantCulture));

        Assert.Equal(counts, ScriptSummary.LinesOf(comparison)
            .Sum(line => int.Parse("0" + Regex.Match(line, @"(\d+) unchanged").Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    /// <summary>The labels from the first of a range to its last, as they stand in a document.</summary>
    private static IEnumerable<string> Expand(string range, ImmutableArray<Unit> units)
    {
        var ends = range.Split('–');
        var (first, last) = (units.Single(unit => unit.Label == ends[0]), units.Single(unit => unit.Label == ends[^1]));
        return units[first.Index..(last.Index + 1)].Select(unit => unit.Label);
    }
}
