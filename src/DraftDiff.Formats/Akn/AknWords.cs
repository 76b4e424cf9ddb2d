using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>Writes what stands in lines: labels, words with their opening words in italics, footnotes at their first mark.</summary>
internal sealed class AknWords
{
    private readonly DraftTree _tree;
    private readonly AknXml _xml;
    private readonly AknIds _ids;
    private readonly Dictionary<string, Unit> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    public AknWords(DraftTree tree, AknXml xml, AknIds ids)
    {
        (_tree, _xml, _ids) = (tree, xml, ids);
        foreach (var note in tree.Units.Where(unit => unit.Section == Section.Footnotes))
        {
            _notes.TryAdd(note.Label, note);
        }
    }

    /// <summary>The footnotes that nothing written so far points at, in their order.</summary>
    public IEnumerable<Unit> Unmarked => _notes.Values.Where(note => !_written.ContainsKey(note.Label));

    /// <summary>Writes the number or letter of a unit, if it has one.</summary>
    public void WriteNumber(Unit unit)
    {
        if (unit.Printed is { } printed)
        {
            // An opening bracket or quotation mark may stand in front of it.
            _xml.StartLine("num");
            _xml.Text(unit.Text.AsSpan(0, LengthInFront(unit)));
            _xml.Text(printed);
            _xml.End();
        }
    }

    /// <summary>Writes a unit into the line that is open, where there is no element for its number.</summary>
    public void WriteWithNumber(Unit unit)
    {
        if (unit.Printed is { } printed)
        {
            _xml.Text(unit.Text.AsSpan(0, LengthInFront(unit)));
            _xml.Text(printed + " ");
        }

        Write(unit);
    }

    /// <summary>Writes the words of a unit into the line that is open.</summary>
    public void Write(Unit unit)
    {
        var italic = OpeningWords.LengthOf(unit, _tree.Language);
        var position = LengthInFront(unit);
        foreach (var mark in unit.Marks)
        {
            WriteText(Math.Clamp(mark.At, position, unit.Words.Length));
            WriteMark(mark.Number, mark.Note);
        }

        WriteText(unit.Words.Length);

        void WriteText(int end)
        {
            if (position < Math.Min(end, italic))
            {
                _xml.StartLine("i");
                _xml.Text(unit.Words[position..Math.Min(end, italic)]);
                _xml.End();
                position = Math.Min(end, italic);
            }

            if (position < end)
            {
                _xml.Text(unit.Words[position..end]);
                position = end;
            }
        }
    }

    /// <summary>Writes the words of a field of the masthead, whose stars its words leave out, but for the colon that ends them.</summary>
    /// <returns>The colon.</returns>
    public string WriteField(Unit field)
    {
        var stars = PrintedMasthead.StarsOf(field, _tree.Source);
        var end = field.Words.TrimEnd(" :：").Length;
        _xml.Text(field.Words[..end]);
        if (stars.Length > 0)
        {
            WriteMark(stars, _notes.ContainsKey("FN" + stars) ? "FN" + stars : null);
        }

        return field.Text[end..];
    }

    /// <summary>Writes a footnote that no mark points at, alone in a line.</summary>
    public void WriteUnmarked(Unit note)
    {
        _xml.StartLine("p");
        WriteNote(note, note.Printed ?? note.Label);
        _xml.End();
    }

    private void WriteMark(string number, string? label)
    {
        if (label is null || !_notes.TryGetValue(label, out var note))
        {
            _xml.Empty("noteRef", ("href", "#"), ("marker", number), ("placement", "bottom"));
        }
        else if (_written.TryGetValue(label, out var id))
        {
            _xml.Empty("noteRef", ("href", "#" + id), ("marker", number), ("placement", "bottom"));
        }
        else
        {
            WriteNote(note, note.Printed ?? number);
        }
    }

    private void WriteNote(Unit note, string marker)
    {
        var id = _ids.Make(null, "authorialNote", null);
        _written.Add(note.Label, id);
        _xml.StartLine("authorialNote");
        _xml.Attribute("eId", id);
        _xml.Attribute("wId", _ids.WorkIdOf(note));
        _xml.Attribute("marker", marker);
        _xml.Attribute("placement", "bottom");
        _xml.StartLine("p");
        _xml.Text(note.Words);
        _xml.End();
        _xml.End();
    }

    /// <summary>How many UTF-16 code units of the words stand in front of the label.</summary>
    private int LengthInFront(Unit unit) => unit.IsLabelQuotedIn(_tree.Source) ? 1 : 0;
}
