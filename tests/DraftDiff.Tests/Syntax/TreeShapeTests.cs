using System.Text;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>Which node owns which character, by example.</summary>
public sealed class TreeShapeTests
{
    [Fact]
    public void Trivia_belongs_to_the_token_behind_it()
    {
        var tree = DraftTree.Parse(SourceText.From(
            "Agenda item 16\nEcuador:* draft resolution\nThe title\nThe General Assembly,\n"
            + "    Recalling the Declaration1 adopted at its last session and the Programme of\n"
            + "__________\n    * On behalf of the Group of 77.\n    1 Resolution 70/1.\n2/9\n\nAction of the year before,\n"
            + "    1. Requests the Secretary-General:\n    (a) To report to it at its next session on all\nthat was done;\n    (b) To go on.\n\n\n"));

        Snapshot.Verify(Show(tree));
    }

    private static string Show(DraftTree tree)
    {
        var shown = new StringBuilder();
        ShowNode(tree.Root, 0);
        return shown.ToString();

        void ShowNode(DraftNode node, int depth)
        {
            Line(depth, node.Unit is { } unit ? $"{node.Kind} {unit.Label}" : $"{node.Kind}");
            foreach (var token in node.Tokens)
            {
                foreach (var trivia in token.LeadingTrivia)
                {
                    Line(depth + 2, trivia.Nodes.IsEmpty ? $"{trivia.Kind} {Quote(trivia.Span)}" : $"{trivia.Kind}");
                    foreach (var inner in trivia.Nodes)
                    {
                        ShowNode(inner, depth + 3);
                    }
                }

                Line(depth + 1, $"{token.Kind} {Quote(token.Span)}");
            }

            foreach (var child in node.Children)
            {
                ShowNode(child, depth + 1);
            }
        }

        void Line(int depth, string text) => shown.Append(' ', 2 * depth).Append(text).Append('\n');

        string Quote(TextSpan span) => $"\"{tree.Source.Slice(span).ToString().Replace("\n", "\\n", StringComparison.Ordinal)}\"";
    }
}
