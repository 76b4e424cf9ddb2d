using DraftDiff.Languages;

namespace DraftDiff.Syntax;

/// <summary>
/// What a paragraph's first words say it is. The longer words decide: "Solemnly" may open a preambular paragraph, but
/// "Solemnly proclaims" is operative.
/// </summary>
internal static class OpeningWords
{
    /// <summary>True for "Recalling", and for "Also recalling".</summary>
    public static bool ArePreambular(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        PreambularLength(text, conventions) is > 0 and var length && length >= OperativeLength(text, conventions);

    /// <summary>True for "Decides", and for "Further decides".</summary>
    public static bool AreOperative(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        OperativeLength(text, conventions) > PreambularLength(text, conventions);

    private static int PreambularLength(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        WordList.LongestStart(text, conventions.PreambularOpenings, conventions.OpeningAdverbs);

    private static int OperativeLength(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        WordList.LongestStart(text, conventions.OperativeOpenings, conventions.OpeningAdverbs);
}
