using System.Collections.Immutable;
using DraftDiff.History;

namespace DraftDiff.Rendering.Html;

/// <summary>
/// Histories as pages. What a revision did to a paragraph is opened with the elements that HTML has for that, so these
/// pages need no script.
/// </summary>
public static class HtmlHistory
{
    private const int BeginningCells = 90;

    /// <summary>Writes the life of a draft: its revisions, and each paragraph with what they did to it.</summary>
    /// <param name="history">The revisions.</param>
    /// <param name="paragraphs">What happened to each paragraph, in the order of the page.</param>
    /// <param name="output">Where to; in UTF-8.</param>
    public static void Render(DraftHistory history, ImmutableArray<ParagraphHistory> paragraphs, TextWriter output)
    {
        Write(output, history.Draft, history.Language, paragraphs, html =>
        {
            html.Element("h2", "Revisions").Open("ol", ("class", "timeline"));
            foreach (var entry in history.Revisions)
            {
                html.Open("li").Element("b", HistoryRenderer.NameOf(entry.Point)).Text($" {entry.Point.Date}, ").Element("bdi", entry.Point.Author);
                foreach (var line in (string[])[.. HistoryRenderer.SummaryOf(entry), .. HistoryRenderer.LabelsOf(entry)])
                {
                    html.Element("p", line);
                }

                html.Close().Line();
            }

            html.Close().Element("h2", "Paragraphs").Open("p").Text("A column a revision, the oldest first: ").Element("b", "+").Text(" new, ")
                .Element("b", "~").Text(" reworded, split or merged, ").Element("b", ">").Text(" moved, ").Element("b", "#").Text(" renumbered or with other footnotes, ")
                .Element("b", "−").Text(" deleted. Each sign opens what the revision did.").Close().Line();
            var shown = history.Revisions.Select(entry => entry.Point.Commit).ToHashSet(StringComparer.Ordinal);
            foreach (var paragraph in paragraphs)
            {
                WriteRow(html, paragraph, [.. history.Revisions.Reverse()], shown);
            }
        });
    }

    /// <summary>Writes the life of a paragraph, from its first words on, each step with its redline.</summary>
    /// <param name="history">What happened to it.</param>
    /// <param name="output">Where to; in UTF-8.</param>
    public static void Render(ParagraphHistory history, TextWriter output) =>
        Write(output, $"{history.Draft}: {history.Events[0].Label}", history.Language, [history], html =>
        {
            foreach (var happened in InOrder(history))
            {
                html.Open("section", ("class", "step"), ("id", happened.Point.Commit))
                    .Element("h2", $"{HistoryRenderer.NameOf(happened.Point)}, {happened.Point.Date}")
                    .Open("p", ("class", "what")).Element("b", happened.Label).Text($" {HistoryRenderer.Describe(happened)}, ")
                    .Element("bdi", happened.Point.Author).Close();
                WriteWords(html, happened, history.Language);
                html.Close().Line();
            }
        });

    private static void Write(TextWriter output, string title, string language, ImmutableArray<ParagraphHistory> paragraphs, Action<HtmlWriter> writeMain)
    {
        var fromTheRight = paragraphs.Sum(paragraph => RightToLeft.Reads(paragraph.Events[0].Text) ? 1 : -1) > 0;
        HtmlPage.Write(output, title, language, fromTheRight, hasScript: false, html =>
        {
            html.OpenOwn("header", ("class", "top")).Element("h1", title).Close().Line()
                .OpenOwn("main", ("class", "life")).Line();
            writeMain(html);
            html.Close().Line();
        });
    }

    private static void WriteRow(HtmlWriter html, ParagraphHistory paragraph, ImmutableArray<RevisionEntry> revisions, HashSet<string> shown)
    {
        var newest = paragraph.Events[0];
        var (label, text) = (newest.Label, newest.Text);
        html.Open("section", ("class", "row"), ("id", paragraph.Id), ("aria-label", label))
            .Open("h3").Element("span", newest.Changes.Contains(ParagraphChange.Deleted) ? $"{label}, deleted" : label, ("class", "label")).Text(" ")
            .Element("bdi", CellWidth.Cut(VisibleText.Of(text), BeginningCells), ("lang", paragraph.Language)).Close();
        html.Open("p", ("class", "strip"));
        foreach (var entry in revisions)
        {
            var happened = paragraph.Events.FirstOrDefault(each => each.Point.Commit == entry.Point.Commit);
            var name = HistoryRenderer.NameOf(entry.Point);
            if (happened is null)
            {
                html.Element("span", "·", ("title", $"{name}: unchanged, or not there"));
            }
            else
            {
                html.Element("a", SignOf(happened), ("href", HtmlPage.LinkTo(IdOf(paragraph, happened))), ("title", $"{name}: {HistoryRenderer.Describe(happened)}"), ("aria-label", $"{name}: {HistoryRenderer.Describe(happened)}"));
            }
        }

        html.Close();
        foreach (var happened in InOrder(paragraph).Where(each => shown.Contains(each.Point.Commit)))
        {
            html.Open("details", ("class", "step"))
                .Open("summary").Element("b", HistoryRenderer.NameOf(happened.Point)).Text($" {happened.Point.Date}, {happened.Label}: {HistoryRenderer.Describe(happened)}").Close();
            html.Open("div", ("id", IdOf(paragraph, happened)));
            WriteWords(html, happened, paragraph.Language);
            html.Close().Close();
        }

        html.Close().Line();
    }

    private static IEnumerable<ParagraphEvent> InOrder(ParagraphHistory history) => history.Events.Reverse();

    private static void WriteWords(HtmlWriter html, ParagraphEvent happened, string language) => html
        .Open("blockquote", ("lang", language), ("dir", HtmlWriter.Direction(RightToLeft.Reads(happened.Text))))
        .Words(HistoryRenderer.WordsOf(happened)).Close();

    private static string IdOf(ParagraphHistory paragraph, ParagraphEvent happened) => $"{paragraph.Id}-{happened.Point.Commit}";

    private static string SignOf(ParagraphEvent happened) =>
        happened.Changes.Contains(ParagraphChange.Inserted) ? "+"
        : happened.Changes.Contains(ParagraphChange.Deleted) ? "−"
        : happened.Changes.Any(change => change is ParagraphChange.Reworded or ParagraphChange.Split or ParagraphChange.Merged) ? "~"
        : happened.Changes.Contains(ParagraphChange.Moved) ? ">"
        : "#";
}
