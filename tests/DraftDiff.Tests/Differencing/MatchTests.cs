using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class MatchTests
{
    private const string Debt = "Expresses concern about the external debt of landlocked developing countries;";
    private const string Water = "Encourages Governments to improve sanitation and the quality of drinking water;";
    private const string Youth = "Invites young farmers to take part in the regional conferences on soil;";
    private const string Trade = "Reaffirms the role of commodity prices in the multilateral trading system;";

    [Fact]
    public void Equal_documents_have_no_changes()
    {
        var script = Compare(Numbered(Debt, Water), Numbered(Debt, Water));

        Assert.Empty(script.Said());
        Assert.False(script.HasChanges);
        Assert.All(script.Changes, change => Assert.Equal(1, change.Similarity));
    }

    [Fact]
    public void A_new_paragraph_is_inserted_and_those_after_it_are_renumbered() => Assert.Equal(
        ["inserted >OP2", "unchanged OP2>OP3 renumbered"],
        Compare(Numbered(Debt, Water), Numbered(Debt, Youth, Water)).Said());

    [Fact]
    public void A_paragraph_without_a_like_is_deleted() => Assert.Equal(
        ["deleted OP2>", "unchanged OP3>OP2 renumbered"],
        Compare(Numbered(Debt, Youth, Water), Numbered(Debt, Water)).Said());

    [Fact]
    public void A_reworded_paragraph_is_modified() => Assert.Equal(
        ["modified OP2>OP2"],
        Compare(Numbered(Debt, Water), Numbered(Debt, Water.Replace("drinking", "ground", StringComparison.Ordinal))).Said());

    [Fact]
    public void Strangers_in_the_same_place_are_deleted_and_inserted() => Assert.Equal(
        ["deleted OP2>", "inserted >OP2"],
        Compare(Numbered(Debt, Youth, Water), Numbered(Debt, Trade, Water)).Said());

    [Fact]
    public void Strangers_that_only_share_an_opening_are_not_paired()
    {
        const string Opening = "Requests the Secretary-General to submit to the General Assembly at its next session";
        string[] context =
        [
            $"{Opening} a report on the quality of drinking water in the arid regions of the world and on access to it;",
            $"{Opening} a summary of the debates that young farmers held on soil, seeds and rural credit during the decade;",
            $"{Opening} proposals for the museum of postal history, with an estimate of what its lighting would cost;",
        ];
        Assert.Equal(
            ["deleted OP4>", "inserted >OP4"],
            Compare(
                Numbered([.. context, $"{Opening} an assessment of how commodity prices affect small exporters of copper;"]),
                Numbered([.. context, $"{Opening} a list of the volcanoes that threaten schools, clinics and inhabited islands;"])).Said());
    }

    [Fact]
    public void A_paragraph_rewritten_after_its_subject_is_the_same_one() => Assert.Equal(
        ["modified OP2>OP2"],
        Compare(
            Numbered(
                Debt,
                "Calls upon harbour towns to join the lighthouse council, including, inter alia, by drawing up a binding code for pilots on the basis of the sketch "
                + "that the dredging bureau tabled, as agreed at the Lisbon moot, and in this regard notes the essay on tides which that bureau published;",
                Water),
            Numbered(Debt, "Calls upon harbour towns to join the lighthouse council in the pursuit of its goals;", Water)).Said());

    [Fact]
    public void A_paragraph_that_went_into_a_longer_one_elsewhere_is_the_same_one() => Assert.Equal(
        ["unchanged OP2>OP1 renumbered", "unchanged OP3>OP2 renumbered", "modified OP1>OP3 moved renumbered"],
        Compare(
            Numbered("Also welcomes the endorsement by the harbour council of the chart of shoals and wrecks;", Debt, Water),
            Numbered(
                Debt,
                Water,
                "Further recognizes the endorsement by the harbour council, at its spring moot, of the chart of shoals and wrecks as a guide that lets pilots, "
                + "dredgers and ferry crews find safe water at any tide, and which helps museums to date the timber that divers bring up;")).Said());

    [Fact]
    public void A_phrase_that_a_long_paragraph_happens_to_use_is_no_part_of_it() => Assert.Equal(
        ["deleted OP2>", "inserted >OP2"],
        Compare(
            Numbered(Debt, "Keeps the chart of shoals and wrecks in sight;", Youth),
            Numbered(
                Debt,
                "Requests museums to date the timber that divers bring up, to lend it to schools, to print what ferry crews tell of storms, fog and ice, to buy the letters of "
                + "lighthouse keepers before they are sold abroad, to show, beside the chart of shoals and wrecks, how nets were mended, sails sewn and ropes made, to pay the "
                + "guides who teach visitors songs, knots and signals, and to open their doors on two evenings of each week of summer without asking for a fee;",
                Youth)).Said());

    [Fact]
    public void A_date_of_adoption_is_the_same_line_whatever_it_says() => Assert.Equal(
        ["modified closing-1>closing-1", "modified closing-2>closing-2"],
        Compare(
            Doc("OP1: " + Debt, "closing-1: 52nd plenary meeting", "closing-2: 19 May 2019"),
            Doc("OP1: " + Debt, "closing-1: 48th plenary meeting", "closing-2: 21 December 2020")).Said());

    [Fact]
    public void A_moved_paragraph_is_shown_once() => Assert.Equal(
        ["unchanged OP4>OP1 moved renumbered", "unchanged OP1>OP2 renumbered", "unchanged OP2>OP3 renumbered", "unchanged OP3>OP4 renumbered"],
        Compare(Numbered(Debt, Water, Youth, Trade), Numbered(Trade, Debt, Water, Youth)).Said());

    [Fact]
    public void A_moved_paragraph_of_which_half_is_rewritten_is_recognized()
    {
        string[] others = [
            "Requests the bakers of the northern valleys to weigh each loaf twice before dawn;", "Invites sailors to paint lighthouses yellow whenever fog lifts;",
            "Calls upon judges to read verdicts aloud beneath old oaks;", "Notes that clocks in stations run slower during harvest;"];

        var script = Compare(
            Numbered([.. others, "Urges gardeners and foresters to plant seven orchards beside every schoolhouse, water them in summer and count the apples in October;"]),
            Numbered(["Urges gardeners and beekeepers to plant nine meadows near each village, mow them in autumn and count the hives in October;", .. others]));

        Assert.Contains("modified OP5>OP1 moved renumbered", script.Said());
    }

    [Fact]
    public void A_paragraph_can_be_moved_and_reworded() => Assert.Contains(
        "modified OP4>OP1 moved renumbered",
        Compare(
            Numbered(Debt, Water, Youth, Trade),
            Numbered(Trade.Replace("the role", "the important role", StringComparison.Ordinal), Debt, Water, Youth)).Said());

    [Fact]
    public void A_preambular_paragraph_can_become_an_operative_one() => Assert.Equal(
        ["modified PP2>OP2 moved"],
        Compare(
            Doc("PP1: " + Debt, "PP2: Encouraging Governments to improve sanitation and the quality of drinking water,", "PP3: " + Youth, "OP1: " + Trade),
            Doc("PP1: " + Debt, "PP2: " + Youth, "OP1: " + Trade, "OP2: " + Water)).Said());

    [Fact]
    public void A_summary_counts_what_moved_and_what_got_another_number()
    {
        var summary = Compare(Numbered(Debt, Water, Youth, Trade), Numbered(Trade, Debt, Water, Youth)).Summary;

        Assert.Equal(new EditSummary(Unchanged: 4, Modified: 0, Inserted: 0, Deleted: 0, Moved: 1, Renumbered: 4, Split: 0, Merged: 0), summary);
    }

    [Fact]
    public void Equal_headings_among_strangers_stay_in_order() => Assert.Equal(
        ["unchanged H1>H1", "unchanged H2>H2"],
        Compare(
            Doc("OP1: " + Debt, "H1: Follow-up", "OP2: " + Water, "H2: Follow-up", "OP3: " + Youth, "OP4: " + Trade),
            Doc("OP1: " + Debt, "OP2: Deplores the loss of wooden boats;", "H1: Follow-up", "OP3: Lists seven islands;", "H2: Follow-up", "OP4: Thanks the pilots;", "OP5: " + Trade))
            .Changes.Where(change => change.Old is [{ Section: Section.Heading }, ..] || change.New is [{ Section: Section.Heading }, ..])
            .Select(change => $"{change.Kind.ToString().ToLowerInvariant()} {string.Concat(change.Old.Select(unit => unit.Label))}>{string.Concat(change.New.Select(unit => unit.Label))}"));

    [Fact]
    public void Equal_subparagraphs_stay_with_their_places() => Assert.Empty(
        Compare(
            Doc("OP1: " + Debt, "OP1(a): Human rights;", "OP2: " + Water, "OP2(a): Human rights;"),
            Doc("OP1: " + Debt, "OP1(a): Human rights;", "OP2: " + Water, "OP2(a): Human rights;")).Said());

    [Fact]
    public void One_of_several_equal_paragraphs_is_inserted() => Assert.Equal(
        ["inserted >H3"],
        Compare(
            Doc("H1: Follow-up", "OP1: " + Debt, "H2: Follow-up", "OP2: " + Water, "OP3: " + Youth),
            Doc("H1: Follow-up", "OP1: " + Debt, "H2: Follow-up", "OP2: " + Water, "H3: Follow-up", "OP3: " + Youth)).Said());

    [Fact]
    public void Titles_and_openings_match_whatever_they_say() => Assert.Equal(
        ["modified title>title", "modified opening>opening"],
        Compare(
            Doc("title: Commodities", "opening: The General Assembly,", "OP1: " + Debt),
            Doc("title: Oceans and seas", "opening: The Security Council,", "OP1: " + Debt)).Said());

    [Fact]
    public void A_title_of_one_document_alone_is_inserted() => Assert.Equal(
        ["inserted >title"], Compare(Doc("OP1: " + Debt), Doc("title: Commodities", "OP1: " + Debt)).Said());

    [Fact]
    public void A_title_never_matches_a_heading() => Assert.Equal(
        ["deleted title>", "inserted >H1"],
        Compare(Doc("title: Commodities", "OP1: " + Debt), Doc("OP1: " + Debt, "H1: Commodities")).Said());

    [Fact]
    public void Masthead_fields_match_by_name() => Assert.Equal(
        ["modified date>date"],
        Compare(
            Doc("symbol: A/C.2/72/L.39", "date: 1 November 2017", "OP1: " + Debt),
            Doc("symbol: A/C.2/72/L.39", "date: 22 November 2017", "OP1: " + Debt)).Said());

    [Fact]
    public void A_masthead_that_one_document_lacks_is_no_change()
    {
        var script = Compare(Doc("OP1: " + Debt), Doc("symbol: A/C.2/72/L.39", "OP1: " + Debt));

        Assert.False(script.HasChanges);
        var symbol = script.Changes[0];
        Assert.Equal(ChangeKind.Unchanged, symbol.Kind);
        Assert.Empty(symbol.Old);
        Assert.Null(symbol.Similarity);
        Assert.False(script.Invert().HasChanges);
    }

    [Fact]
    public void Units_alike_in_all_but_a_word_are_modified_in_place() => Assert.Equal(
        ["modified OP1>OP1", "modified OP2>OP2", "modified OP3>OP3"],
        Compare(Numbered(Enumerable.Repeat(Debt, 3)), Numbered(Enumerable.Repeat(Debt + " always", 3))).Said());

    [Fact]
    public void Han_paragraphs_match_by_their_characters() => Assert.Equal(
        ["modified OP1>OP1", "inserted >OP2", "unchanged OP2>OP3 renumbered"],
        Compare(
            Numbered("震惊地注意到许多国家仍然缺乏安全的饮用水和卫生设施；", "请秘书长提出关于商品价格的报告；"),
            Numbered("关切地注意到许多国家仍然缺乏安全的饮用水和卫生设施；", "鼓励青年农民参加关于土壤的区域会议；", "请秘书长提出关于商品价格的报告；"),
            "zh").Said());
}
