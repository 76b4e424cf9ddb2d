using System.Collections.Immutable;
using System.Globalization;
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
    /// <param name="history">The revisions, the newest first.</param>
    /// <param name="paragraphs">What happened to each paragraph, in the order of the page.</param>
    /// <param name="output">Where to; in UTF-8.</param>
    public static void Render(DraftHistory history, ImmutableArray<ParagraphHistory> paragraphs, TextWriter output)
    {
        ImmutableArray<RevisionEntry> revisions = [.. history.Revisions.Reverse()];
        var (first, last) = (HistoryRenderer.NameOf(revisions[0].Point), HistoryRenderer.NameOf(revisions[^1].Point));
        var about = history.Revisions.Select(entry => entry.Comparison?.New.Title).FirstOrDefault(title => title is not null);
        var page = new Page(first == last ? first : $"{first} → {last}", about, history.Language, IsFromTheRight(paragraphs));
        page.Write(output, html => new DraftBody(html, revisions).Write(paragraphs));
    }

    /// <summary>Writes the life of a paragraph, from its first words on, each step with its redline.</summary>
    /// <param name="history">What happened to it, the newest first.</param>
    /// <param name="output">Where to; in UTF-8.</param>
    public static void Render(ParagraphHistory history, TextWriter output)
    {
        var title = IsDeleted(history) ? $"{history.Label}, deleted" : $"{history.Label} of {HistoryRenderer.NameOf(history.Newest)}";
        new Page(title, null, history.Language, IsFromTheRight([history])).Write(output, html =>
        {
            foreach (var happened in history.Events.Reverse())
            {
                html.Open("section", ("class", "step"), ("id", happened.Point.Commit))
                    .Element("h2", $"{HistoryRenderer.NameOf(happened.Point)}, {happened.Point.Date}")
                    .Open("p", ("class", "what")).Element("b", happened.Label).Text($" {HistoryRenderer.Describe(happened)}, ")
                    .Element("bdi", happened.Point.Author).Close();
                WriteWords(html, happened, history.Language);
                html.Close().Line();
            }

            if (HistoryRenderer.DescribeLabel(history) is { } label)
            {
                html.Element("p", label).Line();
            }

            foreach (var other in history.Namesakes)
            {
                html.Open("p").Text($"{HistoryRenderer.Describe(other)}: ")
                    .Element("bdi", CellWidth.Cut(VisibleText.Of(other.Text), BeginningCells), ("lang", history.Language)).Close().Line();
            }
        });
    }

    private static bool IsDeleted(ParagraphHistory history) => history.Events[0].Changes.Contains(ParagraphChange.Deleted);

    private static bool IsFromTheRight(ImmutableArray<ParagraphHistory> paragraphs) =>
        paragraphs.Sum(paragraph => RightToLeft.Reads(paragraph.Events[0].Text) ? 1 : -1) > 0;

    private static void WriteWords(HtmlWriter html, ParagraphEvent happened, string language) => html
        .Open("blockquote", ("lang", language), ("dir", HtmlWriter.Direction(RightToLeft.Reads(happened.Text))))
        .Words(HistoryRenderer.WordsOf(happened)).Close();

    /// <summary>What both pages have.</summary>
    private sealed record Page(string Title, string? About, string Language, bool FromTheRight)
    {
        public void Write(TextWriter output, Action<HtmlWriter> writeMain) =>
            HtmlPage.Write(output, Title, Language, FromTheRight, hasScript: false, html =>
            {
                html.OpenOwn("header", ("class", "top")).Element("h1", Title);
                if (About is not null)
                {
                    html.Element("p", About, ("class", "about"), ("lang", Language), ("dir", "auto"));
                }

                html.Close().Line().OpenOwn("main", ("class", "life")).Line();
                writeMain(html);
                html.Close().Line();
            });
    }

    /// <summary>Writes the page of a draft.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="revisions">The revisions, the oldest first: the columns, by number.</param>
    private sealed class DraftBody(HtmlWriter html, ImmutableArray<RevisionEntry> revisions)
    {
        private readonly HashSet<string> _shown = revisions.Select(entry => entry.Point.Commit).ToHashSet(StringComparer.Ordinal);

        public void Write(ImmutableArray<ParagraphHistory> paragraphs)
        {
            WriteTimeline();
            var changed = paragraphs.Where(paragraph => paragraph.Events.Any(IsShown)).ToLookup(IsDeleted);
            html.Element("h2", "Paragraphs").Open("p").Text("A column a revision, by the numbers above: ").Element("b", "+").Text(" new, ")
                .Element("b", "~").Text(" reworded, split or merged, ").Element("b", ">").Text(" moved, ").Element("b", "#").Text(" renumbered or with other footnotes, ")
                .Element("b", "−").Text(" deleted, ").Element("b", "·").Text(" as it was. Each sign leads to what the revision did.").Close().Line();
            WriteRows(changed[false]);
            if (changed.Contains(true))
            {
                html.Element("h2", "Deleted paragraphs").Line();
                WriteRows(changed[true]);
            }
        }

        private void WriteTimeline()
        {
            html.Element("h2", "Revisions").Open("ol", ("class", "timeline"));
            foreach (var entry in revisions)
            {
                html.Open("li", ("id", IdOf(entry))).Element("b", HistoryRenderer.NameOf(entry.Point)).Text($" {entry.Point.Date}, ").Element("bdi", entry.Point.Author);
                foreach (var line in (string[])[.. HistoryRenderer.SummaryOf(entry), .. HistoryRenderer.LabelsOf(entry)])
                {
                    html.Element("p", line);
                }

                html.Close().Line();
            }

            html.Close();
        }

        private void WriteRows(IEnumerable<ParagraphHistory> paragraphs)
        {
            html.Open("p", ("class", "strip numbers"));
            for (var i = 0; i < revisions.Length; i++)
            {
                html.Element(
                    "a",
                    (i + 1).ToString(CultureInfo.InvariantCulture),
                    ("href", HtmlPage.LinkTo(IdOf(revisions[i]))),
                    ("title", HistoryRenderer.NameOf(revisions[i].Point)));
            }

            html.Close().Line();
            foreach (var paragraph in paragraphs)
            {
                WriteRow(paragraph);
            }
        }

        private void WriteRow(ParagraphHistory paragraph)
        {
            html.Open("section", ("class", "row"), ("id", paragraph.Id), ("aria-label", paragraph.Label))
                .Open("h3").Element("span", paragraph.Label, ("class", "label")).Text(" ")
                .Element("bdi", CellWidth.Cut(VisibleText.Of(paragraph.Events[0].Text), BeginningCells), ("lang", paragraph.Language)).Close();
            WriteStrip(paragraph);
            foreach (var happened in paragraph.Events.Reverse().Where(IsShown))
            {
                html.Open("details", ("class", "step"))
                    .Open("summary").Element("b", HistoryRenderer.NameOf(happened.Point)).Text($" {happened.Point.Date}, {happened.Label}: {HistoryRenderer.Describe(happened)}").Close()
                    .Open("div", ("id", IdOf(paragraph, happened)));
                WriteWords(html, happened, paragraph.Language);
                html.Close().Close();
            }

            html.Close().Line();
        }

        private void WriteStrip(ParagraphHistory paragraph)
        {
            var events = paragraph.Events.Where(IsShown).DistinctBy(happened => happened.Point.Commit).ToDictionary(happened => happened.Point.Commit, StringComparer.Ordinal);
            var isThere = !paragraph.Events.Last(IsShown).Changes.Contains(ParagraphChange.Inserted);
            html.Open("p", ("class", "strip"));
            foreach (var point in revisions.Select(entry => entry.Point))
            {
                if (events.TryGetValue(point.Commit, out var happened))
                {
                    var what = $"{HistoryRenderer.NameOf(point)}: {HistoryRenderer.Describe(happened)}";
                    html.Element("a", SignOf(happened), ("href", HtmlPage.LinkTo(IdOf(paragraph, happened))), ("title", what), ("aria-label", what));
                    isThere = !happened.Changes.Contains(ParagraphChange.Deleted);
                }
                else
                {
                    html.Element("span", isThere ? "·" : "", ("title", $"{HistoryRenderer.NameOf(point)}: {(isThere ? "as it was" : "not there")}"));
                }
            }

            html.Close();
        }

        private bool IsShown(ParagraphEvent happened) => _shown.Contains(happened.Point.Commit);

        private static string IdOf(RevisionEntry entry) => $"revision-{entry.Point.Commit}";

        private static string IdOf(ParagraphHistory paragraph, ParagraphEvent happened) => $"{paragraph.Id}-{happened.Point.Commit}";

        private static string SignOf(ParagraphEvent happened) =>
            happened.Changes.Contains(ParagraphChange.Inserted) ? "+"
            : happened.Changes.Contains(ParagraphChange.Deleted) ? "−"
            : happened.Changes.Any(change => change is ParagraphChange.Reworded or ParagraphChange.Split or ParagraphChange.Merged) ? "~"
            : happened.Changes.Contains(ParagraphChange.Moved) ? ">"
            : "#";
    }
}
