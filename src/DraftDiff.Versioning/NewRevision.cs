using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>A text to store.</summary>
public sealed record NewRevision
{
    /// <summary>The text as it was read.</summary>
    public required DraftTree Tree { get; init; }

    /// <summary>The file as it came, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The extension of its name without the full stop: <c>txt</c>.</summary>
    public required string Extension { get; init; }

    /// <summary>Its symbol.</summary>
    public required DocumentSymbol Symbol { get; init; }

    /// <summary>What it follows, where the symbol does not tell; null where nothing was said.</summary>
    public DocumentSymbol? Follows { get; init; }

    /// <summary>True where it is a draft of its own whatever the repository holds.</summary>
    public bool FollowsNothing { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who is named as its author, as <c>Name &lt;mail&gt;</c> or a name alone; null for the person git's configuration names.</summary>
    public string? Author { get; init; }

    /// <summary>What the commit says first; null for a summary of what changed.</summary>
    public string? Message { get; init; }

    /// <summary>True where it takes the place of another text that was stored under the same symbol.</summary>
    public bool IsReissue { get; init; }

    /// <summary>Where a person overrides the match.</summary>
    public ImmutableArray<MatchOverride> Overrides { get; init; } = [];
}

/// <summary>How a text is or would be stored.</summary>
/// <param name="Draft">The first symbol of the draft it belongs to.</param>
/// <param name="Symbol">The symbol it is stored under, with the star of a reissue.</param>
/// <param name="Follows">The revision before, or of a document beside the draft the draft; null where it begins a draft or a language.</param>
/// <param name="IsBeside">True for a document about the draft, such as an amendment.</param>
/// <param name="Comparison">What changed against the revision before; null where there is none.</param>
/// <param name="Ids">The id of each paragraph, by label; empty for a document beside the draft.</param>
/// <param name="CommitId">The commit that holds it; null where it was not stored.</param>
/// <param name="WasThere">True where the same bytes were stored before, and nothing was done.</param>
public sealed record StoredRevision(
    DocumentSymbol Draft,
    DocumentSymbol Symbol,
    DocumentSymbol? Follows,
    bool IsBeside,
    DraftComparison? Comparison,
    IReadOnlyDictionary<string, string> Ids,
    string? CommitId,
    bool WasThere)
{
    /// <summary>True where the repository had nothing of the draft before.</summary>
    public bool BeginsDraft { get; init; }
}
