using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Word;

/// <summary>
/// Writes out the text of a Word file as a page shows it: the masthead, which UN files keep in the header of the first page,
/// the body with the labels that Word counts, the footnotes below a rule, and behind them what pages add.
/// </summary>
internal sealed class WordTextReader
{
    private const int LongestTypedNumber = 3;
    private const int LongestTypedLabel = 8;
    private const int LongestExcerpt = 40;

    private readonly WordPackage _package;
    private readonly XElement _body;
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly WordNumbering.Counter _counter;
    private readonly NoteReferences _notes;
    private readonly bool _isWrapped;
    private readonly StringBuilder _content = new();
    private readonly List<WordParagraph> _paragraphs = [];
    private readonly List<TextPiece> _pieces = [];
    private readonly List<WordMark> _marks = [];
    private readonly List<(WordMark Mark, string Number, WordNote? Note)> _markedNotes = [];
    private readonly List<(WordNote Note, string Number)> _noteOrder = [];
    private readonly Dictionary<WordNote, int> _ordered = [];
    private readonly List<MarkedNote> _typedNotes = [];
    private readonly List<TextSpan> _furniture = [];
    private readonly List<MarkedField> _fieldLines = [];
    private readonly List<TextSpan> _headings = [];
    private readonly List<TextSpan> _emphasis = [];
    private readonly List<(XElement Box, WordPart Part)> _boxes = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Stack<Field> _fields = new();
    private WordPart _part;
    private bool _isMasthead;
    private int _noteStart = -1;
    private (XElement Reference, int Start)? _ownMark;

    private WordTextReader(WordPackage package)
    {
        _package = package;
        _part = package.Main;
        _body = package.Document.Root!.Element(W.Body)!;
        _styles = new WordStyles(package.Read(package.Styles));
        _numbering = new WordNumbering(package.Read(package.Numbering), _styles);
        _counter = _numbering.Count();
        _notes = new NoteReferences(_body, package.Read(package.Footnotes), package.Read(package.Endnotes));
        _isWrapped = WrappedLines.Are(_body);
    }

    private sealed class Field(XElement begin)
    {
        public XElement Begin { get; } = begin;

        public StringBuilder Instruction { get; } = new();

        /// <summary>True behind what separates the instruction from what is shown.</summary>
        public bool IsShown { get; set; }

        /// <summary>True where a footnote mark stands for what the field shows.</summary>
        public bool IsMark { get; set; }
    }

    /// <summary>Reads the text of a package whose tracked changes are resolved.</summary>
    /// <exception cref="UnreadableFileException">A part is damaged or too large.</exception>
    public static WordText Read(WordPackage package) => new WordTextReader(package).Read();

    private WordText Read()
    {
        var first = FirstHeader();
        if (first is not null)
        {
            _isMasthead = true;
            ReadPart(first);
            _isMasthead = false;
        }

        EndRegion();
        _part = _package.Main;
        ReadBlocks(_body);
        var notes = ReadNotes();
        ReadFurniture(first);
        return new WordText(
            _content.ToString(),
            _isWrapped ? null : new SourceMarkup
            {
                Furniture = [.. _furniture],
                Fields = [.. _fieldLines],
                Headings = [.. _headings],
                Emphasis = [.. _emphasis],
                Notes = [.. _typedNotes, .. notes],
                Marks = [.. _markedNotes.Select(mark => new MarkedMark(mark.Number, mark.Mark.Span, IndexOf(mark.Note)))],
            },
            [.. _paragraphs],
            [.. _pieces],
            [.. _marks],
            [.. _diagnostics]);

        int IndexOf(WordNote? note) => note is not null && _ordered.TryGetValue(note, out var index) ? _typedNotes.Count + index : -1;
    }

    /// <summary>The header of the first page alone; null where the first section has none.</summary>
    private WordPart? FirstHeader()
    {
        var section = _body.Descendants(W.SectionProperties).FirstOrDefault();
        return section is not null && W.IsOn(section, W.TitlePage)
            && section.Elements(W.HeaderReference).FirstOrDefault(reference => reference.Attribute(W.Type)?.Value == "first") is { } header
            ? _package.FindPagePart(header)
            : null;
    }

    private void ReadPart(WordPart part)
    {
        _part = part;
        if (_package.Read(part)?.Root is { } root)
        {
            ReadBlocks(root);
        }
    }

    private void ReadBlocks(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == W.Paragraph)
            {
                ReadParagraph(element);
            }
            else if (element.Name == W.Table)
            {
                ReadTable(element);
            }
            else if (element.Name == W.StructuredTag)
            {
                ReadBlocks(element.Element(W.StructuredContent) ?? element);
            }
            else if (element.Name == W.AlternateContent)
            {
                ReadBlocks(ChoiceOf(element) ?? element);
            }
            else if (element.Name != W.TableProperties && element.Name != W.TableRowProperties && element.Name != W.TableCellProperties
                && element.Name != W.SectionProperties && element.HasElements)
            {
                // What holds blocks and adds nothing: custom XML, a range of another program.
                ReadBlocks(element);
            }
        }
    }

    /// <summary>A table whose cells hold a paragraph each is a row a line; another one, and that of a masthead, a paragraph a line.</summary>
    private void ReadTable(XElement table)
    {
        if (!_isMasthead)
        {
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.TableReadAsText, new TextSpan(_content.Length, 0)));
        }

        var rows = table.Descendants(W.TableRow).ToList();
        var isPlain = !_isMasthead && !table.Descendants(W.Table).Any()
            && rows.TrueForAll(row => row.Elements(W.TableCell).All(cell => cell.Elements(W.Paragraph).Count(paragraph => paragraph.Descendants(W.Run).Any()) <= 1));
        if (!isPlain)
        {
            ReadBlocks(table);
            return;
        }

        foreach (var row in rows)
        {
            var start = _content.Length;
            foreach (var paragraph in row.Elements(W.TableCell).SelectMany(cell => cell.Descendants(W.Paragraph)))
            {
                if (_content.Length > start && !char.IsWhiteSpace(_content[^1]))
                {
                    _content.Append('\t');
                }

                ReadLine(paragraph, out _);
            }

            EndLine(start);
        }
    }

    private void ReadParagraph(XElement paragraph)
    {
        var start = _content.Length;
        ReadLine(paragraph, out var isEmpty);
        if (isEmpty)
        {
            Discard(start);
            if (_isWrapped)
            {
                _content.Append('\n');
            }

            return;
        }

        var line = TextSpan.FromBounds(start, _content.Length);
        AddEmphasis(_paragraphs[^1]);
        if (_styles.FieldOf(paragraph) is { } field)
        {
            _fieldLines.Add(new MarkedField(field, line));
        }
        else if (_styles.IsHeading(paragraph))
        {
            _headings.Add(line);
        }

        if (TryReadTypedNote(paragraph, line) is { } note)
        {
            _typedNotes.Add(note);
        }

        EndLine(start);
    }

    /// <summary>The italics that a paragraph begins with, if not all of it is in italics.</summary>
    private void AddEmphasis(WordParagraph paragraph)
    {
        var (start, end) = (-1, -1);
        for (var i = paragraph.FirstPiece; i < paragraph.FirstPiece + paragraph.PieceCount; i++)
        {
            var piece = _pieces[i];
            var text = _content.ToString(piece.Start, piece.Length);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            // A label that was typed stands in front.
            var isItalic = W.IsOn(LiveText.RunOf(piece.Element)?.Element(W.RunProperties), W.Italic);
            if (!isItalic && start < 0 && text.AsSpan().Trim().Length <= LongestTypedLabel && (text.Any(char.IsAsciiDigit) || text.AsSpan().IndexOfAny('(', '.') >= 0))
            {
                continue;
            }

            if (!isItalic)
            {
                if (start >= 0)
                {
                    _emphasis.Add(TextSpan.FromBounds(start, end));
                }

                return;
            }

            start = start < 0 ? piece.Start + text.Length - text.TrimStart().Length : start;
            end = piece.Start + text.TrimEnd().Length;
        }
    }

    /// <summary>Takes back a line that shows nothing.</summary>
    private void Discard(int start)
    {
        _content.Length = start;
        if (_paragraphs.Count > 0 && _paragraphs[^1].Line.Start == start)
        {
            _pieces.RemoveRange(_paragraphs[^1].FirstPiece, _pieces.Count - _paragraphs[^1].FirstPiece);
            _paragraphs.RemoveAt(_paragraphs.Count - 1);
        }
    }

    private void ReadLine(XElement paragraph, out bool isEmpty)
    {
        var start = _content.Length;
        var firstPiece = _pieces.Count;
        var marks = _marks.Count;
        var label = new TextSpan(start, 0);
        if (_numbering.PlaceOf(paragraph) is { } place)
        {
            var (text, suffix) = _counter.Next(place);
            if (text.Length > 0)
            {
                _content.Append(text);
                label = TextSpan.FromBounds(start, _content.Length);
                _content.Append(suffix);
            }
        }

        var words = _content.Length;
        _ownMark = null;
        ReadInline(paragraph);
        if (_ownMark is var (reference, at))
        {
            AddOwnMark(reference, at);
        }

        isEmpty = label.IsEmpty && _marks.Count == marks && IsBlank(words);
        _paragraphs.Add(new WordParagraph(paragraph, _part, TextSpan.FromBounds(start, _content.Length), label, firstPiece, _pieces.Count - firstPiece));
    }

    private bool IsBlank(int start)
    {
        for (var i = start; i < _content.Length; i++)
        {
            if (!char.IsWhiteSpace(_content[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void EndLine(int start)
    {
        if (_content.Length > start)
        {
            _content.Append(_isWrapped || _isMasthead ? "\n" : "\n\n");
        }
    }

    /// <summary>A blank line behind a region whose lines have none between them.</summary>
    private void EndRegion()
    {
        if (_content.Length > 0)
        {
            _content.Append('\n');
        }
    }

    private void ReadInline(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == W.Run)
            {
                ReadRun(element);
            }
            else if (element.Name == W.SimpleField)
            {
                var field = new Field(element) { IsShown = true };
                field.Instruction.Append(element.Attribute(W.InstructionAttribute)?.Value);
                Show(field);
                if (!field.IsMark)
                {
                    ReadInline(element);
                }
            }
            else if (element.Name == W.StructuredTag)
            {
                ReadInline(element.Element(W.StructuredContent) ?? element);
            }
            else if (element.Name == W.AlternateContent)
            {
                ReadInline(ChoiceOf(element) ?? element);
            }
            else if (element.Name == W.MathText)
            {
                Append(element, element.Value);
            }
            else if (element.Name == W.TextBox)
            {
                _boxes.Add((element, _part));
            }
            else if (element.Name != W.ParagraphProperties && element.HasElements)
            {
                // A link, a smart tag, a range of another program, a formula.
                ReadInline(element);
            }
        }
    }

    private static XElement? ChoiceOf(XElement alternate) => alternate.Element(W.Choice) ?? alternate.Element(W.Fallback);

    private void ReadRun(XElement run)
    {
        var properties = run.Element(W.RunProperties);
        if (IsHidden(properties))
        {
            ReadHidden(run);
            return;
        }

        var raised = IsRaised(properties);
        foreach (var element in run.Elements())
        {
            if (element.Name == W.FootnoteReference || element.Name == W.EndnoteReference)
            {
                if (IsInShownText())
                {
                    if (NoteReferences.HasOwnMark(element))
                    {
                        _ownMark = (element, _content.Length);
                    }
                    else
                    {
                        AddMark(element, _notes.Find(element));
                    }
                }
            }
            else
            {
                ReadPart(element, raised);
            }
        }

        // The characters of a mark may stand in the run behind its reference.
        if (_ownMark is var (reference, start) && (_content.Length > start || !run.Elements().Contains(reference)))
        {
            AddOwnMark(reference, start);
            _ownMark = null;
        }
    }

    private void ReadPart(XElement element, bool isRaised)
    {
        var name = element.Name;
        if (name == W.FieldCharacter)
        {
            ReadFieldCharacter(element);
        }
        else if (name == W.Instruction)
        {
            if (_fields.TryPeek(out var field) && !field.IsShown)
            {
                field.Instruction.Append(element.Value);
            }
        }
        else if (name == W.Text)
        {
            Append(element, element.Value, isRaised);
        }
        else if (name == W.Tab || name == W.PositionedTab)
        {
            Append(element, "\t");
        }
        else if (name == W.CarriageReturn || (name == W.Break && element.Attribute(W.Type)?.Value is null or "textWrapping"))
        {
            Append(element, _isMasthead ? "\n" : MarkedTextBuilder.LineBreak.ToString());
        }
        else if (name == W.NonBreakingHyphen)
        {
            Append(element, "\u2011");
        }
        else if (name == W.SoftHyphen)
        {
            Append(element, "\u00AD");
        }
        else if (name == W.Symbol)
        {
            Append(element, SymbolOf(element));
        }
        else if (name == W.Ruby)
        {
            ReadInline(element.Element(W.RubyBase) ?? element);
        }
        else if (name == W.AlternateContent || name == W.Drawing || name == W.Picture || name == W.EmbeddedObject)
        {
            var shown = name == W.AlternateContent ? ChoiceOf(element) ?? element : element;
            _boxes.AddRange(shown.Descendants(W.TextBox).Where(box => !box.Ancestors(W.TextBox).Any()).Select(box => (box, _part)));
        }
    }

    private static string SymbolOf(XElement symbol)
    {
        var code = symbol.Attribute(W.Char)?.Value;
        return ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value >= ' ' && !char.IsSurrogate((char)value)
            ? ((char)value).ToString()
            : "";
    }

    private void Append(XElement element, string text, bool isRaised = false)
    {
        if (text.Length == 0 || !IsInShownText())
        {
            return;
        }

        if (isRaised && _content.Length != _noteStart && text.Length <= LongestTypedNumber && text.All(char.IsAsciiDigit) && !FootnoteMarks.ArePower(_content))
        {
            text = FootnoteMarks.Raised(text);
        }

        // A line of the text is one of the markup's, whatever characters its words hold.
        if (!_isMasthead && text.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            text = text.Replace('\n', ' ').Replace('\r', ' ');
        }

        _pieces.Add(new TextPiece(_content.Length, text.Length, element));
        _content.Append(text);
    }

    private bool IsInShownText() => _fields.All(field => field.IsShown && !field.IsMark);

    private void ReadFieldCharacter(XElement element)
    {
        switch (element.Attribute(W.FieldCharacterType)?.Value)
        {
            case "begin":
                _fields.Push(new Field(element));
                break;
            case "separate" when _fields.TryPeek(out var field) && !field.IsShown:
                field.IsShown = true;
                Show(field);
                break;
            case "end" when _fields.TryPop(out var ended) && !ended.IsShown:
                // A field that was never updated shows nothing, but a repeated mark is one.
                ended.IsShown = true;
                Show(ended);
                break;
        }
    }

    /// <summary>A repeated footnote mark, where a field is one.</summary>
    private void Show(Field field)
    {
        if (_notes.FindRepeated(field.Instruction.ToString().Trim()) is { } note && IsInShownText())
        {
            AddMark(field.Begin, note);
            field.IsMark = true;
        }
    }

    private void AddMark(XElement element, WordNote? note)
    {
        var start = _content.Length;
        if (note is null)
        {
            return;
        }

        if (note.Number > 0)
        {
            _content.Append(FootnoteMarks.Raised(note.Number.ToString(CultureInfo.InvariantCulture)));
            Order(note, note.Number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            _content.Append(NumberOf(note));
        }

        AddMark(element, note, start, NumberOf(note));
    }

    /// <summary>A mark that the markup spells out behind the reference: a star.</summary>
    private void AddOwnMark(XElement reference, int start)
    {
        if (_notes.Find(reference) is not { } note)
        {
            return;
        }

        var number = MarkOf(_content.ToString(start, _content.Length - start));
        if (number.Length is 0 or > LongestTypedNumber)
        {
            // A note without a mark that anyone sees.
            Order(note, "");
            return;
        }

        Order(note, number);
        AddMark(reference, note, start, number);
    }

    private void AddMark(XElement element, WordNote note, int start, string number)
    {
        var mark = new WordMark(TextSpan.FromBounds(start, _content.Length), element);
        _marks.Add(mark);
        if (!mark.Span.IsEmpty)
        {
            _markedNotes.Add((mark, number, note));
        }
    }

    private void Order(WordNote note, string number)
    {
        if (_ordered.TryAdd(note, _noteOrder.Count))
        {
            _noteOrder.Add((note, number));
        }
    }

    private string NumberOf(WordNote note) => _ordered.TryGetValue(note, out var index) ? _noteOrder[index].Number : "";

    /// <summary>A mark as it is spelled out, in common digits and stars.</summary>
    private static string MarkOf(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(FootnoteMarks.Plain));

    private bool IsRaised(XElement? properties) =>
        (W.ValueOf(properties, W.VerticalAlignment)
            ?? _styles.RunPropertyOf(W.ValueOf(properties, W.RunStyle), W.VerticalAlignment)?.Attribute(W.Value)?.Value) == "superscript";

    private static bool IsHidden(XElement? properties) => W.IsOn(properties, W.Vanish);

    private void ReadHidden(XElement run)
    {
        foreach (var field in run.Elements(W.FieldCharacter))
        {
            ReadFieldCharacter(field);
        }

        foreach (var instruction in run.Elements(W.Instruction))
        {
            ReadPart(instruction, isRaised: false);
        }

        var text = string.Concat(run.Elements(W.Text).Select(element => element.Value)).Trim();
        if (text.Length > 0 && IsInShownText())
        {
            var excerpt = text.Length <= LongestExcerpt ? text : text[..LongestExcerpt] + "…";
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.HiddenTextLeftOut, new TextSpan(_content.Length, 0), excerpt));
        }
    }

    /// <summary>A footnote that was typed as a paragraph, as UN files keep those of the masthead in a frame at the foot of the page.</summary>
    private MarkedNote? TryReadTypedNote(XElement paragraph, TextSpan line)
    {
        if (_styles.PropertyOf(paragraph, W.Frame) is null && _styles.StyleOf(paragraph) is not ("FootnoteText" or "EndnoteText"))
        {
            return null;
        }

        var start = line.Start;
        while (start < line.End && char.IsWhiteSpace(_content[start]))
        {
            start++;
        }

        var end = start;
        while (end < line.End && !char.IsWhiteSpace(_content[end]) && end - start <= LongestTypedNumber)
        {
            end++;
        }

        var number = MarkOf(_content.ToString(start, end - start));
        return number.Length is > 0 and <= LongestTypedNumber && end < line.End && (number.All(c => c == '*') || (number.All(char.IsAsciiDigit) && number[0] != '0'))
            ? new MarkedNote(number, line, TextSpan.FromBounds(start, end))
            : null;
    }

    private List<MarkedNote> ReadNotes()
    {
        var notes = new List<MarkedNote>();
        if (_noteOrder.Count == 0)
        {
            return notes;
        }

        var rule = _content.Length;
        _content.Append(MarkedTextBuilder.Rule);
        EndLine(rule);

        // Marks in a note are read, but what they refer to stands behind.
        for (var i = 0; i < _noteOrder.Count; i++)
        {
            notes.Add(ReadNote(_noteOrder[i].Note, _noteOrder[i].Number));
        }

        return notes;
    }

    private MarkedNote ReadNote(WordNote note, string number)
    {
        _part = note.IsEndnote ? _package.Endnotes! : _package.Footnotes!;
        var start = _content.Length;
        var label = new TextSpan(start, 0);
        if (note.Number > 0)
        {
            _content.Append(number);
            label = TextSpan.FromBounds(start, _content.Length);
            _content.Append(' ');
        }

        _noteStart = start;
        var end = start;
        foreach (var paragraph in note.Note.Descendants(W.Paragraph))
        {
            var line = _content.Length;
            ReadLine(paragraph, out var isEmpty);
            if (isEmpty && line > start)
            {
                Discard(line);
                continue;
            }

            end = _content.Length;
            _content.Append('\n');
        }

        if (note.Number == 0)
        {
            // The note spells its own mark out.
            var first = start;
            while (first < end && char.IsWhiteSpace(_content[first]))
            {
                first++;
            }

            var last = first;
            while (last < end && !char.IsWhiteSpace(_content[last]) && last - first < Math.Max(number.Length, 1))
            {
                last++;
            }

            var spelled = MarkOf(_content.ToString(first, last - first));
            label = number.Length == 0 || spelled == number ? TextSpan.FromBounds(first, last) : new TextSpan(first, 0);
            number = number.Length > 0 ? number : spelled;
        }

        if (!_isWrapped)
        {
            _content.Append('\n');
        }

        return new MarkedNote(number.Length == 0 ? "*" : number, TextSpan.FromBounds(start, Math.Max(end, start + 1)), label);
    }

    /// <summary>What pages add: the other headers, footers, and what stands in boxes.</summary>
    private void ReadFurniture(WordPart? first)
    {
        var start = _content.Length;
        var paragraph = _paragraphs.Count;
        var read = new HashSet<WordPart>();
        foreach (var reference in _body.Descendants().Where(element => element.Name == W.HeaderReference || element.Name == W.FooterReference))
        {
            var part = _package.FindPagePart(reference);
            if (part is not null && part != first && read.Add(part))
            {
                ReadPart(part);
            }
        }

        // Boxes in boxes are added while those are read.
        for (var i = 0; i < _boxes.Count; i++)
        {
            _part = _boxes[i].Part;
            ReadBlocks(_boxes[i].Box);
        }

        _fieldLines.RemoveAll(line => line.Span.Start >= start);
        _headings.RemoveAll(heading => heading.Start >= start);
        _typedNotes.RemoveAll(note => note.Span.Start >= start);
        _diagnostics.RemoveAll(diagnostic => diagnostic.Id == DraftDiagnostics.TableReadAsText.Id && diagnostic.Span.Start >= start);
        _markedNotes.RemoveAll(mark => mark.Mark.Span.Start >= start);
        _furniture.AddRange(_paragraphs.Skip(paragraph).Select(each => each.Line).Where(line => !line.IsEmpty));
    }
}
