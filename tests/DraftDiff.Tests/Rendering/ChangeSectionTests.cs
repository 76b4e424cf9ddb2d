using DraftDiff.Rendering;
using DraftDiff.Tests.Differencing;
using Xunit;

namespace DraftDiff.Tests.Rendering;

/// <summary>Under which headings changes stand, and from where they are said to have moved.</summary>
public sealed class ChangeSectionTests
{
    [Fact]
    public void A_deleted_paragraph_stands_in_its_own_section_whatever_it_follows()
    {
        var old = new DraftSketch("old.txt").Preambular(1, "Recalling rivers,").Preambular(2, "Noting lakes,").Preambular(3, "Noting ponds,")
            .Operative(1, "Decides.").Footnote(1, "See A/70/1.");
        var @new = new DraftSketch("new.txt").Preambular(1, "Recalling rivers,").Operative(1, "Notes lakes;").Operative(2, "Decides.").Footnote(1, "See A/70/1.");
        var comparison = new ComparisonSketch(old, @new)
            .Same("PP1")
            .Reworded("PP2", "OP1", "[-Noting-]{+Notes+} lakes[-,-]{+;+}")
            .Deleted("PP3")
            .Same("OP1", "OP2")
            .Same("FN1")
            .ToComparison();

        Assert.Equal(
            ["Preamble: PP1, old PP3", "Operative paragraphs: OP1 (was PP2), OP2 (was OP1)", "Footnotes: FN1"],
            ChangeSections.Of(comparison.Script.Changes).Select(section => $"{section.Title}: {string.Join(", ", section.Changes.Select(ChangeDescription.LabelOf))}"));
    }

    [Fact]
    public void A_move_names_the_neighbour_that_was_left_and_the_direction()
    {
        var old = new DraftSketch("old.txt").Operative(1, "Recalls;").Operative(2, "Notes;").Operative(3, "Regrets;").Operative(4, "Decides.");
        var @new = new DraftSketch("new.txt").Operative(1, "Regrets;").Operative(2, "Notes;").Operative(3, "Decides.").Operative(4, "Recalls;");
        var comparison = new ComparisonSketch(old, @new).Same("OP3", "OP1", moved: true).Same("OP2").Same("OP4", "OP3").Same("OP1", "OP4", moved: true).ToComparison();
        var description = new ChangeDescription(comparison);

        Assert.Equal("moved up from after old OP2", description.KindsOf(comparison.Script.Changes[0]));
        Assert.Equal("moved down from the beginning of the operative part", description.KindsOf(comparison.Script.Changes[3]));
    }

    [Theory]
    [InlineData("PP1: a", "OP1: a", "from the preamble to the operative part")]
    [InlineData("OP1: a", "PP1: a", "from the operative part to the preamble")]
    [InlineData("AX.OP1: a", "OP1: a", "from the annex to the resolution")]
    [InlineData("PP1: a", "AX.OP1: a", "from the resolution to the annex")]
    [InlineData("OP1: a", "OP2: a", null)]
    public void What_went_to_another_part_is_said_to_have(string old, string @new, string? place) =>
        Assert.Equal(place, MoveDescription.PlaceOf(BareUnits.Compare(BareUnits.Doc(old), BareUnits.Doc(@new)).Changes.Single(change => change is { Old: [_], New: [_] })));

    [Fact]
    public void What_moved_is_named_at_the_place_it_left()
    {
        var old = new DraftSketch("old.txt").Operative(1, "Recalls;").Operative(2, "Notes;").Operative(3, "Regrets;").Operative(4, "Decides.");
        var @new = new DraftSketch("new.txt").Operative(1, "Regrets;").Operative(2, "Recalls;").Operative(3, "Decides.");
        var comparison = new ComparisonSketch(old, @new).Same("OP3", "OP1", moved: true).Same("OP1", "OP2").Deleted("OP2").Same("OP4", "OP3").ToComparison();

        Assert.Equal(["old OP3 moved to OP1"], new Departures(comparison).LinesBehind(comparison.Script.Changes[2]));
    }
}
