using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>A draft as a document to read: masthead, title, paragraphs with their printed labels, and footnotes below a rule.</summary>
public static class DocumentRenderer
{
    private const int CellsOfDepth = 4;

    /// <summary>Writes units of a draft.</summary>
    /// <param name="tree">The draft.</param>
    /// <param name="units">Those of its units to write, in reading order.</param>
    /// <param name="options">How wide, and whether in colour.</param>
    /// <param name="output">Where to.</param>
    public static void Render(DraftTree tree, IReadOnlyList<Unit> units, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        Section? last = null;
        foreach (var unit in units)
        {
            if (unit.Section == Section.Footnotes && last is not (null or Section.Footnotes))
            {
                canvas.WriteBlankLine();
                canvas.WriteLine(new StyledText("_______________", TextStyle.Faint));
            }

            if (last is not null && !(unit.Section == last && unit.Section is Section.Masthead or Section.Closing))
            {
                canvas.WriteBlankLine();
            }

            var indent = new string(' ', CellsOfDepth * unit.DepthIn(tree.Units));
            canvas.WriteHanging(new StyledText(indent + LeadOf(unit), TextStyle.Strong), [.. Words(unit)], RightToLeft.Reads(unit.Text));
            last = unit.Section;
        }
    }

    private static string LeadOf(Unit unit) => unit.Printed is { Length: > 0 } printed ? $"{VisibleText.Of(printed)} " : "";

    private static IEnumerable<StyledText> Words(Unit unit)
    {
        var style = unit.Section is Section.Title or Section.Heading ? TextStyle.Strong : TextStyle.Plain;
        var position = 0;
        foreach (var mark in unit.Marks)
        {
            yield return new StyledText(VisibleText.Of(unit.Text[position..mark.At]), style);
            yield return new StyledText($"[{mark.Number}]", TextStyle.Faint);
            position = mark.At;
        }

        yield return new StyledText(VisibleText.Of(unit.Text[position..]), style);
    }
}
