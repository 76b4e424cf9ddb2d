using System.Xml.Linq;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <content>What becomes of the words of each change: a list of edits in the order of the text.</content>
internal sealed partial class RedlineWriter
{
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
        foreach (var old in edits.Select(edit => edit.Old).Distinct())
        {
            Isolate(old);
        }

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
                    TakeOldMarks(segment.Old + start);
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

        TakeOldMarks(plan.OldText.Length);
        Reach(int.MaxValue);
        return edits;

        void Add(OldUnit at, Func<XElement?, IEnumerable<XElement>> content)
        {
            // Not behind a mark that is kept and comes later in the new words.
            var ahead = waiting.Where(mark => mark.Span.Start < position && !passed.Contains(mark)).MinBy(mark => mark.Span.Start);
            edits.Add(ahead is null ? new Addition(at, position, after, content) : new Addition(at, ahead.Span.Start, null, content));
        }

        // The old marks up to a position: those that go are edits, those that stay are waited for.
        void TakeOldMarks(int until)
        {
            while (oldMarks.TryPeek(out var next) && next.Mark.At <= until)
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
}
