using System.Xml.Linq;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <content>Labels and properties of paragraphs: as Word counts them where it counts right, else literal and tracked.</content>
internal sealed partial class RedlineWriter
{
    private void GiveLabel(Unit unit, XElement paragraph)
    {
        var analog = AnalogOf(unit);
        var properties = paragraph.Element(W.ParagraphProperties)!;
        var mark = properties.Element(W.RunProperties);
        mark?.Remove();
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
        if (unit.Printed is null)
        {
            return;
        }

        if (NumberLike(unit, analog) is { } place)
        {
            AddNumbering(properties, place);
            return;
        }

        AddLiteral(unit, paragraph, LiteralOf(unit, analog), FormatOf(analog));
    }

    /// <summary>Puts a label that is literal text in front of the words of a paragraph, or behind the quotation mark that they begin with.</summary>
    private void AddLiteral(Unit unit, XElement paragraph, string label, XElement? format)
    {
        var tracked = _tracker.Create(W.Inserted, Run(label, format));
        var text = !unit.IsLabelQuotedIn(_comparison.New.Source) ? null
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

            var place = unit.Printed is null ? null : _lists.Number(unit.Printed, own, own!.Value.Level);
            if (place == own)
            {
                return;
            }

            TrackNumbering(numbered, place ?? ListPlace.None);
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
            if (NumberLike(unit, analog) is { } place)
            {
                TrackNumbering(numbered, place);
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

        Isolate(old);
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

    /// <summary>Counts a paragraph in the list that numbers those it is made after; null where its label is none that a list writes.</summary>
    private ListPlace? NumberLike(Unit unit, OldUnit? analog)
    {
        var level = unit.DepthIn(_comparison.New.Units);
        var like = analog is not null ? _lists.PlaceOf(_text.Paragraphs[analog.Paragraphs[0]].Element)
            : IsOwn ? new ListPlace(DraftNumbering.List, level)
            : (ListPlace?)null;
        return like is not null && DraftNumbering.IsListed(unit) && !unit.IsLabelQuotedIn(_comparison.New.Source)
            ? _lists.Number(unit.Printed!, like, level)
            : null;
    }

    /// <summary>Gives a paragraph that stays another list.</summary>
    private void TrackNumbering(XElement paragraph, ListPlace place)
    {
        var before = Markup.Copy(paragraph.Element(W.ParagraphProperties));
        var properties = Markup.PropertiesOf(paragraph);
        properties.Elements(W.NumberingProperties).Remove();
        AddNumbering(properties, place);

        // What comes in with its mark has no properties to go back to.
        var mark = properties.Element(W.RunProperties);
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

    /// <summary>The look of the words of a paragraph that is made after another one.</summary>
    private XElement? FormatOf(OldUnit? analog) => analog is null ? Direction() : FormatAt(analog.PositionAfter(analog.Unit.Words.Length));

    private XElement? Direction() => _isRightToLeft ? new XElement(W.RunProperties, new XElement(W.RightToLeft)) : null;

    /// <summary>True in a document whose numbering is that of one that was made from a draft.</summary>
    private bool IsOwn => _styles.Has("SingleTxt") && _styles.Has("DocumentSymbol");

    /// <summary>What the paragraph of a unit looks like: where it stands, how deep, and how it is labelled.</summary>
    private static (Section Section, int Level, int Label) FormOf(Unit unit, IReadOnlyList<Unit> units) => (
        unit.Section,
        unit.DepthIn(units),
        unit.Printed is not { } label ? DraftNumbering.IsHeading(unit) ? 1 : 0
            : label[LabelCore.Find(label)] is { Length: > 0 } core ? char.IsDigit(core[0]) ? 2 : 3
            : 4);

    /// <summary>The old unit whose paragraph one for a new unit is made after: its own, else the nearest of its form; null where there is none.</summary>
    private OldUnit? AnalogOf(Unit unit)
    {
        OldUnit[] candidates = [.. _analogs[FormOf(unit, _comparison.New.Units)]];
        if (candidates.Length == 0)
        {
            return null;
        }

        var near = NearOf(unit);
        var next = Array.FindIndex(candidates, old => old.Unit.Index >= near);
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
