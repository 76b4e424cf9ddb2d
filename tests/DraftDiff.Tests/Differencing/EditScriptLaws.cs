using System.Collections.Immutable;
using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class EditScriptLaws
{
    [Fact]
    public void A_document_does_not_differ_from_itself() => GeneratedRevision.Any.Sample(revision =>
    {
        var script = Compare(revision.OldUnits, revision.OldUnits, revision.Language);
        Assert.Empty(script.Said());
        Assert.Equal(revision.OldUnits.Length, script.Changes.Length);
    });

    [Fact]
    public void The_old_document_with_the_script_applied_is_the_new_one() => GeneratedRevision.Any.Sample(revision =>
    {
        var script = Compare(revision.OldUnits, revision.NewUnits, revision.Language);
        AssertSame(revision.NewUnits, script.Apply(revision.OldUnits));
        AssertSame(revision.OldUnits, script.Invert().Apply(revision.NewUnits));
    });

    [Fact]
    public void A_script_applies_to_its_own_old_document_only()
    {
        var script = Compare(Numbered("Notes the debt;"), Numbered("Notes the debts;"));

        Assert.Throws<ArgumentException>(() => script.Apply(Numbered("Notes the water;")));
        Assert.Throws<ArgumentException>(() => script.Apply(Numbered("Notes the debt;", "Notes the water;")));
        Assert.Throws<ArgumentException>(() => script.Apply(Numbered("Notes the debt; and more")));
        Assert.Throws<ArgumentException>(() => script.Apply([]));
    }

    [Fact]
    public void The_way_back_is_the_inverse() => GeneratedRevision.Any.Sample(revision =>
    {
        var there = Compare(revision.OldUnits, revision.NewUnits, revision.Language);
        var back = Compare(revision.NewUnits, revision.OldUnits, revision.Language);
        AssertSame(there.Invert(), back);
        AssertSame(there, back.Invert());
    });

    [Fact]
    public void What_a_person_says_of_the_match_holds() =>
        GeneratedRevision.Any.SelectMany(revision => Gen.Select(Gen.Const(revision), Said(revision).List[0, 5])).Sample((revision, said) =>
        {
            ImmutableArray<MatchOverride> overrides = [.. said.DistinctBy(each => each.New).DistinctBy(each => each.Old ?? $"none of {each.New}")];
            var conventions = DraftingConventions.For(revision.Language);

            var script = EditScript.Compute(revision.OldUnits, revision.NewUnits, conventions, overrides);

            Assert.All(overrides, each => Assert.Contains(script.Changes, change =>
                change.New.Any(unit => unit.Label == each.New)
                && (each.Old is null ? change.Old.IsEmpty : change.Old.Any(unit => unit.Label == each.Old))));
            AssertSame(revision.NewUnits, script.Apply(revision.OldUnits));

            // Of two documents that are the same one neither is known from the other when they change places.
            if (Compare(revision.OldUnits, revision.NewUnits, revision.Language).HasChanges)
            {
                AssertSame(script.Invert(), EditScript.Compute(revision.NewUnits, revision.OldUnits, conventions, [.. overrides.Select(each => each.Inverse)]));
            }
        });

    [Fact]
    public void What_a_person_says_of_units_that_are_not_there_is_left_out() => GeneratedRevision.Any.Sample(revision =>
    {
        var script = EditScript.Compute(
            revision.OldUnits, revision.NewUnits, DraftingConventions.For(revision.Language), [new("OP998", "OP999"), new("OP998", null), new("", "")]);

        AssertSame(Compare(revision.OldUnits, revision.NewUnits, revision.Language), script);
    });

    [Fact]
    public void Every_unit_stands_in_exactly_one_change() => GeneratedRevision.Any.Sample(revision =>
    {
        var changes = Compare(revision.OldUnits, revision.NewUnits, revision.Language).Changes;
        Assert.Equal(revision.OldUnits, changes.SelectMany(change => change.Old).OrderBy(unit => unit.Index));
        Assert.Equal(revision.NewUnits, changes.SelectMany(change => change.New).OrderBy(unit => unit.Index));
    });

    [Fact]
    public void Edits_join_to_the_texts_of_both_sides() => GeneratedRevision.Any.Sample(revision =>
    {
        var separator = revision.Language == "zh" ? "" : " ";
        foreach (var change in Compare(revision.OldUnits, revision.NewUnits, revision.Language).Changes)
        {
            var hasEdits = change.Kind is ChangeKind.Modified or ChangeKind.Split or ChangeKind.Merged;
            Assert.Equal(hasEdits, !change.Edits.IsEmpty);
            if (hasEdits)
            {
                Assert.Equal(string.Join(separator, change.Old.Select(unit => unit.Text)), Joined(change, EditOperation.Insert));
                Assert.Equal(string.Join(separator, change.New.Select(unit => unit.Text)), Joined(change, EditOperation.Delete));
                Assert.All(change.Edits, edit => Assert.NotEmpty(edit.Text));
                Assert.InRange(change.Similarity!.Value, 0, 1);
            }
        }
    });

    [Theory]
    [InlineData("OP9=OP12", "OP9", "OP12")]
    [InlineData("OP9=new", "OP9", null)]
    [InlineData("OP9=NEW", "OP9", null)]
    public void What_a_person_says_is_read_as_it_is_written(string text, string @new, string? old)
    {
        Assert.True(MatchOverride.TryParse(text, out var said));
        Assert.Equal(new MatchOverride(@new, old), said);
        Assert.Equal(text.Replace("NEW", "new", StringComparison.Ordinal), said.ToString());
        Assert.False(MatchOverride.TryParse($"{text}=", out _));
    }

    // A new paragraph, and an old one that it is, or none.
    private static Gen<MatchOverride> Said(GeneratedRevision revision)
    {
        var (old, @new) = (Labels(revision.OldUnits), Labels(revision.NewUnits));
        return Gen.Select(Gen.Int[0, @new.Length - 1], Gen.Int[0, old.Length], (j, i) => new MatchOverride(@new[j], i < old.Length ? old[i] : null));

        static string[] Labels(ImmutableArray<Unit> units) => [.. units.Where(unit => unit.Section != Section.Footnotes).Select(unit => unit.Label)];
    }

    [Fact]
    public void Other_labels_are_no_change_of_words() => GeneratedRevision.Any.Sample(revision =>
    {
        var relabelled = revision.OldUnits.Select(unit =>
            new Unit(unit.Index, -1, unit.Section, $"II.OP{unit.Index + 7}", $"{unit.Index + 7}.", unit.Text.AsMemory(), [], default));
        var script = Compare(revision.OldUnits, [.. relabelled], revision.Language);
        Assert.False(script.HasChanges);
        Assert.Equal(revision.OldUnits.Length, script.Summary.Renumbered);
    });

    [Fact]
    public void Moves_are_the_fewest_that_explain_the_order() => GeneratedRevision.Any.Sample(revision =>
    {
        var kept = Compare(revision.OldUnits, revision.NewUnits, revision.Language).Changes
            .Where(change => change is { Old.Length: 1, New.Length: 1 }).OrderBy(change => change.New[0].Index).ToList();
        var rest = kept.Where(change => !change.Moved).Select(change => change.Old[0].Index).ToList();
        Assert.Equal(rest.Order(), rest);
        if (kept.Count == revision.OldUnits.Length && kept.Count == revision.NewUnits.Length)
        {
            Assert.Equal(LongestIncreasing([.. kept.Select(change => change.Old[0].Index)]), rest.Count);
        }
    });

    [Fact]
    public void The_kinds_partition_the_changes() => GeneratedRevision.Any.Sample(revision =>
    {
        var script = Compare(revision.OldUnits, revision.NewUnits, revision.Language);
        var summary = script.Summary;
        Assert.Equal(
            script.Changes.Length,
            summary.Unchanged + summary.Modified + summary.Inserted + summary.Deleted + summary.Split + summary.Merged);
    });

    [Fact]
    public void Any_text_can_be_compared() => Gen.Select(Gen.String.Array[0, 6], Gen.String.Array[0, 6]).Sample((a, b) =>
    {
        var (old, @new) = (Numbered(a), Numbered(b));
        AssertSame(@new, Compare(old, @new).Apply(old));
    });

    private static string Joined(Change change, EditOperation left) =>
        string.Concat(change.Edits.Where(edit => edit.Operation != left).Select(edit => edit.Text));

    // Quadratic, and so simple that it needs no test.
    private static int LongestIncreasing(int[] values)
    {
        var lengths = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            lengths[i] = 1 + Enumerable.Range(0, i).Where(j => values[j] < values[i]).Select(j => lengths[j]).DefaultIfEmpty().Max();
        }

        return lengths.DefaultIfEmpty().Max();
    }

    private static void AssertSame(ImmutableArray<Unit> expected, ImmutableArray<Unit> actual) => Assert.Equal(
        expected.Select(unit => unit.ToString()), actual.Select(unit => unit.ToString()));

    private static void AssertSame(EditScript expected, EditScript actual)
    {
        Assert.Equal(expected.Changes.Length, actual.Changes.Length);
        foreach (var (a, b) in expected.Changes.Zip(actual.Changes))
        {
            Assert.Equal((a.Kind, a.Moved, a.Renumbered, a.Similarity, a.Consequence), (b.Kind, b.Moved, b.Renumbered, b.Similarity, b.Consequence));
            Assert.Equal<Unit>(a.Old, b.Old);
            Assert.Equal<Unit>(a.New, b.New);
            Assert.Equal<WordEdit>(a.Edits, b.Edits);
            Assert.Equal<MarkEdit>(a.MarkEdits, b.MarkEdits);
        }
    }
}
