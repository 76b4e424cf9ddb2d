using System.Xml.Linq;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <summary>
/// Edits a Word file that holds the old draft so that accepting all tracked changes gives the new draft and rejecting all
/// gives the old one. Nothing else of the file is touched.
/// </summary>
internal sealed partial class RedlineWriter
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
    private readonly Dictionary<(ChangePlan Plan, int Old, int New), string> _moves = [];
    private readonly Dictionary<string, List<XElement>> _movedFrom = [];
    private readonly Dictionary<string, List<XElement>> _movedTo = [];
    private readonly Dictionary<int, XElement> _heads = [];
    private readonly Dictionary<(ChangePlan Plan, int Part), XElement> _partHeads = [];
    private readonly HashSet<WordPart> _changed = [];
    private readonly ILookup<(Section Section, int Level, int Label), OldUnit> _analogs;
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
        _analogs = olds.OfType<OldUnit>()
            .Where(old => old.Unit.Section != Section.Masthead && IsInBody(old))
            .ToLookup(old => FormOf(old.Unit, comparison.Old.Units));
        _isRightToLeft = DraftingConventions.For(comparison.New.Language).IsRightToLeft;
        _plans = RedlinePlan.Of(comparison.Script, index => IsInBody(_olds[index]));
        foreach (var plan in _plans)
        {
            for (var i = 0; i < plan.Change.New.Length; i++)
            {
                _planOfNew.Add(plan.Change.New[i].Index, (plan, i));
            }

            var isUntouched = plan.OldStays is [true] && plan.Change is { Edits.IsEmpty: true, MarkEdits.IsEmpty: true };
            if (!isUntouched && plan.Change.Old.Any(unit => _olds[unit.Index] is null or { IsWhole: true }))
            {
                plan.ReplaceAll();
            }

            if (plan.OldStays is [true] && plan.NewStays is [true]
                && plan.Change.Old[0].IsLabelQuotedIn(comparison.Old.Source) != plan.Change.New[0].IsLabelQuotedIn(comparison.New.Source))
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
    /// <param name="resolved">The parts whose own tracked changes were resolved.</param>
    public static void Write(
        DraftComparison comparison, WordPackage package, WordText text, OldUnit?[] olds, ChangeTracker tracker, IEnumerable<WordPart> resolved) =>
        new RedlineWriter(comparison, package, text, olds, tracker).Write(resolved);

    private void Write(IEnumerable<WordPart> resolved)
    {
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
        _changed.UnionWith(resolved);
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
        && _text.Paragraphs[unit.Paragraphs[0]] is var first && first.Part == _package.Main && first.Element.Parent == Body;

    /// <summary>A paragraph for a unit that comes in or comes from elsewhere; its properties and its label are given where it is placed.</summary>
    private XElement Make(ChangePlan plan, int index)
    {
        var unit = plan.Change.New[index];
        var paragraph = new XElement(W.Paragraph);
        var format = FormatOf(AnalogOf(unit));
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
        _tracker.MarkParagraph(paragraph, IsMovedWhole(plan) ? W.MovedTo : W.Inserted);
        return paragraph;

        void AddMarks(int until)
        {
            while (marks.TryPeek(out var mark) && mark.Mark.At <= until)
            {
                marks.Dequeue();
                paragraph.Add(_notes.Write(unit, mark.Index).Select(each => Track(each, mark.Old >= 0 && IsMovedMark(mark.Old) ? W.MovedTo : W.Inserted)));
            }
        }

        bool IsMovedMark(int old) => _moves.ContainsKey((plan, plan.OldMarks[old].Unit, index));
    }

    /// <summary>True for a paragraph whose words are moved with its mark.</summary>
    private bool IsMovedWhole(ChangePlan plan) => plan.Change is { Moved: true, Old.Length: 1, New.Length: 1 } && _moves.ContainsKey((plan, 0, 0));

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
}
