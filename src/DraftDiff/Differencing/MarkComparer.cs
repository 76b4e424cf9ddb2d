using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Finds the footnote marks that were added, removed or pointed at another note. A mark is kept where it stands at the same
/// words and its note is the same one, whatever number it bears.
/// </summary>
internal sealed class MarkComparer
{
    private readonly Pairing _pairing;
    private readonly Dictionary<string, int> _oldNotes;
    private readonly Dictionary<string, int> _newNotes;

    public MarkComparer(Pairing pairing)
    {
        _pairing = pairing;
        _oldNotes = Notes(pairing.Old);
        _newNotes = Notes(pairing.New);
    }

    /// <summary>The edits of marks between two sides of a change, those taken away first, each by position.</summary>
    public ImmutableArray<MarkEdit> Compare(ImmutableArray<Mark> old, ImmutableArray<Mark> @new, Places places)
    {
        if (old.IsEmpty && @new.IsEmpty)
        {
            return [];
        }

        var edits = ImmutableArray.CreateBuilder<MarkEdit>();
        var kept = new bool[@new.Length];
        foreach (var mark in old)
        {
            var at = Find(@new, kept, other => PointAlike(mark, other) && places.AreSame(mark.At, other.At));
            if (at >= 0)
            {
                kept[at] = true;
            }
            else
            {
                edits.Add(new MarkEdit(EditOperation.Delete, mark));
            }
        }

        for (var j = 0; j < @new.Length; j++)
        {
            if (!kept[j])
            {
                edits.Add(new MarkEdit(EditOperation.Insert, @new[j]));
            }
        }

        return edits.ToImmutable();
    }

    /// <summary>The notes that have no partner yet, and whose marks stand at the same words of one unit.</summary>
    public IEnumerable<(int Old, int New)> NotesInOnePlace(ImmutableArray<Mark> old, ImmutableArray<Mark> @new, Places places)
    {
        foreach (var mark in old)
        {
            foreach (var other in @new)
            {
                if (Note(_oldNotes, mark) is { } i && Note(_newNotes, other) is { } j
                    && _pairing.AreFree(i, j) && places.AreSame(mark.At, other.At))
                {
                    yield return (i, j);
                }
            }
        }
    }

    private bool PointAlike(Mark old, Mark @new) => (Note(_oldNotes, old), Note(_newNotes, @new)) switch
    {
        (null, null) => true, // undefined on both sides: nothing says that they differ
        ({ } i, { } j) => _pairing.Old.PartnerOf(i) == j || _pairing.New.PartnerOf(j) == i,
        _ => false,
    };

    private static int Find(ImmutableArray<Mark> marks, bool[] taken, Func<Mark, bool> condition)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (!taken[i] && condition(marks[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int? Note(Dictionary<string, int> notes, Mark mark) =>
        mark.Note is { } label && notes.TryGetValue(label, out var index) ? index : null;

    private static Dictionary<string, int> Notes(Side side)
    {
        var notes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < side.Count; i++)
        {
            if (side.ZoneOf(i) == Zone.Footnotes)
            {
                notes.TryAdd(side.Units[i].Label, i);
            }
        }

        return notes;
    }
}
