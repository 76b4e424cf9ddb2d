using System.Collections.Immutable;
using System.Text;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Tests.Rendering;

/// <summary>A draft written down unit by unit, so that renderers are tested without the reader.</summary>
internal sealed class DraftSketch(string name, string language = "en", DraftKind kind = DraftKind.DraftResolution)
{
    private readonly StringBuilder _content = new();
    private readonly ImmutableArray<Unit>.Builder _units = ImmutableArray.CreateBuilder<Unit>();
    private readonly List<(DiagnosticDescriptor Descriptor, string Label, object[] Arguments)> _diagnostics = [];

    public Masthead Masthead { get; init; } = Masthead.Empty;

    /// <summary>Adds a unit on a line of its own; <c>[^8]</c> in its text is a mark of footnote 8.</summary>
    public DraftSketch Add(Section section, string label, string text, string? printed = null, string? under = null)
    {
        var (words, marks) = ReadMarks(text);
        var start = _content.Length;
        _content.Append(printed is null ? "" : $"{printed} ").Append(words);
        var span = TextSpan.FromBounds(start, _content.Length);
        _content.Append('\n');
        var parent = under is null ? -1 : this[under].Index;
        _units.Add(new Unit(_units.Count, parent, section, label, printed, words.AsMemory(), marks, span));
        return this;
    }

    public DraftSketch Field(string label, string text) => Add(Section.Masthead, label, text);

    public DraftSketch Title(string text) => Add(Section.Title, "title", text);

    public DraftSketch Opening(string text) => Add(Section.Opening, "opening", text);

    public DraftSketch Heading(string label, string text) => Add(Section.Heading, label, text);

    public DraftSketch Preambular(int number, string text) => Add(Section.Preamble, $"PP{number}", text);

    public DraftSketch Operative(int number, string text) => Add(Section.Operative, $"OP{number}", text, $"{number}.");

    public DraftSketch Subparagraph(int number, char letter, string text) =>
        Add(Section.Operative, $"OP{number}({letter})", text, $"({letter})", under: $"OP{number}");

    public DraftSketch Footnote(int number, string text) => Add(Section.Footnotes, $"FN{number}", text, $"{number}");

    public DraftSketch Warn(DiagnosticDescriptor descriptor, string label, params object[] arguments)
    {
        _diagnostics.Add((descriptor, label, arguments));
        return this;
    }

    /// <summary>The unit of a label.</summary>
    public Unit this[string label] => _units.Single(unit => unit.Label == label);

    public DraftTree ToTree()
    {
        var source = SourceText.From(_content.ToString(), name);
        return new DraftTree(
            source,
            language,
            kind,
            Masthead,
            _units.ToImmutable(),
            [.. _diagnostics.Select(each => Diagnostic.Create(each.Descriptor, this[each.Label].Span, each.Arguments))],
            new SyntaxParts([], [], [], []));
    }

    private static (string Words, ImmutableArray<Mark> Marks) ReadMarks(string text)
    {
        var words = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var position = 0; position < text.Length;)
        {
            if (text.AsSpan(position).StartsWith("[^"))
            {
                var end = text.IndexOf(']', position);
                var number = text[(position + 2)..end];
                marks.Add(new Mark(number, $"FN{number}", words.Length));
                position = end + 1;
            }
            else
            {
                words.Append(text[position++]);
            }
        }

        return (words.ToString(), marks.ToImmutable());
    }
}
