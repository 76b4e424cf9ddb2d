using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// A node of the tree over a text. In the order of the source stand first its own tokens, then its children; both with
/// their trivia tile <see cref="FullSpan"/>.
/// </summary>
public sealed class DraftNode
{
    /// <summary>Makes a node; a node has a token or a child.</summary>
    internal DraftNode(NodeKind kind, Unit? unit, ImmutableArray<DraftToken> tokens, ImmutableArray<DraftNode> children)
    {
        Kind = kind;
        Unit = unit;
        Tokens = tokens;
        Children = children;
        var first = tokens.IsEmpty ? children[0].FullSpan.Start : tokens[0].FullSpan.Start;
        var last = children.IsEmpty ? tokens[^1].Span.End : children[^1].FullSpan.End;
        FullSpan = TextSpan.FromBounds(first, last);
        Span = TextSpan.FromBounds(tokens.IsEmpty ? children[0].Span.Start : tokens[0].Span.Start, last);
    }

    /// <summary>What the node is.</summary>
    public NodeKind Kind { get; }

    /// <summary>The unit it is, null for a node that only holds others.</summary>
    public Unit? Unit { get; }

    /// <summary>Its own tokens: label, words, footnote marks.</summary>
    public ImmutableArray<DraftToken> Tokens { get; }

    /// <summary>The nodes under it.</summary>
    public ImmutableArray<DraftNode> Children { get; }

    /// <summary>From its first to its last character, its children's too, without the trivia in front.</summary>
    public TextSpan Span { get; }

    /// <summary><see cref="Span"/> with the trivia in front.</summary>
    public TextSpan FullSpan { get; }
}
