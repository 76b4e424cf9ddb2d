using System.Globalization;
using System.Xml.Linq;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <summary>
/// The footnotes of a redline: which marks stay as they are, and how those that come in are written. In the new draft the
/// first mark of a note is its reference, and every other one a field that repeats its number.
/// </summary>
internal sealed class RedlineNotes
{
    private readonly DraftComparison _comparison;
    private readonly WordPackage _package;
    private readonly ChangeTracker _tracker;
    private readonly OldUnit?[] _olds;
    private readonly Dictionary<string, Unit> _units;
    private readonly Dictionary<string, (int Unit, int Mark)> _first = [];
    private readonly HashSet<string> _repeated = [];
    private readonly Dictionary<string, WordMark> _kept = [];
    private readonly Dictionary<string, string> _bookmarks = [];
    private readonly Dictionary<string, ChangePlan> _plans = [];
    private readonly List<(ChangePlan Plan, int Mark)> _fields = [];
    private readonly HashSet<string> _literal = [];
    private readonly HashSet<XElement> _made = [];
    private readonly Lazy<NoteWriter> _writer;
    private readonly WordStyles _styles;

    public RedlineNotes(DraftComparison comparison, WordPackage package, ChangeTracker tracker, WordStyles styles, List<ChangePlan> plans, OldUnit?[] olds)
    {
        (_comparison, _package, _tracker, _styles, _olds) = (comparison, package, tracker, styles, olds);
        _units = comparison.New.Units.Where(unit => unit.Section == Section.Footnotes).ToDictionary(unit => unit.Label);
        _writer = new Lazy<NoteWriter>(CreateWriter);
        foreach (var unit in comparison.New.Units)
        {
            for (var i = 0; i < unit.Marks.Length; i++)
            {
                if (unit.Marks[i].Note is { } note && !_first.TryAdd(note, (unit.Index, i)))
                {
                    _repeated.Add(note);
                }
            }
        }

        foreach (var plan in plans)
        {
            Decide(plan);
        }

        // A repeated mark stays only with the reference that it repeats.
        foreach (var (plan, mark) in _fields.Where(field => !_kept.ContainsKey(field.Plan.NewMarks[field.Mark].Mark.Note!)))
        {
            plan.Part(mark);
        }

        CountNotes();
        foreach (var plan in plans.Where(plan => plan.Change is { Old: [{ Section: Section.Footnotes }], New: [_] }))
        {
            _plans[plan.Change.New[0].Label] = plan;
            if (!IsTyped(plan.Change.Old[0]) && !_first.ContainsKey(plan.Change.New[0].Label))
            {
                // Nothing refers to it any more, so that it has to be typed.
                plan.OldStays[0] = plan.NewStays[0] = false;
                plan.ReplaceAll();
            }
        }
    }

    /// <summary>True for a change of notes whose words are tracked where they stand.</summary>
    public bool IsEdited(ChangePlan plan) =>
        plan.Change.New.IsEmpty || !plan.NewStays.Any(stays => stays) || IsTyped(plan.Change.Old[0])
        || _kept.ContainsKey(plan.Change.New[0].Label);

    /// <summary>The runs of a mark that comes in, and its note where it is the first.</summary>
    /// <param name="unit">The unit it stands in.</param>
    /// <param name="index">Its place among the marks of the unit.</param>
    public IEnumerable<XElement> Write(Unit unit, int index)
    {
        var mark = unit.Marks[index];
        if (mark.Note is null || !_units.TryGetValue(mark.Note, out var note)
            || (_plans.TryGetValue(mark.Note, out var plan) && IsTyped(plan.Change.Old[0])))
        {
            return [Markup.Run(mark.Number, new XElement(W.RunProperties, Markup.Valued(W.VerticalAlignment, "superscript")))];
        }

        if (_first[mark.Note] != (unit.Index, index))
        {
            return _writer.Value.Repeat(BookmarkOf(mark.Note), mark.Number);
        }

        var isNew = !_plans.ContainsKey(mark.Note);
        var words = Markup.Run(note.Text, Direction());
        var reference = _writer.Value.Add(
            _literal.Contains(mark.Note) ? mark.Number : null,
            NoteProperties(),
            [isNew ? _tracker.Create(W.Inserted, words) : words],
            out var element);
        _made.Add(element);
        if (!_repeated.Contains(mark.Note))
        {
            return [reference];
        }

        var name = BookmarkOf(mark.Note);
        var id = new XAttribute(W.Id, _tracker.NextId());
        return [new XElement(W.BookmarkStart, id, new XAttribute(W.NameAttribute, name)), reference, new XElement(W.BookmarkEnd, id)];
    }

    /// <summary>Inserts notes that nothing marks as paragraphs behind the text.</summary>
    public void InsertTyped(XElement last)
    {
        foreach (var note in _units.Values.Where(note => !_first.ContainsKey(note.Label)).OrderByDescending(note => note.Index))
        {
            if (_plans.TryGetValue(note.Label, out var plan) && plan.NewStays[0])
            {
                continue;
            }

            var paragraph = new XElement(
                W.Paragraph,
                NoteProperties(),
                _tracker.Create(W.Inserted, Markup.Run($"{note.Printed ?? "*"}\t{note.Text}", Direction())));
            _tracker.MarkParagraph(paragraph, W.Inserted);
            last.AddAfterSelf(paragraph);
        }
    }

    /// <summary>
    /// Puts the notes that were made among the others in the order of their references, and gives all of them ids in that
    /// order, as Word does when it saves: LibreOffice takes the first reference for that of the first note.
    /// </summary>
    public void Order()
    {
        if (_made.Count == 0)
        {
            return;
        }

        var root = _package.Read(_package.Footnotes)!.Root!;
        var notes = root.Elements(W.Footnote).ToDictionary(note => note.Attribute(W.Id)!.Value);
        List<XElement> references = [.. _package.Document.Descendants(W.FootnoteReference).Where(reference => notes.ContainsKey(reference.Attribute(W.Id)!.Value))];
        var last = root.Elements(W.Footnote).LastOrDefault(note => note.Attribute(W.Type) is not null);
        foreach (var note in references.Select(reference => notes[reference.Attribute(W.Id)!.Value]))
        {
            if (_made.Contains(note))
            {
                note.Remove();
                if (last is null)
                {
                    root.AddFirst(note);
                }
                else
                {
                    last.AddAfterSelf(note);
                }
            }

            last = note;
        }

        var next = 1;
        var ids = root.Elements(W.Footnote).Where(note => note.Attribute(W.Type) is null or { Value: "normal" })
            .ToDictionary(note => note.Attribute(W.Id)!.Value, _ => Markup.Number(next++));
        foreach (var element in (IEnumerable<XElement>)[.. references, .. notes.Values])
        {
            var id = element.Attribute(W.Id)!;
            id.Value = ids.GetValueOrDefault(id.Value, id.Value);
        }
    }

    /// <summary>The parts that were changed.</summary>
    public IEnumerable<WordPart> Changed => _writer.IsValueCreated ? [_package.Footnotes!] : [];

    private XElement NoteProperties() => new(
        W.ParagraphProperties,
        _styles.Has("FootnoteText") ? Markup.Valued(W.ParagraphStyle, "FootnoteText") : null,
        IsRightToLeft ? new XElement(W.RightToLeftParagraph) : null);

    private bool IsRightToLeft => DraftingConventions.For(_comparison.New.Language).IsRightToLeft;

    private XElement? Direction() => IsRightToLeft ? new XElement(W.RunProperties, new XElement(W.RightToLeft)) : null;

    /// <summary>True for an old note that is a paragraph of the text.</summary>
    private bool IsTyped(Unit note) => _olds[note.Index] is { IsInNotes: false };

    /// <summary>Says which marks of a change stay: those that are written as the new draft needs them.</summary>
    private void Decide(ChangePlan plan)
    {
        for (var i = 0; i < plan.NewMarks.Count; i++)
        {
            var (mark, unit, index, old) = plan.NewMarks[i];
            if (old < 0 || !plan.NewStays[unit] || !plan.OldStays[plan.OldMarks[old].Unit])
            {
                continue;
            }

            var (oldMark, oldUnit, oldIndex, _) = plan.OldMarks[old];
            if (_olds[plan.Change.Old[oldUnit].Index] is not { } place || oldIndex >= place.Marks.Count)
            {
                continue;
            }

            var placed = place.Marks[oldIndex];
            var element = placed.Element?.Element;
            var isReference = element?.Name == W.FootnoteReference || element?.Name == W.EndnoteReference;
            var isFirst = mark.Note is not null && _first[mark.Note] == (plan.Change.New[unit].Index, index);
            var isLiteral = element is null || (isReference && NoteReferences.HasOwnMark(element));
            if (!plan.IsInPlace(i) || (element is not null && mark.Note is not null && isFirst != isReference) || (isLiteral && mark.Number != oldMark.Number))
            {
                plan.Part(i);
            }
            else if (isReference && mark.Note is not null)
            {
                _kept[mark.Note] = placed.Element!;
            }
            else if (element is not null && mark.Note is not null)
            {
                _fields.Add((plan, i));
            }
        }
    }

    /// <summary>Finds the notes whose number is not the one that Word counts: stars, and numbers that begin anew.</summary>
    private void CountNotes()
    {
        var counted = 0;
        foreach (var unit in _comparison.New.Units)
        {
            for (var i = 0; i < unit.Marks.Length; i++)
            {
                if (unit.Marks[i] is not { Note: { } note, Number: var number } || _first[note] != (unit.Index, i))
                {
                    continue;
                }

                if (_kept.TryGetValue(note, out var kept) ? !NoteReferences.HasOwnMark(kept.Element) : number == (counted + 1).ToString(CultureInfo.InvariantCulture))
                {
                    counted++;
                }
                else
                {
                    _literal.Add(note);
                }
            }
        }
    }

    private string BookmarkOf(string note)
    {
        if (_bookmarks.TryGetValue(note, out var name))
        {
            return name;
        }

        if (!_kept.TryGetValue(note, out var kept))
        {
            return _bookmarks[note] = $"_RefNote{_tracker.NextId()}";
        }

        // The reference may have a bookmark already.
        var run = LiveText.RunOf(kept.Element)!;
        if (run.ElementsBeforeSelf().LastOrDefault() is { } before && before.Name == W.BookmarkStart)
        {
            return _bookmarks[note] = before.Attribute(W.NameAttribute)!.Value;
        }

        name = $"_RefNote{_tracker.NextId()}";
        var id = new XAttribute(W.Id, _tracker.NextId());
        run.AddBeforeSelf(new XElement(W.BookmarkStart, id, new XAttribute(W.NameAttribute, name)));
        run.AddAfterSelf(new XElement(W.BookmarkEnd, id));
        return _bookmarks[note] = name;
    }

    private NoteWriter CreateWriter()
    {
        var content = _package.Read(_package.Footnotes);
        if (content is null)
        {
            _package.AddFootnotes(content = NoteWriter.CreatePart());
        }

        return new NoteWriter(content, NoteWriter.MarkProperties(_styles), _tracker.NextId, (text, format) => Markup.Run(text, format ?? Direction()));
    }
}
