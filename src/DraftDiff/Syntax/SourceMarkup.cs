using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// What a format says about a text beside its characters, where plain text leaves it to be guessed: what the page adds,
/// which lines are footnotes, and where their marks stand. Each line of such a text is a whole paragraph, unless it is wrapped.
/// </summary>
public sealed record SourceMarkup
{
    /// <summary>True where the lines are those of a page, and a blank line stands above each that begins a paragraph.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Lines that the page adds, each from its first to its last character.</summary>
    public ImmutableArray<TextSpan> Furniture { get; init; } = [];

    /// <summary>The footnotes, in the order of the text.</summary>
    public ImmutableArray<MarkedNote> Notes { get; init; } = [];

    /// <summary>The footnote marks, in the order of the text.</summary>
    public ImmutableArray<MarkedMark> Marks { get; init; } = [];

    /// <summary>Lines above the opening that are a field of the masthead or the title, or go on with one.</summary>
    public ImmutableArray<MarkedField> Fields { get; init; } = [];

    /// <summary>Italics that lines begin with, behind their labels, as print sets opening words.</summary>
    public ImmutableArray<TextSpan> Emphasis { get; init; } = [];

    /// <summary>Lines that head what is below them.</summary>
    public ImmutableArray<TextSpan> Headings { get; init; } = [];

    /// <summary>Labels that lines begin with, where the format sets them apart: a bare number among them is one too.</summary>
    public ImmutableArray<TextSpan> Labels { get; init; } = [];
}

/// <summary>A line of a field of the masthead, or of the title.</summary>
/// <param name="Label">What the field is labelled: <c>session</c>, <c>agenda-item</c>, <c>title</c>.</param>
/// <param name="Span">The line from its first to its last character.</param>
public readonly record struct MarkedField(string Label, TextSpan Span);

/// <summary>A footnote: its number, or stars, and where in the text it and its number stand.</summary>
/// <param name="Number">The number in common digits, or stars.</param>
/// <param name="Span">The note with its number; it may be several lines.</param>
/// <param name="Label">Where its number stands, at the beginning of it.</param>
public readonly record struct MarkedNote(string Number, TextSpan Span, TextSpan Label);

/// <summary>A footnote mark.</summary>
/// <param name="Number">The number in common digits, or stars.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Note">The index of its footnote among the notes; -1 where it has none.</param>
public readonly record struct MarkedMark(string Number, TextSpan Span, int Note);
