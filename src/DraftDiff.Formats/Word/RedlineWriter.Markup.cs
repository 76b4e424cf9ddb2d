using System.Xml.Linq;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <content>The edits in the markup, each paragraph from its end to its beginning.</content>
internal sealed partial class RedlineWriter
{
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

    // Only what is edited is divided.
    private void Isolate(OldUnit old) => old.Paragraphs.ForEach(paragraph => _live.Isolate(_text.Paragraphs[paragraph].Element));

    private void Changed(int position) => _changed.Add(_text.Paragraphs[_text.ParagraphAt(position)].Part);

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
        var index = _text.ParagraphAt(position);
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
        var line = _text.Paragraphs[_text.ParagraphAt(position)].Line;
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
        _heads[_text.ParagraphAt(division.Position)] = head;
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
        Isolate(old);
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

        var isNote = old.Unit.Section == Section.Footnotes && _text.Paragraphs[old.Paragraphs[0]].Part != _package.Main;
        Isolate(old);
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

            _tracker.MarkParagraph(paragraph.Element, IsMovedWhole(plan) ? W.MovedFrom : W.Deleted);
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
}
