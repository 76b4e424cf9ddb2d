using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>What the reader says where it had to guess.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public void A_text_that_is_no_resolution_is_kept_as_unrecognized_text()
    {
        var tree = Parse("Milk\n\nEggs and a very long sentence about what else has to be bought today.\n");

        Assert.Equal(["DD2001", "DD2002", "DD2002"], tree.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(["U1: Milk", "U2: Eggs and a very long sentence about what else has to be bought today."], tree.Units.Select(unit => unit.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t\n")]
    public void An_empty_text_is_said_to_be_empty(string text)
    {
        var tree = Parse(text);

        Assert.Empty(tree.Units);
        Assert.Equal("DD1002", Assert.Single(tree.Diagnostics).Id);
    }

    [Theory]
    [InlineData("3", DiagnosticSeverity.Warning, "DD2003", "OP1 OP3")]
    [InlineData("1", DiagnosticSeverity.Warning, "DD2004", "OP1 OP1~2")]
    public void A_number_out_of_order_is_said(string number, DiagnosticSeverity severity, string id, string labels)
    {
        var tree = Parse($"The General Assembly,\n\n1. Requests the Secretary-General to report;\n\n{number}. Decides to remain seized of the matter.\n");

        var diagnostic = Assert.Single(tree.Diagnostics);
        Assert.Equal((id, severity), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal($"{number}.", tree.Source.Slice(diagnostic.Span).ToString());
        Assert.Equal(labels, string.Join(' ', tree.Units.Where(unit => unit.Section == Section.Operative).Select(unit => unit.Label)));
    }

    [Fact]
    public void A_letter_out_of_order_is_said()
    {
        var tree = Parse("The General Assembly,\n\n1. Requests the Secretary-General:\n\n(a) To report;\n\n(c) To go on.\n");

        Assert.Equal("paragraph (c) follows paragraph (a)", Assert.Single(tree.Diagnostics).Message);
        Assert.Equal("OP1(c): To go on.", tree.Units[^1].ToString());
    }

    [Fact]
    public void Marks_and_footnotes_that_miss_each_other_are_said()
    {
        var tree = Parse(
            "The General Assembly,\n\nRecalling the Declaration1 and the Programme of Action,\n\n1. Decides so.\n\n__________\n\n1 Resolution 70/1.\n\n2 Ibid.\n");

        Assert.Equal("DD3002", Assert.Single(tree.Diagnostics).Id);

        tree = Parse("The General Assembly,\n\nRecalling the Declaration1 and the Programme of Action,\n\n1. Decides so.\n");

        Assert.Equal("DD3001", Assert.Single(tree.Diagnostics).Id);
    }

    [Fact]
    public void Every_diagnostic_is_described()
    {
        var page = File.ReadAllText(Fixtures.PathOf("docs/diagnostics.md"));
        var descriptors = typeof(DraftDiagnostics).GetFields().Select(field => (DiagnosticDescriptor)field.GetValue(null)!);

        Assert.All(descriptors, descriptor =>
            Assert.Contains($"| {descriptor.Id} | {descriptor.Severity.ToString().ToLowerInvariant()} |", page, StringComparison.Ordinal));
    }

    private static DraftTree Parse(string text) => DraftTree.Parse(SourceText.From(text, "draft.txt"));
}
