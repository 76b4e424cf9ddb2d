using System.Collections.Immutable;
using DraftDiff.Differencing;

namespace DraftDiff.Rendering;

/// <summary>How a redline is written that is to be pasted into a message or a discussion.</summary>
internal interface IMessageFormat
{
    /// <summary>Writes the heading of the whole or, at level 2, of a section.</summary>
    void WriteHeading(int level, string text);

    /// <summary>Writes a line that stands out.</summary>
    void WriteTitle(string text);

    /// <summary>Writes lines, each an item of one list.</summary>
    void WriteItems(IReadOnlyList<string> lines);

    /// <summary>Writes what a change is, above its words.</summary>
    void WriteChange(string label, string kinds);

    /// <summary>Writes the words of a part of a change, after its label where it has one.</summary>
    void WriteWords(string? label, ImmutableArray<WordEdit> edits);

    /// <summary>Writes what else there is to say of a change.</summary>
    void WriteNote(string text);
}

/// <summary>A redline to be pasted into a message: what changed, under headings, and what did not change as one line.</summary>
internal static class MessageRedline
{
    /// <summary>Writes the redline.</summary>
    /// <param name="comparison">The two documents and what changed.</param>
    /// <param name="showAll">True to show what is otherwise folded.</param>
    /// <param name="format">Where to, and how.</param>
    /// <param name="paragraph">The label of the one paragraph to show, with its subparagraphs; null to show all.</param>
    /// <exception cref="ArgumentException">Neither document has that paragraph.</exception>
    public static void Write(DraftComparison comparison, bool showAll, IMessageFormat format, string? paragraph = null)
    {
        var description = new ChangeDescription(comparison);
        if (paragraph is not null)
        {
            WriteChanges(ParagraphSelection.Find(comparison.Script, paragraph), description, showAll, format);
            return;
        }

        var names = DocumentNames.Of(comparison);
        format.WriteHeading(1, $"Changes from {names.Old} to {names.New}");
        if (comparison.New.Title is { } title)
        {
            format.WriteTitle(title);
        }

        format.WriteItems(ScriptSummary.LinesOf(comparison));
        if (!showAll && ScriptSummary.AreSame(comparison))
        {
            return;
        }

        foreach (var section in ChangeSections.Of(comparison.Script.Changes))
        {
            format.WriteHeading(2, section.Title);
            foreach (var run in FoldedChanges.RunsOf(section.Changes, showAll, description.Departures))
            {
                var departures = description.Departures.LinesBehind(run.Changes[^1]);
                if (run.IsShown)
                {
                    WriteChanges(run.Changes, description, showAll, format);
                    format.WriteItems(departures);
                }
                else
                {
                    format.WriteItems([.. FoldedChanges.Describe(run.Changes, section.Noun, description, hint: ""), .. departures]);
                }
            }
        }
    }

    private static void WriteChanges(ImmutableArray<Change> changes, ChangeDescription description, bool showAll, IMessageFormat format)
    {
        foreach (var change in changes)
        {
            format.WriteChange(ChangeDescription.LabelOf(change), description.KindsOf(change));
            foreach (var part in Redline.PartsOf(change, RedlineSide.Both, !showAll))
            {
                format.WriteWords(part.Label, part.Edits);
            }

            foreach (var note in description.NotesOf(change, showAll))
            {
                format.WriteNote(note);
            }
        }
    }
}
