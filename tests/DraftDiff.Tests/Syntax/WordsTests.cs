using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>What a unit's words keep of the source, and what they leave out.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("Cafe\u0301 and Cafe\u00AD\u0301", "Café and Café")]
    [InlineData("of 20\u00A0December\u00A0 \t2017", "of 20 December 2017")]
    [InlineData("coopera\u00ADtion \u200Eand\u200F peace", "cooperation and peace")]
    [InlineData("non-\ngovernmental and the years 2015–\n2030", "non-governmental and the years 2015–2030")]
    [InlineData("sudden-\nand slow-onset disasters", "sudden- and slow-onset disasters")]
    [InlineData("document A/72/64-\nE/2017/12 of\nit", "document A/72/64-E/2017/12 of it")]
    public void Layout_is_left_out_and_nothing_else(string printed, string words)
    {
        var tree = DraftTree.Parse(SourceText.From($"The General Assembly,\n\nRecalling {printed},\n\n1. Decides so.\n"));

        Assert.Equal($"Recalling {words},", tree.Units.Single(unit => unit.Label == "PP1").Text);
        Assert.Equal(tree.Source.Content, tree.ToFullString());
    }

    [Theory]
    [InlineData("coopera-\ntion of all", "cooperation of all")]
    [InlineData("Coop-\neration of all", "Cooperation of all")]
    [InlineData("young film-\nmakers of all", "young film-makers of all")]
    [InlineData("the e-\ntrade of eTrade for all", "the e-trade of eTrade for all")]
    [InlineData("their follow-\nup of all", "their follow-up of all")]
    [InlineData("well-being and the well-\nbeing of all", "well-being and the well-being of all")]
    [InlineData("case-by-\ncase, at the twenty-\nfirst session", "case-by-case, at the twenty-first session")]
    [InlineData("sub-\nSaharan Africa", "sub-Saharan Africa")]
    [InlineData("participation, and the in-\nternational partici-\npation", "participation, and the international participation")]
    [InlineData("the coopera\u00AD\ntion of all", "the cooperation of all")]
    public void A_hyphen_that_a_line_end_put_in_goes_and_one_of_the_word_stays(string printed, string words)
    {
        var tree = DraftTree.Parse(SourceText.From(
            $"The General Assembly,\n\nRecalling the film of it, in all, {printed},\n\n1. Decides so.\n"));

        Assert.Equal($"Recalling the film of it, in all, {words},", tree.Units.Single(unit => unit.Label == "PP1").Text);
    }

    [Fact]
    public void Words_of_a_long_text_are_whole_in_each_of_its_paragraphs()
    {
        // From a line to some hundred thousand characters.
        string[] paragraphs = [.. Enumerable.Range(1, 9).Select(i =>
            $"Recalling the year {2000 + i}" + string.Concat(Enumerable.Repeat("\nand all of its words", i * i * i * i)) + ",")];

        var tree = DraftTree.Parse(SourceText.From($"The General Assembly,\n\n{string.Join("\n\n", paragraphs)}\n\n1. Decides so.\n"));

        Assert.Equal(paragraphs.Select(paragraph => paragraph.Replace('\n', ' ')), tree.Units.Where(unit => unit.Section == Section.Preamble).Select(unit => unit.Text));
    }

    [Fact]
    public void Words_may_be_longer_in_normal_form_than_the_source_is()
    {
        var printed = string.Concat(Enumerable.Repeat('\u0958', 1000));
        var tree = DraftTree.Parse(SourceText.From($"The General Assembly,\n\nRecalling {printed}\nand {printed},\n\n1. Decides so.\n"));

        var words = string.Concat(Enumerable.Repeat("\u0915\u093C", 1000));
        Assert.Equal("The General Assembly,", tree.Units.Single(unit => unit.Label == "opening").Text);
        Assert.Equal($"Recalling {words} and {words},", tree.Units.Single(unit => unit.Label == "PP1").Text);
        Assert.Equal("Decides so.", tree.Units.Single(unit => unit.Label == "OP1").Text);
    }
}
