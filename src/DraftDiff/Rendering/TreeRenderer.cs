using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>
/// A draft's tree for people: a line a unit with its label, its span in the source, its footnote marks and the beginning
/// of its words, units under others indented; at the end the diagnostics, counted.
/// </summary>
public static class TreeRenderer
{
    // Where there is room for less, the words stand below.
    private const int FewestWordCells = 12;

    private static readonly StyledText Below = new("    ", TextStyle.Plain);

    /// <summary>Writes the tree.</summary>
    public static void Render(DraftTree tree, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        var depths = DepthsOf(tree.Units);
        var labels = tree.Units.Select(unit => new string(' ', 2 * depths[unit.Index]) + unit.Label).ToArray();
        var spans = tree.Units.Select(unit => unit.Span.ToString()).ToArray();
        var labelWidth = labels.Select(label => CellWidth.Of(label)).DefaultIfEmpty().Max();
        var spanWidth = spans.Select(span => span.Length).DefaultIfEmpty().Max();
        foreach (var unit in tree.Units)
        {
            var marks = unit.Marks.Length == 0 ? "" : $"{FoldedChanges.Count(unit.Marks.Length, "mark")}  ";
            var cells = options.Width - labelWidth - spanWidth - marks.Length - 4;
            if (cells < FewestWordCells)
            {
                canvas.WriteHanging(
                    StyledText.None,
                    [new StyledText($"{labels[unit.Index]}  ", TextStyle.Strong), new StyledText($"{spans[unit.Index]}  {marks}", TextStyle.Faint)]);
                canvas.WriteHanging(Below, [new StyledText(TerminalText.Beginning(unit.Text, options.Width - Below.Text.Length), TextStyle.Plain)]);
                continue;
            }

            canvas.WriteLine(
                new StyledText(CellWidth.Pad(labels[unit.Index], labelWidth) + "  ", TextStyle.Strong),
                new StyledText($"{spans[unit.Index].PadRight(spanWidth)}  {marks}", TextStyle.Faint),
                new StyledText(RightToLeft.Embed(CellWidth.Cut(VisibleText.Of(unit.Text), cells)), TextStyle.Plain));
        }

        canvas.WriteBlankLine();
        canvas.WriteHanging(StyledText.None, [new StyledText(Summarize(tree), TextStyle.Plain)]);
    }

    private static int[] DepthsOf(ImmutableArray<Unit> units)
    {
        var depths = new int[units.Length];
        foreach (var unit in units)
        {
            depths[unit.Index] = unit.Parent < 0 ? 0 : depths[unit.Parent] + 1;
        }

        return depths;
    }

    private static string Summarize(DraftTree tree)
    {
        var counts = new[] { DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Info }
            .Select(severity => (Count: tree.Diagnostics.Count(each => each.Severity == severity), Name: DiagnosticFormatter.NameOf(severity)))
            .Where(each => each.Count > 0)
            .Select(each => each.Name == "info" ? $"{each.Count} info" : FoldedChanges.Count(each.Count, each.Name));
        var diagnostics = tree.Diagnostics.IsEmpty ? "no diagnostics" : string.Join(", ", counts);
        return string.Create(CultureInfo.InvariantCulture, $"{FoldedChanges.Count(tree.Units.Length, "unit")}, {diagnostics}");
    }
}
