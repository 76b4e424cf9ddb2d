using System.Collections.Immutable;
using DraftDiff.Differencing;

namespace DraftDiff.History;

/// <summary>The revision that a change came with.</summary>
/// <param name="Symbol">Its symbol; null where the state was made by git alone, as a merge is.</param>
/// <param name="Commit">The id of its commit.</param>
/// <param name="Date">Its date as year-month-day: the document's, where it is known, else that of the commit.</param>
/// <param name="Author">The name of its author.</param>
/// <param name="Subject">The first line of what the commit says.</param>
public sealed record RevisionPoint(string? Symbol, string Commit, string Date, string Author, string Subject);

/// <summary>A draft's revisions, the newest first.</summary>
/// <param name="Draft">The draft's first symbol.</param>
/// <param name="Language">The language.</param>
/// <param name="Revisions">The revisions with what each changed.</param>
public sealed record DraftHistory(string Draft, string Language, ImmutableArray<RevisionEntry> Revisions);

/// <summary>One revision of a draft.</summary>
/// <param name="Point">The revision.</param>
/// <param name="Comparison">What it changed; of the first text all is inserted. Null where one of the texts is not stored as a document.</param>
public sealed record RevisionEntry(RevisionPoint Point, DraftComparison? Comparison);

/// <summary>What happened to one paragraph, the newest first.</summary>
/// <param name="Draft">The draft's first symbol.</param>
/// <param name="Language">The language.</param>
/// <param name="Id">The paragraph's id.</param>
/// <param name="Label">Its label in the newest revision; the last one it had where it was deleted.</param>
/// <param name="Newest">The newest revision.</param>
/// <param name="Events">Only revisions that changed it; the one that brought it in is last.</param>
/// <param name="Namesakes">Other paragraphs that have or had its label, those that were deleted last first.</param>
public sealed record ParagraphHistory(
    string Draft,
    string Language,
    string Id,
    string Label,
    RevisionPoint Newest,
    ImmutableArray<ParagraphEvent> Events,
    ImmutableArray<Namesake> Namesakes);

/// <summary>Another paragraph with the label of one that is followed.</summary>
/// <param name="Id">Its id, which can be followed as a label can.</param>
/// <param name="Label">The label.</param>
/// <param name="Point">The revision that deleted it, or in which it has the label.</param>
/// <param name="IsDeleted">True where the revision deleted it.</param>
/// <param name="Text">Its last words, or those it has in the revision.</param>
public sealed record Namesake(string Id, string Label, RevisionPoint Point, bool IsDeleted, string Text);

/// <summary>What one revision did to a paragraph.</summary>
/// <param name="Point">The revision.</param>
/// <param name="Label">Its label then; that of the revision before where it was deleted.</param>
/// <param name="Changes">What was done, at least one.</param>
/// <param name="Text">Its words then; those of the revision before where it was deleted.</param>
/// <param name="Edits">The words against those before; empty where they did not change.</param>
public sealed record ParagraphEvent(
    RevisionPoint Point, string Label, ImmutableArray<ParagraphChange> Changes, string Text, ImmutableArray<WordEdit> Edits)
{
    /// <summary>The labels of what it was split off from, merged with, or merged into.</summary>
    public ImmutableArray<string> Others { get; init; } = [];
}

/// <summary>What may happen to a paragraph.</summary>
public enum ParagraphChange
{
    /// <summary>It came in, or came back.</summary>
    Inserted,

    /// <summary>It was taken out.</summary>
    Deleted,

    /// <summary>It got other words.</summary>
    Reworded,

    /// <summary>It got other footnotes.</summary>
    Footnotes,

    /// <summary>It changed its place among the paragraphs that stayed.</summary>
    Moved,

    /// <summary>It got another number.</summary>
    Renumbered,

    /// <summary>It was split, or split off from another one.</summary>
    Split,

    /// <summary>It was merged with others.</summary>
    Merged,
}

/// <summary>Where the paragraphs of a text came from.</summary>
/// <param name="Symbol">The text.</param>
/// <param name="Language">The language.</param>
/// <param name="Paragraphs">Its paragraphs in reading order.</param>
public sealed record Blame(string Symbol, string Language, ImmutableArray<BlamedParagraph> Paragraphs);

/// <summary>Where a paragraph came from.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Id">Its id.</param>
/// <param name="Introduced">The revision that brought it in, the first time.</param>
/// <param name="Changed">The one that last changed its words or footnotes.</param>
/// <param name="Text">Its words.</param>
/// <param name="Words">Which revision brought in which words; joined they are the text. Empty where it was not asked for.</param>
public sealed record BlamedParagraph(
    string Label, string Id, RevisionPoint Introduced, RevisionPoint Changed, string Text, ImmutableArray<BlamedWords> Words);

/// <summary>Words that one revision brought in.</summary>
/// <param name="Text">The words.</param>
/// <param name="Point">The revision.</param>
public sealed record BlamedWords(string Text, RevisionPoint Point);

/// <summary>Which revisions held some words.</summary>
/// <param name="Draft">The draft's first symbol.</param>
/// <param name="Language">The language.</param>
/// <param name="Events">When a paragraph of the draft began to hold the words, and when none did any more, the newest first.</param>
public sealed record PhraseHistory(string Draft, string Language, ImmutableArray<PhraseEvent> Events);

/// <summary>A revision that brought words in or lost them.</summary>
/// <param name="Point">The revision.</param>
/// <param name="IsHeld">True where it brought them in, false where it lost them.</param>
/// <param name="Label">The paragraph that holds them, or that last did in the revision before.</param>
/// <param name="Text">The words of that paragraph.</param>
/// <param name="At">Where in them the words begin, in UTF-16 code units from 0.</param>
public sealed record PhraseEvent(RevisionPoint Point, bool IsHeld, string Label, string Text, int At);

/// <summary>What a translator has to do: paragraphs that another language of the draft has changed since.</summary>
/// <param name="Draft">The draft's first symbol.</param>
/// <param name="Language">The language that is behind.</param>
/// <param name="Since">Its newest revision.</param>
/// <param name="Languages">What the other languages changed.</param>
public sealed record StaleDraft(string Draft, string Language, RevisionPoint Since, ImmutableArray<StaleLanguage> Languages);

/// <summary>What another language changed.</summary>
/// <param name="Language">The other language.</param>
/// <param name="Newest">Its newest revision.</param>
/// <param name="Paragraphs">The paragraphs, in its order, those that are gone last.</param>
public sealed record StaleLanguage(string Language, RevisionPoint Newest, ImmutableArray<StaleParagraph> Paragraphs);

/// <summary>A paragraph that another language changed.</summary>
/// <param name="Label">Its label in the language that is behind; null where it is new.</param>
/// <param name="OtherLabel">Its label in the other language.</param>
/// <param name="Change">Inserted, deleted, reworded or footnotes; moved where it has another place and the same words.</param>
/// <param name="Text">Its words in the other language, the last ones where it is gone.</param>
/// <param name="Edits">What the other language changed in them; empty where it is new, gone or has other footnotes only.</param>
public sealed record StaleParagraph(string? Label, string OtherLabel, ParagraphChange Change, string Text, ImmutableArray<WordEdit> Edits);
