using System.Collections.Immutable;

namespace DraftDiff.Languages;

/// <summary>
/// How the United Nations drafts in one language: what a reader and a matcher need to know of it. One file a language
/// holds one of these; nothing else in the program knows a language.
/// </summary>
public sealed record DraftingConventions
{
    /// <summary>The language's code: <c>zh</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Words that only chain a paragraph to the one before it: also, further, 又, 还.</summary>
    public required ImmutableArray<string> ChainWords { get; init; }

    /// <summary>
    /// What stands right before the number in a reference to a paragraph of the same text (paragraph, 第), each with
    /// what stands right after the number there (段), empty where nothing has to.
    /// </summary>
    public required ImmutableArray<(string Before, string After)> ParagraphReferences { get; init; }

    /// <summary>
    /// Words that open paragraphs of many texts alike (Reaffirming its resolution, Requests the Secretary-General), which
    /// therefore say little about which paragraph it is.
    /// </summary>
    public required ImmutableArray<string> Boilerplate { get; init; }

    /// <summary>The conventions of a language; those of English, with its code kept, for one that is not known.</summary>
    public static DraftingConventions For(string language) => language switch
    {
        "zh" => Chinese.Conventions,
        "en" => English.Conventions,
        _ => English.Conventions with { Language = language },
    };
}
