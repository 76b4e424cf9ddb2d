using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>What a piece of trivia is.</summary>
public enum TriviaKind
{
    /// <summary>White space on a line.</summary>
    Whitespace,

    /// <summary>The end of a line, with the white space that ends it.</summary>
    LineWrap,

    /// <summary>A line of white space.</summary>
    BlankLine,

    /// <summary>What a page adds to a text: running symbol, page number, job number, link, the rule above footnotes.</summary>
    PageFurniture,

    /// <summary>The footnotes at the foot of a page, in the middle of the text that goes on after them; has nodes.</summary>
    PageBreak,

    /// <summary>Text that belongs nowhere.</summary>
    SkippedText,
}

/// <summary>A piece of a text that is no part of its words.</summary>
/// <param name="Kind">What the trivia is.</param>
/// <param name="Span">Its characters; for <see cref="TriviaKind.PageBreak"/> all of its nodes'.</param>
/// <param name="Nodes">The footnotes of a <see cref="TriviaKind.PageBreak"/>, tiling its span; empty for other trivia.</param>
public readonly record struct DraftTrivia(TriviaKind Kind, TextSpan Span, ImmutableArray<DraftNode> Nodes)
{
    /// <summary>Makes trivia without nodes.</summary>
    internal DraftTrivia(TriviaKind kind, TextSpan span)
        : this(kind, span, [])
    {
    }
}
