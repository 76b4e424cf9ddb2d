using DraftDiff.Syntax;

namespace DraftDiff.Tests.Syntax;

/// <summary>What holds for the tree of any text.</summary>
internal static class FaithfulReading
{
    /// <summary>Nothing of the text is lost, every character stands in one place, and units are told apart.</summary>
    public static void Assert(DraftTree tree)
    {
        Xunit.Assert.Equal(tree.Source.Content, tree.ToFullString());
        var position = 0;
        AssertTiles(tree.Root, ref position);
        Xunit.Assert.Equal(tree.Source.Length, position);
        Xunit.Assert.Equal(tree.Units.Length, tree.Units.Select(unit => unit.Label).Distinct().Count());
        Xunit.Assert.All(tree.Units, unit => Xunit.Assert.InRange(unit.Parent, -1, unit.Index - 1));
        Xunit.Assert.All(tree.Units, unit => Xunit.Assert.DoesNotContain("  ", unit.Text, StringComparison.Ordinal));
    }

    /// <summary>Every token and every piece of trivia begins where the one before ends.</summary>
    private static void AssertTiles(DraftNode node, ref int position)
    {
        Xunit.Assert.Equal(position, node.FullSpan.Start);
        foreach (var token in node.Tokens)
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                Xunit.Assert.Equal(position, trivia.Span.Start);
                foreach (var inner in trivia.Nodes)
                {
                    AssertTiles(inner, ref position);
                }

                position = trivia.Nodes.IsEmpty ? trivia.Span.End : position;
                Xunit.Assert.Equal(position, trivia.Span.End);
            }

            Xunit.Assert.Equal(position, token.Span.Start);
            position = token.Span.End;
        }

        foreach (var child in node.Children)
        {
            AssertTiles(child, ref position);
        }

        Xunit.Assert.Equal(position, node.FullSpan.End);
    }
}
