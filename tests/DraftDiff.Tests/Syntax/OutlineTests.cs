using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>What each paragraph is and what it stands under, where its neighbours say so.</summary>
public sealed class OutlineTests
{
    private const string Beginning = "The General Assembly,\n\nRecalling its resolution 97/41 of 3 May 2043,\n\n1. Takes note of the report;\n\n";
    private const string End = "3. Decides to remain seized of the matter.\n";

    [Fact]
    public void A_number_of_five_digits_that_is_not_due_is_of_the_text()
    {
        var tree = DraftTree.Parse(SourceText.From(
            "The General Assembly,\n\n1. Decides to start;\n\n2. Requests that all reports be sent to the address in New York;\n\n10017. Copies\n3. Decides to go on;\n\n4. Thanks all.\n"));

        Assert.Equal(["OP1", "OP2", "OP2/2", "OP4"], tree.Units.Where(unit => unit.Section == Section.Operative).Select(unit => unit.Label));
    }

    [Fact]
    public void Letters_with_a_full_stop_are_subparagraphs_where_they_are_due() => AssertLabels(
        "OP2 OP2(a) OP2(b) OP3",
        "2. Requests the Secretary-General to go on with:\n\na. Support to gardens;\n\nb. up to five gardeners;\n\n");

    [Fact]
    public void Letters_with_a_full_stop_stand_under_roman_numbers_too() => AssertLabels(
        "OP2 OP2(a) OP2(a)(i) OP2(a)(i)(a) OP2(a)(i)(b) OP2(a)(ii) OP3",
        "2. Requests the Secretary-General:\n\n(a) To plant:\n\n(i) Trees:\n\na. Tall ones;\n\nb. Small ones;\n\n(ii) Hedges;\n\n");

    [Fact]
    public void An_abbreviation_is_no_letter() => AssertLabels(
        "OP2 OP2/2 OP3",
        "2. Requests the Secretary-General to publish the report;\n\nv. Decides that all volumes be published;\n\n");

    [Fact]
    public void Words_below_a_lettered_heading_are_those_of_the_letter() => AssertLabels(
        "OP2 OP2(a) OP2(a)+ OP2(a)(i) OP2(b) OP2(b)+ OP3",
        "2. Decides that the Office shall work as follows:\n\n(a) Functions\n\nThe Office shall plant:\n\n(i) Trees;\n\n(b) Reporting\n\nThe Office shall report each year;\n\n");

    [Fact]
    public void Letters_below_headings_are_those_of_a_sentence_that_has_not_ended() => AssertLabels(
        "OP2 OP2(i) OP2(ii) OP2(ii)(a) OP2(ii)(b) OP3",
        "2. Decides that the mandate shall be:\n\n(i) Protection of gardens;\n\n(ii) Support to gardeners,\n\nTools\n\n(a) Provide tools;\n\nSeeds\n\n(b) Provide seeds;\n\n");

    [Fact]
    public void A_short_line_with_a_colon_above_the_next_number_is_a_heading()
    {
        var tree = Parse(Beginning + "2. Requests the Secretary-General to go on;\n\nReporting:\n\n" + End);

        Assert.Equal("Reporting:", Assert.Single(tree.Units, unit => unit.Section == Section.Heading).Text);
    }

    [Fact]
    public void A_short_line_that_says_what_is_done_is_no_heading_above_letters()
    {
        var tree = Parse("The General Assembly,\n\nRecognizes gardens;\n\nRequests the Secretary-General\n\n(a) To plant trees;\n\n(b) To report.\n");

        Assert.Equal("OP1 OP1/2 OP1/2(a) OP1/2(b)", LabelsOf(tree));
    }

    [Fact]
    public void A_letter_over_a_page_begins_a_subparagraph_where_a_capital_follows_it()
    {
        AssertLabels(
            "OP2 OP2(a) OP2(b) OP3",
            "2. Requests the Secretary-General:\n\n(a) To plant trees, which could\n\n__________\n\n1 Resolution 70/1.\n\n(b) To report;\n\n");
        AssertLabels(
            "OP2 OP2(a) OP3",
            "2. Requests the Secretary-General:\n\n(a) To plant the trees named in subparagraph\n\n__________\n\n1 Resolution 70/1.\n\n(b) above;\n\n");
    }

    [Fact]
    public void A_letter_goes_on_with_the_letters_before_it_below_a_full_line()
    {
        var tree = Parse(
            "The General Assembly,\nRecalling its resolution 97/41 of 3 May 2043 on gardens in the cities of the\nworld and on those who plant them,\n"
            + "1. Requests the Secretary-General to report to it at its next session on the\nfollowing questions:\n"
            + "(a) How many gardens there are in the cities of the world and who plants them\nand waters them;\n(b) What is planted in them each year and what is harvested, and by whom;\n"
            + "(c) What gardeners need and do not have, with the costs of it in each of the\nyears named;\n2. Decides to remain seized of the matter.\n");

        Assert.Equal("OP1 OP1(a) OP1(b) OP1(c) OP2", LabelsOf(tree));
    }

    [Fact]
    public void A_sentence_goes_on_below_the_blank_lines_of_a_page()
    {
        var tree = Parse(Beginning + "2. Welcomes the report of the Conference on Gardens in Countries\n\n\n\n\nWith Little Rain, and what it says;\n\n" + End);

        Assert.Equal("OP1 OP2 OP3", LabelsOf(tree));
        Assert.Contains(tree.Units, unit => unit.Text == "Welcomes the report of the Conference on Gardens in Countries With Little Rain, and what it says;");
    }

    [Fact]
    public void A_preambular_sentence_goes_on_in_small_letters_behind_a_comma()
    {
        var tree = Parse("The General Assembly,\n\nRecalling its resolution 97/41, by which it,\n\ninter alia, asked for a report,\n\nNoting the report,\n\nDecides so.\n");

        Assert.Equal(
            ["Recalling its resolution 97/41, by which it, inter alia, asked for a report,", "Noting the report,"],
            tree.Units.Where(unit => unit.Section == Section.Preamble).Select(unit => unit.Text));
    }

    private static void AssertLabels(string expected, string paragraphs) =>
        Assert.Equal("OP1 " + expected, LabelsOf(Parse(Beginning + paragraphs + End)));

    private static string LabelsOf(DraftTree tree) =>
        string.Join(' ', tree.Units.Where(unit => unit.Section == Section.Operative).Select(unit => unit.Label));

    [Theory]
    [InlineData("(.)")]
    [InlineData("..")]
    public void Dots_without_a_letter_are_no_label(string dots) =>
        Assert.StartsWith(dots, Parse($"The General Assembly,\n\n1. Decides:\n\n{dots} To act.\n").Units[^1].Text, StringComparison.Ordinal);

    private static DraftTree Parse(string text) => DraftTree.Parse(SourceText.From(text));
}
