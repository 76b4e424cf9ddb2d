namespace DraftDiff.Differencing;

/// <summary>Units that belong together: one on either side, or several on one side of a split or merge.</summary>
/// <param name="Old">Indices in the old document, ascending; empty for what was inserted.</param>
/// <param name="New">Indices in the new document, ascending; empty for what was deleted.</param>
/// <param name="MainOld">The old unit that is the main part; -1 where there is none.</param>
/// <param name="MainNew">The new unit that is the main part; -1 where there is none.</param>
internal sealed record Relation(int[] Old, int[] New, int MainOld, int MainNew)
{
    /// <summary>True where both documents have it.</summary>
    public bool IsKept => Old.Length > 0 && New.Length > 0;
}
