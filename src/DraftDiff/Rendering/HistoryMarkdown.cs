using DraftDiff.History;

namespace DraftDiff.Rendering;

/// <summary>Histories as Markdown.</summary>
public static class HistoryMarkdown
{
    /// <summary>Writes the revisions of a draft, each with what it changed.</summary>
    public static void Render(DraftHistory history, TextWriter output)
    {
        output.WriteLine($"## {MarkdownText.Escape(history.Draft)}, revision by revision");
        foreach (var entry in history.Revisions)
        {
            WritePoint(entry.Point, output);
            foreach (var line in (string[])[.. HistoryRenderer.SummaryOf(entry), .. HistoryRenderer.LabelsOf(entry)])
            {
                output.WriteLine($"- {MarkdownText.Escape(line)}");
            }
        }
    }

    /// <summary>Writes what happened to a paragraph, each step with its words.</summary>
    public static void Render(ParagraphHistory history, TextWriter output)
    {
        output.WriteLine($"## {MarkdownText.Escape(history.Draft)}, one paragraph");
        foreach (var happened in history.Events)
        {
            WritePoint(happened.Point, output);
            output.WriteLine($"**{MarkdownText.Escape(happened.Label)}**: {HistoryRenderer.Describe(happened)}");
            output.WriteLine();
            output.WriteLine($"> {MarkdownText.Of(HistoryRenderer.WordsOf(happened))}");
        }
    }

    /// <summary>Writes which revisions brought words in and lost them.</summary>
    public static void Render(PhraseHistory history, TextWriter output)
    {
        output.WriteLine($"## {MarkdownText.Escape(history.Draft)}, some words");
        foreach (var happened in history.Events)
        {
            WritePoint(happened.Point, output);
            output.WriteLine($"{MarkdownText.Escape(HistoryRenderer.Describe(happened))}");
            output.WriteLine();
            output.WriteLine($"> {MarkdownText.Escape(HistoryRenderer.Around(happened))}");
        }
    }

    private static void WritePoint(RevisionPoint point, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"### {MarkdownText.Escape(HistoryRenderer.NameOf(point))}, {point.Date}");
        output.WriteLine();
    }
}
