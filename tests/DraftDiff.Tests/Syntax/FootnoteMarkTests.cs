using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>Which digits are footnote marks, and which belong to the text.</summary>
public sealed class FootnoteMarkTests
{
    [Theory]
    [InlineData("the Declaration1 and the Programme of Action,2 as well", "the Declaration and the Programme of Action, as well", "1 2")]
    [InlineData("the outcome,1 resolution 77/2282 and the report", "the outcome, resolution 77/228 and the report", "1 2")]
    [InlineData("the Declaration1 for the years 2015–20302 and beyond", "the Declaration for the years 2015–2030 and beyond", "1 2")]
    [InlineData("the Declaration1 and again the Declaration1 itself", "the Declaration and again the Declaration itself", "1 1")]
    [InlineData("the “Agenda”1 and (the Programme)2 of it", "the “Agenda” and (the Programme) of it", "1 2")]
    public void A_mark_is_left_out_of_the_words(string printed, string words, string marks) =>
        AssertReads(printed, words, marks);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("¹", "¹")]
    [InlineData("*", "*")]
    [InlineData("＊", "＊")]
    public void A_mark_is_found_wherever_in_its_line_it_stands(string mark, string label)
    {
        for (var letters = 0; letters < 20; letters++)
        {
            var word = "outcome" + new string('s', letters);
            var tree = Parse($"The General Assembly,\n\nRecalling · the {word}{mark} of it,\n\n1. Decides to go on.\n\n__________\n\n{label} See there.\n");

            Assert.Equal($"Recalling · the {word} of it,", tree.Units.Single(unit => unit.Label == "PP1").Text);
        }
    }

    [Theory]
    [InlineData("an area of 10 m2 and of 3 km2 in all")]
    [InlineData("emissions of CO2 and the G20 and H1N1")]
    [InlineData("1.1 per cent, 2.2 per cent and 1,1 of it")]
    [InlineData("at www.un.org/page1 and at 12:1 and No.1")]
    [InlineData("paragraph 1 and goals 1 and 2 of it")]
    [InlineData("document A/C.2/72/L.1 and S/2015/1 and 70/1")]
    [InlineData("the word¹²³⁴⁵⁶⁷⁸⁹¹² of it")]
    public void A_number_of_the_text_stays(string printed) => AssertReads(printed, printed, "");

    [Theory]
    [InlineData("the Declaration,1 the meeting of March 1995,2 and the Programme,3 as well", "the Declaration, the meeting of March 1995, and the Programme, as well", "1 2 3")]
    [InlineData("the Declaration,1 and in March 1995,2 meetings as well", "the Declaration, and in March 1995,2 meetings as well", "1")]
    public void A_mark_behind_a_year_is_one_where_its_neighbours_are_found(string printed, string words, string marks)
    {
        var tree = Parse($"The General Assembly,\n\nRecalling {printed},\n\n1. Decides to go on.\n");

        Assert.Equal($"Recalling {words},", tree.Units.Single(unit => unit.Label == "PP1").Text);
        Assert.Equal(marks, MarksOf(tree));
    }

    [Fact]
    public void A_number_that_begins_the_last_line_above_a_rule_is_of_the_text()
    {
        var tree = Parse("The General Assembly,\n\nRecalling the Declaration1 and the Programme,\n\n1. Decides to go on with Goals 2, 3 and\n1 Target more.\n\n__________\n\n1 Resolution 70/1.\n");

        Assert.Equal("Decides to go on with Goals 2, 3 and 1 Target more.", tree.Units.Single(unit => unit.Label == "OP1").Text);
        Assert.Equal("Resolution 70/1.", tree.Units.Single(unit => unit.Label == "FN1").Text);
    }

    [Theory]
    [InlineData("通过1 并经大会认可2 的《议程》", "通过并经大会认可的《议程》", "1 2")]
    [InlineData("《宣言》1第 72 段和 2015 年 1 月 2 日", "《宣言》第 72 段和 2015 年 1 月 2 日", "1")]
    [InlineData("《宣言》，1 其中 2 个目标", "《宣言》，其中 2 个目标", "1")]
    public void Chinese_marks_are_told_from_numbers(string printed, string words, string marks)
    {
        var tree = Parse($"大会，\n\n回顾{printed}，\n\n1. 决定结束。\n\n__________\n\n1 一。\n\n2 二。\n");

        Assert.Equal($"回顾{words}，", tree.Units.Single(unit => unit.Label == "PP1").Text);
        Assert.Equal(marks, MarksOf(tree));
    }

    [Fact]
    public void Numbers_that_name_something_are_no_repeated_marks()
    {
        var tree = Parse("大会，\n\n回顾《议程》1 和《宣言》2 以及可持续发展目标 1 和目标 2 的落实，\n\n1. 决定结束。\n\n__________\n\n1 一。\n\n2 二。\n");

        Assert.Contains("目标 1 和目标 2 的落实", tree.Units.Single(unit => unit.Label == "PP1").Text, StringComparison.Ordinal);
        Assert.Equal("1 2", MarksOf(tree));
    }

    [Theory]
    [InlineData("the Declaration 1/ and the Programme, 2/ as well", "1/ Resolution 70/1.\n2/ Ibid.", "the Declaration and the Programme, as well")]
    [InlineData("the Declaration¹ and the Programme,² an area of 10 m² as well", "¹ Resolution 70/1.\n² Ibid.", "the Declaration and the Programme, an area of 10 m² as well")]
    [InlineData("the Declaration23 and the Programme,24 as well", "23 Resolution 70/1.\n24 Ibid.", "the Declaration and the Programme, as well")]
    public void Older_marks_and_notes_without_a_rule_are_read(string printed, string notes, string words)
    {
        var tree = Parse($"The General Assembly,\n\nRecalling {printed},\n\n1. Decides to go on.\n\n{notes.Replace("\n", "\n\n", StringComparison.Ordinal)}\n");

        Assert.Equal($"Recalling {words},", tree.Units.Single(unit => unit.Label == "PP1").Text);
        Assert.Equal(["Resolution 70/1.", "Ibid."], tree.Units.Where(unit => unit.Section == Section.Footnotes).Select(unit => unit.Text));
        Assert.All(tree.Units.Single(unit => unit.Label == "PP1").Marks, mark => Assert.NotNull(mark.Note));
        Assert.Empty(tree.Diagnostics);
    }

    [Theory]
    [InlineData("the Declaration1 and the second phase;2 of it", "1 2")]
    [InlineData("the Action Plan;1 of it", "1")]
    [InlineData("emissions of CO2, the M23, COVID19 and PM2.5 and article 19bis", "")]
    [InlineData("w1 and w2 and w3 of it", "")]
    [InlineData("goods1 and goods2 of it", "")]
    public void Without_footnotes_only_marks_that_count_on_are_read(string printed, string marks) =>
        Assert.Equal(marks, MarksOf(Parse($"The General Assembly,\n\nRecalling {printed},\n\n1. Decides to go on.\n")));

    [Fact]
    public void A_mark_is_of_the_note_of_its_page()
    {
        var tree = Parse(
            "The General Assembly,\n\nRecalling the Declaration,1\n\n__________\n1 First.\n\f\n1. Decides on the Programme;1\n\n2. Goes on.\n\n__________\n1 Second.\n");

        Assert.Equal(["FN1", "FN1~2"], tree.Units.SelectMany(unit => unit.Marks).Select(mark => mark.Note));
        Assert.Equal("Second.", tree.Units[^1].Text);
    }

    private static void AssertReads(string printed, string words, string marks)
    {
        var tree = Parse(
            $"The General Assembly,\n\nRecalling {printed},\n\n1. Decides so.\n\n__________\n\n1 Resolution 70/1.\n\n2 Resolution 70/2.\n");

        Assert.Equal($"Recalling {words},", tree.Units.Single(unit => unit.Label == "PP1").Text);
        Assert.Equal(marks, MarksOf(tree));
    }

    private static string MarksOf(DraftTree tree) =>
        string.Join(' ', tree.Units.SelectMany(unit => unit.Marks).Select(mark => mark.Number));

    private static DraftTree Parse(string text) => DraftTree.Parse(SourceText.From(text));
}
