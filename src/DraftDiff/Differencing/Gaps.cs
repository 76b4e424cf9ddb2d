namespace DraftDiff.Differencing;

/// <summary>The stretches of both documents between two neighbours of a spine, numbered from 0.</summary>
internal sealed class Gaps
{
    private readonly int[] _ofOld;
    private readonly int[] _ofNew;

    private readonly (int Start, int End)[] _oldRanges;
    private readonly (int Start, int End)[] _newRanges;
    private int _gap;
    private int _oldStart;
    private int _newStart;

    /// <summary>Cuts two documents into gaps, and between their paragraphs and their footnotes.</summary>
    public Gaps(Side old, Side @new, ReadOnlySpan<WeightedPair> spine)
    {
        _ofOld = new int[old.Count];
        _ofNew = new int[@new.Count];
        _oldRanges = new (int, int)[spine.Length + 2];
        _newRanges = new (int, int)[spine.Length + 2];
        var inNotes = false;
        foreach (var (oldIndex, newIndex, _) in spine)
        {
            if (!inNotes && old.ZoneOf(oldIndex) == Zone.Footnotes)
            {
                inNotes = true;
                Close(old.NotesStart, @new.NotesStart);
            }

            Close(oldIndex, newIndex);
            _ofOld[oldIndex] = -1;
            _ofNew[newIndex] = -2;
            _oldStart++;
            _newStart++;
        }

        if (!inNotes)
        {
            Close(old.NotesStart, @new.NotesStart);
        }

        Close(old.Count, @new.Count);
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

    /// <summary>True where an old unit has a gap for itself and one new unit.</summary>
    public bool HoldsOnePair(int oldIndex)
    {
        var (old, @new) = (_oldRanges[_ofOld[oldIndex]], _newRanges[_ofOld[oldIndex]]);
        return old.End - old.Start == 1 && @new.End - @new.Start == 1;
    }

    /// <summary>True where both units stand in the same gap.</summary>
    public bool Share(int oldIndex, int newIndex) => _ofOld[oldIndex] == _ofNew[newIndex];

    // Ends a gap before a unit of either side; the next begins there.
    private void Close(int oldEnd, int newEnd)
    {
        _ofOld.AsSpan(_oldStart, oldEnd - _oldStart).Fill(_gap);
        _ofNew.AsSpan(_newStart, newEnd - _newStart).Fill(_gap);
        _oldRanges[_gap] = (_oldStart, oldEnd);
        _newRanges[_gap] = (_newStart, newEnd);
        (_oldStart, _newStart) = (oldEnd, newEnd);
        _gap++;
    }
}
