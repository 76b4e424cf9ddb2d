using System.Collections.Immutable;

namespace DraftDiff.Languages;

/// <summary>What each kind of document is called in one language, where its type is printed.</summary>
public sealed record DocumentTypes
{
    /// <summary>A revised draft resolution; its name may hold that of a draft resolution.</summary>
    public ImmutableArray<string> RevisedDraftResolution { get; init; } = [];

    /// <summary>A draft resolution.</summary>
    public ImmutableArray<string> DraftResolution { get; init; } = [];

    /// <summary>A draft decision.</summary>
    public ImmutableArray<string> DraftDecision { get; init; } = [];

    /// <summary>An amendment.</summary>
    public ImmutableArray<string> Amendment { get; init; } = [];

    /// <summary>An addendum.</summary>
    public ImmutableArray<string> Addendum { get; init; } = [];

    /// <summary>A corrigendum.</summary>
    public ImmutableArray<string> Corrigendum { get; init; } = [];

    /// <summary>A note, a statement or a programme of work.</summary>
    public ImmutableArray<string> Note { get; init; } = [];

    /// <summary>A resolution as adopted.</summary>
    public ImmutableArray<string> AdoptedResolution { get; init; } = [];

    /// <summary>
    /// What stands before and after the number of a resolution that is headed by it: Resolution 2254 (2015),
    /// 第 2254（2015）号决议.
    /// </summary>
    public ImmutableArray<(string Before, string After)> NumberedResolution { get; init; } = [];
}
