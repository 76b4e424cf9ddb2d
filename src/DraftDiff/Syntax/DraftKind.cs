namespace DraftDiff.Syntax;

/// <summary>What kind of document a text is.</summary>
public enum DraftKind
{
    /// <summary>Not told by the text.</summary>
    Unknown,

    /// <summary>A draft resolution.</summary>
    DraftResolution,

    /// <summary>A revised draft resolution.</summary>
    RevisedDraftResolution,

    /// <summary>A draft decision.</summary>
    DraftDecision,

    /// <summary>An amendment to a draft, which is no new text of it.</summary>
    Amendment,

    /// <summary>An addendum.</summary>
    Addendum,

    /// <summary>A corrigendum.</summary>
    Corrigendum,

    /// <summary>A note, a statement or a programme of work.</summary>
    Note,

    /// <summary>A resolution as adopted.</summary>
    AdoptedResolution,
}
