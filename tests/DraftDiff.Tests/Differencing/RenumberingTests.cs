using DraftDiff.Syntax;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class RenumberingTests
{
    [Fact]
    public void Renumbering_alone_is_no_change()
    {
        var script = Compare(
            Doc("OP1: Notes the debt of landlocked countries;"), Doc("OP7: Notes the debt of landlocked countries;"));

        Assert.Equal(["unchanged OP1>OP7 renumbered"], script.Said());
        Assert.False(script.HasChanges);
    }

    [Fact]
    public void A_subparagraph_keeps_its_letter_when_its_parent_gets_another_number() => Assert.Equal(
        ["inserted >OP1", "unchanged OP1>OP2 renumbered"],
        Compare(
            Doc("OP1: Calls upon States:", "OP1(a): To protect the soil of farmers;"),
            Doc("OP1: Welcomes a conference on copper prices;", "OP2: Calls upon States:", "OP2(a): To protect the soil of farmers;")).Said());

    [Fact]
    public void Preambular_paragraphs_and_headings_have_no_numbers_of_their_own() => Assert.Equal(
        ["inserted >PP1", "inserted >H1"],
        Compare(
            Doc("PP1: Recalling the debt of landlocked countries,", "H1: Water and sanitation"),
            Doc("PP1: Guided by the Charter,", "PP2: Recalling the debt of landlocked countries,", "H1: Trade", "H2: Water and sanitation")).Said());

    [Theory]
    [InlineData("1.", "1.\u200E", "OP1", "OP1")]
    [InlineData("1.", "١ -", "OP1", "OP1")]
    [InlineData("9.", "9.", "OP9", "OP9~2")]
    [InlineData("1.", "1", "OP1", "II.OP1")]
    public void Another_layout_of_a_number_is_the_same_number(string oldPrinted, string newPrinted, string oldLabel, string newLabel)
    {
        var script = Compare([Paragraph(oldLabel, oldPrinted)], [Paragraph(newLabel, newPrinted)]);

        Assert.False(script.Changes.Single().Renumbered);
    }

    private static Unit Paragraph(string label, string printed) =>
        new(0, -1, Section.Operative, label, printed, "Notes the debt;".AsMemory(), [], default);
}
