using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Differencing;

namespace DraftDiff.Rendering.Html;

/// <summary>
/// A redline in HTML to be pasted into a message: no page, no style sheet and no script, which mail programs leave out,
/// but the styles in the elements themselves.
/// </summary>
public static class HtmlFragment
{
    private const string Deleted = "color:#8f2312;text-decoration:line-through";
    private const string Inserted = "color:#0b4a80;text-decoration:underline";

    /// <summary>Writes the redline.</summary>
    /// <param name="comparison">The two documents and what changed.</param>
    /// <param name="showAll">True to show what is otherwise folded.</param>
    /// <param name="output">Where to.</param>
    public static void Render(DraftComparison comparison, bool showAll, TextWriter output)
    {
        var html = new HtmlWriter(output);
        html.OpenOwn("div", ("data-page", "message")).Line();
        MessageRedline.Write(comparison, showAll, new FragmentFormat(html, comparison.New.Language));
        html.Close().Line();
    }

    private sealed class FragmentFormat(HtmlWriter html, string language) : IMessageFormat
    {
        public void WriteHeading(int level, string text) => html.Element((level + 1).ToString("'h'0", CultureInfo.InvariantCulture), text).Line();

        public void WriteTitle(string text) => html.Open("p", ("lang", language), ("dir", "auto")).Element("strong", text).Close().Line();

        public void WriteItems(IReadOnlyList<string> lines)
        {
            if (lines.Count == 0)
            {
                return;
            }

            html.Open("ul");
            foreach (var line in lines)
            {
                html.Element("li", line);
            }

            html.Close().Line();
        }

        public void WriteChange(string label, string kinds) => html.Open("p").Element("strong", label).Text($": {kinds}").Close().Line();

        public void WriteWords(string? label, ImmutableArray<WordEdit> edits)
        {
            html.Open("blockquote", ("lang", language), ("dir", HtmlWriter.Direction(RightToLeft.Reads(string.Concat(edits.Select(edit => edit.Text))))));
            if (label is not null)
            {
                html.Element("strong", label).Text(" ");
            }

            html.Words(edits, Deleted, Inserted).Close().Line();
        }

        public void WriteNote(string text) => html.Open("p").Sentence(text).Close().Line();
    }
}
