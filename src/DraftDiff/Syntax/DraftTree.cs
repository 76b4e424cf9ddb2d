using System.Collections.Immutable;
using DraftDiff.Diagnostics;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// A draft as a tree over its source. Every character of the source belongs to exactly one token or one piece of
/// trivia. Reading never fails: what could not be placed stands in the tree as unrecognized text, with a diagnostic.
/// </summary>
public sealed class DraftTree
{
    internal DraftTree(
        SourceText source,
        string language,
        DraftKind kind,
        Masthead masthead,
        DraftNode root,
        ImmutableArray<Unit> units,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Language = language;
        Kind = kind;
        Masthead = masthead;
        Root = root;
        Units = units;
        Diagnostics = diagnostics;
    }

    /// <summary>Reads a text. Never throws, whatever the text is.</summary>
    public static DraftTree Parse(SourceText source) => throw new NotImplementedException();

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The language of the body: <c>ar</c>, <c>en</c>, <c>es</c>, <c>fr</c>, <c>ru</c> or <c>zh</c>.</summary>
    public string Language { get; }

    /// <summary>What kind of document it is.</summary>
    public DraftKind Kind { get; }

    /// <summary>What stands above the title, as data.</summary>
    public Masthead Masthead { get; }

    /// <summary>The whole draft.</summary>
    public DraftNode Root { get; }

    /// <summary>All units in reading order, footnotes last.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>What the reader has to say, by position.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The words of the title; null where the text has none.</summary>
    public string? Title => Units.FirstOrDefault(unit => unit.Section == Section.Title)?.Text;
}
