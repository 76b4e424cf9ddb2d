using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>What pages add to a text, and what only looks like it.</summary>
public sealed class FurnitureTests
{
    [Theory]
    [InlineData("the report of the Council 42-21227 2/9\nand of its Bureau", "2/9")]
    [InlineData("the report of the Council\n2/9 42-21227A/C.3/97/L.941\nand of its Bureau", "2/9 42-21227A/C.3/97/L.941")]
    [InlineData("the report of the Council\n2/9 42-21227\nA/C.3/97/L.941 and of its Bureau", "A/C.3/97/L.941")]
    [InlineData("the report of the Council\n\fA/C.3/97/L.941 and of its Bureau", "A/C.3/97/L.941")]
    [InlineData("the report of the Council\nA/C.3/97/L.941 page 3\nand of its Bureau", "page 3")]
    [InlineData("the report of the Council\nA/C.3/97/L.941\nEnglish\nPage 2\nand of its Bureau", "English")]
    [InlineData("the report of the\nCouncil 42-21227 2/9\nand of its Bureau", "2/9")]
    [InlineData("the report of the Council\n<!-- Page 2 -->\nand of its Bureau", "<!-- Page 2 -->")]
    [InlineData("the report of the Council\n/...\nand of its Bureau", "/...")]
    [InlineData("the report of the Council\nGE.42-21227 (E) 211142 221142\n*4221227*\nand of its Bureau", "*4221227*")]
    public void What_a_page_adds_is_no_part_of_the_words(string lines, string furniture)
    {
        var tree = Parse(lines);

        Assert.Equal("Recalling the report of the Council and of its Bureau,", PP1Of(tree));
        Assert.Equal(tree.Source.Content, tree.ToFullString());
        Assert.Contains(furniture, tree.Source.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(tree.Units, unit => unit.Section != Section.Masthead && unit.Text.Contains(furniture, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("the report in document\nA/97/118 and the outcome")]
    [InlineData("the report contained in\nA/97/118\nand the outcome of it")]
    [InlineData("its resolution\n9/12 and the outcome of it")]
    [InlineData("its decision\n4/4 2/9 42-21227\nof 3 May")]
    [InlineData("the outcome set out on\npage 3\nof the report")]
    [InlineData("the report of\n12 May and the outcome, goals 4\nand 5 of it")]
    public void What_a_sentence_goes_through_stays(string lines) =>
        Assert.Equal($"Recalling {lines.Replace(" 2/9 42-21227", "", StringComparison.Ordinal).Replace('\n', ' ')},", PP1Of(Parse(lines)));

    [Fact]
    public void A_line_that_two_paragraphs_share_is_no_title_of_pages_below_their_symbol()
    {
        const string Shared = "the outcome of the summit of the gardens of the";
        string[] tops = ["and takes note of the report on water and trees", Shared, "and of the wells of all the towns of the region,", Shared, "which the schools have asked for in their letter"];
        var text = "A/C.2/72/L.39\n\nThe General Assembly,\n\n" + string.Concat(tops.Select((top, i) =>
            $"{i + 1}. Requests the gardener of school {i + 1} to read\n\n- {i + 2} -\n\fA/C.2/72/L.39 {top}\nschools, year after year;\n\n"));

        var units = DraftTree.Parse(SourceText.From(text)).Units.Where(unit => unit.Section == Section.Operative);

        Assert.Equal(tops.Select((top, i) => $"Requests the gardener of school {i + 1} to read {top} schools, year after year;"), units.Select(unit => unit.Text));
    }

    [Fact]
    public void A_number_of_a_resolution_behind_the_symbol_of_a_page_is_no_page() =>
        Assert.Equal("Recalling its resolutions 50/70 B and 52/38 J,", PP1Of(Parse("its resolutions\n\fA/C.3/97/L.941 50/70 B and 52/38 J")));

    private static string PP1Of(DraftTree tree) => tree.Units.Single(unit => unit.Label == "PP1").Text;

    private static DraftTree Parse(string lines) => DraftTree.Parse(SourceText.From(
        $"A/C.3/97/L.941\nThe harbours\nThe General Assembly,\nRecalling {lines},\n1. Takes note of the report and of\nall that it says about harbours and\nabout those who work there;\n2. Decides to come back to it at\nits next session and at the one\nafter that.\n"));
}
