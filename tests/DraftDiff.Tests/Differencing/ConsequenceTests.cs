using DraftDiff.Differencing;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class ConsequenceTests
{
    [Theory]
    [InlineData("Recalling also the debt,", "Recalling further the debt,", "Recalling [~-also-]{~+further+} the debt,", "en")]
    [InlineData("Recalling the debt,", "Recalling also the debt,", "Recalling {~+also +}the debt,", "en")]
    [InlineData("Also requests the Council to report;", "Requests the Council to report;", "[~-Also requests-]{~+Requests+} the Council to report;", "en")]
    [InlineData("Also notes the debt;", "Further notes the debt;", "[~-Also-]{~+Further+} notes the debt;", "en")]
    [InlineData("又重申商品的重要性，", "重申商品的重要性，", "[~-又-]重申商品的重要性，", "zh")]
    [InlineData("还注意到商品的重要性，", "注意到商品的重要性，", "[~-还-]注意到商品的重要性，", "zh")]
    [InlineData("又回顾商品的重要性，", "还回顾商品的重要性，", "[~-又-]{~+还+}回顾商品的重要性，", "zh")]
    public void A_changed_chain_word_follows_from_a_neighbour(string old, string @new, string redline, string language)
    {
        var change = Compare(Numbered(old), Numbered(@new), language).Changes.Single();

        Assert.Equal(redline, change.Redline());
        Assert.Equal(Consequence.ChainWord, change.Consequence);
        Assert.False(change.IsSubstantive);
    }

    [Fact]
    public void A_chain_word_deep_in_a_paragraph_is_the_drafters() => Assert.Null(
        Compare(
            Numbered("Notes that the debt of islands has grown and that it grew in countries;"),
            Numbered("Notes that the debt of islands has grown and that it also grew in countries;")).Changes.Single().Consequence);

    [Fact]
    public void A_chain_word_beside_a_drafters_change_leaves_the_change_substantive()
    {
        var change = Compare(
            Numbered("Also notes the debt of islands and of all the coasts;"),
            Numbered("Notes the debt of islands and of some coasts;")).Changes.Single();

        Assert.Null(change.Consequence);
        Assert.Equal("[~-Also notes-]{~+Notes+} the debt of islands and of [-all the-]{+some+} coasts;", change.Redline());
    }

    [Fact]
    public void Another_verb_is_no_chain_word() => Assert.Null(
        Compare(Numbered("Also requests the Council to report;"), Numbered("Urges the Council to report;")).Changes.Single().Consequence);

    [Fact]
    public void A_reference_follows_the_paragraph_that_was_renumbered()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper;", "OP2: Requests the Council to act on paragraph 1 above;"),
            Doc("OP1: Deplores the loss of many seeds and soils;", "OP2: Welcomes copper;", "OP3: Requests the Council to act on paragraph 2 above;"));

        var reference = script.Changes[^1];
        Assert.Equal("Requests the Council to act on paragraph [~-1-]{~+2+} above;", reference.Redline());
        Assert.Equal(Consequence.CrossReference, reference.Consequence);
    }

    [Fact]
    public void A_list_of_references_follows_too()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper;", "OP2: Regrets the price of tin;", "OP3: Requests the Council to act on paragraphs 1 and 2 above;"),
            Doc("OP1: Deplores the loss of many seeds and soils;", "OP2: Welcomes copper;", "OP3: Regrets the price of tin;", "OP4: Requests the Council to act on paragraphs 2 and 3 above;"));

        Assert.Equal(Consequence.CrossReference, script.Changes[^1].Consequence);
    }

    [Fact]
    public void A_Chinese_reference_follows_too()
    {
        var script = Compare(
            Doc("OP1: 欢迎铜；", "OP2: 请理事会就上文第1段采取行动；"),
            Doc("OP1: 谴责种子和土壤的大量流失情况；", "OP2: 欢迎铜；", "OP3: 请理事会就上文第2段采取行动；"),
            "zh");

        Assert.Equal(Consequence.CrossReference, script.Changes[^1].Consequence);
    }

    [Fact]
    public void A_reference_to_another_paragraph_is_the_drafters() => Assert.Null(
        Compare(
            Doc("OP1: Welcomes copper;", "OP2: Regrets the price of tin;", "OP3: Requests the Council to act on paragraph 1 above;"),
            Doc("OP1: Welcomes copper;", "OP2: Regrets the price of tin;", "OP3: Requests the Council to act on paragraph 2 above;")).Changes[^1].Consequence);

    [Theory]
    [InlineData("Requests the Council to act on paragraph 1 of resolution 70/1;", "Requests the Council to act on paragraph 2 of resolution 70/1;")]
    [InlineData("Requests the Council to act within 1 year;", "Requests the Council to act within 2 year;")]
    public void A_figure_is_the_drafters(string old, string @new) => Assert.Null(
        Compare(
            Doc("OP1: Welcomes copper;", "OP2: " + old),
            Doc("OP1: Deplores the loss of many seeds and soils;", "OP2: Welcomes copper;", "OP3: " + @new)).Changes[^1].Consequence);
}
