using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.History;

namespace DraftDiff.Rendering;

/// <summary>Histories for people, on a terminal.</summary>
public static class HistoryRenderer
{
    private const string Indent = "    ";

    // Where there is room for less, the words stand below.
    private const int FewestWordCells = 12;

    /// <summary>Writes the revisions of a draft, each with what it changed.</summary>
    /// <param name="history">The history.</param>
    /// <param name="showLabels">False to count what changed and name none of it.</param>
    /// <param name="options">How wide, and whether in colour.</param>
    /// <param name="output">Where to.</param>
    public static void Render(DraftHistory history, bool showLabels, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        var isFirst = true;
        foreach (var entry in history.Revisions)
        {
            if (!isFirst)
            {
                canvas.WriteBlankLine();
            }

            isFirst = false;
            WritePoint(canvas, entry.Point, "");
            foreach (var line in showLabels ? [.. SummaryOf(entry), .. LabelsOf(entry)] : SummaryOf(entry))
            {
                WriteIndented(canvas, new StyledText(line, TextStyle.Plain));
            }
        }
    }

    /// <summary>Writes what happened to a paragraph, each step with its words.</summary>
    /// <param name="history">The history.</param>
    /// <param name="showWords">False to leave the words out.</param>
    /// <param name="options">How wide, and whether in colour.</param>
    /// <param name="output">Where to.</param>
    public static void Render(ParagraphHistory history, bool showWords, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        var isFirst = true;
        foreach (var happened in history.Events)
        {
            if (showWords && !isFirst)
            {
                canvas.WriteBlankLine();
            }

            isFirst = false;
            WritePoint(canvas, happened.Point, $"{happened.Label}  {Describe(happened)}");
            if (showWords)
            {
                canvas.WriteHanging(
                    new StyledText(Indent, TextStyle.Plain),
                    ChangeBlocks.Styled(WordsOf(happened), options.Color),
                    RightToLeft.Reads(happened.Text));
            }
        }

        if (DescribeLabel(history) is { } label)
        {
            canvas.WriteBlankLine();
            canvas.WriteHanging(StyledText.None, [new StyledText(label, TextStyle.Plain)]);
        }

        foreach (var other in history.Namesakes)
        {
            canvas.WriteBlankLine();
            canvas.WriteHanging(StyledText.None, [new StyledText($"{Describe(other)}:", TextStyle.Plain)]);
            WriteBeginning(canvas, other.Text);
            WriteBeginning(canvas, $"draftdiff log {history.Draft}:{other.Id}");
        }
    }

    /// <summary>Says what it is called now, where that is not what it was called when something last happened to it; null else.</summary>
    internal static string? DescribeLabel(ParagraphHistory history) => history.Events.Any(happened => happened.Label == history.Label)
        ? null
        : $"It is {history.Label} in {NameOf(history.Newest)}, with the same words.";

    /// <summary>Says which other paragraph has or had the label.</summary>
    internal static string Describe(Namesake other) =>
        other.IsDeleted ? $"Another {other.Label} was deleted by {NameOf(other.Point)}" : $"{other.Label} of {NameOf(other.Point)} is another paragraph";

    private static void WriteBeginning(TerminalCanvas canvas, string text) => canvas.WriteLine(
        new StyledText(Indent, TextStyle.Plain),
        new StyledText(TerminalText.Beginning(text, Math.Max(12, canvas.Width - Indent.Length)), TextStyle.Faint));

    /// <summary>Writes where the paragraphs of a text came from.</summary>
    public static void Render(Blame blame, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        var labelWidth = blame.Paragraphs.Max(paragraph => CellWidth.Of(paragraph.Label));
        var nameWidth = blame.Paragraphs.Max(paragraph => Math.Max(CellWidth.Of(NameOf(paragraph.Introduced)), CellWidth.Of(NameOf(paragraph.Changed))));
        foreach (var paragraph in blame.Paragraphs)
        {
            var head = $"{CellWidth.Pad(paragraph.Label, labelWidth)}  {CellWidth.Pad(NameOf(paragraph.Introduced), nameWidth)}  {CellWidth.Pad(NameOf(paragraph.Changed), nameWidth)}  ";
            var cells = options.Width - CellWidth.Of(head);
            if (paragraph.Words.IsEmpty && cells < FewestWordCells)
            {
                canvas.WriteHanging(StyledText.None, [new StyledText($"{paragraph.Label}  {NameOf(paragraph.Introduced)}  {NameOf(paragraph.Changed)}", TextStyle.Strong)]);
                WriteIndented(canvas, new StyledText(TerminalText.Beginning(paragraph.Text, options.Width - Indent.Length), TextStyle.Plain));
                continue;
            }

            if (paragraph.Words.IsEmpty)
            {
                canvas.WriteLine(
                    new StyledText(head, TextStyle.Strong),
                    new StyledText(TerminalText.Beginning(paragraph.Text, cells), TextStyle.Plain));
                continue;
            }

            canvas.WriteLine(new StyledText(paragraph.Label, TextStyle.Strong));
            foreach (var words in paragraph.Words)
            {
                var name = new StyledText($"{Indent}{CellWidth.Pad(NameOf(words.Point), nameWidth)}  ", TextStyle.Faint);
                if (options.Width - CellWidth.Of(name.Text) < FewestWordCells)
                {
                    canvas.WriteHanging(new StyledText("  ", TextStyle.Plain), [new StyledText(NameOf(words.Point), TextStyle.Faint)]);
                    name = new StyledText(Indent, TextStyle.Plain);
                }

                canvas.WriteHanging(
                    name,
                    [new StyledText(VisibleText.Of(words.Text.Trim()), TextStyle.Plain)],
                    RightToLeft.Reads(words.Text));
            }
        }
    }

    /// <summary>Writes which revisions brought words in and lost them.</summary>
    public static void Render(PhraseHistory history, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        foreach (var happened in history.Events)
        {
            WritePoint(canvas, happened.Point, Describe(happened));
            canvas.WriteHanging(new StyledText(Indent, TextStyle.Plain), [new StyledText(Around(happened), TextStyle.Plain)], RightToLeft.Reads(happened.Text));
        }
    }

    /// <summary>Writes what a translator has to do.</summary>
    public static void Render(StaleDraft stale, TerminalOptions options, TextWriter output)
    {
        var canvas = new TerminalCanvas(output, options.Width, options.Color);
        if (stale.Languages.IsEmpty)
        {
            canvas.WriteLine(new StyledText($"{NameOf(stale.Since)} ({stale.Language}) lacks nothing that another language has changed.", TextStyle.Plain));
        }

        foreach (var other in stale.Languages)
        {
            canvas.WriteHanging(StyledText.None, [new StyledText(
                $"Changed in {NameOf(other.Newest)} ({other.Language}) since {NameOf(stale.Since)} ({stale.Language})", TextStyle.Strong)]);
            foreach (var paragraph in other.Paragraphs)
            {
                WriteStale(canvas, stale.Language, paragraph);
            }
        }
    }

    private static void WriteStale(TerminalCanvas canvas, string language, StaleParagraph paragraph)
    {
        var (what, operation) = paragraph.Change switch
        {
            ParagraphChange.Inserted => ("new", EditOperation.Insert),
            ParagraphChange.Deleted => ("deleted", EditOperation.Delete),
            ParagraphChange.Footnotes => ("footnotes changed", EditOperation.Equal),
            ParagraphChange.Moved => ("moved", EditOperation.Equal),
            _ => ("reworded", EditOperation.Equal),
        };
        var edits = paragraph.Edits.IsEmpty ? [new WordEdit(operation, paragraph.Text)] : Redline.Tidy(paragraph.Edits);
        canvas.WriteBlankLine();
        canvas.WriteHanging(StyledText.None,
        [
            new StyledText(paragraph.Label is { } label ? $"{label} ({language})" : paragraph.OtherLabel, TextStyle.Strong),
            new StyledText($"  {what}{(paragraph.Label is { } own && own != paragraph.OtherLabel ? $", now {paragraph.OtherLabel}" : "")}", TextStyle.Plain),
        ]);
        canvas.WriteHanging(new StyledText(Indent, TextStyle.Plain), ChangeBlocks.Styled(edits, canvas.HasColor), RightToLeft.Reads(paragraph.Text));
    }

    /// <summary>What a revision changed, in lines.</summary>
    internal static ImmutableArray<string> SummaryOf(RevisionEntry entry) => entry.Comparison switch
    {
        null => [entry.Point.Subject],
        { Old.Units.IsEmpty: true } => ["First text."],
        var comparison => ScriptSummary.LinesOf(comparison),
    };

    /// <summary>Which units a revision changed, in lines.</summary>
    internal static ImmutableArray<string> LabelsOf(RevisionEntry entry) =>
        entry.Comparison is { Old.Units.IsEmpty: false } comparison ? ScriptSummary.LabelsOf(comparison) : [];

    /// <summary>What a revision did to a paragraph, in words.</summary>
    internal static string Describe(ParagraphEvent happened)
    {
        var (others, isGone) = (string.Join(", ", happened.Others), happened.Changes.Contains(ParagraphChange.Deleted));
        return string.Join(", ", happened.Changes.Select(change => change switch
        {
            ParagraphChange.Inserted => "new",
            ParagraphChange.Footnotes => "footnotes changed",
            ParagraphChange.Split when others.Length > 0 => $"split off {others}",
            ParagraphChange.Merged when others.Length > 0 => $"merged {(isGone ? "into" : "with")} {others}",
            _ => HistoryJson.NameOf(change),
        }));
    }

    /// <summary>What a revision did to some words, in words.</summary>
    internal static string Describe(PhraseEvent happened) => happened.IsHeld ? $"brought in, {happened.Label}" : $"lost, was {happened.Label}";

    /// <summary>Some words with those around them, as many as a reader needs to know them by.</summary>
    internal static string Around(PhraseEvent happened)
    {
        const int before = 60;
        const int behind = 120;
        var (start, end) = (Math.Max(0, happened.At - before), Math.Min(happened.Text.Length, happened.At + behind));
        while (start > 0 && !char.IsWhiteSpace(happened.Text[start - 1]) && start > happened.At - (2 * before))
        {
            start--;
        }

        while (end < happened.Text.Length && !char.IsWhiteSpace(happened.Text[end]) && end < happened.At + (2 * behind))
        {
            end++;
        }

        return $"{(start > 0 ? "… " : "")}{VisibleText.Of(happened.Text[start..end])}{(end < happened.Text.Length ? " …" : "")}";
    }

    /// <summary>The words of a step: against those before, or all new, all gone, or as they stayed.</summary>
    internal static ImmutableArray<WordEdit> WordsOf(ParagraphEvent happened) =>
        !happened.Edits.IsEmpty ? Redline.Tidy(happened.Edits)
        : [new WordEdit(happened.Changes.Contains(ParagraphChange.Deleted) ? EditOperation.Delete : EditOperation.Equal, happened.Text)];

    /// <summary>What a revision is called: its symbol, or the beginning of its commit's id.</summary>
    internal static string NameOf(RevisionPoint point) => VisibleText.Of(point.Symbol ?? point.Commit[..Math.Min(7, point.Commit.Length)]);

    private static void WritePoint(TerminalCanvas canvas, RevisionPoint point, string what) => canvas.WriteHanging(
        StyledText.None,
        [
            new StyledText(NameOf(point), TextStyle.Strong),
            new StyledText($"  {point.Date}{(what.Length > 0 ? $"  {what}" : $"  {VisibleText.Of(point.Author)}")}", TextStyle.Plain),
        ]);

    private static void WriteIndented(TerminalCanvas canvas, StyledText text) =>
        canvas.WriteHanging(new StyledText(Indent, TextStyle.Plain), [text]);
}
