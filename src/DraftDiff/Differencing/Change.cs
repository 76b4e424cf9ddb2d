using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>What became of one unit, or of several that were split or merged.</summary>
/// <param name="Kind">What happened to its words.</param>
/// <param name="Moved">True where its place changed among the units that both documents have.</param>
/// <param name="Renumbered">True where its printed label differs and numbering is its own.</param>
/// <param name="Similarity">Twice the common tokens over all tokens; null where a side is empty.</param>
/// <param name="Old">Its units in the old document; empty for an inserted one. Those that were merged stand in the order in which the new words take them up.</param>
/// <param name="New">Its units in the new document; empty for a deleted one. Those it was split into stand in the order of the old words.</param>
/// <param name="Edits">The words: joined over equal and delete the old text, over equal and insert the new one; empty for unchanged, inserted and deleted.</param>
/// <param name="MarkEdits">Footnote marks added, removed or pointed at another note.</param>
/// <param name="Consequence">What the change follows from, where no drafter made it; null otherwise.</param>
public sealed record Change(
    ChangeKind Kind,
    bool Moved,
    bool Renumbered,
    double? Similarity,
    ImmutableArray<Unit> Old,
    ImmutableArray<Unit> New,
    ImmutableArray<WordEdit> Edits,
    ImmutableArray<MarkEdit> MarkEdits,
    Consequence? Consequence)
{
    /// <summary>
    /// The footnote marks whose number shifted. A change that is nothing but that has the kind unchanged and the consequence
    /// <see cref="Consequence.FootnoteMark"/>.
    /// </summary>
    public ImmutableArray<MarkShift> MarkShifts { get; init; } = [];

    /// <summary>The words of several units as <see cref="Edits"/> go through them, joined with a space, or with nothing between Han characters.</summary>
    /// <param name="units"><see cref="Old"/> or <see cref="New"/>.</param>
    /// <param name="starts">Where in the words each unit begins.</param>
    public static string Join(ImmutableArray<Unit> units, out int[] starts) => Phrase.Join(units.AsSpan(), out starts);

    /// <summary>True where a drafter made the change: it is not only numbering, and follows from no other change.</summary>
    public bool IsSubstantive => Moved || (Kind != ChangeKind.Unchanged && Consequence is null);
}

/// <summary>What happened to the words of a unit.</summary>
public enum ChangeKind
{
    /// <summary>The same words.</summary>
    Unchanged,

    /// <summary>Other words or other footnotes.</summary>
    Modified,

    /// <summary>Only the new document has it.</summary>
    Inserted,

    /// <summary>Only the old document has it.</summary>
    Deleted,

    /// <summary>One old unit, several new ones.</summary>
    Split,

    /// <summary>Several old units, one new one.</summary>
    Merged,
}

/// <summary>Why a change follows from another one.</summary>
public enum Consequence
{
    /// <summary>A footnote's number shifted.</summary>
    FootnoteMark,

    /// <summary>A reference follows a paragraph that was renumbered.</summary>
    CrossReference,

    /// <summary>A chain word (also, further, 又, 还) follows from a neighbour.</summary>
    ChainWord,
}
