namespace DraftDiff.Languages;

/// <summary>English.</summary>
internal static class English
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "en",
        ChainWords = ["also", "further"],
        ParagraphReferences = [("paragraph", ""), ("paragraphs", ""), ("subparagraph", ""), ("subparagraphs", "")],
        Boilerplate = [],
    };
}
