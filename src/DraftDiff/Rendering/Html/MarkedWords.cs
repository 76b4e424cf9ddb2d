using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering.Html;

/// <summary>
/// Writes the words of one change with its footnote marks among them and its opening words set apart. Places in the words
/// are told by the characters before them that are no spaces, since a redline sets spaces where they are seen best.
/// </summary>
internal sealed class MarkedWords
{
    private readonly string _language;
    private readonly Side _old;
    private readonly Side _new;

    private HtmlWriter _html;

    // The element that is open.
    private (EditOperation Operation, bool Follows) _within = (EditOperation.Equal, false);

    /// <summary>Begins the words of a change.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="change">The change, whose parts are then written or skipped in order.</param>
    /// <param name="language">The code of the language of the words.</param>
    public MarkedWords(HtmlWriter html, Change change, string language)
    {
        (_html, _language) = (html, language);
        var (removed, added) = (
            change.MarkEdits.Where(edit => edit.Operation == EditOperation.Delete).Select(edit => edit.Mark).ToHashSet(),
            change.MarkEdits.Where(edit => edit.Operation == EditOperation.Insert).Select(edit => edit.Mark).ToHashSet());
        var shifted = change.MarkShifts.DistinctBy(shift => shift.New).ToDictionary(shift => shift.New, shift => shift.Old.Number);
        _old = new Side(PiecesOf(change.Old, change.Kind == ChangeKind.Merged), mark =>
            change.New.IsEmpty ? PlacedMark.Of(mark, change.Kind == ChangeKind.Deleted ? EditOperation.Delete : EditOperation.Equal, RedlineIds.OldPrefix)
            : removed.Contains(mark) ? PlacedMark.Of(mark, EditOperation.Delete, RedlineIds.OldPrefix)
            : PlacedMark.Of(mark, EditOperation.Equal, "") with { IsKept = true });
        _new = new Side(PiecesOf(change.New, change.Kind == ChangeKind.Split), mark =>
            PlacedMark.Of(mark, change.Kind == ChangeKind.Inserted || added.Contains(mark) ? EditOperation.Insert : EditOperation.Equal, "") with
            {
                OldNumber = shifted.GetValueOrDefault(mark),
                IsKept = !change.Old.IsEmpty && change.Kind != ChangeKind.Inserted && !added.Contains(mark),
            });
    }

    /// <summary>Passes over the next part of the change.</summary>
    public void Skip(ImmutableArray<WordEdit> edits)
    {
        var html = _html;
        _html = new HtmlWriter(TextWriter.Null);
        Write(edits);
        _html = html;
    }

    /// <summary>Writes the next part of the change.</summary>
    public void Write(ImmutableArray<WordEdit> edits)
    {
        _old.NextPiece(_language);
        _new.NextPiece(_language);
        WriteMarks();
        foreach (var edit in edits)
        {
            WriteText(edit);
        }

        Within(EditOperation.Equal);
    }

    private void WriteText(WordEdit edit)
    {
        var start = 0;
        var isOpening = IsOpening(edit.Operation);
        for (var i = 0; i < edit.Text.Length; i++)
        {
            if (IsOpening(edit.Operation) != isOpening)
            {
                Flush(i);
                isOpening = !isOpening;
            }

            if (edit.Text[i] == ' ')
            {
                continue;
            }

            Advance(edit.Operation);
            if (HasMarks)
            {
                Flush(i + 1);
                WriteMarks();
            }
        }

        Flush(edit.Text.Length);

        void Flush(int end)
        {
            if (end > start)
            {
                Within(edit.Operation, edit.Consequence is not null);
                WriteRun(edit.Text[start..end], isOpening, edit.Operation);
                start = end;
            }
        }
    }

    private void WriteRun(string text, bool isOpening, EditOperation operation)
    {
        if (isOpening)
        {
            // What the document itself sets apart is told from what only reads as opening words, for whoever reads the page again.
            _html.Element("i", text, ("class", "opening"), ("data-printed", SideOf(operation).IsPrinted ? "" : null));
        }
        else
        {
            _html.Text(text);
        }
    }

    private bool HasMarks => _old.HasMark || _new.HasMark;

    private bool IsOpening(EditOperation operation) => SideOf(operation).IsOpening;

    private Side SideOf(EditOperation operation) => operation == EditOperation.Delete ? _old : _new;

    private void Advance(EditOperation operation)
    {
        _old.Seen += operation == EditOperation.Insert ? 0 : 1;
        _new.Seen += operation == EditOperation.Delete ? 0 : 1;
    }

    private void WriteMarks()
    {
        while (_old.TakeMark() is { } mark)
        {
            Within(mark.Operation);
            if (!mark.IsKept)
            {
                WriteMark(mark);
            }
            else if (_new.NextMark is { IsKept: true } same)
            {
                _new.TakeMark();
                WriteMark(same, ("data-old-note", mark.Note == same.Note ? null : mark.Note));
            }
            else
            {
                // The mark is shown where the new document has it; this says where the old one has, for whoever reads the page again.
                _html.Open("data", ("class", "mark"), ("value", mark.Number), ("data-old-note", mark.Note)).Close();
            }
        }

        while (_new.TakeMark() is { } mark)
        {
            Within(mark.Operation);
            WriteMark(mark, ("data-only", mark.IsKept ? "new" : null));
        }
    }

    private void WriteMark(PlacedMark mark, (string Name, string? Value) data = default)
    {
        _html.Open("sup", ("class", "mark"), data);
        if (mark.Target is { } target)
        {
            _html.Open("a", ("href", HtmlPage.LinkTo(target)));
        }

        if (mark.OldNumber is { } old && old != mark.Number)
        {
            _html.Element("del", old, ("class", "follows")).Element("ins", mark.Number, ("class", "follows"));
        }
        else
        {
            _html.Text(mark.Number);
        }

        if (mark.Target is not null)
        {
            _html.Close();
        }

        _html.Close();
    }

    // What is written next is kept, taken away or added.
    private void Within(EditOperation operation, bool follows = false)
    {
        if (_within == (operation, follows))
        {
            return;
        }

        if (_within.Operation != EditOperation.Equal)
        {
            _html.Close();
        }

        if (operation != EditOperation.Equal)
        {
            _html.Open(operation == EditOperation.Delete ? "del" : "ins", ("class", follows ? "follows" : null));
        }

        _within = (operation, follows);
    }

    // The units of a side and where they begin in its joined words, one to a part where the change is divided by them, else all together.
    private static ImmutableArray<ImmutableArray<(Unit Unit, int Start)>> PiecesOf(ImmutableArray<Unit> units, bool isDivided)
    {
        _ = Phrase.Join(units.AsSpan(), out var starts);
        ImmutableArray<(Unit Unit, int Start)> placed = [.. units.Zip(starts)];
        return isDivided ? [.. placed.Select(each => ImmutableArray.Create(each))] : [placed];
    }

    /// <summary>A footnote mark as it is shown.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Operation">Whether it is taken away or added.</param>
    /// <param name="Target">The id of its footnote; null where it has none.</param>
    private sealed record PlacedMark(string Number, EditOperation Operation, string? Target)
    {
        /// <summary>The number it had, where that only shifted.</summary>
        public string? OldNumber { get; init; }

        /// <summary>True for a mark that both documents have.</summary>
        public bool IsKept { get; init; }

        /// <summary>The label of its footnote; null where it has none.</summary>
        public string? Note { get; init; }

        public static PlacedMark Of(Mark mark, EditOperation operation, string prefix) =>
            new(mark.Number, operation, mark.Note is { } note ? prefix + note : null) { Note = mark.Note };
    }

    /// <summary>Where the writing is in the words of one document.</summary>
    private sealed class Side(ImmutableArray<ImmutableArray<(Unit Unit, int Start)>> pieces, Func<Mark, PlacedMark?> place)
    {
        private readonly Queue<(int After, PlacedMark Mark)> _marks = new();
        private int _piece;
        private int _opening;

        /// <summary>The characters written of the piece that are no spaces.</summary>
        public int Seen { get; set; }

        public bool IsOpening => Seen < _opening;

        /// <summary>True where the document sets the opening words apart itself.</summary>
        public bool IsPrinted { get; private set; }

        /// <summary>The mark that stands here; null where none does.</summary>
        public PlacedMark? NextMark => _marks.TryPeek(out var next) && next.After <= Seen ? next.Mark : null;

        public bool HasMark => NextMark is not null;

        public PlacedMark? TakeMark() => HasMark ? _marks.Dequeue().Mark : null;

        /// <summary>Goes on to the next piece, where there is one.</summary>
        public void NextPiece(string language)
        {
            if (_piece == pieces.Length)
            {
                return;
            }

            (Seen, _opening) = (0, 0);
            var before = 0;
            foreach (var (unit, start) in pieces[_piece++])
            {
                if (before == 0)
                {
                    _opening = CountOf(unit.Words[..OpeningWords.LengthOf(unit, language)]);
                    IsPrinted = unit.EmphasisLength > 0;
                }

                foreach (var mark in unit.Marks)
                {
                    if (place(mark with { At = start + mark.At }) is { } placed)
                    {
                        _marks.Enqueue((before + CountOf(unit.Words[..mark.At]), placed));
                    }
                }

                before += CountOf(unit.Words);
            }
        }

        private static int CountOf(ReadOnlySpan<char> text) => text.Length - text.Count(' ');
    }
}
