using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Finds the footnote marks that were added, removed or pointed at another note. A mark is kept where it stands at the same
/// words and its note is the same one, whatever number it bears.
/// </summary>
internal sealed class MarkComparer
{
    // Where a mark points that no note of its document has the number of; -1 is a note that the other document lacks.
    private const int Undefined = -2;

    // How far apart two marks may come in a stretch that was rewritten.
    private const int MostBetween = 4;

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
    /// <param name="old">The old marks.</param>
    /// <param name="new">The new marks.</param>
    /// <param name="places">Which places of the words are which.</param>
    /// <param name="shifts">The marks that only got another number.</param>
    public ImmutableArray<MarkEdit> Compare(
        ImmutableArray<Mark> old, ImmutableArray<Mark> @new, Places places, out ImmutableArray<MarkShift> shifts)
    {
        if (AreKept(old, @new, places))
        {
            shifts = Shifts(old, @new);
            return [];
        }

        var shifted = new List<MarkShift>();

        // The new marks of each note wait in order; what one old mark passes over, no later one is beside.
        var waiting = new Dictionary<int, Queue<int>>();
        for (var j = 0; j < @new.Length; j++)
        {
            var note = NoteOfNew(@new[j]);
            if (!waiting.TryGetValue(note, out var marks))
            {
                waiting.Add(note, marks = new Queue<int>());
            }

            marks.Enqueue(j);
        }

        var edits = ImmutableArray.CreateBuilder<MarkEdit>();
        var kept = new bool[@new.Length];
        foreach (var mark in old)
        {
            var note = NoteInNew(mark);
            var (first, last) = places.OfOld(mark.At);
            waiting.TryGetValue(note, out var marks);
            while (marks is { Count: > 0 } && places.OfNew(@new[marks.Peek()].At) < first)
            {
                marks.Dequeue();
            }

            if (marks is { Count: > 0 } && places.OfNew(@new[marks.Peek()].At) <= last)
            {
                var j = marks.Dequeue();
                kept[j] = true;
                if (IsShift(mark, @new[j]))
                {
                    shifted.Add(new MarkShift(mark, @new[j]));
                }
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

        shifts = [.. shifted];
        return edits.ToImmutable();
    }

    /// <summary>
    /// The notes that have no partner yet, and whose marks stand at the same words of one unit. Of several marks in one
    /// rewritten stretch those that come about as far in it.
    /// </summary>
    public IEnumerable<(int Old, int New)> NotesInOnePlace(ImmutableArray<Mark> old, ImmutableArray<Mark> @new, Places places)
    {
        var start = 0; // the first new mark that is not before the place
        var nth = 0; // how many old marks stood before in the same place
        var place = (First: -1, Last: -1);
        foreach (var mark in old)
        {
            var here = places.OfOld(mark.At);
            nth = here == place ? nth + 1 : 0;
            place = here;
            while (start < @new.Length && places.OfNew(@new[start].At) < place.First)
            {
                start++;
            }

            for (var j = start + Math.Max(0, nth - MostBetween); j < @new.Length && j <= start + nth + MostBetween; j++)
            {
                if (places.OfNew(@new[j].At) > place.Last)
                {
                    break;
                }

                if (Note(_oldNotes, mark) is { } oldNote && Note(_newNotes, @new[j]) is { } newNote && _pairing.AreFree(oldNote, newNote))
                {
                    yield return (oldNote, newNote);
                }
            }
        }
    }

    // Most units have the marks they had, if under other numbers: each is then the first that waits for the one it was. What need
    // not be listed for them is a hundredth of the memory of two drafts a hundred times as long as the seed.
    private bool AreKept(ImmutableArray<Mark> old, ImmutableArray<Mark> @new, Places places)
    {
        for (var i = 0; i < old.Length && i < @new.Length; i++)
        {
            var (first, last) = places.OfOld(old[i].At);
            var place = places.OfNew(@new[i].At);
            if (place < first || place > last || NoteInNew(old[i]) != NoteOfNew(@new[i]))
            {
                return false;
            }
        }

        return old.Length == @new.Length;
    }

    private static ImmutableArray<MarkShift> Shifts(ImmutableArray<Mark> old, ImmutableArray<Mark> @new)
    {
        var shifts = ImmutableArray.CreateBuilder<MarkShift>(old.Length);
        for (var i = 0; i < old.Length; i++)
        {
            if (IsShift(old[i], @new[i]))
            {
                shifts.Add(new MarkShift(old[i], @new[i]));
            }
        }

        return shifts.DrainToImmutable();
    }

    private static bool IsShift(Mark old, Mark @new) => !string.Equals(old.Number, @new.Number, StringComparison.Ordinal);

    // The new note that an old mark's note is. Undefined on both sides: nothing says that they differ.
    private int NoteInNew(Mark old) => Note(_oldNotes, old) is { } i ? _pairing.Old.PartnerOf(i) : Undefined;

    private int NoteOfNew(Mark @new) => Note(_newNotes, @new) ?? Undefined;

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
