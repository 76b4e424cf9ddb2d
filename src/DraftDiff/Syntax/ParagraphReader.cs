using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Puts the lines of a draft's body together to paragraphs: line by line, each either goes on with the paragraph before
/// or begins another. What each paragraph is, <see cref="OutlineReader"/> says.
/// </summary>
internal sealed class ParagraphReader
{
    private const int PageGap = 3;

    // About as many as a paragraph has, blank lines among them; where it has fewer, the list of paragraphs grows.
    private const int LinesOfParagraph = 8;

    private readonly string _content;
    private readonly Line[] _lines;
    private readonly PageLayout _layout;
    private readonly DraftingConventions _conventions;
    private readonly List<Block> _blocks;
    private readonly SubparagraphLevels _levels;
    private Block? _current;
    private int _lastLine;
    private int _number;

    /// <summary>True where the paragraph that is open is a line that stands for itself: a heading, an opening, a line of the closing.</summary>
    private bool _standsAlone;
    private bool _heading;
    private bool _lettered;

    /// <summary>True behind an opening or the word Annex, which nothing goes on with.</summary>
    private bool _isWhole;

    /// <summary>True once a paragraph has a number: where preambular paragraphs are due, other evidence counts.</summary>
    private bool _numbered;
    private bool _closing;

    private ParagraphReader(string content, Line[] lines, int count, PageLayout layout, DraftingConventions conventions)
    {
        _blocks = new List<Block>(count / LinesOfParagraph);
        _content = content;
        _lines = lines;
        _layout = layout;
        _conventions = conventions;
        _levels = new SubparagraphLevels(conventions);
    }

    /// <summary>Cuts a range of lines into paragraphs, in order.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines with their roles.</param>
    /// <param name="range">The lines to read.</param>
    /// <param name="opening">The words of the opening, which may end before their line does; empty where the range has none.</param>
    /// <param name="layout">How the text is laid out.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <returns>The paragraphs, without kind and label.</returns>
    public static List<Block> Read(
        string content, Line[] lines, Range range, TextSpan opening, PageLayout layout, DraftingConventions conventions)
    {
        var (first, count) = range.GetOffsetAndLength(lines.Length);
        var reader = new ParagraphReader(content, lines, count, layout, conventions);
        for (var i = first; i < first + count; i++)
        {
            if (lines[i].Role != LineRole.Body)
            {
                continue;
            }

            if (!opening.IsEmpty && lines[i].ContentStart == opening.Start)
            {
                reader.Open(i, opening.Start);
                reader.Extend(i, opening.End);
                reader._isWhole = true;
                reader.ReadLine(i, opening.End);
            }
            else
            {
                reader.ReadLine(i, lines[i].ContentStart);
            }
        }

        return reader._blocks;
    }

    private void ReadLine(int index, int start)
    {
        while (start < _lines[index].ContentEnd && Characters.IsSpace(_content[start]))
        {
            start++;
        }

        if (start == _lines[index].ContentEnd)
        {
            return;
        }

        if (_current is null || _isWhole || (_layout.IsMarked ? IsMarkedAsFirst(index) : Begins(index)))
        {
            Begin(index, start);
        }

        Extend(index, _lines[index].ContentEnd);
    }

    private void Begin(int index, int start)
    {
        ref readonly var line = ref _lines[index];
        var rest = TextSpan.FromBounds(start, line.ContentEnd);
        _closing = _closing || IsClosing(index);
        _standsAlone = false;
        _heading = false;
        _lettered = false;
        _isWhole = false;
        if (PrintedLabel.TryReadNumber(_content, rest, _number, out var number, out _) || IsDueWithoutDot(rest, out number))
        {
            _number = number.Number;
            _numbered = true;
            _levels.Restart();
        }
        else if (PrintedLabel.TryReadLetter(_content, rest, out var letter) && _levels.TryEnter(letter.Inner, out _, out _, out _))
        {
            _lettered = true;
        }
        else if (IsOpening(line) || IsAnnexHeading(line))
        {
            _standsAlone = true;
            _isWhole = true;
            _closing = false;
            _numbered = false;
            _number = 0;
            _levels.Restart();
        }
        else
        {
            _heading = !_closing && IsHeading(index);
            _standsAlone = _closing || _heading;
        }

        Open(index, start);
        if (_lettered)
        {
            _levels.Entered(_current!);
        }
    }

    private void Open(int line, int start)
    {
        _current = new Block(NodeKind.Unrecognized, Section.Unrecognized, start, line);
        _blocks.Add(_current);
    }

    private void Extend(int line, int end)
    {
        _current!.LastLine = line;
        _current.End = end;
        _lastLine = line;
    }

    /// <summary>
    /// True where the format says that a line begins a paragraph, or where it cannot say it, since a page begins there, and
    /// the words do.
    /// </summary>
    private bool IsMarkedAsFirst(int index) =>
        _layout.LineEndsSeparate || _lines[index].BlanksAbove > 0
        || (PageLayout.HasFormFeed(_content, _lines[_lastLine], _lines[index])
            && (IsClosing(index) || (_lines[_lastLine].Ending != LineEnding.Open && BeginsParagraph(index))));

    /// <summary>True where a line begins a paragraph, false where it goes on with the one before.</summary>
    private bool Begins(int index)
    {
        ref readonly var line = ref _lines[index];
        ref readonly var last = ref _lines[_lastLine];
        var ending = last.Ending;
        var crossesPage = PageLayout.HasFormFeed(_content, last, line);
        for (var i = _lastLine + 1; i < index; i++)
        {
            crossesPage |= _lines[i].Role is not (LineRole.Blank or LineRole.Body);
        }

        var separated = !crossesPage && (line.BlanksAbove > 0 ? _layout.BlankLinesSeparate : _layout.LineEndsSeparate);
        if (IsDueLabel(line) && (separated || ending != LineEnding.Open || _standsAlone || EndsWithConjunction(last)
            || (_layout.SpacesEnd && EndsWithSpace(line))
            || (_layout.IndentsBegin && _layout.IsIndented(_content, line))
            || (line.BlanksAbove > 0 && _layout.BlankLinesSeparate && LabelsSentence(line))))
        {
            return true;
        }

        if (separated)
        {
            // A paragraph may lack its end, but a meeting or a date is none.
            if (IsClosing(index))
            {
                return true;
            }

            // A sentence goes on behind a comma where no blank line was left, or where preambular paragraphs begin with capitals.
            var isWithin = line.BlanksAbove == 0 || (!_numbered && char.IsUpper(_content[_current!.Start]));
            if (ending == LineEnding.Comma && isWithin && !_lettered && char.IsLower(_content[line.ContentStart]) && !OpensPreambular(line))
            {
                return false;
            }

            // A paragraph that stops in the middle of a sentence goes on, and so does a heading that stops in the middle of a phrase.
            return ending != LineEnding.Open || !(_heading ? HeadingGoesOn(line) : !_standsAlone && (GoesOnLowerCase(line) || GoesOnBeyondGap(line)));
        }

        // Where no line is wrapped, only a page can end in the middle of a paragraph.
        if (crossesPage && _layout.LinesAreParagraphs && ending != LineEnding.Open)
        {
            return ending != LineEnding.Comma || !GoesOnLowerCase(line);
        }

        if (_closing)
        {
            // A list of those who voted was wrapped; a meeting or a date was not.
            return ending is not (LineEnding.Open or LineEnding.Comma) || _content[line.ContentStart] == '[' || IsAnnexHeading(line)
                || BlockFacts.IsClosing(TextOf(line), _conventions) || _layout.EndsEarly(_content, last, line)
                || (line.Ending == LineEnding.Colon && !GoesOnLowerCase(line));
        }

        if (IsClosing(index))
        {
            return true;
        }

        if (ending > LineEnding.Comma && (IsAnnexHeading(line) || IsOpening(line)))
        {
            return true;
        }

        if (_layout.IndentsBegin)
        {
            var isCut = index > 0 && _lines[index - 1].Role == LineRole.Furniture && PageLayout.IsCut(_content, _lines, index - 1);
            if (!isCut && !_layout.IsIndented(_content, line))
            {
                return false;
            }

            // A PDF's text is indented too behind a raised mark, where the blank line between other lines is missing.
            var breaksSpacing = _layout.BlankLinesSpace && line.BlanksAbove == 0;
            if (breaksSpacing && !crossesPage && EndsWithDigit(last))
            {
                return false;
            }

            if (_layout.SpacesEnd && !PageLayout.IsCut(_content, _lines, _lastLine))
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
                || (ending == LineEnding.Comma && !_numbered && (!EndsWithDigit(last) || OpensPreambular(line)))
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
        if (_layout.SpacesEnd && !PageLayout.IsCut(_content, _lines, _lastLine))
        {
            return EndsWithSpace(_lines[index]);
        }

        var early = _layout.EndsEarly(_content, _lines[_lastLine], _lines[index]);
        if (!_numbered)
        {
            var first = _content[_lines[index].ContentStart];
            var opens = OpensPreambular(_lines[index]) ? !(char.IsLower(first) && char.IsUpper(_content[_current!.Start]))
                : char.IsUpper(first) && OpeningWords.AreOperative(TextOf(_lines[index]), _conventions);

            // Han text does not mark its words, so that an opening's characters can stand anywhere.
            return opens && (early || !Characters.IsHan(first)) || (early && _layout.IndentsBegin);
        }

        return early && _lines[_lastLine].Ending >= LineEnding.Semicolon;
    }

    /// <summary>True where a line begins with the number or letter that is due, or with a label that only labels look like.</summary>
    private bool IsDueLabel(in Line line)
    {
        if (PrintedLabel.TryReadNumber(_content, line.Content, _number, out var number, out var isDue))
        {
            return isDue || number.Number == 1;
        }

        return (PrintedLabel.TryReadLetter(_content, line.Content, out var letter) && _levels.MayStand(letter.Inner))
            || NegotiationLabel.TryRead(_content, line.Content, out _);
    }

    /// <summary>True where a capital follows the label that a line begins with: "(b) above" goes on with a sentence, over a page too.</summary>
    private bool LabelsSentence(in Line line)
    {
        var text = TextOf(line);
        var space = text.IndexOfAny(' ', '\t', '\u00A0');
        text = text[(space < 0 ? text.Length : space)..].TrimStart();
        return !text.IsEmpty && char.IsUpper(text[0]);
    }

    private bool IsDueWithoutDot(TextSpan line, out (int Number, int End) number) =>
        PrintedLabel.TryReadBareNumber(_content, line, out number) && _numbered && number.Number == _number + 1;

    /// <summary>True for a line that is an opening and nothing else.</summary>
    private bool IsOpening(in Line line) => BlockFacts.IsOpening(TextOf(line), _conventions);

    private bool IsAnnexHeading(in Line line) => BlockFacts.IsAnnexHeading(TextOf(line), _conventions);

    /// <summary>
    /// True for a line of the closing, which stands after a full stop: the number of a meeting or a date, without a full
    /// stop of its own, or how the resolution was adopted, in brackets.
    /// </summary>
    private bool IsClosing(int index)
    {
        ref readonly var line = ref _lines[index];
        var isApart = _numbered && line.BlanksAbove > 0 && _layout.BlankLinesSeparate;
        var ending = _lines[_lastLine].Ending;
        return (ending == LineEnding.FullStop || (isApart && ending == LineEnding.Open)) && BlockFacts.IsClosing(TextOf(line), _conventions);
    }

    /// <summary>True for a short line that ends as no sentence does, and ends before the width of the page makes it.</summary>
    private bool IsHeading(int index)
    {
        ref readonly var line = ref _lines[index];
        if (line.Content.Length > BlockFacts.LongestHeading || line.Ending != LineEnding.Open || GoesOnLowerCase(line))
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

    /// <summary>
    /// True where a heading was broken into two lines: the second goes on in small letters, or a space was left where
    /// the first was broken.
    /// </summary>
    private bool HeadingGoesOn(in Line line)
    {
        var end = _lines[_lastLine].ContentEnd;
        return GoesOnLowerCase(line)
            || (end < LineTable.EndOf(_content, _lines, _lastLine) && _content[end] is ' ' or '\u00A0' && IsShort(line));
    }

    /// <summary>True for the end of a sentence below several blank lines, as a page leaves them.</summary>
    private bool GoesOnBeyondGap(in Line line) =>
        line.BlanksAbove >= PageGap && line.Ending != LineEnding.Open
        && !IsOpening(line) && !OpensPreambular(line) && !OpeningWords.AreOperative(TextOf(line), _conventions);

    private static bool IsShort(in Line line) =>
        line.Content.Length <= BlockFacts.LongestHeading && line.Ending == LineEnding.Open;

    private bool GoesOnLowerCase(in Line line)
    {
        var first = _content[line.ContentStart];
        return char.IsLower(first) || Characters.IsDigit(first);
    }

    /// <summary>True where the space that ends a paragraph stands in front of a line, or may have gone with the mark that ended it.</summary>
    private bool EndsWithSpace(in Line line) =>
        PageLayout.EndsWithSpace(_content, _lines, _lastLine)
        || (EndsWithDigit(_lines[_lastLine]) && _lines[_lastLine].Ending != LineEnding.Open && OpensPreambular(line));

    /// <summary>True where a line ends with "; and", behind which the last of several subparagraphs stands.</summary>
    private bool EndsWithConjunction(in Line line)
    {
        var text = TextOf(line);
        var space = text.LastIndexOfAny(' ', '\u00A0');
        if (space <= 0 || text[..space].TrimEnd()[^1] is not (';' or ',' or '؛' or '،'))
        {
            return false;
        }

        foreach (var word in _conventions.Conjunctions)
        {
            if (text[(space + 1)..].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsWithDigit(in Line line) => Characters.IsDigit(_content[line.ContentEnd - 1]);

    private bool OpensPreambular(in Line line) => OpeningWords.ArePreambular(TextOf(line), _conventions);

    private ReadOnlySpan<char> TextOf(in Line line) => _content.AsSpan(line.ContentStart, line.Content.Length);
}
