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
public static class DraftKinds
{
    /// <summary>False for a document that is about a draft, and no text of it.</summary>
    public static bool IsTextOfDraft(this DraftKind kind) =>
        kind is not (DraftKind.Amendment or DraftKind.Addendum or DraftKind.Corrigendum or DraftKind.Note);

    /// <summary>The name of a kind in the JSON and in repositories; null where the text does not tell the kind.</summary>
    public static string? Name(this DraftKind kind) => kind switch
    {
        DraftKind.Unknown => null,
        DraftKind.DraftResolution => "draft-resolution",
        DraftKind.RevisedDraftResolution => "revised-draft-resolution",
        DraftKind.DraftDecision => "draft-decision",
        DraftKind.Amendment => "amendment",
        DraftKind.Addendum => "addendum",
        DraftKind.Corrigendum => "corrigendum",
        DraftKind.Note => "note",
        DraftKind.AdoptedResolution => "adopted-resolution",
        _ => throw new InvalidOperationException($"There is no kind of document {kind}."),
    };

    /// <summary>The kind that a symbol tells beside the type that is printed.</summary>
    internal static DraftKind With(this DraftKind kind, DocumentSymbol? symbol) => symbol switch
    {
        { Corrigendum: not null } => DraftKind.Corrigendum,
        { Addendum: not null } => DraftKind.Addendum,
        { Series: "RES" } when kind == DraftKind.Unknown => DraftKind.AdoptedResolution,
        _ => kind,
    };
}
