using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Tells edits that only follow from other changes: a reference to a paragraph of this text that got another number, and
/// a chain word ("Recalling also", "Recalling further") that follows from a neighbour. A changed mandate, date or figure
/// is never one.
/// </summary>
internal sealed class Consequences(Pairing pairing, Vocabulary vocabulary, ChainWords chainWords, DraftingConventions conventions)
{
    // Made when an edit first asks: most comparisons of a few words never do.
    private CrossReferences? _references;

    /// <summary>What an edit follows from; null where a drafter made it.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="old">The old words.</param>
    /// <param name="oldUnit">The unit they are of, in a merge its main one.</param>
    /// <param name="new">The new words.</param>
    /// <param name="newUnit">The unit they are of, in a split its main one.</param>
    public Consequence? Of(TokenEdit edit, Phrase old, Unit oldUnit, Phrase @new, Unit newUnit) =>
        ChainWords.AreChained(oldUnit, newUnit) && chainWords.IsChange(edit, old, @new) ? Consequence.ChainWord
        : (_references ??= new CrossReferences(pairing, vocabulary, conventions)).IsChange(edit, old, oldUnit, @new, newUnit) ? Consequence.CrossReference
        : null;
}
