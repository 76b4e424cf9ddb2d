namespace DraftDiff.Syntax;

/// <summary>
/// The footnotes of a text by their numbers. Where the numbers begin anew, as on each page or in an annex, a mark is of the
/// first footnote of its number below it.
/// </summary>
internal sealed class NoteIndex
{
    private readonly Dictionary<string, List<(int Position, string Label, int Rank)>> _notes = [];
    private readonly IReadOnlyList<string> _labels;
    private readonly string[] _numbers;
    private readonly Dictionary<string, List<(int Position, string Label, int Rank)>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Takes the footnotes, in the order of the text, with the labels of their units.</summary>
    public NoteIndex(List<PageNote> notes, IReadOnlyList<string> labels)
    {
        _labels = labels;
        _lookup = _notes.GetAlternateLookup<ReadOnlySpan<char>>();

        // First uses come in the order of the numbers; a number that comes again begins a series.
        var order = new (int Series, int Number, int Index)[notes.Count];
        var series = 0;
        var seen = new HashSet<int>();
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
        var ranks = new int[notes.Count];
        _numbers = new string[notes.Count - stars];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank].Index] = rank - stars;
            if (rank >= stars)
            {
                _numbers[rank - stars] = notes[order[rank].Index].Label;
            }
        }

        for (var i = 0; i < notes.Count; i++)
        {
            if (!_notes.TryGetValue(notes[i].Label, out var same))
            {
                _notes.Add(notes[i].Label, same = []);
            }

            same.Add((notes[i].LabelSpan.Start, labels[i], ranks[i]));
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

        var note = same[^1];
        foreach (var candidate in same)
        {
            if (candidate.Position > position)
            {
                note = candidate;
                break;
            }
        }

        (_, label, rank) = note;
        return true;
    }
}
