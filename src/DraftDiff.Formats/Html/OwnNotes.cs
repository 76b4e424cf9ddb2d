namespace DraftDiff.Formats.Html;

/// <summary>The footnotes of a page of this program.</summary>
internal sealed class OwnNotes
{
    private readonly Dictionary<string, OwnUnit> _byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnUnit> _byNumber = new(StringComparer.Ordinal);

    public OwnNotes(IEnumerable<OwnUnit> units)
    {
        foreach (var note in units.Where(unit => unit.IsNote))
        {
            _byNumber.TryAdd(note.NoteNumber, note);
            if (note.NoteLabel is { } label)
            {
                _byLabel.TryAdd(label, note);
            }
        }
    }

    /// <summary>The footnote of a mark, by its label or else by its number; null where it has none.</summary>
    public OwnUnit? Find(string? label, string number) =>
        label is null ? null : _byLabel.GetValueOrDefault(label) ?? _byNumber.GetValueOrDefault(number);
}
