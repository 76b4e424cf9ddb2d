using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>A draft as a list shows it.</summary>
/// <param name="Symbol">Its first symbol.</param>
/// <param name="Title">Its title when it was created.</param>
/// <param name="Languages">The languages it is stored in.</param>
public sealed record DraftListing(string Symbol, string? Title, ImmutableArray<LanguageListing> Languages);

/// <summary>A language of a draft as a list shows it.</summary>
/// <param name="Language">Its code.</param>
/// <param name="Revisions">Its revisions, the first one first.</param>
/// <param name="Beside">The documents about it that are no texts of it.</param>
public sealed record LanguageListing(string Language, ImmutableArray<RevisionListing> Revisions, ImmutableArray<RevisionListing> Beside);

/// <summary>A revision as a list shows it.</summary>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Date">Its date as year-month-day, where one was given.</param>
/// <param name="Kind">What kind of document it is, as in draftdiff.diff/1; null where it is not told.</param>
public sealed record RevisionListing(string Symbol, string? Date, string? Kind);

/// <summary>A text out of a repository.</summary>
/// <param name="Symbol">The symbol it is stored under.</param>
/// <param name="Bytes">The file as it came, byte for byte; null for a state that git made, as a merge is.</param>
/// <param name="Tree">The text as it is read.</param>
public sealed record StoredText(string Symbol, ReadOnlyMemory<byte>? Bytes, DraftTree Tree)
{
    /// <summary>Its date as year-month-day; null where none was given.</summary>
    public string? Date { get; init; }
}
