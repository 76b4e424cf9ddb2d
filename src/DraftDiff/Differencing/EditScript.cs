using System.Collections.Immutable;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// What changed from one draft to another: every unit of both, exactly once, each in a <see cref="Change"/>. The
/// changes stand in the order of the new document; a deleted unit follows its nearest predecessor in the old document
/// that was kept and did not move.
/// </summary>
public sealed class EditScript
{
    /// <summary>Makes a script of changes in the order described.</summary>
    public EditScript(ImmutableArray<Change> changes)
    {
        Changes = changes;
        Summary = EditSummary.Of(changes);
    }

    /// <summary>Says what changed from one list of units to another, each in reading order with its parents first.</summary>
    public static EditScript Compute(
        ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits, DraftingConventions conventions) =>
        throw new NotImplementedException();

    /// <summary>The changes, the unchanged units among them.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>How many changes there are of each kind.</summary>
    public EditSummary Summary { get; }

    /// <summary>
    /// True where something changed that a drafter did: words, marks, place or presence of a unit, but neither
    /// numbering nor what only follows from another change.
    /// </summary>
    public bool HasChanges => Changes.Any(change => change.IsSubstantive);
}
