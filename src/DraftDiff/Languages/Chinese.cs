namespace DraftDiff.Languages;

/// <summary>Chinese.</summary>
internal static class Chinese
{
    public static readonly DraftingConventions Conventions = new()
    {
        Language = "zh",
        ChainWords = ["又", "还"],
        ParagraphReferences = [("第", "段")],
        Boilerplate = [],
    };
}
