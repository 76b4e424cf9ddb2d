using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Tests.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Differencing;

/// <summary>What holds for a comparison whatever its texts are laid out like.</summary>
public sealed class LayoutLaws
{
    private static readonly string[] Revisions =
        [Fixtures.SeedFile, "fixtures/ict/rev1.zh.txt", "fixtures/ict/rev2.zh.txt", "fixtures/ict/adopted.zh.txt"];

    [Fact]
    public void A_new_layout_of_the_same_words_is_no_change() =>
        Revision.Select(PageStyles.Any).Sample(
            (tree, style) =>
            {
                var script = DraftComparison.Compare(tree, Again(tree, style)).Script;

                Assert.False(script.HasChanges);
                Assert.Equal(script.Changes.Length, script.Summary.Unchanged);
                Assert.Equal(0, script.Summary.Renumbered);
            },
            iter: 200);

    [Fact]
    public void A_comparison_does_not_see_the_layout() =>
        Gen.Int[1, Revisions.Length - 1].Select(PageStyles.Any).Sample(
            (newer, style) =>
            {
                var (oldTree, newTree) = (Parse(newer - 1), Parse(newer));

                Assert.Equal(
                    DraftComparison.Compare(oldTree, newTree).Script.Summary,
                    DraftComparison.Compare(oldTree, Again(newTree, style)).Script.Summary);
            },
            iter: 100);

    private static Gen<DraftTree> Revision => Gen.Int[0, Revisions.Length - 1].Select(Parse);

    private static DraftTree Parse(int revision) => Fixtures.Parse(Fixtures.PathOf(Revisions[revision]));

    private static DraftTree Again(DraftTree tree, PageStyle style) => DraftTree.Parse(SourceText.From(Typesetter.Set(tree, style)));
}
