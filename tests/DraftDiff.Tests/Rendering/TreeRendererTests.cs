using DraftDiff.Diagnostics;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class TreeRendererTests
{
    private static readonly DiagnosticDescriptor Doubtful = new("DD9001", DiagnosticSeverity.Warning, "The label {0} is doubtful.");
    private static readonly DiagnosticDescriptor Curious = new("DD9002", DiagnosticSeverity.Info, "The label {0} is curious.");

    [Fact]
    public void A_tree_is_a_line_a_unit() => Snapshot.Verify(Draw(Samples.English().New, 80));

    [Fact]
    public void Chinese_is_cut_at_the_edge_of_the_page() => Snapshot.Verify(Draw(Samples.Chinese().New, 60));

    [Fact]
    public void Diagnostics_are_counted() =>
        Assert.EndsWith("\n\n2 units, 1 warning, 1 info\n", Draw(WithDiagnostics(), 80), StringComparison.Ordinal);

    [Fact]
    public void A_diagnostic_is_written_as_compilers_write_it()
    {
        var tree = WithDiagnostics();

        Assert.Equal(
            ["draft.txt(1,1): info DD9002: The label OP1 is curious.", "draft.txt(2,1): warning DD9001: The label \\u001B is doubtful."],
            tree.Diagnostics.Select(diagnostic => DiagnosticFormatter.Format(tree.Source, diagnostic)));
    }

    private static DraftTree WithDiagnostics() => new DraftSketch("draft.txt")
        .Operative(1, "Recalls;")
        .Operative(2, "Decides.")
        .Warn(Curious, "OP1", "OP1")
        .Warn(Doubtful, "OP2", "\u001B")
        .ToTree();

    private static string Draw(DraftTree tree, int width) =>
        Rendered.Text(output => TreeRenderer.Render(tree, new TerminalOptions(width), output));
}
