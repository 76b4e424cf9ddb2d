using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class MarkTests
{
    private const string Debt = "OP1: Recalls the report on debt[^1] and its annex;";

    [Fact]
    public void A_mark_whose_number_only_shifted_is_no_change()
    {
        var script = Compare(
            Doc(Debt, "FN1: See A/72/1."),
            Doc("OP1: Welcomes a conference on copper[^1] prices;", "OP2: Recalls the report on debt[^2] and its annex;", "FN1: See E/2017/12 on tin.", "FN2: See A/72/1."));

        Assert.Equal(["inserted >OP1", "unchanged OP1>OP2 renumbered", "inserted >FN1"], script.Said());
    }

    [Fact]
    public void A_paragraph_whose_mark_only_shifted_says_so()
    {
        var change = Compare(
            Doc(Debt, "OP2: Notes the price of tin[^2] at sea;", "FN1: See A/72/1.", "FN2: Document on tin."),
            Doc("OP1: Recalls the report on debt and its annex;", "OP2: Notes the price of tin[^1] at sea;", "FN1: Document on tin."))
            .Changes.Single(each => each.New is [{ Label: "OP2" }]);

        Assert.Equal(Consequence.FootnoteMark, change.Consequence);
        Assert.Equal([("2", "1")], change.MarkShifts.Select(shift => (shift.Old.Number, shift.New.Number)));
        Assert.Null(Compare(Doc(Debt, "FN1: See A/72/1."), Doc(Debt, "FN1: See A/72/1.")).Changes[0].Consequence);
    }

    [Fact]
    public void A_mark_added_modifies_the_paragraph()
    {
        var change = Compare(
            Doc("OP1: Recalls the report on debt and its annex;"), Doc(Debt, "FN1: See A/72/1.")).Changes[0];

        Assert.Equal(ChangeKind.Modified, change.Kind);
        Assert.Equal("Recalls the report on debt and its annex;", change.Redline());
        Assert.Equal<MarkEdit>([new MarkEdit(EditOperation.Insert, new Mark("1", "FN1", 26))], change.MarkEdits);
        Assert.Equal(1, change.Similarity);
    }

    [Fact]
    public void A_mark_removed_modifies_the_paragraph() => Assert.Equal<MarkEdit>(
        [new MarkEdit(EditOperation.Delete, new Mark("1", "FN1", 26))],
        Compare(Doc(Debt, "FN1: See A/72/1."), Doc("OP1: Recalls the report on debt and its annex;")).Changes[0].MarkEdits);

    [Fact]
    public void A_mark_pointed_at_another_note_is_taken_away_and_added()
    {
        string[] notes = ["FN1: See the Charter of the islands.", "FN2: Document on copper."];
        var script = Compare(
            Doc(["OP1: Recalls debt[^1] and trade[^2];", .. notes]), Doc(["OP1: Recalls debt[^2] and trade[^1];", .. notes]));

        Assert.Equal(4, script.Changes[0].MarkEdits.Length);
        Assert.Equal(["modified OP1>OP1"], script.Said());
    }

    [Fact]
    public void A_mark_moved_within_unchanged_words_is_a_change() => Assert.Equal(
        2,
        Compare(
            Doc("OP1: Recalls debt[^1] and trade;", "FN1: See A/72/1."),
            Doc("OP1: Recalls debt and trade[^1];", "FN1: See A/72/1.")).Changes[0].MarkEdits.Length);

    [Fact]
    public void Marks_of_a_split_paragraph_are_places_in_the_words_of_its_parts_together()
    {
        const string Report = "Requests a report on the gardens of schools and on seeds;";
        const string Agenda = "Decides to include in its agenda the item on young farmers;";
        var split = Compare(
            Doc($"OP1: {Report[..^1]}[^1] and {Agenda}", "FN1: See A/72/1."),
            Doc($"OP1: {Report[..^1]}[^1];", $"OP2: {Agenda[..^1]}[^2];", "FN1: See A/72/1.", "FN2: Document on copper.")).Changes[0];

        Assert.Equal(ChangeKind.Split, split.Kind);
        Assert.Equal<MarkEdit>([new MarkEdit(EditOperation.Insert, new Mark("2", "FN2", Report.Length + Agenda.Length))], split.MarkEdits);
    }

    [Fact]
    public void A_mark_stays_at_its_word_though_words_before_it_change() => Assert.Empty(
        Compare(
            Doc(Debt, "FN1: See A/72/1."),
            Doc("OP1: Recalls with great appreciation the report on debt[^1] and its annexes;", "FN1: See A/72/1.")).Changes[0].MarkEdits);

    [Fact]
    public void A_mark_stays_though_its_word_is_replaced() => Assert.Empty(
        Compare(
            Doc("OP1: Recalls the report for 2016[^1] and its annex;", "FN1: See A/72/1."),
            Doc("OP1: Recalls the report for 2017[^1] and its annex;", "FN1: See A/72/1.")).Changes[0].MarkEdits);

    [Fact]
    public void Notes_whose_marks_stand_at_the_same_words_are_one_note_reworded() => Assert.Equal(
        ["modified FN1>FN1"],
        Compare(Doc(Debt, "FN1: A/72/215."), Doc(Debt, "FN1: A/73/98.")).Said());

    [Fact]
    public void Notes_without_anything_in_common_are_two_notes() => Assert.Equal(
        ["modified OP1>OP1", "deleted FN1>", "inserted >FN1"],
        Compare(Doc(Debt, "FN1: A/72/215."), Doc(Debt, "FN1: Ibid., Supplement No. 53.")).Said());

    [Fact]
    public void Notes_of_equal_words_follow_their_marks()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper[^1] and tin;", "OP2: Recalls the debt of islands[^2] and coasts;", "OP3: Notes seeds[^3] and soils;",
                "FN1: Ibid.", "FN2: Ibid.", "FN3: Ibid."),
            Doc("OP1: Recalls the debt of islands[^1] and coasts;", "OP2: Deplores the dust[^2] of volcanoes;", "OP3: Notes seeds[^3] and soils;",
                "FN1: Ibid.", "FN2: Ibid.", "FN3: Ibid."));

        Assert.Equal(
            ["deleted OP1>", "unchanged OP2>OP1 renumbered", "inserted >OP2"], script.Said());
    }

    [Fact]
    public void Notes_of_equal_words_pair_in_turn_where_no_mark_tells_them_apart()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper[^1] and tin;", "OP2: Notes seeds[^2] and soils;", "FN1: Ibid.", "FN2: Ibid."),
            Doc("OP1: Notes seeds[^1] and soils;", "FN1: Ibid."));

        Assert.Equal(["deleted OP1>", "unchanged OP2>OP1 renumbered", "deleted FN1>"], script.Said());
    }

    [Fact]
    public void A_mark_pointed_at_another_of_two_equal_notes_stays_with_its_note()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper[^1] and tin;", "OP2: Notes seeds[^2] and soils;", "FN1: Resolution 70/1.", "FN2: Resolution 70/1."),
            Doc("OP1: Welcomes copper[^1] and tin;", "OP2: Notes seeds[^2] and soils;", "FN1: Resolution 72/5.", "FN2: Resolution 70/1."));

        Assert.Equal(["modified FN1>FN1"], script.Said());
    }

    [Fact]
    public void Notes_in_one_rewritten_stretch_keep_their_order() => Assert.Equal(
        ["modified OP1>OP1", "modified FN1>FN1", "modified FN2>FN2"],
        Compare(
            Doc("OP1: Recalls debt, copper[^1] and tin[^2] of old;", "FN1: A/72/215.", "FN2: A/72/300."),
            Doc("OP1: Recalls debt, seeds[^1] or soil[^2] of old;", "FN1: A/73/98.", "FN2: A/73/99.")).Said());

    [Fact]
    public void Footnotes_do_not_move() => Assert.DoesNotContain(
        Compare(
            Doc("OP1: Recalls debt[^1] and trade[^2];", "FN1: See the Charter of the islands.", "FN2: Document on copper."),
            Doc("OP1: Recalls debt[^2] and trade[^1];", "FN1: Document on copper.", "FN2: See the Charter of the islands.")).Changes,
        change => change.Moved);
}
