using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <summary>
/// Edits a Word file that holds the old draft so that accepting all tracked changes gives the new draft and rejecting all
/// gives the old one. Nothing else of the file is touched.
/// </summary>
internal sealed class RedlineWriter
{
    // What stands in front of italics in the properties of a run.
    private static readonly HashSet<XName> BeforeItalic =
        [.. new[] { "rStyle", "rFonts", "b", "bCs" }.Select(name => W.Namespace + name)];

    private readonly DraftComparison _comparison;
    private readonly WordPackage _package;
    private readonly LiveText _live;
    private readonly WordText _text;
    private readonly OldUnit?[] _olds;
    private readonly ChangeTracker _tracker;
    private readonly WordStyles _styles;
    private readonly XDocument _numbering;
    private readonly ListBook _lists;
    private readonly bool _isRightToLeft;
    private readonly List<ChangePlan> _plans;
    private readonly Dictionary<int, (ChangePlan Plan, int Index)> _planOfNew = [];
    private readonly Dictionary<int, (ChangePlan Plan, int Index)> _planOfOld = [];
    private readonly Dictionary<(ChangePlan Plan, int Old, int New), string> _moves = [];
    private readonly Dictionary<string, List<XElement>> _movedFrom = [];
    private readonly Dictionary<string, List<XElement>> _movedTo = [];
    private readonly Dictionary<int, XElement> _heads = [];
    private readonly Dictionary<(ChangePlan Plan, int Part), XElement> _partHeads = [];
    private readonly HashSet<OpenXmlPart> _changed = [];
    private readonly Dictionary<(Section Section, int Level, int Label), List<OldUnit>> _analogs = [];
    private readonly RedlineNotes _notes;
    private XElement? _lastPlaced;

    private RedlineWriter(DraftComparison comparison, WordPackage package, WordText text, OldUnit?[] olds, ChangeTracker tracker)
    {
        _comparison = comparison;
        _package = package;
        _text = text;
        _live = new LiveText(text);
        _olds = olds;
        _tracker = tracker;
        _styles = new WordStyles(package.Read(package.Styles));
        _numbering = package.Read(package.Numbering) ?? new XDocument(new XElement(W.Numbering));
        _lists = new ListBook(_numbering, _styles);
        _isRightToLeft = DraftingConventions.For(comparison.New.Language).IsRightToLeft;
        _plans = RedlinePlan.Of(comparison.Script, index => IsInBody(_olds[index]));
        foreach (var plan in _plans)
        {
            for (var i = 0; i < plan.Change.Old.Length; i++)
            {
                _planOfOld.Add(plan.Change.Old[i].Index, (plan, i));
            }

            for (var i = 0; i < plan.Change.New.Length; i++)
            {
                _planOfNew.Add(plan.Change.New[i].Index, (plan, i));
            }

            if (plan.Change.Old.Any(unit => _olds[unit.Index] is null))
            {
                plan.ReplaceAll();
            }

            if (plan.OldStays is [true] && plan.NewStays is [true]
                && DraftNumbering.IsLabelQuoted(plan.Change.Old[0], comparison.Old) != DraftNumbering.IsLabelQuoted(plan.Change.New[0], comparison.New))
            {
                // The label changes sides with a quotation mark.
                plan.OldStays[0] = plan.NewStays[0] = false;
                plan.ReplaceAll();
            }
        }

        _notes = new RedlineNotes(comparison, package, tracker, _styles, _plans, _olds);
    }

    /// <summary>Edits a file.</summary>
    /// <param name="comparison">What changed.</param>
    /// <param name="package">The file that holds the old draft, its tracked changes resolved.</param>
    /// <param name="text">Its text.</param>
    /// <param name="olds">Where the units of the old draft stand; null for one that was not found.</param>
    /// <param name="tracker">Makes the tracked changes.</param>
    public static void Write(DraftComparison comparison, WordPackage package, WordText text, OldUnit?[] olds, ChangeTracker tracker) =>
        new RedlineWriter(comparison, package, text, olds, tracker).Write();

    private void Write()
    {
        foreach (var paragraph in _text.Paragraphs)
        {
            _live.Isolate(paragraph.Element);
        }

        // What is made for another place is copied before anything is divided or deleted.
        var made = new Dictionary<int, XElement>();
        foreach (var plan in _plans)
        {
            for (var i = 0; i < plan.Change.New.Length; i++)
            {
                if (!plan.NewStays[i] && plan.Change.New[i].Section != Section.Footnotes
                    && !(plan.Change.Old.IsEmpty && plan.Change.Kind == ChangeKind.Unchanged))
                {
                    made.Add(plan.Change.New[i].Index, Make(plan, i));
                }
            }
        }

        foreach (var plan in _plans)
        {
            if (plan.Change is { Kind: ChangeKind.Unchanged, New.IsEmpty: true })
            {
                // A field of the masthead that the new text does not print.
                continue;
            }

            EditPlan(plan);
        }

        Place(made);
        _notes.InsertTyped(_lastPlaced ?? Body.Elements(W.Paragraph).Last());
        foreach (var (name, wrappers) in _movedFrom)
        {
            Enclose(wrappers, W.MovedFromStart, W.MovedFromEnd, name);
        }

        foreach (var (name, wrappers) in _movedTo)
        {
            Enclose(wrappers, W.MovedToStart, W.MovedToEnd, name);
        }

        KeepLastMark();
        _notes.Order();
        _changed.Add(_package.Main);
        _changed.UnionWith(_notes.Changed);
        if (_lists.HasGrown)
        {
            _changed.Add(_package.Numbering!);
        }

        _package.Save(_changed);
    }

    private XElement Body => _package.Document.Root!.Element(W.Body)!;

    private bool IsInBody(OldUnit? unit) =>
        unit is { Unit.Section: not Section.Footnotes, OwnsParagraphs: true } && unit.Paragraphs.Count > 0
        && _text.Paragraphs[unit.Paragraphs[0]] is { Part: MainDocumentPart } first && first.Element.Parent == Body;

    // ---- What is kept, taken away and added.

    /// <summary>Something to do at a place of the markup.</summary>
    private abstract record Edit(OldUnit Old);

    /// <summary>Words that go.</summary>
    private sealed record Removal(OldUnit Old, int Start, int End, XName Change, string? Move) : Edit(Old);

    /// <summary>A mark that goes.</summary>
    private sealed record MarkRemoval(OldUnit Old, PlacedMark Mark, XName Change) : Edit(Old);

    /// <summary>What comes in behind a position, or behind a mark there.</summary>
    private sealed record Addition(OldUnit Old, int Position, PlacedMark? After, Func<XElement?, IEnumerable<XElement>> Content) : Edit(Old);

    /// <summary>Where a paragraph is divided.</summary>
    private sealed record Division(OldUnit Old, int Position, PlacedMark? After, int Part) : Edit(Old);

    private void EditPlan(ChangePlan plan)
    {
        if (plan.Change.Old.IsEmpty || plan.Change.Old.Any(unit => _olds[unit.Index] is null && unit.Section == Section.Footnotes))
        {
            return;
        }

        if (plan.Change.Old[0].Section == Section.Footnotes && !_notes.IsEdited(plan))
        {
            return;
        }

        var edits = EditsOf(plan);
        for (var i = edits.Count - 1; i >= 0; i--)
        {
            Apply(edits[i], plan);
        }

        Join(plan);
        for (var k = 0; k < plan.Change.Old.Length; k++)
        {
            if (!plan.OldStays[k] && _olds[plan.Change.Old[k].Index] is { } old)
            {
                Remove(plan, old);
            }
        }
    }

    private List<Edit> EditsOf(ChangePlan plan)
    {
        var edits = new List<Edit>();
        var change = plan.Change;
        var olds = change.Old.Select(unit => _olds[unit.Index]).ToArray();
        var host = Array.FindIndex(plan.OldStays, stays => stays);
        var position = host >= 0 && olds[host] is { } first ? first.WordsStart : 0;
        PlacedMark? after = null;
        var nextNew = NewEvents(plan).GetEnumerator();
        var hasNew = nextNew.MoveNext();
        var waiting = new List<PlacedMark>();
        var oldMarks = new Queue<(Mark Mark, int Unit, int Index, int New)>(plan.OldMarks);
        var passed = new HashSet<PlacedMark>();
        foreach (var segment in plan.Segments)
        {
            foreach (var (start, length) in Pieces(plan, segment))
            {
                var old = segment.Operation == EditOperation.Insert ? -1 : plan.OldUnitAt(segment.Old + start);
                var @new = segment.Operation == EditOperation.Delete ? -1 : plan.NewUnitAt(segment.New + start);
                var isKept = segment.Operation == EditOperation.Equal && old >= 0 && plan.OldStays[old] && (@new < 0 || plan.NewStays[@new]);
                if (segment.Operation != EditOperation.Insert)
                {
                    TakeOldMarks(segment.Old + start, inclusive: true);
                }

                if (segment.Operation != EditOperation.Delete)
                {
                    Reach(segment.New + start);
                }

                if (segment.Operation != EditOperation.Insert && old >= 0 && olds[old] is { } place)
                {
                    var from = segment.Old + start - plan.OldStarts[old];
                    var (begin, end) = (place.PositionOf(from), place.PositionAfter(from + length));
                    if (!isKept)
                    {
                        var isMoved = segment.Operation == EditOperation.Equal && @new >= 0;
                        edits.Add(new Removal(place, begin, end, isMoved ? W.MovedFrom : W.Deleted, isMoved ? MoveOf(plan, old, @new) : null));
                    }

                    if (plan.OldStays[old])
                    {
                        (host, position, after) = (old, end, null);
                    }
                }

                if (!isKept && @new >= 0 && plan.NewStays[@new] && host >= 0 && olds[host] is { } at)
                {
                    Add(at, ContentOf(plan, segment, start, length, old, @new));
                }
            }
        }

        TakeOldMarks(plan.OldText.Length, inclusive: true);
        Reach(int.MaxValue);
        return edits;

        void Add(OldUnit at, Func<XElement?, IEnumerable<XElement>> content)
        {
            // Not behind a mark that is kept and comes later in the new words.
            var ahead = waiting.Where(mark => mark.Span.Start < position && !passed.Contains(mark)).MinBy(mark => mark.Span.Start);
            edits.Add(ahead is null ? new Addition(at, position, after, content) : new Addition(at, ahead.Span.Start, null, content));
        }

        // The old marks up to a position: those that go are edits, those that stay are waited for.
        void TakeOldMarks(int until, bool inclusive)
        {
            while (oldMarks.TryPeek(out var next) && (next.Mark.At < until || (inclusive && next.Mark.At == until)))
            {
                oldMarks.Dequeue();
                if (olds[next.Unit] is not { } place || next.Index >= place.Marks.Count)
                {
                    continue;
                }

                var mark = place.Marks[next.Index];
                if (next.New < 0 || !plan.OldStays[next.Unit] || !plan.NewStays[plan.NewMarks[next.New].Unit])
                {
                    edits.Add(new MarkRemoval(place, mark, next.New < 0 ? W.Deleted : W.MovedFrom));
                }
                else
                {
                    waiting.Add(mark);
                }
            }
        }

        // What the new words have up to a position beside words: the beginnings of parts, and marks.
        void Reach(int until)
        {
            while (hasNew && nextNew.Current.At <= until)
            {
                var (_, part, mark) = nextNew.Current;
                hasNew = nextNew.MoveNext();
                if (host < 0 || olds[host] is not { } at)
                {
                    continue;
                }

                if (mark < 0)
                {
                    edits.Add(new Division(at, position, after, part));
                }
                else if (plan.NewMarks[mark].Old is >= 0 and var kept && plan.OldStays[plan.OldMarks[kept].Unit])
                {
                    if (olds[plan.OldMarks[kept].Unit] is { } place && plan.OldMarks[kept].Index < place.Marks.Count)
                    {
                        var placed = place.Marks[plan.OldMarks[kept].Index];
                        passed.Add(placed);
                        if (placed.Span.Start >= position)
                        {
                            (position, after) = (placed.Span.End, placed);
                        }
                    }
                }
                else
                {
                    var written = plan.NewMarks[mark];
                    Add(at, _ => _notes.Write(plan.Change.New[written.Unit], written.Index).Select(each => Track(each, W.Inserted)));
                }
            }
        }
    }

    /// <summary>The beginnings of parts that stay and the marks of units that stay, in the order of the new words.</summary>
    private static IEnumerable<(int At, int Part, int Mark)> NewEvents(ChangePlan plan)
    {
        var isFirst = true;
        var mark = 0;
        for (var unit = 0; unit < plan.Change.New.Length; unit++)
        {
            if (plan.NewStays[unit] && !isFirst)
            {
                yield return (plan.NewStarts[unit], unit, -1);
            }

            isFirst &= !plan.NewStays[unit];
            for (; mark < plan.NewMarks.Count && plan.NewMarks[mark].Unit == unit; mark++)
            {
                if (plan.NewStays[unit])
                {
                    yield return (plan.NewMarks[mark].Mark.At, unit, mark);
                }
            }
        }
    }

    /// <summary>A segment cut where units begin or end and where marks stand.</summary>
    private static IEnumerable<(int Start, int Length)> Pieces(ChangePlan plan, Segment segment)
    {
        var cuts = new SortedSet<int> { segment.Length };
        if (segment.Operation != EditOperation.Insert)
        {
            Cut(plan.OldStarts, plan.Change.Old.Select(unit => unit.Words.Length), segment.Old);
            cuts.UnionWith(plan.OldMarks.Select(mark => mark.Mark.At - segment.Old).Where(IsInside));
        }

        if (segment.Operation != EditOperation.Delete)
        {
            Cut(plan.NewStarts, plan.Change.New.Select(unit => unit.Words.Length), segment.New);
            cuts.UnionWith(plan.NewMarks.Select(mark => mark.Mark.At - segment.New).Where(IsInside));
        }

        var start = 0;
        foreach (var cut in cuts)
        {
            yield return (start, cut - start);
            start = cut;
        }

        bool IsInside(int cut) => cut > 0 && cut < segment.Length;

        void Cut(int[] starts, IEnumerable<int> lengths, int from) =>
            cuts.UnionWith(starts.Zip(lengths).SelectMany(unit => new[] { unit.First - from, unit.First + unit.Second - from }).Where(IsInside));
    }

    /// <summary>The words of a piece as they come in: moved from where they stood, or new.</summary>
    private Func<XElement?, IEnumerable<XElement>> ContentOf(ChangePlan plan, Segment segment, int start, int length, int old, int @new)
    {
        var unit = plan.Change.New[@new];
        var at = segment.New + start - plan.NewStarts[@new];
        if (segment.Operation == EditOperation.Equal && old >= 0 && _olds[plan.Change.Old[old].Index] is { } place)
        {
            var from = segment.Old + start - plan.OldStarts[old];
            List<XElement> copies = [.. _live.CopyOf(place.PositionOf(from), place.PositionAfter(from + length))];
            var move = MoveOf(plan, old, @new);
            return _ => copies.Select(copy => Track(copy, W.MovedTo, move));
        }

        var text = plan.NewText.Substring(segment.New + start, length);
        return format => Runs(unit, text, at, format).Select(run => Track(run, W.Inserted));
    }

    /// <summary>The runs of some words of a unit, its opening words in italics where those of the file are.</summary>
    private IEnumerable<XElement> Runs(Unit unit, string text, int at, XElement? format)
    {
        var opening = OpeningWords.LengthOf(unit, _comparison.New.Language);
        var italic = Math.Clamp(opening - at, 0, text.Length);
        if (italic > 0)
        {
            yield return Run(text[..italic], Italic(format, isOn: true));
        }

        if (italic < text.Length)
        {
            yield return Run(text[italic..], opening > 0 ? Italic(format, isOn: false) : format);
        }
    }

    private static XElement Italic(XElement? format, bool isOn)
    {
        var properties = new XElement(format ?? new XElement(W.RunProperties));
        properties.Elements().Where(element => element.Name == W.Italic || element.Name == W.ItalicComplex).Remove();
        if (isOn)
        {
            var before = properties.Elements().LastOrDefault(element => BeforeItalic.Contains(element.Name));
            XElement[] italic = [new XElement(W.Italic), new XElement(W.ItalicComplex)];
            if (before is null)
            {
                properties.AddFirst(italic);
            }
            else
            {
                before.AddAfterSelf(italic);
            }
        }

        return properties;
    }

    private XElement Run(string text, XElement? format) => Markup.Run(text, format ?? Direction());

    private XElement Track(XElement element, XName change, string? move = null)
    {
        if (element.Name != W.Run)
        {
            return element;
        }

        var tracked = _tracker.Create(change, element);
        if (move is not null)
        {
            AddTo(_movedTo, move, tracked);
        }

        return tracked;
    }

    private static void AddTo(Dictionary<string, List<XElement>> moves, string move, XElement wrapper)
    {
        if (!moves.TryGetValue(move, out var wrappers))
        {
            moves.Add(move, wrappers = []);
        }

        wrappers.Add(wrapper);
    }

    private string MoveOf(ChangePlan plan, int old, int @new) =>
        _moves.TryGetValue((plan, old, @new), out var name) ? name : _moves[(plan, old, @new)] = _tracker.NextMove();

    // ---- The markup.

    private void Apply(Edit edit, ChangePlan plan)
    {
        switch (edit)
        {
            case Removal removal:
                foreach (var run in _live.RunsOf(removal.Start, removal.End))
                {
                    _tracker.Wrap(run, removal.Change);
                    if (removal.Move is { } move && run.Parent is { } wrapper && (!_movedFrom.TryGetValue(move, out var known) || !known.Contains(wrapper)))
                    {
                        AddTo(_movedFrom, move, wrapper);
                    }
                }

                Changed(removal.Start);
                break;
            case MarkRemoval { Mark: var mark } removal:
                foreach (var run in RunsOf(mark))
                {
                    _tracker.Wrap(run, removal.Change);
                }

                Changed(mark.Span.Start);
                break;
            case Addition addition:
                AddAt(addition.Position, addition.After, addition.Content(FormatAt(addition.Position)));
                Changed(addition.Position);
                break;
            case Division division:
                Divide(division, plan);
                break;
        }
    }

    private void Changed(int position) => _changed.Add(_text.Paragraphs[_live.ParagraphAt(position)].Part);

    private List<XElement> RunsOf(PlacedMark mark)
    {
        if (mark.Element is null)
        {
            return _live.RunsOf(mark.Span.Start, mark.Span.End);
        }

        var element = mark.Element.Element;
        if (element.Name == W.SimpleField)
        {
            return [.. element.Descendants(W.Run)];
        }

        var run = LiveText.RunOf(element)!;
        if (element.Name != W.FieldCharacter)
        {
            return [run];
        }

        var runs = new List<XElement>();
        var depth = 0;
        foreach (var each in run.Ancestors(W.Paragraph).First().Descendants(W.Run).SkipWhile(each => each != run))
        {
            runs.Add(each);
            foreach (var control in each.Elements(W.FieldCharacter))
            {
                depth += control.Attribute(W.FieldCharacterType)?.Value switch { "begin" => 1, "end" => -1, _ => 0 };
            }

            if (depth == 0)
            {
                break;
            }
        }

        return runs;
    }

    /// <summary>The element behind which something comes in; null at the beginning of the paragraph.</summary>
    private XElement? AnchorOf(int position, PlacedMark? after, out XElement paragraph)
    {
        var index = _live.ParagraphAt(position);
        paragraph = _heads.GetValueOrDefault(index, _text.Paragraphs[index].Element);
        var anchor = after is not null ? RunsOf(after)[^1] : _live.RunBefore(position, _text.Paragraphs[index].Line.Start);
        if (anchor is null)
        {
            return null;
        }

        // Out of what tracks it, and out of a field or link that ends here.
        while (anchor.Parent!.Name != W.Paragraph
            && (ChangeResolver.IsChange(anchor.Parent) || !anchor.ElementsAfterSelf().Any(next => next.Name == W.Run)))
        {
            anchor = anchor.Parent;
        }

        while (anchor.ElementsAfterSelf().FirstOrDefault() is { } next
            && (next.Name == W.BookmarkEnd || next.Elements(W.FieldCharacter).Any(control => control.Attribute(W.FieldCharacterType)?.Value == "end")))
        {
            anchor = next;
        }

        paragraph = anchor.Ancestors(W.Paragraph).First();
        return anchor;
    }

    private void AddAt(int position, PlacedMark? after, IEnumerable<XElement> content)
    {
        var anchor = AnchorOf(position, after, out var paragraph);
        if (anchor is not null)
        {
            anchor.AddAfterSelf(content);
        }
        else
        {
            Prepend(paragraph, content);
        }
    }

    private static void Prepend(XElement paragraph, IEnumerable<XElement> content)
    {
        if (paragraph.Element(W.ParagraphProperties) is { } properties)
        {
            properties.AddAfterSelf(content);
        }
        else
        {
            paragraph.AddFirst(content);
        }
    }

    /// <summary>The look of the words around a position, for words that come in there.</summary>
    private XElement? FormatAt(int position)
    {
        var line = _text.Paragraphs[_live.ParagraphAt(position)].Line;
        foreach (var run in (XElement?[])[_live.RunBefore(position, line.Start), _live.RunFrom(position, line.End)])
        {
            if (run?.Element(W.RunProperties) is not { } properties)
            {
                if (run is not null)
                {
                    return null;
                }

                continue;
            }

            if (properties.Element(W.RunStyle) is null && properties.Element(W.VerticalAlignment) is null)
            {
                return Markup.Copy(properties);
            }
        }

        return null;
    }

    private void Divide(Division division, ChangePlan plan)
    {
        var anchor = AnchorOf(division.Position, division.After, out var paragraph);
        var head = new XElement(W.Paragraph, Markup.Copy(paragraph.Element(W.ParagraphProperties)));
        head.Element(W.ParagraphProperties)?.Element(W.SectionProperties)?.Remove();
        if (anchor is not null)
        {
            while (anchor.Parent != paragraph)
            {
                var parent = anchor.Parent!;
                var shell = new XElement(parent.Name, parent.Attributes());
                MoveBefore(anchor, shell);
                parent.AddBeforeSelf(shell);
                anchor = shell;
            }

            MoveBefore(anchor, head);
        }

        paragraph.AddBeforeSelf(head);
        _tracker.MarkParagraph(head, W.Inserted);
        _heads[_live.ParagraphAt(division.Position)] = head;
        _partHeads[(plan, division.Part)] = paragraph;
        Changed(division.Position);

        static void MoveBefore(XElement anchor, XElement into)
        {
            List<XNode> moved = [.. anchor.NodesBeforeSelf().Where(node => node is not XElement { Name: var name } || name != W.ParagraphProperties), anchor];
            moved.ForEach(node => node.Remove());
            into.Add(moved);
        }
    }

    /// <summary>Takes away the marks of paragraphs between units that become one, and their labels.</summary>
    private void Join(ChangePlan plan)
    {
        var staying = Enumerable.Range(0, plan.Change.Old.Length).Where(k => plan.OldStays[k]).ToArray();
        for (var i = 0; i + 1 < staying.Length; i++)
        {
            var paragraph = _text.Paragraphs[_olds[plan.Change.Old[staying[i]].Index]!.Paragraphs[^1]];
            _tracker.MarkParagraph(paragraph.Element, W.Deleted);
            _changed.Add(paragraph.Part);
            RemoveLabel(_olds[plan.Change.Old[staying[i + 1]].Index]!);
        }
    }

    private void RemoveLabel(OldUnit old)
    {
        var paragraph = _text.Paragraphs[old.Paragraphs[0]];
        foreach (var run in _live.RunsOf(paragraph.Line.Start, Math.Max(paragraph.Line.Start, old.WordsStart)))
        {
            _tracker.Wrap(run, W.Deleted);
        }
    }

    /// <summary>Takes away what is left of a unit that goes: its label, the controls of fields, the marks of its paragraphs.</summary>
    private void Remove(ChangePlan plan, OldUnit old)
    {
        if (!old.OwnsParagraphs || old.Paragraphs.Count == 0)
        {
            return;
        }

        var isNote = old.Unit.Section == Section.Footnotes && _text.Paragraphs[old.Paragraphs[0]].Part is not MainDocumentPart;
        var isMoved = plan.Change is { Moved: true, Old.Length: 1, New.Length: 1 } && _moves.ContainsKey((plan, 0, 0));
        foreach (var index in old.Paragraphs)
        {
            var paragraph = _text.Paragraphs[index];
            _changed.Add(paragraph.Part);
            if (isNote)
            {
                continue;
            }

            foreach (var run in paragraph.Element.Descendants(W.Run).ToList())
            {
                var isTracked = run.Ancestors().TakeWhile(each => each != paragraph.Element).Any(ChangeResolver.IsChange);
                if (!isTracked && !run.Elements().Any(each => each.Name == W.Drawing || each.Name == W.Picture || each.Name == W.AlternateContent))
                {
                    _tracker.Wrap(run, W.Deleted);
                }
            }

            _tracker.MarkParagraph(paragraph.Element, isMoved ? W.MovedFrom : W.Deleted);
        }
    }

    private void Enclose(List<XElement> wrappers, XName start, XName end, string name)
    {
        var inOrder = wrappers.Where(wrapper => wrapper.Parent is not null).ToList();
        if (inOrder.Count == 0)
        {
            return;
        }

        var (first, last) = _tracker.Range(start, end, name);
        var order = inOrder.Count == 1 ? inOrder : [.. inOrder.Order(Comparer<XElement>.Create(static (a, b) => a.IsBefore(b) ? -1 : a == b ? 0 : 1))];
        order[0].AddBeforeSelf(first);
        order[^1].AddAfterSelf(last);
    }

    // ---- Paragraphs in the order of the new draft.

    /// <summary>A paragraph for a unit that comes in or comes from elsewhere; its properties and its label are given where it is placed.</summary>
    private XElement Make(ChangePlan plan, int index)
    {
        var unit = plan.Change.New[index];
        var paragraph = new XElement(W.Paragraph);
        var format = AnalogOf(unit) is { } analog ? FormatAt(analog.PositionAfter(analog.Unit.Words.Length)) : Direction();
        var marks = new Queue<(Mark Mark, int Unit, int Index, int Old)>(plan.NewMarks.Where(mark => mark.Unit == index));
        foreach (var segment in plan.Segments.Where(segment => segment.Operation != EditOperation.Delete))
        {
            foreach (var (start, length) in Pieces(plan, segment))
            {
                var at = segment.New + start;
                if (plan.NewUnitAt(at) == index)
                {
                    AddMarks(at);
                    var old = segment.Operation == EditOperation.Equal ? plan.OldUnitAt(segment.Old + start) : -1;
                    paragraph.Add(ContentOf(plan, segment, start, length, old, index)(format));
                }
            }
        }

        AddMarks(int.MaxValue);
        var isMoved = plan.Change is { Moved: true, Old.Length: 1, New.Length: 1 } && _moves.ContainsKey((plan, 0, 0));
        _tracker.MarkParagraph(paragraph, isMoved ? W.MovedTo : W.Inserted);
        return paragraph;

        void AddMarks(int until)
        {
            while (marks.TryPeek(out var mark) && mark.Mark.At <= until)
            {
                marks.Dequeue();
                paragraph.Add(_notes.Write(unit, mark.Index).Select(each => Track(each, mark.Old >= 0 && isMovedMark(mark.Old) ? W.MovedTo : W.Inserted)));
            }
        }

        bool isMovedMark(int old) => _moves.ContainsKey((plan, plan.OldMarks[old].Unit, index));
    }

    /// <summary>Puts what was made among the paragraphs that stayed, and gives all of them their labels in the order in which Word counts them.</summary>
    private void Place(Dictionary<int, XElement> made)
    {
        XElement? last = null;
        var waiting = new List<XElement>();
        foreach (var unit in _comparison.New.Units)
        {
            if (unit.Section == Section.Footnotes || !_planOfNew.TryGetValue(unit.Index, out var found))
            {
                continue;
            }

            var (plan, index) = found;
            if (made.TryGetValue(unit.Index, out var paragraph))
            {
                GiveLabel(unit, paragraph);
                if (last is null)
                {
                    waiting.Add(paragraph);
                    continue;
                }

                last.AddAfterSelf(paragraph);
                last = paragraph;
            }
            else if (plan.NewStays[index])
            {
                var hosts = HostsOf(plan, index);
                if (hosts.Count == 0)
                {
                    continue;
                }

                KeepLabel(plan, index, hosts);
                if (hosts[^1].Parent != Body)
                {
                    continue;
                }

                if (last is null)
                {
                    hosts[0].AddBeforeSelf(waiting);
                    waiting.Clear();
                }

                last = hosts[^1];
            }
        }

        if (waiting.Count > 0)
        {
            Body.AddFirst(waiting);
            last = waiting[^1];
        }

        _lastPlaced = last;
    }

    /// <summary>
    /// The last paragraph of a document keeps its mark, whatever is accepted or rejected. Where paragraphs come in or go at
    /// the end, the mark in front of them is tracked in its place, and the last one has the properties of both.
    /// </summary>
    private void KeepLastMark()
    {
        var paragraphs = Body.Elements().Where(element => element.Name != W.SectionProperties).Reverse().ToList();
        if (paragraphs.Count == 0 || TrackedMark(paragraphs[0]) is not { } last)
        {
            return;
        }

        var isIn = IsIn(last);
        var count = paragraphs.TakeWhile(paragraph => TrackedMark(paragraph) is { } mark && IsIn(mark) == isIn).Count();
        if (count == paragraphs.Count || paragraphs[count] is not { } kept || kept.Name != W.Paragraph || TrackedMark(kept) is not null)
        {
            return;
        }

        last.Remove();
        var (own, before) = (Markup.Copy(paragraphs[0].Element(W.ParagraphProperties)), Markup.Copy(kept.Element(W.ParagraphProperties)));
        if (!isIn)
        {
            var properties = Markup.PropertiesOf(paragraphs[0]);
            properties.Elements().Where(element => element.Name != W.RunProperties && element.Name != W.SectionProperties).Remove();
            properties.AddFirst(before?.Elements().Where(element => element.Name != W.RunProperties && element.Name != W.SectionProperties));
        }

        _tracker.ChangeProperties(paragraphs[0], isIn ? before : own);
        _tracker.MarkParagraph(kept, isIn ? W.Inserted : W.Deleted);

        static bool IsIn(XElement mark) => mark.Name == W.Inserted || mark.Name == W.MovedTo;

        static XElement? TrackedMark(XElement block) =>
            block.Element(W.ParagraphProperties)?.Element(W.RunProperties)?.Elements().FirstOrDefault(ChangeResolver.IsChange);
    }

    /// <summary>The paragraphs of a unit that stays, the old ones and those they were divided into.</summary>
    private List<XElement> HostsOf(ChangePlan plan, int index)
    {
        if (plan.Change.Kind == ChangeKind.Split)
        {
            var old = _olds[plan.Change.Old[0].Index];
            if (old is null || old.Paragraphs.Count == 0)
            {
                return [];
            }

            var staying = Enumerable.Range(0, plan.Change.New.Length).Where(j => plan.NewStays[j]).ToArray();
            var place = Array.IndexOf(staying, index);

            // A part ends where the next one begins: in front of the paragraph that was divided there.
            var end = place + 1 < staying.Length
                ? (XElement?)_partHeads[(plan, staying[place + 1])].PreviousNode
                : _text.Paragraphs[old.Paragraphs[^1]].Element;
            return end is null ? [] : [end];
        }

        return
        [
            .. plan.Change.Old.Where((_, k) => plan.OldStays[k])
                .SelectMany(unit => _olds[unit.Index]?.Paragraphs ?? [])
                .Select(paragraph => _text.Paragraphs[paragraph].Element),
        ];
    }

    private void GiveLabel(Unit unit, XElement paragraph)
    {
        var level = DraftNumbering.LevelOf(unit, _comparison.New.Units);
        var analog = AnalogOf(unit);
        var properties = paragraph.Element(W.ParagraphProperties)!;
        var mark = properties.Element(W.RunProperties);
        mark?.Remove();
        var own = analog is null
            ? IsOwn ? new ListPlace(DraftNumbering.List, level) : (ListPlace?)null
            : _lists.PlaceOf(_text.Paragraphs[analog.Paragraphs[0]].Element);
        properties.ReplaceAll((analog is null ? WordDraft.PropertiesOf(unit, null, _isRightToLeft) : PropertiesOf(analog)).Elements());
        if (mark is not null)
        {
            // The look of the paragraph's own mark, with what tracks it in front.
            if (properties.Element(W.RunProperties) is { } look)
            {
                look.AddFirst(mark.Elements());
            }
            else
            {
                properties.Add(mark);
            }
        }

        properties.Elements(W.NumberingProperties).Remove();
        if (unit.Printed is not { } label)
        {
            return;
        }

        if (DraftNumbering.IsListed(unit) && !DraftNumbering.IsLabelQuoted(unit, _comparison.New) && own is not null && _lists.Number(label, own, level) is { } place)
        {
            AddNumbering(properties, place);
            return;
        }

        AddLiteral(unit, paragraph, LiteralOf(unit, analog), analog is null ? Direction() : FormatAt(analog.PositionAfter(analog.Unit.Words.Length)));
    }

    /// <summary>Puts a label that is literal text in front of the words of a paragraph, or behind the quotation mark that they begin with.</summary>
    private void AddLiteral(Unit unit, XElement paragraph, string label, XElement? format)
    {
        var tracked = _tracker.Create(W.Inserted, Run(label, format));
        var text = !DraftNumbering.IsLabelQuoted(unit, _comparison.New) ? null
            : paragraph.Descendants(W.Text).FirstOrDefault(each => each.Value.Length > 0 && !each.Ancestors(W.MovedFrom).Any());
        if (text is null || LiveText.RunOf(text) is not { } run)
        {
            Prepend(paragraph, [tracked]);
            return;
        }

        var mark = new XElement(W.Run, run.Element(W.RunProperties), Markup.Text(text.Value[..1]));
        Markup.SetText(text, text.Value[1..]);
        if (run.Parent is { } parent && ChangeResolver.IsChange(parent))
        {
            parent.AddBeforeSelf(_tracker.Create(parent.Name, mark), tracked);
        }
        else
        {
            run.AddBeforeSelf(mark, tracked);
        }
    }

    /// <summary>The label of a paragraph that stays: as it is where Word counts it right, else tracked.</summary>
    private void KeepLabel(ChangePlan plan, int index, List<XElement> hosts)
    {
        var unit = plan.Change.New[index];
        var staying = Enumerable.Range(0, plan.Change.Old.Length).First(k => plan.OldStays[k]);
        if (_olds[plan.Change.Old[staying].Index] is not { } old)
        {
            return;
        }

        var level = DraftNumbering.LevelOf(unit, _comparison.New.Units);
        var isFirstPart = Array.FindIndex(plan.NewStays, stays => stays) == index;
        var source = _text.Paragraphs[old.Paragraphs[0]];
        var numbered = plan.Change.Kind == ChangeKind.Merged ? hosts[^1] : hosts[0];
        var own = _lists.PlaceOf(numbered);
        var isCounted = own is not null && (!source.Label.IsEmpty || plan.Change.Kind == ChangeKind.Merged);
        if (isCounted)
        {
            if (old.Unit.Printed is null && unit.Printed is null)
            {
                _lists.Count(own!.Value);
                return;
            }

            var place = unit.Printed is null ? null : _lists.Number(unit.Printed, own, own!.Value.Level == level ? level : own.Value.Level);
            if (place == own)
            {
                return;
            }

            var before = Markup.Copy(numbered.Element(W.ParagraphProperties));
            var properties = Markup.PropertiesOf(numbered);
            properties.Elements(W.NumberingProperties).Remove();
            AddNumbering(properties, place ?? new ListPlace(0, 0));
            TrackProperties(numbered, before);
            if (place is null && unit.Printed is not null)
            {
                AddLiteral(unit, hosts[0], unit.Printed + "\t", Direction());
            }

            return;
        }

        var literal = isFirstPart ? old.Unit.Printed : null;
        if (literal is null && unit.Printed is not null)
        {
            var analog = AnalogOf(unit);
            var like = analog is null ? IsOwn ? new ListPlace(DraftNumbering.List, level) : (ListPlace?)null
                : _lists.PlaceOf(_text.Paragraphs[analog.Paragraphs[0]].Element);
            if (DraftNumbering.IsListed(unit) && !DraftNumbering.IsLabelQuoted(unit, _comparison.New) && like is not null && _lists.Number(unit.Printed, like, level) is { } place)
            {
                var before = Markup.Copy(numbered.Element(W.ParagraphProperties));
                var properties = Markup.PropertiesOf(numbered);
                properties.Elements(W.NumberingProperties).Remove();
                AddNumbering(properties, place);
                TrackProperties(numbered, before);
            }
            else
            {
                AddLiteral(unit, hosts[0], LiteralOf(unit, analog), FormatAt(old.WordsStart));
            }
        }
        else if (literal is not null && unit.Printed is null)
        {
            RemoveLabel(old);
        }
        else if (literal is not null && !LabelCore.AreSame(literal, unit.Printed!))
        {
            ReplaceLabel(source, old, literal, unit.Printed!);
        }
    }

    private void ReplaceLabel(WordParagraph paragraph, OldUnit old, string literal, string label)
    {
        var at = _text.Content.IndexOf(literal, paragraph.Line.Start, Math.Max(literal.Length, Math.Min(old.End, paragraph.Line.End) - paragraph.Line.Start), StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        // Only what the label says; what punctuates it stays.
        var (from, to) = (LabelCore.Find(literal), LabelCore.Find(label));
        var (start, end) = (at + from.Start.Value, at + from.End.Value);
        var isCore = literal[from].Length > 0 && label[to].Length > 0 && char.IsDigit(literal[from][0]) == char.IsDigit(label[to][0]);
        if (!isCore)
        {
            (start, end) = (at, at + literal.Length);
        }

        AddAt(end, null, [_tracker.Create(W.Inserted, Run(isCore ? label[to] : label, FormatAt(end)))]);
        foreach (var run in _live.RunsOf(start, end))
        {
            _tracker.Wrap(run, W.Deleted);
        }

        _changed.Add(paragraph.Part);
    }

    /// <summary>A label as literal text, set as those of its like are: tabs around it and all.</summary>
    private string LiteralOf(Unit unit, OldUnit? analog)
    {
        var label = unit.Printed!;
        if (analog is { Unit.Printed: { } like } && _text.Paragraphs[analog.Paragraphs[0]] is { Label.IsEmpty: true } paragraph && analog.WordsStart > paragraph.Line.Start)
        {
            var literal = _text.Content[paragraph.Line.Start..analog.WordsStart];
            if (literal.IndexOf(like, StringComparison.Ordinal) is >= 0 and var at)
            {
                var core = LabelCore.Find(like);
                var written = like[core].Length > 0 && label[LabelCore.Find(label)] is { Length: > 0 } says ? like[..core.Start] + says + like[core.End..] : label;
                return literal[..at] + written + literal[(at + like.Length)..];
            }
        }

        return label + (unit.Section == Section.Title ? " " : "\t");
    }

    private void TrackProperties(XElement paragraph, XElement? before)
    {
        // What comes in with its mark has no properties to go back to.
        var mark = paragraph.Element(W.ParagraphProperties)?.Element(W.RunProperties);
        if (mark?.Element(W.Inserted) is null && mark?.Element(W.MovedTo) is null)
        {
            _tracker.ChangeProperties(paragraph, before);
        }
    }

    private static void AddNumbering(XElement properties, ListPlace place)
    {
        var before = properties.Elements().LastOrDefault(element => BeforeNumbering.Contains(element.Name));
        if (before is null)
        {
            properties.AddFirst(place.ToMarkup());
        }
        else
        {
            before.AddAfterSelf(place.ToMarkup());
        }
    }

    private static readonly HashSet<XName> BeforeNumbering =
        [.. new[] { "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl" }.Select(name => W.Namespace + name)];

    private XElement PropertiesOf(OldUnit unit)
    {
        var copy = Markup.Copy(_text.Paragraphs[unit.Paragraphs[0]].Element.Element(W.ParagraphProperties)) ?? new XElement(W.ParagraphProperties);
        copy.Elements().Where(element => element.Name == W.SectionProperties || element.Name == W.Namespace + "framePr").Remove();
        return copy;
    }

    private XElement? Direction() => _isRightToLeft ? new XElement(W.RunProperties, new XElement(W.RightToLeft)) : null;

    /// <summary>True in a document whose numbering is that of one that was made from a draft.</summary>
    private bool IsOwn => _styles.Has("SingleTxt") && _styles.Has("DocumentSymbol");

    /// <summary>What the paragraph of a unit looks like: where it stands, how deep, and how it is labelled.</summary>
    private static (Section Section, int Level, int Label) FormOf(Unit unit, IReadOnlyList<Unit> units) => (
        unit.Section,
        DraftNumbering.LevelOf(unit, units),
        unit.Printed is not { } label ? unit.Label.Contains('H', StringComparison.Ordinal) ? 1 : 0
            : label[LabelCore.Find(label)] is { Length: > 0 } core ? char.IsDigit(core[0]) ? 2 : 3
            : 4);

    /// <summary>The old unit whose paragraph one for a new unit is made after: its own, else the nearest of its form; null where there is none.</summary>
    private OldUnit? AnalogOf(Unit unit)
    {
        var form = FormOf(unit, _comparison.New.Units);
        if (_analogs.Count == 0)
        {
            foreach (var old in _olds)
            {
                if (old is { OwnsParagraphs: true, Paragraphs.Count: > 0, Unit.Section: not (Section.Footnotes or Section.Masthead) } && IsInBody(old))
                {
                    var key = FormOf(old.Unit, _comparison.Old.Units);
                    if (!_analogs.TryGetValue(key, out var alike))
                    {
                        _analogs.Add(key, alike = []);
                    }

                    alike.Add(old);
                }
            }
        }

        if (!_analogs.TryGetValue(form, out var candidates))
        {
            return null;
        }

        var near = NearOf(unit);
        var next = candidates.FindIndex(old => old.Unit.Index >= near);
        return next < 0 ? candidates[^1]
            : next > 0 && near - candidates[next - 1].Unit.Index <= candidates[next].Unit.Index - near ? candidates[next - 1]
            : candidates[next];
    }

    /// <summary>Where in the old draft a new unit stands: with its own old unit, else with that of the unit above it.</summary>
    private int NearOf(Unit unit)
    {
        for (var i = unit.Index; i >= 0; i--)
        {
            if (_planOfNew.TryGetValue(i, out var found) && found.Plan.Change.Old is [var old, ..])
            {
                return old.Index;
            }
        }

        return 0;
    }
}
