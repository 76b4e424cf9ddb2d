using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>A printed number or letter, such as <c>9.</c>.</summary>
    Label,

    /// <summary>Words of a unit, on one line.</summary>
    Words,

    /// <summary>A footnote mark.</summary>
    FootnoteMark,

    /// <summary>The empty token after the last character.</summary>
    EndOfFile,
}

/// <summary>
/// A piece of a text that means something, with the trivia in front of it. What stands between two tokens always
/// belongs to the second, so leading trivia and tokens in order tile the source.
/// </summary>
/// <param name="Kind">What the token is.</param>
/// <param name="Span">Its own characters.</param>
/// <param name="LeadingTrivia">What stands between the token before and this one, tiling that gap.</param>
public readonly record struct DraftToken(TokenKind Kind, TextSpan Span, ImmutableArray<DraftTrivia> LeadingTrivia)
{
    /// <summary>The token with its leading trivia.</summary>
    public TextSpan FullSpan => LeadingTrivia.IsEmpty ? Span : TextSpan.FromBounds(LeadingTrivia[0].Span.Start, Span.End);
}
