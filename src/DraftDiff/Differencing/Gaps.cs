namespace DraftDiff.Differencing;

/// <summary>The stretches of both documents between two neighbours of a spine, numbered from 0.</summary>
internal sealed class Gaps
{
    private readonly int[] _ofOld;
    private readonly int[] _ofNew;

    private readonly (int Start, int End)[] _oldRanges;
    private readonly (int Start, int End)[] _newRanges;

    /// <summary>Cuts two documents into gaps.</summary>
    public Gaps(int oldCount, int newCount, ReadOnlySpan<WeightedPair> spine)
    {
        _ofOld = new int[oldCount];
        _ofNew = new int[newCount];
        _oldRanges = new (int, int)[spine.Length + 1];
        _newRanges = new (int, int)[spine.Length + 1];
        var oldStart = 0;
        var newStart = 0;
        for (var gap = 0; gap <= spine.Length; gap++)
        {
            var (oldEnd, newEnd) = gap < spine.Length ? (spine[gap].Old, spine[gap].New) : (oldCount, newCount);
            _ofOld.AsSpan(oldStart, oldEnd - oldStart).Fill(gap);
            _ofNew.AsSpan(newStart, newEnd - newStart).Fill(gap);
            _oldRanges[gap] = (oldStart, oldEnd);
            _newRanges[gap] = (newStart, newEnd);
            if (gap < spine.Length)
            {
                _ofOld[oldEnd] = -1;
                _ofNew[newEnd] = -2;
            }

            (oldStart, newStart) = (oldEnd + 1, newEnd + 1);
        }
    }

    /// <summary>The gap in which an old unit stands; below zero for one of the spine.</summary>
    public int OfOld(int index) => _ofOld[index];

    /// <summary>The gap in which a new unit stands; below zero for one of the spine.</summary>
    public int OfNew(int index) => _ofNew[index];

    /// <summary>
    /// The new units at the place of an old one in its gap, counted from the start of the gap and from its end; -1 where
    /// the gap is too short.
    /// </summary>
    public (int FromStart, int FromEnd) Opposite(int oldIndex)
    {
        var (old, @new) = (_oldRanges[_ofOld[oldIndex]], _newRanges[_ofOld[oldIndex]]);
        var fromStart = @new.Start + oldIndex - old.Start;
        var fromEnd = @new.End - old.End + oldIndex;
        return (fromStart < @new.End ? fromStart : -1, fromEnd >= @new.Start ? fromEnd : -1);
    }

    /// <summary>True where both units stand in the same gap.</summary>
    public bool Share(int oldIndex, int newIndex) => _ofOld[oldIndex] == _ofNew[newIndex];
}
