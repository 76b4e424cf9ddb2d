using System.Text;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats;

/// <summary>What a line of a marked text is.</summary>
internal enum LineKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading of what is below it.</summary>
    Heading,

    /// <summary>What the page adds.</summary>
    Furniture,
}

/// <summary>
/// Writes out the text of a format that knows its paragraphs, a line a paragraph, the footnotes below a rule, and keeps what
/// the markup says of it. White space is folded as pages and XML fold it: runs are one space, and a line has none at its ends.
/// </summary>
internal sealed class MarkedTextBuilder
{
    /// <summary>Stands where the words of a paragraph begin a new line without beginning a new paragraph.</summary>
    public const char LineBreak = '\u2028';

    /// <summary>The line above the footnotes.</summary>
    public const string Rule = "__________";

    private readonly StringBuilder _content = new();
    private readonly List<TextSpan> _furniture = [];
    private readonly List<TextSpan> _headings = [];
    private readonly List<TextSpan> _emphasis = [];
    private readonly List<TextSpan> _labels = [];
    private readonly List<MarkedField> _fields = [];
    private readonly List<(string Number, TextSpan Span, object? Note)> _marks = [];
    private readonly List<(object Key, MarkedNote Note)> _notes = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private int _lineStart;
    private bool _isSpaceDue;
    private (object Key, string Number, TextSpan Label, int End)? _note;

    /// <summary>Where the next character will stand, in UTF-16 code units, if no white space is due.</summary>
    public int Position => _content.Length;

    /// <summary>True where the line has nothing on it yet.</summary>
    public bool IsLineEmpty => _content.Length == _lineStart;

    /// <summary>Adds words to the line.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _isSpaceDue = true;
            }
            else
            {
                AddDueSpace();
                _content.Append(c);
            }
        }
    }

    /// <summary>Adds a raised number, as plain text has it: what it is, the text around it says.</summary>
    public void AppendRaised(string number) => Append(FootnoteMarks.ArePower(_content) ? number : FootnoteMarks.Raised(number));

    /// <summary>Adds the label of a paragraph, and the tab behind it.</summary>
    public void AppendLabel(ReadOnlySpan<char> label)
    {
        Append(label);
        AppendTab();
    }

    /// <summary>Adds a tab in place of the white space that is due.</summary>
    public void AppendTab() => AppendSpace('\t');

    /// <summary>Begins a new line in the middle of a paragraph.</summary>
    public void AppendLineBreak() => AppendSpace(LineBreak);

    /// <summary>Adds a footnote mark.</summary>
    /// <param name="number">Its number in common digits, or stars.</param>
    /// <param name="note">What tells its footnote from others; null where it has none.</param>
    public void AppendMark(string number, object? note)
    {
        if (number.Length == 0)
        {
            return;
        }

        AddDueSpace();
        var start = _content.Length;
        _content.Append(FootnoteMarks.Raised(number));
        _marks.Add((number, TextSpan.FromBounds(start, _content.Length), note));
    }

    /// <summary>Says that what was added to the line since a position is a label that the format sets apart.</summary>
    public void MarkLabel(int start)
    {
        if (start >= _lineStart && start < _content.Length && !IsSpaced())
        {
            _labels.Add(TextSpan.FromBounds(start, _content.Length));
        }
    }

    /// <summary>Says that print sets in italics what was added since a position.</summary>
    public void Emphasize(int start)
    {
        while (start < _content.Length && char.IsWhiteSpace(_content[start]))
        {
            start++;
        }

        if (start < _content.Length)
        {
            _emphasis.Add(TextSpan.FromBounds(start, _content.Length));
        }
    }

    /// <summary>Ends a line; does nothing where it is empty.</summary>
    /// <param name="kind">What it is.</param>
    public void EndLine(LineKind kind = LineKind.Paragraph)
    {
        if (FinishLine() is not { } line)
        {
            return;
        }

        (kind switch { LineKind.Heading => _headings, LineKind.Furniture => _furniture, _ => null })?.Add(line);
        _content.Append(_note is null ? "\n\n" : "\n");
        _lineStart = _content.Length;
    }

    /// <summary>Ends a line that is a field of the masthead, or of the title.</summary>
    /// <param name="label">The label of the field, such as <c>session</c>.</param>
    public void EndField(string label)
    {
        if (FinishLine() is { } line)
        {
            _fields.Add(new MarkedField(label, line));
            _content.Append('\n');
            _lineStart = _content.Length;
        }
    }

    /// <summary>Leaves a blank line where there is none yet, as below a masthead, whose lines have none between them.</summary>
    public void EndRegion()
    {
        if (_content.Length > 0 && !(_content.Length > 1 && _content[^1] == '\n' && _content[^2] == '\n'))
        {
            _content.Append('\n');
            _lineStart = _content.Length;
        }
    }

    /// <summary>Begins a footnote. Footnotes come behind all else, and are not one in another.</summary>
    /// <param name="number">Its number in common digits, or stars.</param>
    /// <param name="key">What tells it from others.</param>
    /// <param name="printed">The number as it is printed, where that is another: <c>1/</c>.</param>
    public void BeginNote(string number, object key, string? printed = null)
    {
        EndLine();
        if (_notes.Count == 0)
        {
            _content.Append(Rule).Append("\n\n");
            _lineStart = _content.Length;
        }

        var start = _content.Length;
        _content.Append(printed ?? number);
        _note = (key, number, TextSpan.FromBounds(start, _content.Length), _content.Length);
        _isSpaceDue = true;
    }

    /// <summary>Ends the footnote that was begun.</summary>
    public void EndNote()
    {
        EndLine();
        var (key, number, label, end) = _note!.Value;
        _notes.Add((key, new MarkedNote(number, TextSpan.FromBounds(label.Start, end), label)));
        _note = null;
        _content.Append('\n');
        _lineStart = _content.Length;
    }

    /// <summary>Says something about what is added next.</summary>
    public void Report(DiagnosticDescriptor descriptor, params ReadOnlySpan<object?> arguments) =>
        _diagnostics.Add(Diagnostic.Create(descriptor, new TextSpan(_content.Length, 0), arguments));

    /// <summary>Says something that was found before, as by decoding, about a place of the text.</summary>
    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>The tree over the text.</summary>
    /// <param name="name">What the text is called in messages.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    public DraftTree Parse(string name, string? language)
    {
        EndLine();
        var places = new Dictionary<object, int>();
        for (var i = 0; i < _notes.Count; i++)
        {
            places.TryAdd(_notes[i].Key, i);
        }

        var markup = new SourceMarkup
        {
            Furniture = [.. _furniture],
            Fields = [.. _fields],
            Headings = [.. _headings],
            Emphasis = [.. _emphasis],
            Labels = [.. _labels],
            Notes = [.. _notes.Select(each => each.Note)],
            Marks = [.. _marks.Select(mark => new MarkedMark(mark.Number, mark.Span, mark.Note is not null && places.TryGetValue(mark.Note, out var note) ? note : -1))],
        };
        return DraftTree.Parse(SourceText.From(_content.ToString(), name, [.. _diagnostics]), language, markup);
    }

    private void AddDueSpace()
    {
        if (_isSpaceDue && !IsLineEmpty && !IsSpaced())
        {
            _content.Append(' ');
        }

        _isSpaceDue = false;
    }

    private bool IsSpaced() => _content[^1] is ' ' or '\t' or LineBreak;

    private void AppendSpace(char space)
    {
        _isSpaceDue = false;
        if (!IsLineEmpty && !IsSpaced())
        {
            _content.Append(space);
        }
    }

    /// <summary>The line without the white space at its end; null where nothing is on it.</summary>
    private TextSpan? FinishLine()
    {
        _isSpaceDue = false;
        while (!IsLineEmpty && char.IsWhiteSpace(_content[^1]))
        {
            _content.Length--;
        }

        if (IsLineEmpty)
        {
            return null;
        }

        _note = _note is var (key, number, label, _) ? (key, number, label, _content.Length) : null;
        return TextSpan.FromBounds(_lineStart, _content.Length);
    }
}
