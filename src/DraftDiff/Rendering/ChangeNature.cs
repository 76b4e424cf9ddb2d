using System.Text;
using DraftDiff.Differencing;

namespace DraftDiff.Rendering;

/// <summary>What a drafter did to a unit, of which one thing is said wherever changes are counted, listed or filtered.</summary>
internal enum ChangeNature
{
    /// <summary>Nothing: it stayed as it was, or what changed in it follows from other changes.</summary>
    None,

    /// <summary>Other words.</summary>
    Reworded,

    /// <summary>Other punctuation, and nothing else.</summary>
    PunctuationOnly,

    /// <summary>Other footnotes, and nothing else.</summary>
    FootnotesOnly,

    /// <summary>Only the new document has it.</summary>
    New,

    /// <summary>Only the old document has it.</summary>
    Deleted,

    /// <summary>One old unit, several new ones.</summary>
    Split,

    /// <summary>Several old units, one new one.</summary>
    Merged,

    /// <summary>Another place, and nothing else but what follows from other changes.</summary>
    OnlyMoved,
}

/// <summary>Tells the nature of changes.</summary>
internal static class ChangeNatures
{
    /// <summary>What a drafter did; a unit that moved and was not left as it was has the other nature.</summary>
    public static ChangeNature Of(Change change) => change.Kind switch
    {
        ChangeKind.Inserted => ChangeNature.New,
        ChangeKind.Deleted => ChangeNature.Deleted,
        ChangeKind.Split => ChangeNature.Split,
        ChangeKind.Merged => ChangeNature.Merged,
        ChangeKind.Modified when change.Consequence is null => OfModified(change),
        _ => change.Moved ? ChangeNature.OnlyMoved : ChangeNature.None,
    };

    private static ChangeNature OfModified(Change change) =>
        change.Edits.All(edit => edit.Operation == EditOperation.Equal) ? ChangeNature.FootnotesOnly
        : change.MarkEdits.IsEmpty && change.Edits.All(edit => edit.Operation == EditOperation.Equal || edit.Text.EnumerateRunes().All(IsPunctuation)) ? ChangeNature.PunctuationOnly
        : ChangeNature.Reworded;

    private static bool IsPunctuation(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) || Rune.IsWhiteSpace(rune);
}
