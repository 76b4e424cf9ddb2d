using DraftDiff.Diagnostics;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Puts the lines of a draft's body together to paragraphs and says what each is: from the opening on, line by line,
/// each either goes on with the paragraph before or begins another.
/// </summary>
internal sealed class ParagraphReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly PageLayout _layout;
    private readonly DraftingConventions _conventions;
    private readonly List<Diagnostic> _diagnostics;
    private readonly List<Block> _blocks = [];
    private readonly SubparagraphLevels _levels;
    private Section _section = Section.Preamble;
    private string _prefix = "";
    private int _annexes;
    private int _preambular;
    private int _headings;
    private int _closing;
    private int _unrecognized;
    private int _number;
    private int _unnumbered;
    private Block? _current;
    private Block? _paragraph;
    private int _lastLine;

    private ParagraphReader(
        string content, Line[] lines, PageLayout layout, DraftingConventions conventions, List<Diagnostic> diagnostics)
    {
        _content = content;
        _lines = lines;
        _layout = layout;
        _conventions = conventions;
        _diagnostics = diagnostics;
        _levels = new SubparagraphLevels(conventions);
    }

    /// <summary>Reads the lines from <paramref name="firstLine"/> on, in order.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines with their roles.</param>
    /// <param name="firstLine">The line of the opening; the first line of all where the text has none.</param>
    /// <param name="opening">The opening's words on that line; empty where the text has none.</param>
    /// <param name="layout">How the text is laid out.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <param name="diagnostics">Takes what there is to say.</param>
    public static List<Block> Read(
        string content,
        Line[] lines,
        int firstLine,
        TextSpan opening,
        PageLayout layout,
        DraftingConventions conventions,
        List<Diagnostic> diagnostics)
    {
        var reader = new ParagraphReader(content, lines, layout, conventions, diagnostics);
        if (opening.IsEmpty)
        {
            // Without an opening a text may still be paragraphs; where they are none, none of it can be placed.
            reader._section = Section.Unrecognized;
        }
        else
        {
            reader.Open(NodeKind.Opening, Section.Opening, opening.Start, firstLine).Label = "opening";
            reader.Extend(firstLine, opening.End);
        }

        for (var i = firstLine; i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Body)
            {
                reader.ReadLine(i, i == firstLine ? opening.End : lines[i].ContentStart);
            }
        }

        reader.FindUnnumberedOperative();
        return reader._blocks;
    }

    private void ReadLine(int index, int from)
    {
        var start = from;
        while (start < _lines[index].ContentEnd && Characters.IsSpace(_content[start]))
        {
            start++;
        }

        if (start == _lines[index].ContentEnd)
        {
            return;
        }

        if (_current is null || _current.Kind == NodeKind.Opening || Begins(index))
        {
            Begin(index, start);
        }

        Extend(index, _lines[index].ContentEnd);
        _lastLine = index;
    }

    /// <summary>True where a line begins a paragraph, false where it goes on with the one before.</summary>
    private bool Begins(int index)
    {
        ref readonly var line = ref _lines[index];
        ref readonly var last = ref _lines[_lastLine];
        var ending = PageLayout.EndingOf(_content, last);
        var crossesPage = PageLayout.HasFormFeed(_content, last, line);
        for (var i = _lastLine + 1; i < index; i++)
        {
            crossesPage |= _lines[i].Role is not (LineRole.Blank or LineRole.Body);
        }

        var separated = !crossesPage && (line.BlanksAbove > 0 ? _layout.BlankLinesSeparate : _layout.LineEndsSeparate);
        if (IsDueLabel(line) && (separated || ending != LineEnding.Open || _current!.Kind is NodeKind.Heading
            || (_layout.IndentsBegin && _layout.IsIndented(_content, line))))
        {
            return true;
        }

        if (separated)
        {
            // A paragraph that stops in the middle of a sentence goes on, unless it is a line of its own.
            return ending != LineEnding.Open || !GoesOnLowerCase(line) || !IsParagraph(_current!);
        }

        if (_section is Section.Closing || IsClosing(index))
        {
            return true;
        }

        if (IsAnnexHeading(line) && ending != LineEnding.Open)
        {
            return true;
        }

        if (_layout.IndentsBegin)
        {
            if (!_layout.IsIndented(_content, line))
            {
                return false;
            }

            // A PDF's text is indented too behind a raised mark, where the blank line between other lines is missing.
            var breaksSpacing = _layout.BlankLinesSpace && line.BlanksAbove == 0;
            if (breaksSpacing && !crossesPage && EndsWithDigit(last))
            {
                return false;
            }

            if (_layout.SpacesEnd)
            {
                return EndsWithSpace(line);
            }

            // So it is where a page begins: the sentence tells.
            if (breaksSpacing || crossesPage)
            {
                return (ending >= LineEnding.Semicolon && !GoesOnLowerCase(line)) || (ending == LineEnding.Comma && BeginsParagraph(index));
            }

            // An indent in the middle of a sentence may be that of a page, unless the line above ended on purpose.
            return ending >= LineEnding.Semicolon
                || (ending == LineEnding.Comma && _section == Section.Preamble && (!EndsWithDigit(last) || OpensPreambular(line)))
                || (!EndsWithDigit(last) && _layout.EndsEarly(_content, last, line));
        }

        if (ending == LineEnding.Open)
        {
            return false;
        }

        return BeginsParagraph(index);
    }

    /// <summary>True where words and line lengths speak for a paragraph's beginning, after a comma or the end of a sentence.</summary>
    private bool BeginsParagraph(int index)
    {
        if (_layout.SpacesEnd)
        {
            return EndsWithSpace(_lines[index]);
        }

        var early = _layout.EndsEarly(_content, _lines[_lastLine], _lines[index]);
        if (_section is Section.Preamble or Section.Unrecognized)
        {
            var opens = OpensPreambular(_lines[index]);

            // Han text does not mark its words, so that an opening's characters can stand anywhere.
            return opens && (early || !Characters.IsHan(_content[_lines[index].ContentStart])) || (early && _layout.IndentsBegin);
        }

        return early && PageLayout.EndingOf(_content, _lines[_lastLine]) >= LineEnding.Semicolon;
    }

    /// <summary>True where a line begins with the number or letter that is due.</summary>
    private bool IsDueLabel(in Line line)
    {
        if (PrintedLabel.TryReadNumber(_content, line.Content, out var number))
        {
            return number.Number == _number + 1 || (number.Number > _number && number.Number <= _number + 3) || number.Number == 1;
        }

        return PrintedLabel.TryReadLetter(_content, line.Content, out var letter) && _levels.IsDue(letter.Inner);
    }

    /// <summary>Begins the paragraph that a line begins, of the kind that its words and its place tell.</summary>
    private void Begin(int index, int start)
    {
        ref readonly var line = ref _lines[index];
        var rest = TextSpan.FromBounds(start, line.ContentEnd);
        if (IsAnnexHeading(line) && _section is not Section.Preamble)
        {
            BeginAnnex(index, start);
        }
        else if (_section != Section.Closing && PrintedLabel.TryReadNumber(_content, rest, out var number)
            && (number.Number < LeastYear || number.Number == _number + 1))
        {
            BeginNumbered(index, start, number);
        }
        else if (_section != Section.Closing && _paragraph is not null && PrintedLabel.TryReadLetter(_content, rest, out var letter)
            && _levels.TryEnter(letter.Inner, out var label, out var parent, out var follows))
        {
            var block = Open(NodeKind.Subparagraph, _paragraph.Section, start, index);
            block.LabelSpan = TextSpan.FromBounds(start, letter.End);
            block.Label = label;
            block.Parent = parent ?? _paragraph;
            _levels.Entered(block);
            if (follows is not null)
            {
                _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.NumberingGap, block.LabelSpan, label, follows));
            }
        }
        else if (_section == Section.Closing || (_section == Section.Operative && IsClosing(index)))
        {
            _section = Section.Closing;
            Open(NodeKind.ClosingLine, Section.Closing, start, index).Label = $"closing-{++_closing}";
        }
        else if (_section == Section.Preamble && IsHeading(index) && !OpensPreambular(line))
        {
            Open(NodeKind.Heading, Section.Heading, start, index).Label = $"H{++_headings}";
            _paragraph = null;
        }
        else if (_section == Section.Preamble || (_section == Section.Unrecognized && OpensPreambular(line)))
        {
            _section = Section.Preamble;
            _paragraph = Open(NodeKind.PreambularParagraph, Section.Preamble, start, index);
            _paragraph.Label = $"PP{++_preambular}";
            _levels.Restart();
        }
        else if (_section == Section.Unrecognized)
        {
            _paragraph = null;
            Open(NodeKind.Unrecognized, Section.Unrecognized, start, index).Label = $"U{++_unrecognized}";
        }
        else if (IsHeading(index))
        {
            var block = Open(NodeKind.Heading, _section == Section.Annex ? Section.Annex : Section.Heading, start, index);
            block.Label = $"H{++_headings}";
            _paragraph = null;
        }
        else if (_paragraph is { } paragraph && _current is { Kind: NodeKind.Subparagraph } && GoesOnLowerCase(line))
        {
            var block = Open(NodeKind.FlushText, paragraph.Section, start, index);
            block.Label = "+";
            block.Parent = paragraph;
            _levels.Restart();
        }
        else
        {
            _paragraph = Open(
                _section == Section.Annex ? NodeKind.AnnexParagraph : NodeKind.OperativeParagraph, _section, start, index);
            _paragraph.Label = $"{NumberName}{_number}/{++_unnumbered + 1}";
            _levels.Restart();
        }
    }

    private string NumberName => _section == Section.Annex ? "" : "OP";

    private void BeginNumbered(int index, int start, (int Number, int End) label)
    {
        if (_section is Section.Preamble or Section.Unrecognized)
        {
            _section = Section.Operative;
        }

        var block = Open(
            _section == Section.Annex ? NodeKind.AnnexParagraph : NodeKind.OperativeParagraph, _section, start, index);
        block.LabelSpan = TextSpan.FromBounds(start, label.End);
        block.Label = $"{NumberName}{label.Number}";
        if (label.Number != _number + 1)
        {
            var descriptor = label.Number > _number ? DraftDiagnostics.NumberingGap : DraftDiagnostics.NumberingRepeat;
            _diagnostics.Add(Diagnostic.Create(descriptor, block.LabelSpan, label.Number, _number));
        }

        _number = label.Number;
        _unnumbered = 0;
        _paragraph = block;
        _levels.Restart();
    }

    private void BeginAnnex(int index, int start)
    {
        _section = Section.Annex;
        _prefix = $"AX{++_annexes}.";
        _number = 0;
        _unnumbered = 0;
        _headings = 0;
        _paragraph = null;
        Open(NodeKind.Heading, Section.Annex, start, index).Label = $"H{++_headings}";
    }

    private Block Open(NodeKind kind, Section section, int start, int line)
    {
        _current = new Block(kind, section, start, line) { Prefix = _prefix };
        _blocks.Add(_current);
        return _current;
    }

    private void Extend(int line, int end)
    {
        _current!.LastLine = line;
        _current.End = end;
    }

    /// <summary>
    /// Where no paragraph is numbered, what does not open as a preambular paragraph does, at the end, is operative: a
    /// lone operative paragraph has no number.
    /// </summary>
    private void FindUnnumberedOperative()
    {
        var paragraphs = _blocks.FindAll(block => block.Kind == NodeKind.PreambularParagraph);
        if (paragraphs.Count == 0 || _blocks.Exists(block => block.Kind == NodeKind.OperativeParagraph))
        {
            return;
        }

        var first = paragraphs.Count;
        while (first > 0 && PageLayout.EndingOf(_content, _lines[paragraphs[first - 1].LastLine]) >= LineEnding.Colon
            && !OpensPreambular(_lines[paragraphs[first - 1].FirstLine]))
        {
            first--;
        }

        for (var i = first; i < paragraphs.Count; i++)
        {
            paragraphs[i].Kind = NodeKind.OperativeParagraph;
            paragraphs[i].Section = Section.Operative;
            paragraphs[i].Label = i == first ? "OP1" : $"OP1/{i - first + 1}";
        }

        foreach (var block in _blocks)
        {
            if (block.Parent is { Section: Section.Operative })
            {
                block.Section = Section.Operative;
            }
        }
    }

    /// <summary>
    /// True for a line of the closing, which stands after a full stop: the number of a meeting or a date, without a full
    /// stop of its own, or how the resolution was adopted, in brackets.
    /// </summary>
    private bool IsClosing(int index)
    {
        ref readonly var line = ref _lines[index];
        if (_section != Section.Operative || PageLayout.EndingOf(_content, _lines[_lastLine]) != LineEnding.FullStop)
        {
            return false;
        }

        var text = TextOf(line);
        var names = WordList.ContainsAny(text, _conventions.ClosingWords);
        return text[0] == '['
            ? names
            : text.Length <= LongestClosing && PageLayout.EndingOf(_content, line) == LineEnding.Open
                && ((names && text.IndexOfAnyInRange('0', '9') >= 0) || MastheadReader.IsDate(text, _conventions));
    }

    private bool IsAnnexHeading(in Line line)
    {
        if (line.Content.Length > LongestAnnexHeading || !WordList.StartsWithAny(TextOf(line), _conventions.AnnexWords))
        {
            return false;
        }

        return PageLayout.EndingOf(_content, line) == LineEnding.Open && _section is not (Section.Preamble or Section.Unrecognized);
    }

    /// <summary>True for a short line that ends as no sentence does, and ends before the width of the page makes it.</summary>
    private bool IsHeading(int index)
    {
        ref readonly var line = ref _lines[index];
        if (line.Content.Length > LongestHeading || PageLayout.EndingOf(_content, line) != LineEnding.Open || GoesOnLowerCase(line))
        {
            return false;
        }

        var next = index + 1;
        while (next < _lines.Length && _lines[next].Role != LineRole.Body)
        {
            next++;
        }

        return next == _lines.Length
            || (_lines[next].BlanksAbove > 0 ? _layout.BlankLinesSeparate : _layout.LineEndsSeparate)
            || _layout.EndsEarly(_content, line, _lines[next]);
    }

    private static bool IsParagraph(Block block) =>
        block.Kind is NodeKind.PreambularParagraph or NodeKind.OperativeParagraph or NodeKind.Subparagraph or NodeKind.AnnexParagraph;

    private bool GoesOnLowerCase(in Line line)
    {
        var first = _content[line.ContentStart];
        return char.IsLower(first) || Characters.IsDigit(first);
    }

    /// <summary>True where the space that ends a paragraph stands in front of a line, or may have gone with the mark that ended it.</summary>
    private bool EndsWithSpace(in Line line) =>
        PageLayout.EndsWithSpace(_content, _lines, _lastLine)
        || (EndsWithDigit(_lines[_lastLine]) && PageLayout.EndingOf(_content, _lines[_lastLine]) != LineEnding.Open && OpensPreambular(line));

    private bool EndsWithDigit(in Line line) => Characters.IsDigit(_content[line.ContentEnd - 1]);

    private bool OpensPreambular(in Line line) => WordList.StartsWithAny(TextOf(line), _conventions.PreambularOpenings);

    private ReadOnlySpan<char> TextOf(in Line line) => _content.AsSpan(line.ContentStart, line.Content.Length);

    private const int LeastYear = 1000;
    private const int LongestClosing = 60;
    private const int LongestAnnexHeading = 30;
    private const int LongestHeading = 150;
}
