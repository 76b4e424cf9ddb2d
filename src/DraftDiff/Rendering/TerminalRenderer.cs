using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>
/// A redline for a terminal: what changed paragraph by paragraph, in the order of the new document, each change under a
/// line that says what it is. What nobody changed is folded to a line.
/// </summary>
public static class TerminalRenderer
{
    // So many runs of changes are drawn by two threads.
    private const int RunsForTwo = 400;

    /// <summary>Writes the redline.</summary>
    /// <exception cref="ArgumentException">Neither document has the paragraph of the options.</exception>
    public static void Render(DraftComparison comparison, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        var description = new ChangeDescription(comparison);
        if (options.Paragraph is { } label)
        {
            var blocks = new ChangeBlocks(canvas, description, options.SideBySide, options.ShowAll);
            blocks.Write(ParagraphSelection.Find(comparison.Script, label));
            return;
        }

        if (!options.ShowAll && ScriptSummary.AreSame(comparison))
        {
            WriteHeading(comparison, canvas);
            return;
        }

        // The second half of many is drawn beside what stands before it, and written behind that.
        var runs = RunsOf(comparison, options, description);
        var ahead = runs.Count < RunsForTwo ? runs.Count : runs.Count / 2;
        var end = new StringWriter { NewLine = output.NewLine };
        var drawn = ahead == runs.Count ? Task.CompletedTask : Task.Run(() => WriteRuns(CollectionsMarshal.AsSpan(runs)[ahead..], options, description, end));
        WriteHeading(comparison, canvas);
        WriteRuns(CollectionsMarshal.AsSpan(runs)[..ahead], options, description, output);
        drawn.GetAwaiter().GetResult();
        output.Write(end.GetStringBuilder());
    }

    /// <summary>Neighbours in the section that they stand in, and whether they are the first there.</summary>
    private readonly record struct PlacedRun(ChangeSection Section, ChangeRun Run, bool IsFirst);

    private static List<PlacedRun> RunsOf(DraftComparison comparison, TerminalOptions options, ChangeDescription description)
    {
        var runs = new List<PlacedRun>();
        foreach (var section in ChangeSections.Of(comparison.Script.Changes))
        {
            var isFirst = true;
            foreach (var run in FoldedChanges.RunsOf(section.Changes, options.ShowAll, description.Departures))
            {
                runs.Add(new PlacedRun(section, run, isFirst));
                isFirst = false;
            }
        }

        return runs;
    }

    private static void WriteHeading(DraftComparison comparison, TerminalCanvas canvas)
    {
        var (oldTitle, newTitle) = (comparison.Old.Title, comparison.New.Title);
        WriteDocument("old", comparison.Old, oldTitle == newTitle ? null : oldTitle, canvas);
        WriteDocument("new", comparison.New, newTitle, canvas);
        canvas.WriteBlankLine();
        foreach (var line in ScriptSummary.LinesOf(comparison))
        {
            canvas.WriteHanging(StyledText.None, [new StyledText(line, TextStyle.Plain)]);
        }

        if (!canvas.HasColor && comparison.Script.HasChanges)
        {
            canvas.WriteHanging(StyledText.None, [new StyledText("Words between [- -] are deleted, between {+ +} added.", TextStyle.Plain)]);
        }
    }

    private static void WriteDocument(string side, DraftTree tree, string? title, TerminalCanvas canvas)
    {
        var name = string.Join(" · ", new[] { tree.Source.Name, tree.Masthead.Symbol?.ToString() }.OfType<string>().Distinct().Select(VisibleText.Of));
        var lead = new StyledText($"{side}  ", TextStyle.Faint);
        canvas.WriteHanging(lead, [new StyledText(name, TextStyle.Strong)]);
        if (title is not null)
        {
            canvas.WriteHanging(
                new StyledText("     ", TextStyle.Plain),
                [new StyledText(VisibleText.Of(title), TextStyle.Plain)],
                RightToLeft.Reads(title));
        }
    }

    private static void WriteRuns(ReadOnlySpan<PlacedRun> runs, TerminalOptions options, ChangeDescription description, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        var blocks = new ChangeBlocks(canvas, description, options.SideBySide, options.ShowAll);
        foreach (var (section, run, isFirst) in runs)
        {
            if (isFirst)
            {
                canvas.WriteBlankLine();
                canvas.WriteRule(section.Title);
            }

            if (run.IsShown || !isFirst)
            {
                canvas.WriteBlankLine();
            }

            if (run.IsShown)
            {
                blocks.Write(run.Changes);
            }
            else
            {
                WriteFolded(run.Changes, section.Noun, options.NamesOptions, description, canvas);
            }

            WriteDepartures(description.Departures.LinesBehind(run.Changes[^1]), run.IsShown, canvas);
        }
    }

    private static void WriteDepartures(IReadOnlyList<string> lines, bool afterBlock, TerminalCanvas canvas)
    {
        if (lines.Count > 0 && afterBlock)
        {
            canvas.WriteBlankLine();
        }

        WriteFaint(lines, canvas);
    }

    private static void WriteFolded(ImmutableArray<Change> folded, string noun, bool namesOptions, ChangeDescription description, TerminalCanvas canvas)
    {
        WriteFaint(FoldedChanges.Describe(folded, noun, description, hint: namesOptions ? "; shown with --all" : ""), canvas);
    }

    private static void WriteFaint(IReadOnlyList<string> lines, TerminalCanvas canvas)
    {
        foreach (var line in lines)
        {
            canvas.WriteHanging(new StyledText("· ", TextStyle.Faint), [new StyledText(line, TextStyle.Faint)]);
        }
    }
}
