using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>
/// A redline in Markdown, for a message or a discussion: deleted words struck out, inserted ones in bold (GitHub's
/// dialect, of which CommonMark is all but the striking out).
/// </summary>
public static class MarkdownRenderer
{
    /// <summary>Writes the redline.</summary>
    /// <param name="comparison">The two documents and what changed.</param>
    /// <param name="showAll">True to show what is otherwise folded.</param>
    /// <param name="output">Where to.</param>
    /// <param name="paragraph">The label of the one paragraph to show, with its subparagraphs; null to show all.</param>
    /// <exception cref="ArgumentException">Neither document has that paragraph.</exception>
    public static void Render(DraftComparison comparison, bool showAll, TextWriter output, string? paragraph = null)
    {
        var description = new ChangeDescription(comparison);
        if (paragraph is not null)
        {
            WriteChanges(ParagraphSelection.Find(comparison.Script, paragraph), description, showAll, output);
            return;
        }

        output.WriteLine($"## Changes from {NameOf(comparison.Old)} to {NameOf(comparison.New)}");
        output.WriteLine();
        if (comparison.New.Title is { } title)
        {
            output.WriteLine($"**{MarkdownText.Escape(title)}**");
            output.WriteLine();
        }

        foreach (var line in ScriptSummary.LinesOf(comparison))
        {
            output.WriteLine($"- {line}");
        }

        if (!showAll && ScriptSummary.AreSame(comparison))
        {
            return;
        }

        foreach (var section in ChangeSections.Of(comparison.Script.Changes))
        {
            output.WriteLine();
            output.WriteLine($"### {section.Title}");
            foreach (var run in FoldedChanges.RunsOf(section.Changes, showAll, description.Departures))
            {
                output.WriteLine();
                if (run.IsShown)
                {
                    WriteChanges(run.Changes, description, showAll, output);
                }
                else
                {
                    WriteFolded(run.Changes, section.Noun, description, output);
                }

                var departures = description.Departures.Behind(run.Changes[^1]);
                if (departures.Count > 0 && run.IsShown)
                {
                    output.WriteLine();
                }

                foreach (var line in departures)
                {
                    output.WriteLine($"- {MarkdownText.Escape(line)}");
                }
            }
        }
    }

    private static string NameOf(DraftTree tree) => MarkdownText.Escape(tree.Masthead.Symbol?.ToString() ?? tree.Source.Name);

    private static void WriteFolded(ImmutableArray<Change> changes, string noun, ChangeDescription description, TextWriter output)
    {
        foreach (var line in FoldedChanges.Describe(changes, noun, description, hint: ""))
        {
            output.WriteLine($"- {MarkdownText.Escape(line)}");
        }
    }

    private static void WriteChanges(ImmutableArray<Change> changes, ChangeDescription description, bool showAll, TextWriter output)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            if (i > 0)
            {
                output.WriteLine();
            }

            WriteChange(changes[i], description, showAll, output);
        }
    }

    private static void WriteChange(Change change, ChangeDescription description, bool showAll, TextWriter output)
    {
        output.WriteLine($"**{MarkdownText.Escape(ChangeDescription.LabelOf(change))}**: {MarkdownText.Escape(description.KindsOf(change))}");
        foreach (var part in Redline.PartsOf(change, RedlineSide.Both, !showAll))
        {
            output.WriteLine();
            output.WriteLine(part.Label is null
                ? $"> {MarkdownText.Of(part.Edits)}"
                : $"> **{MarkdownText.Escape(part.Label)}** {MarkdownText.Of(part.Edits)}");
        }

        foreach (var note in description.NotesOf(change, showAll))
        {
            output.WriteLine();
            output.WriteLine(MarkdownText.Escape(note));
        }
    }
}
