using System.Collections.Immutable;
using System.Text;
using DraftDiff.Diagnostics;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// A draft as a tree over its source. Every character of the source belongs to exactly one token or one piece of
/// trivia. Reading never fails: what could not be placed stands in the tree as unrecognized text, with a diagnostic.
/// </summary>
public sealed class DraftTree
{
    private readonly SyntaxParts? _parts;
    private DraftNode? _root;

    internal DraftTree(
        SourceText source,
        string language,
        DraftKind kind,
        Masthead masthead,
        ImmutableArray<Unit> units,
        ImmutableArray<Diagnostic> diagnostics,
        SyntaxParts? parts)
    {
        Source = source;
        Language = language;
        Kind = kind;
        Masthead = masthead;
        Units = units;
        Diagnostics = diagnostics;
        _parts = parts;
    }

    /// <summary>Reads a text. Never throws, whatever the text is.</summary>
    /// <param name="source">The text.</param>
    /// <param name="language">The code of its language, such as <c>fr</c>; told from the text where it is not given.</param>
    /// <param name="markup">What the format of the text says about it; null for plain text.</param>
    public static DraftTree Parse(SourceText source, string? language = null, SourceMarkup? markup = null) =>
        DraftParser.Parse(source, language, markup, DraftingConventions.All);

    /// <summary>A draft that is known by its units alone. It has no <see cref="Root"/>.</summary>
    /// <param name="source">A text that the spans of the units point into.</param>
    /// <param name="language">The code of its language.</param>
    /// <param name="units">The units, in reading order.</param>
    public static DraftTree OfUnits(SourceText source, string language, ImmutableArray<Unit> units) =>
        new(source, language, DraftKind.Unknown, Masthead.Empty, units, [], parts: null);

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The code of the body's language, such as <c>zh</c>.</summary>
    public string Language { get; }

    /// <summary>What kind of document it is.</summary>
    public DraftKind Kind { get; }

    /// <summary>What stands above the title, as data.</summary>
    public Masthead Masthead { get; }

    /// <summary>The whole draft as nodes, tokens and trivia; made when first asked for, since a comparison needs units only.</summary>
    /// <exception cref="InvalidOperationException">The draft is known by its units alone.</exception>
    public DraftNode Root => _root ??= TreeBuilder.Build(
        Source.Content, Units, _parts ?? throw new InvalidOperationException("A draft that is known by its units alone has no nodes."));

    /// <summary>All units in reading order, footnotes last.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>What the reader has to say, by position.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The words of the title; null where the text has none.</summary>
    public string? Title => Units.FirstOrDefault(unit => unit.Section == Section.Title)?.Text;

    /// <summary>
    /// The day it bears: that of its adoption as its type or its last lines say it, else the date of its masthead; null
    /// where it prints none, or none that can be read.
    /// </summary>
    public DateOnly? Date
    {
        get
        {
            return ((IEnumerable<string?>)[Masthead.DocumentType, .. Units.Where(unit => unit.Section == Section.Closing).Select(unit => unit.Text), Masthead.Date])
                .Select(line => line is null ? null : FindDay(line))
                .FirstOrDefault(day => day is not null);
        }
    }

    /// <summary>The last day that words in its language name; null where they name none that can be read.</summary>
    public DateOnly? FindDay(string words) => DayReader.FindLast(words, DraftingConventions.For(Language));

    /// <summary>The source, put together again from the tokens and trivia of the tree.</summary>
    public string ToFullString()
    {
        var text = new StringBuilder(Source.Length);
        Append(Root);
        return text.ToString();

        void Append(DraftNode node)
        {
            foreach (var token in node.Tokens)
            {
                foreach (var trivia in token.LeadingTrivia)
                {
                    if (trivia.Nodes.IsEmpty)
                    {
                        text.Append(Source.Slice(trivia.Span));
                    }

                    foreach (var inner in trivia.Nodes)
                    {
                        Append(inner);
                    }
                }

                text.Append(Source.Slice(token.Span));
            }

            foreach (var child in node.Children)
            {
                Append(child);
            }
        }
    }
}
