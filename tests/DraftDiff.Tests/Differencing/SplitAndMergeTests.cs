using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class SplitAndMergeTests
{
    private const string Report =
        "Requests the Secretary-General to submit a report on the implementation of the present resolution with proposals for small islands";

    private const string Agenda =
        "decides to include in the provisional agenda the sub-item entitled “Disaster risk reduction” under sustainable development";

    private const string Other = "Encourages young farmers to take part in regional conferences on soil, seeds and rural credit;";

    [Fact]
    public void A_paragraph_cut_in_two_is_split()
    {
        var script = Compare(
            Numbered(Other, $"{Report}, and {Agenda}."),
            Numbered(Other, $"{Report};", $"D{Agenda[1..]}."));

        Assert.Equal(["split OP2>OP2+OP3"], script.Said());
        Assert.Equal($"{Report}[-, and decides-]{{+; Decides+}}{Agenda["decides".Length..]}.", script.Changes[1].Redline());
    }

    [Fact]
    public void Two_paragraphs_joined_are_merged() => Assert.Equal(
        ["merged OP2+OP3>OP2"],
        Compare(
            Numbered(Other, $"{Report};", $"D{Agenda[1..]}."),
            Numbered(Other, $"{Report}, and {Agenda}.")).Said());

    [Fact]
    public void The_parts_of_a_split_need_not_be_neighbours() => Assert.Equal(
        ["split OP1>OP1+OP3", "unchanged OP2>OP2"],
        [.. Compare(
            Numbered($"{Report}, and {Agenda}.", Other),
            Numbered($"{Report};", Other, $"D{Agenda[1..]}.")).Changes.Select(change =>
                $"{change.Kind.ToString().ToLowerInvariant()} {change.Old[0].Label}>{string.Join("+", change.New.Select(unit => unit.Label))}")]);

    [Fact]
    public void A_chapeau_and_its_subparagraphs_can_come_of_one_paragraph() => Assert.Equal(
        ["split OP1>OP1+OP1(a)+OP1(b)+OP1(c)"],
        Compare(
            Doc("OP1: Calls upon Member States to improve access to drinking water in arid regions, to teach farmers how soil is kept, and to publish the prices of copper and tin;", "OP2: " + Other),
            Doc("OP1: Calls upon Member States:", "OP1(a): To improve access to drinking water in arid regions;", "OP1(b): To teach farmers how soil is kept;", "OP1(c): To publish the prices of copper and tin;", "OP2: " + Other)).Said());

    [Fact]
    public void A_new_neighbour_makes_no_split() => Assert.Equal(
        ["modified OP2>OP2", "inserted >OP3"],
        Compare(
            Numbered(Other, $"{Report}."),
            Numbered(Other, $"{Report} and low-lying coasts;", $"D{Agenda[1..]}.")).Said());

    [Theory]
    [InlineData("closing-1")]
    [InlineData("OP2")]
    public void A_date_that_a_paragraph_names_too_is_no_part_of_it(string label) => Assert.Equal(
        ["modified PP1>PP1", $"deleted {label}>"],
        Compare(
            Doc("PP1: Recalling its resolution 73/231 of 20 December 2018 and all previous relevant resolutions,", "OP1: " + Other, label + ": 19 December 2019"),
            Doc("PP1: Recalling its resolution 74/218 of 19 December 2019 and all previous relevant resolutions,", "OP1: " + Other)).Said());

    [Fact]
    public void Han_parts_are_joined_without_a_space()
    {
        const string First = "请秘书长提出关于小岛屿国家执行本决议情况的报告，";
        const string Second = "并决定将题为减少灾害风险的分项目列入临时议程。";
        var script = Compare(Numbered(First + Second), Numbered(First, Second), "zh");

        Assert.Equal(["split OP1>OP1+OP2"], script.Said());
        Assert.Equal(First + Second, Assert.Single(script.Changes.Single().Edits).Text);
    }

    [Fact]
    public void Halves_that_were_turned_round_keep_their_words()
    {
        var split = Compare(
            Numbered("Decides to include in its agenda the item on the gardens of schools, and requests the Secretary-General to report on the seeds and tools of teachers;"),
            Numbered("Requests the Secretary-General to report on the seeds and tools of teachers;", "Decides to include in its agenda the item on the gardens of schools;"))
            .Changes.Single();

        Assert.Equal(["OP2", "OP1"], split.New.Select(unit => unit.Label));
        Assert.Equal(
            "Decides to include in its agenda the item on the gardens of schools[-, and requests-]{+; Requests+} the Secretary-General to report on the seeds and tools of teachers;",
            split.Redline());
    }

    [Fact]
    public void Halves_stay_in_the_order_of_the_document_where_turning_them_round_keeps_no_more_words()
    {
        const string Seas = "seeds of the sea and soils of the sea and seeds of the sea and soils of the sea";
        const string Pilots = "young farmers taught by harbour pilots";

        Assert.Equal(
            ["split OP1>OP1+OP2"],
            Compare(Numbered($"{Seas}, {Pilots}, forever"), Numbered($"{Seas} forever", Pilots)).Said());
    }

    private static readonly string[] Tasks =
    [
        "to improve access to drinking water in arid regions", "to teach young farmers how soil is kept", "to publish the prices of copper and tin",
        "to light every harbour before winter comes", "to lend boats without interest", "to map volcanoes near crowded towns",
        "to plant mangroves along eroded shores", "to print almanacs for fishing crews", "to repair bridges that floods carried off",
    ];

    [Fact]
    public void A_paragraph_cut_into_so_many_parts_that_it_resembles_none_is_split() => Assert.Equal(
        ["split OP1>OP1+OP2+OP3+OP4+OP5+OP6+OP7+OP8+OP9"],
        Compare(
            Numbered($"Calls upon the members of all regional councils, by every means, {string.Join(", ", Tasks)};", Other),
            Numbered([.. Tasks.Select(task => task + ";"), Other])).Said()[..1]);

    [Fact]
    public void Many_parts_that_became_a_paragraph_are_merged() => Assert.Equal(
        ["merged OP1+OP2+OP3+OP4+OP5+OP6+OP7+OP8+OP9>OP1"],
        Compare(
            Numbered([.. Tasks.Select(task => task + ";"), Other]),
            Numbered($"Calls upon the members of all regional councils, by every means, {string.Join(", ", Tasks)};", Other)).Said()[..1]);
}
