using System.Collections.Immutable;
using DraftDiff.Diagnostics;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>Two drafts and what changed from the first to the second: all that a renderer needs.</summary>
/// <param name="Old">The earlier draft.</param>
/// <param name="New">The later draft.</param>
/// <param name="Script">What changed.</param>
public sealed record DraftComparison(DraftTree Old, DraftTree New, EditScript Script)
{
    /// <summary>
    /// False where the drafts are in different languages. The script then says only which units both have: those are
    /// unchanged, whatever their words, and have no similarity.
    /// </summary>
    public bool ComparesWords => HaveOneLanguage(Old, New);

    /// <summary>Compares two drafts: their words, or their structure alone where they are in different languages.</summary>
    public static DraftComparison Compare(DraftTree oldTree, DraftTree newTree) => Compare(oldTree, newTree, []);

    /// <summary>Compares two drafts of which a person knows some paragraphs to be the same ones, or not to be.</summary>
    public static DraftComparison Compare(DraftTree oldTree, DraftTree newTree, ImmutableArray<MatchOverride> overrides) => new(
        oldTree,
        newTree,
        HaveOneLanguage(oldTree, newTree)
            ? EditScript.Compute(oldTree.Units, newTree.Units, DraftingConventions.For(LanguageOf(oldTree, newTree)), overrides)
            : EditScript.ComputeStructure(oldTree.Units, newTree.Units));

    // A language that was guessed from little is no reason to leave words alone.
    private static bool HaveOneLanguage(DraftTree old, DraftTree @new) =>
        old.Language == @new.Language || IsGuessed(old) || IsGuessed(@new);

    // The one that was not guessed; of two, whichever is named first decides nothing.
    private static string LanguageOf(DraftTree old, DraftTree @new) =>
        IsGuessed(old) && !IsGuessed(@new) ? @new.Language
        : IsGuessed(@new) && !IsGuessed(old) ? old.Language
        : string.CompareOrdinal(old.Language, @new.Language) <= 0 ? old.Language
        : @new.Language;

    private static bool IsGuessed(DraftTree tree) => tree.Diagnostics.Any(diagnostic =>
        diagnostic.Id == DraftDiagnostics.GuessedLanguage.Id || diagnostic.Id == DraftDiagnostics.EmptyText.Id);
}
