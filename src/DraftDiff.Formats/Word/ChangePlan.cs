using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <summary>A run of the words of a change: of the old ones, the new ones, or of both where it is kept.</summary>
/// <param name="Operation">What becomes of it.</param>
/// <param name="Old">Where it begins in the old words.</param>
/// <param name="New">Where it begins in the new words.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
internal readonly record struct Segment(EditOperation Operation, int Old, int New, int Length);

/// <summary>
/// A change as it is tracked: which of its units stay in their paragraphs, and where its words go. Words of units that do
/// not stay are moved; a split or merge of units that do tracks the mark of a paragraph and not its words.
/// </summary>
internal sealed class ChangePlan
{
    /// <summary>Makes a plan in which nothing stays yet.</summary>
    public ChangePlan(Change change)
    {
        Change = change;
        OldText = Change.Join(change.Old, out var oldStarts);
        NewText = Change.Join(change.New, out var newStarts);
        (OldStarts, NewStarts) = (oldStarts, newStarts);
        Segments = SegmentsOf(change, OldText.Length, NewText.Length);
        PairMarks();
        OldStays = new bool[change.Old.Length];
        NewStays = new bool[change.New.Length];
    }

    /// <summary>The change.</summary>
    public Change Change { get; }

    /// <summary>The words of its old units, joined.</summary>
    public string OldText { get; }

    /// <summary>The words of its new units, joined.</summary>
    public string NewText { get; }

    /// <summary>Where the words of each old unit begin.</summary>
    public int[] OldStarts { get; }

    /// <summary>Where the words of each new unit begin.</summary>
    public int[] NewStarts { get; }

    /// <summary>The words.</summary>
    public ImmutableArray<Segment> Segments { get; private set; }

    /// <summary>Which old units keep their place.</summary>
    public bool[] OldStays { get; }

    /// <summary>Which new units stand where old ones stood.</summary>
    public bool[] NewStays { get; }

    /// <summary>The old marks by their place in the joined words, each with the index of the new one it is; -1 where it goes.</summary>
    public List<(Mark Mark, int Unit, int Index, int New)> OldMarks { get; } = [];

    /// <summary>The new marks by their place in the joined words, each with the index of the old one it is; -1 where it comes in.</summary>
    public List<(Mark Mark, int Unit, int Index, int Old)> NewMarks { get; } = [];

    /// <summary>Takes all words for new ones, where the old ones cannot be found in the markup.</summary>
    public void ReplaceAll()
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        if (OldText.Length > 0)
        {
            segments.Add(new Segment(EditOperation.Delete, 0, 0, OldText.Length));
        }

        if (NewText.Length > 0)
        {
            segments.Add(new Segment(EditOperation.Insert, OldText.Length, 0, NewText.Length));
        }

        Segments = segments.ToImmutable();
        for (var i = 0; i < OldMarks.Count; i++)
        {
            OldMarks[i] = OldMarks[i] with { New = -1 };
        }

        for (var i = 0; i < NewMarks.Count; i++)
        {
            NewMarks[i] = NewMarks[i] with { Old = -1 };
        }
    }

    /// <summary>Takes a mark that both sides have for one that goes and one that comes in.</summary>
    public void Part(int newMark)
    {
        var old = NewMarks[newMark].Old;
        NewMarks[newMark] = NewMarks[newMark] with { Old = -1 };
        OldMarks[old] = OldMarks[old] with { New = -1 };
    }

    /// <summary>True for a mark of the new words that stands where it stood: its words stay, and as many stay in front of it on both sides.</summary>
    public bool IsInPlace(int newMark)
    {
        var (mark, unit, _, old) = NewMarks[newMark];
        return old >= 0 && NewStays[unit] && OldStays[OldMarks[old].Unit] && KeptBefore(mark.At, isOld: false) == KeptBefore(OldMarks[old].Mark.At, isOld: true);
    }

    private int KeptBefore(int position, bool isOld) => Segments
        .Where(segment => segment.Operation == EditOperation.Equal)
        .Sum(segment => Math.Clamp(position - (isOld ? segment.Old : segment.New), 0, segment.Length));

    /// <summary>The old unit that a position of the old words is in; -1 for the space that joins two.</summary>
    public int OldUnitAt(int position) => UnitAt(position, OldStarts, Change.Old);

    /// <summary>The new unit that a position of the new words is in; -1 for the space that joins two.</summary>
    public int NewUnitAt(int position) => UnitAt(position, NewStarts, Change.New);

    private static int UnitAt(int position, int[] starts, ImmutableArray<Unit> units)
    {
        var unit = Array.FindLastIndex(starts, start => start <= position);
        return unit >= 0 && position < starts[unit] + units[unit].Words.Length ? unit : -1;
    }

    private static ImmutableArray<Segment> SegmentsOf(Change change, int oldLength, int newLength)
    {
        if (change.Edits.IsEmpty)
        {
            var operation = change.New.IsEmpty ? EditOperation.Delete : change.Old.IsEmpty ? EditOperation.Insert : EditOperation.Equal;
            var length = change.New.IsEmpty ? oldLength : newLength;
            return length == 0 ? [] : [new Segment(operation, 0, 0, length)];
        }

        var segments = ImmutableArray.CreateBuilder<Segment>(change.Edits.Length);
        int old = 0, @new = 0;
        foreach (var edit in change.Edits)
        {
            segments.Add(new Segment(edit.Operation, old, @new, edit.Text.Length));
            old += edit.Operation == EditOperation.Insert ? 0 : edit.Text.Length;
            @new += edit.Operation == EditOperation.Delete ? 0 : edit.Text.Length;
        }

        return segments.ToImmutable();
    }

    /// <summary>Pairs the marks that are kept, which come in one order on both sides.</summary>
    private void PairMarks()
    {
        var removed = Count(EditOperation.Delete);
        var added = Count(EditOperation.Insert);
        for (var unit = 0; unit < Change.Old.Length; unit++)
        {
            for (var i = 0; i < Change.Old[unit].Marks.Length; i++)
            {
                var mark = Change.Old[unit].Marks[i];
                mark = mark with { At = OldStarts[unit] + mark.At };
                OldMarks.Add((mark, unit, i, Change.New.IsEmpty || Take(removed, mark) ? -1 : 0));
            }
        }

        for (var unit = 0; unit < Change.New.Length; unit++)
        {
            for (var i = 0; i < Change.New[unit].Marks.Length; i++)
            {
                var mark = Change.New[unit].Marks[i];
                mark = mark with { At = NewStarts[unit] + mark.At };
                NewMarks.Add((mark, unit, i, Change.Old.IsEmpty || Take(added, mark) ? -1 : 0));
            }
        }

        var olds = Enumerable.Range(0, OldMarks.Count).Where(i => OldMarks[i].New >= 0).ToArray();
        var news = Enumerable.Range(0, NewMarks.Count).Where(i => NewMarks[i].Old >= 0).ToArray();
        for (var i = 0; i < Math.Max(olds.Length, news.Length); i++)
        {
            if (i < olds.Length)
            {
                OldMarks[olds[i]] = OldMarks[olds[i]] with { New = i < news.Length ? news[i] : -1 };
            }

            if (i < news.Length)
            {
                NewMarks[news[i]] = NewMarks[news[i]] with { Old = i < olds.Length ? olds[i] : -1 };
            }
        }

        List<Mark> Count(EditOperation operation) =>
            [.. Change.MarkEdits.Where(edit => edit.Operation == operation).Select(edit => edit.Mark)];

        static bool Take(List<Mark> marks, Mark mark) => marks.Remove(mark);
    }
}
