using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>Two drafts and what changed from the first to the second: all that a renderer needs.</summary>
public sealed record DraftComparison(DraftTree Old, DraftTree New, EditScript Script)
{
    /// <summary>Compares two drafts.</summary>
    public static DraftComparison Compare(DraftTree oldTree, DraftTree newTree) =>
        new(oldTree, newTree, EditScript.Compute(oldTree.Units, newTree.Units, DraftingConventions.For(newTree.Language)));
}
