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

    /// <summary>
    /// Says what changed from one list of units to another, each in reading order with its parents first. Which of them
    /// is named first decides nothing else: the script from the new list to the old one is the <see cref="Invert">inverse</see>.
    /// </summary>
    public static EditScript Compute(
        ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits, DraftingConventions conventions) =>
        Compute(oldUnits, newUnits, conventions, [], new Cost());

    /// <summary>
    /// Says what changed where a person knows some of it better. Of what was said, what does not fit the units or an
    /// earlier one is left out.
    /// </summary>
    public static EditScript Compute(
        ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits, DraftingConventions conventions, ImmutableArray<MatchOverride> overrides) =>
        Compute(oldUnits, newUnits, conventions, overrides, new Cost());

    /// <summary>
    /// Says which units two lists in different languages both have, by their structure alone. Those are unchanged, whatever
    /// their words, so the script cannot be applied.
    /// </summary>
    public static EditScript ComputeStructure(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        var cost = new Cost();
        return InCanonicalOrder(new Side(oldUnits, cost), new Side(newUnits, cost), (old, @new) => ScriptBuilder.BuildStructure(old, @new, cost));
    }

    internal static EditScript Compute(
        ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits, DraftingConventions conventions, ImmutableArray<MatchOverride> overrides, Cost cost)
    {
        var (oldSide, newSide) = (new Side(oldUnits, cost), new Side(newUnits, cost));
        Pins.Set(oldSide, newSide, overrides);
        return InCanonicalOrder(oldSide, newSide, (old, @new) => ScriptBuilder.Build(old, @new, conventions, cost));
    }

    // Whichever list is named first, the same one is compared with the other, and the script turned round where need be.
    private static EditScript InCanonicalOrder(Side old, Side @new, Func<Side, Side, IEnumerable<Change>> build) =>
        InOrder(old.HashOfAll() <= @new.HashOfAll() ? build(old, @new) : build(@new, old).Select(ScriptInverse.Of));

    /// <summary>The changes, the unchanged units among them.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>How many changes there are of each kind.</summary>
    public EditSummary Summary { get; }

    /// <summary>
    /// True where something changed that a drafter did: words, marks, place or presence of a unit, but neither
    /// numbering nor what only follows from another change.
    /// </summary>
    public bool HasChanges => Changes.Any(change => change.IsSubstantive);

    /// <summary>The script of the way back: what was inserted is deleted, what was split is merged.</summary>
    public EditScript Invert() => InOrder(Changes.Select(ScriptInverse.Of));

    /// <summary>Applies the script to the units of the old document, which gives those of the new one.</summary>
    /// <exception cref="ArgumentException">The units are not those that the script was made from.</exception>
    public ImmutableArray<Unit> Apply(ImmutableArray<Unit> oldUnits) => ScriptApplication.Apply(this, oldUnits);

    private static EditScript InOrder(IEnumerable<Change> changes) => new(ScriptOrder.Of(changes));
}
