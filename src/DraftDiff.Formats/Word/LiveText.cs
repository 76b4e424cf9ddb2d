using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>
/// The text of a Word file while its markup is edited: positions are those of the text as it was read, and each still
/// finds its run after runs were divided. Edits of a paragraph go from its end to its beginning.
/// </summary>
internal sealed class LiveText
{
    private readonly List<Piece> _pieces;
    private readonly HashSet<XElement> _isolated = [];

    public LiveText(WordText text)
    {
        Text = text;
        _pieces = [.. text.Pieces.Select(piece => new Piece(piece.Start, piece.Length, piece.Element))];
    }

    /// <summary>The text as it was read.</summary>
    public WordText Text { get; }

    private sealed class Piece(int start, int length, XElement element)
    {
        public int Start { get; } = start;

        public int Length { get; set; } = length;

        public int End => Start + Length;

        public XElement Element { get; } = element;
    }

    /// <summary>Puts marks and the controls of fields in a paragraph into runs of their own.</summary>
    public void Isolate(XElement paragraph)
    {
        if (!_isolated.Add(paragraph))
        {
            return;
        }

        foreach (var run in paragraph.Descendants(W.Run).ToList())
        {
            var content = run.Elements().Where(element => element.Name != W.RunProperties).ToList();
            for (var i = content.Count - 1; i > 0; i--)
            {
                if (IsControl(content[i]) || IsControl(content[i - 1]))
                {
                    DivideBefore(content[i]);
                }
            }
        }
    }

    /// <summary>The run of the character in front of a position on the same line, divided so that it ends there; null where none stands there.</summary>
    /// <param name="position">The position.</param>
    /// <param name="lineStart">Where the line begins.</param>
    public XElement? RunBefore(int position, int lineStart)
    {
        var index = PieceAt(position - 1);
        while (index >= 0 && _pieces[index].Start >= position)
        {
            index--;
        }

        if (index < 0 || position <= lineStart || _pieces[index].End <= lineStart)
        {
            return null;
        }

        Divide(index, Math.Min(position, _pieces[index].End));
        return RunOf(_pieces[index].Element);
    }

    /// <summary>The run of the first character from a position on; null where none stands there before <paramref name="end"/>.</summary>
    public XElement? RunFrom(int position, int end)
    {
        var index = Math.Max(0, PieceAt(position));
        while (index < _pieces.Count && _pieces[index].End <= position)
        {
            index++;
        }

        return index < _pieces.Count && _pieces[index].Start < end ? RunOf(_pieces[index].Element) : null;
    }

    /// <summary>The runs of a range, divided so that they hold nothing else of the text.</summary>
    public List<XElement> RunsOf(int start, int end)
    {
        DivideAt(start);
        DivideAt(end);
        var runs = new List<XElement>();
        for (var index = Math.Max(0, PieceAt(start)); index < _pieces.Count && _pieces[index].Start < end; index++)
        {
            if (_pieces[index].Start >= start && RunOf(_pieces[index].Element) is { } run && (runs.Count == 0 || runs[^1] != run))
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    /// <summary>The runs of a range as copies, for another place.</summary>
    public IEnumerable<XElement> CopyOf(int start, int end)
    {
        for (var index = Math.Max(0, PieceAt(start)); index < _pieces.Count && _pieces[index].Start < end; index++)
        {
            var piece = _pieces[index];
            if (piece.End <= start || RunOf(piece.Element) is not { } run)
            {
                continue;
            }

            var properties = Markup.Copy(run.Element(W.RunProperties));
            if (piece.Element.Name == W.Text || piece.Element.Name == W.DeletedText)
            {
                var (from, to) = (Math.Max(start, piece.Start), Math.Min(end, piece.End));
                yield return new XElement(W.Run, properties, Markup.Text(piece.Element.Value[(from - piece.Start)..(to - piece.Start)]));
            }
            else
            {
                yield return new XElement(W.Run, properties, new XElement(piece.Element));
            }
        }
    }

    /// <summary>The run that an element stands in; null for one outside of runs, in a formula.</summary>
    public static XElement? RunOf(XElement element) => element.AncestorsAndSelf(W.Run).FirstOrDefault();

    /// <summary>True for an element that holds a run of its own: a footnote mark, the control of a field.</summary>
    private static bool IsControl(XElement element) =>
        IsMark(element) || element.Name == W.FieldCharacter || element.Name == W.Instruction || element.Name == W.Drawing || element.Name == W.Picture;

    private static bool IsMark(XElement element) => element.Name == W.FootnoteReference || element.Name == W.EndnoteReference;

    private int PieceAt(int position)
    {
        var (first, end) = (0, _pieces.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = _pieces[middle].Start <= position ? (middle + 1, end) : (first, middle);
        }

        return first - 1;
    }

    /// <summary>Divides the runs on both sides of a position.</summary>
    private void DivideAt(int position)
    {
        var index = PieceAt(position);
        if (index >= 0 && position <= _pieces[index].End)
        {
            Divide(index, position);
        }

        if (index > 0 && _pieces[index].Start == position && _pieces[index - 1].End == position)
        {
            Divide(index - 1, position);
        }
    }

    /// <summary>Divides the run of a piece at a position from its start to its end.</summary>
    private void Divide(int index, int position)
    {
        var piece = _pieces[index];
        var offset = position - piece.Start;
        if (RunOf(piece.Element) is not { } run || piece.Element.Parent != run)
        {
            return;
        }

        if (offset == 0)
        {
            DivideBefore(piece.Element);
        }
        else if (offset == piece.Length)
        {
            if (piece.Element.ElementsAfterSelf().FirstOrDefault() is { } next)
            {
                DivideBefore(next);
            }
        }
        else
        {
            var text = piece.Element.Value;
            var rest = Markup.SetText(new XElement(piece.Element.Name), text[offset..]);
            Markup.SetText(piece.Element, text[..offset]);
            piece.Element.AddAfterSelf(rest);
            _pieces.Insert(index + 1, new Piece(position, piece.Length - offset, rest));
            piece.Length = offset;
            DivideBefore(rest);
        }
    }

    /// <summary>Moves an element of a run and what follows it to a run of their own behind it; not what spells a mark out behind its reference.</summary>
    private static void DivideBefore(XElement element)
    {
        var run = element.Parent!;
        var before = element.ElementsBeforeSelf().LastOrDefault();
        if (before is null || before.Name == W.RunProperties || (IsMark(before) && NoteReferences.HasOwnMark(before)))
        {
            return;
        }

        List<XElement> moved = [element, .. element.ElementsAfterSelf()];
        moved.ForEach(each => each.Remove());
        run.AddAfterSelf(new XElement(W.Run, run.Attributes(), run.Element(W.RunProperties), moved));
    }
}
