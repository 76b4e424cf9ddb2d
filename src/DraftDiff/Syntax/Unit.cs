using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// One unit of a draft as a comparison sees it: a masthead field, the title, the opening, a heading, a paragraph
/// without its subparagraphs, a subparagraph, a line of the closing, a footnote. Units stand in the reading order of
/// their document, footnotes last, and know their parent by its index.
/// </summary>
public sealed class Unit
{
    private readonly ReadOnlyMemory<char> _words;
    private string? _text;

    /// <summary>Makes a unit.</summary>
    /// <param name="index">Its place among the units of its document, from 0.</param>
    /// <param name="parent">The index of the unit it stands under, or -1; always less than <paramref name="index"/>.</param>
    /// <param name="section">Where in the draft it stands.</param>
    /// <param name="label">Its label, unique in its document: <c>PP3</c>, <c>OP9(a)</c>, <c>FN7</c>, <c>title</c>.</param>
    /// <param name="printed">The label as printed, null where none is.</param>
    /// <param name="words">Its words on one line, without label and marks, normalized as <see cref="Text"/> says.</param>
    /// <param name="marks">Its footnote marks, by position.</param>
    /// <param name="span">Where it stands in the source, from its first to its last character.</param>
    public Unit(
        int index,
        int parent,
        Section section,
        string label,
        string? printed,
        ReadOnlyMemory<char> words,
        ImmutableArray<Mark> marks,
        TextSpan span)
    {
        Index = index;
        Parent = parent;
        Section = section;
        Label = label;
        Printed = printed;
        _words = words;
        Marks = marks;
        Span = span;
    }

    /// <summary>Its place among the units of its document, from 0.</summary>
    public int Index { get; }

    /// <summary>The index of the unit it stands under, or -1.</summary>
    public int Parent { get; }

    /// <summary>Where in the draft it stands.</summary>
    public Section Section { get; }

    /// <summary>Its label, unique in its document.</summary>
    public string Label { get; }

    /// <summary>The label as printed, null where none is.</summary>
    public string? Printed { get; }

    /// <summary>
    /// The words, in Normalization Form C: runs of white space are one space, soft hyphens and bidi controls are
    /// dropped, line wraps are joined, and nothing else is changed.
    /// </summary>
    public ReadOnlySpan<char> Words => _words.Span;

    /// <summary><see cref="Words"/> as a string, made when first asked for.</summary>
    public string Text => _text ??= _words.ToString();

    /// <summary>The footnote marks, by position.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>Where the unit stands in the source, from its first to its last character.</summary>
    public TextSpan Span { get; }

    /// <summary>How many UTF-16 code units of the words its document sets in italics as its opening words; 0 where it sets none or cannot tell.</summary>
    public int EmphasisLength { get; init; }

    /// <summary>How many units it stands under.</summary>
    /// <param name="units">The units of its document.</param>
    public int DepthIn(IReadOnlyList<Unit> units)
    {
        var depth = 0;
        for (var parent = Parent; parent >= 0; parent = units[parent].Parent)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>True where the printed label stands behind the bracket or quotation mark that the words begin with.</summary>
    /// <param name="source">The text that <see cref="Span"/> points into.</param>
    public bool IsLabelQuotedIn(SourceText source) =>
        Printed is { Length: > 0 } label && Words is [var first, ..] && !char.IsLetterOrDigit(first)
        && Span.Start < source.Length && source.Content[Span.Start] == first
        && !source.Content.AsSpan(Span.Start).StartsWith(label, StringComparison.Ordinal);

    /// <summary>The label and the words, for a debugger.</summary>
    public override string ToString() => $"{Label}: {Text}";
}
