using DraftDiff.Rendering;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class ParagraphSelectionTests
{
    [Theory]
    [InlineData("title", "title > title")]
    [InlineData("TITLE", "title > title")]
    [InlineData("op8", "OP7 > OP8 | OP8 > OP9")]
    [InlineData("OP5", "OP3 > OP4+OP5 | OP4+OP5 > OP6")]
    [InlineData("PP3", "PP4 > PP3 | PP3 > ")]
    public void Both_documents_are_searched_for_a_label_whatever_its_case(string label, string found)
    {
        Assert.True(ParagraphSelection.TryFind(Samples.English().Script, label, out var changes));
        Assert.Equal(found, string.Join(" | ", changes.Select(change => $"{Labels(change.Old)} > {Labels(change.New)}")));
    }

    [Fact]
    public void A_label_that_only_the_old_document_has_is_found()
    {
        Assert.True(ParagraphSelection.TryFind(Samples.English().Script, "PP4", out var changes));
        Assert.Equal("PP4", Assert.Single(changes).Old[0].Label);
    }

    [Fact]
    public void A_paragraph_is_found_with_its_subparagraphs()
    {
        Assert.True(ParagraphSelection.TryFind(Samples.English().Script, "OP11", out var changes));
        Assert.Equal(["OP11", "OP11(a)", "OP11(b)"], changes.Select(change => change.New[0].Label));
    }

    [Fact]
    public void A_label_that_no_document_has_is_not_found()
    {
        Assert.False(ParagraphSelection.TryFind(Samples.English().Script, "OP99", out var changes));
        Assert.Empty(changes);
        Assert.Throws<ArgumentException>(() => Rendered.Terminal(Samples.English(), new TerminalOptions(Paragraph: "OP99")));
    }

    [Fact]
    public void The_labels_of_a_draft_are_told_as_ranges() =>
        Assert.Equal(
            "title, opening, PP1 to PP3, OP1 to OP11, FN1 to FN2",
            ParagraphSelection.DescribeLabels(Samples.English().New.Units));

    [Fact]
    public void A_gap_between_labels_is_told()
    {
        var units = new DraftSketch("draft").Operative(1, "One;").Operative(2, "Two;").Operative(4, "Four.").ToTree().Units;

        Assert.Equal("OP1 to OP2, OP4", ParagraphSelection.DescribeLabels(units));
    }

    private static string Labels(IEnumerable<Unit> units) => string.Join('+', units.Select(unit => unit.Label));
}
