using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering.Html;

/// <summary>A draft as a page: the document as the United Nations prints it, with nothing to compare it with.</summary>
public static class HtmlDocument
{
    /// <summary>Writes the page.</summary>
    /// <param name="tree">The draft.</param>
    /// <param name="units">Those of its units to write, in reading order.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="output">Where to; in UTF-8.</param>
    public static void Render(DraftTree tree, IReadOnlyList<Unit> units, string title, TextWriter output)
    {
        var fromTheRight = RightToLeft.Reads(units);
        HtmlPage.Write(output, title, tree.Language, fromTheRight, hasScript: false, html =>
        {
            html.Open("main", ("id", "draft"), ("data-page", "draft"));
            foreach (var unit in units)
            {
                WriteUnit(tree, unit, fromTheRight, html);
            }

            html.Close().Line();
        });
    }

    private static void WriteUnit(DraftTree tree, Unit unit, bool fromTheRight, HtmlWriter html)
    {
        var readsFromTheRight = RightToLeft.Reads(unit.Text);
        html.Open("div", ("class", ChangeClasses.OfUnit(unit, tree.Units)), ("id", RedlineIds.Of(unit)))
            .Open(
                "div",
                ("class", unit.Printed is null ? "words" : "words numbered"),
                ("data-quoted", unit.IsLabelQuotedIn(tree.Source) ? "new" : null),
                ("dir", readsFromTheRight == fromTheRight ? null : HtmlWriter.Direction(readsFromTheRight)));
        if (unit.Printed is { } number)
        {
            html.Element("span", number, ("class", "number"));
        }

        html.Open("p");
        var whole = new Change(ChangeKind.Unchanged, Moved: false, Renumbered: false, Similarity: 1, [unit], [unit], [], [], Consequence: null);
        new MarkedWords(html, whole, tree.Language).Write([new WordEdit(EditOperation.Equal, unit.Text)]);
        html.Close().Close().Close().Line();
    }
}
