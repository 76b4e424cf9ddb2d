using System.Runtime.InteropServices;

namespace DraftDiff.Syntax;

/// <summary>
/// The footnotes of a text by their numbers. Where the numbers begin anew, as on each page or in an annex, a mark is of the
/// first footnote of its number below it.
/// </summary>
internal sealed class NoteIndex
{
    private readonly List<PageNote> _notes;
    private readonly IReadOnlyList<string> _labels;
    private readonly string[] _numbers;
    private readonly int[] _ranks;

    /// <summary>For each number the first and the last footnote that has it, and for each footnote the next of its number.</summary>
    private readonly Dictionary<string, (int First, int Last)> _ofNumber;
    private readonly Dictionary<string, (int First, int Last)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _next;

    /// <summary>Takes the footnotes, in the order of the text, with the labels of their units.</summary>
    public NoteIndex(List<PageNote> notes, IReadOnlyList<string> labels)
    {
        _notes = notes;
        _labels = labels;

        // First uses come in the order of the numbers; a number that comes again begins a series.
        var order = new (int Series, int Number, int Index)[notes.Count];
        var series = 0;
        var seen = new HashSet<int>(notes.Count);
        for (var i = 0; i < notes.Count; i++)
        {
            if (notes[i].Number > 0 && !seen.Add(notes[i].Number))
            {
                seen.Clear();
                seen.Add(notes[i].Number);
                series++;
            }

            order[i] = (notes[i].Number == 0 ? -1 : series, notes[i].Number, i);
        }

        Array.Sort(order);
        var stars = Array.FindLastIndex(order, note => note.Series < 0) + 1;
        _ranks = new int[notes.Count];
        _numbers = new string[notes.Count - stars];
        for (var rank = 0; rank < order.Length; rank++)
        {
            _ranks[order[rank].Index] = rank - stars;
            if (rank >= stars)
            {
                _numbers[rank - stars] = notes[order[rank].Index].Label;
            }
        }

        _next = new int[notes.Count];
        _ofNumber = new Dictionary<string, (int First, int Last)>(notes.Count);
        _lookup = _ofNumber.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < notes.Count; i++)
        {
            ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofNumber, notes[i].Label, out var exists);
            if (exists)
            {
                _next[same.Last] = i;
            }

            same = (exists ? same.First : i, i);
        }
    }

    /// <summary>True for a number that a footnote has.</summary>
    public bool Contains(ReadOnlySpan<char> number) => _lookup.ContainsKey(number);

    /// <summary>The label of a footnote by its place in the order of the text.</summary>
    public string LabelOf(int note) => _labels[note];

    /// <summary>The number of a footnote by its place in the order of first uses; null where there is none.</summary>
    public string? NumberOf(int rank) => rank < _numbers.Length ? _numbers[rank] : null;

    /// <summary>Finds the footnote of a mark.</summary>
    /// <param name="number">The number, or stars.</param>
    /// <param name="position">Where the mark stands.</param>
    /// <param name="label">The label of the footnote's unit.</param>
    /// <param name="rank">Its place in the order of first uses, from 0.</param>
    public bool TryFind(ReadOnlySpan<char> number, int position, out string label, out int rank)
    {
        label = "";
        rank = 0;
        if (!_lookup.TryGetValue(number, out var same))
        {
            return false;
        }

        var note = same.First;
        while (note != same.Last && _notes[note].LabelSpan.Start <= position)
        {
            note = _next[note];
        }

        (label, rank) = (_labels[note], _ranks[note]);
        return true;
    }
}
