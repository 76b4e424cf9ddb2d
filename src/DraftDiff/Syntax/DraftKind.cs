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

/// <summary>What the kinds of document have in common.</summary>
internal static class DraftKinds
{
    /// <summary>False for a document that is about a draft, and no text of it.</summary>
    public static bool IsTextOfDraft(this DraftKind kind) =>
        kind is not (DraftKind.Amendment or DraftKind.Addendum or DraftKind.Corrigendum or DraftKind.Note);

    /// <summary>The kind that a symbol tells beside the type that is printed.</summary>
    public static DraftKind With(this DraftKind kind, DocumentSymbol? symbol) => symbol switch
    {
        { Corrigendum: not null } => DraftKind.Corrigendum,
        { Addendum: not null } => DraftKind.Addendum,
        { Series: "RES" } when kind == DraftKind.Unknown => DraftKind.AdoptedResolution,
        _ => kind,
    };
}
