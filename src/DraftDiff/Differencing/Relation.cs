using System.Diagnostics.CodeAnalysis;

namespace DraftDiff.Differencing;

/// <summary>
/// Units that belong together: one on either side, or several on one side of a split or merge. There are as many as units,
/// nearly all of one unit a side, for which nothing is allocated.
/// </summary>
internal readonly struct Relation
{
    private readonly int _mainOld;
    private readonly int _mainNew;
    private readonly int[]? _severalOld;
    private readonly int[]? _severalNew;

    /// <summary>Relates units.</summary>
    /// <param name="mainOld">The old unit that is the main part; -1 for what was inserted.</param>
    /// <param name="mainNew">The new unit that is the main part; -1 for what was deleted.</param>
    /// <param name="severalOld">All old units where they are several.</param>
    /// <param name="severalNew">All new units where they are several.</param>
    public Relation(int mainOld, int mainNew, int[]? severalOld = null, int[]? severalNew = null)
    {
        _mainOld = mainOld;
        _mainNew = mainNew;
        _severalOld = severalOld;
        _severalNew = severalNew;
    }

    /// <summary>The old unit that is the main part; -1 where there is none.</summary>
    public int MainOld => _mainOld;

    /// <summary>The new unit that is the main part; -1 where there is none.</summary>
    public int MainNew => _mainNew;

    /// <summary>Indices in the old document, ascending or in the order of the new words; empty for what was inserted.</summary>
    [UnscopedRef]
    public ReadOnlySpan<int> Old => Indices(in _mainOld, _severalOld);

    /// <summary>Indices in the new document, ascending or in the order of the old words; empty for what was deleted.</summary>
    [UnscopedRef]
    public ReadOnlySpan<int> New => Indices(in _mainNew, _severalNew);

    /// <summary>True where both documents have it.</summary>
    public bool IsKept => _mainOld >= 0 && _mainNew >= 0;

    private static ReadOnlySpan<int> Indices(ref readonly int main, int[]? several) =>
        several is not null ? several
        : main >= 0 ? new ReadOnlySpan<int>(in main)
        : [];
}
