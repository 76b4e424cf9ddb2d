using AngleSharp.Html.Dom;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Html;

/// <summary>Reads pages of the web to drafts. No script of a page runs, and nothing that it names is fetched.</summary>
public static class HtmlReader
{
    /// <summary>
    /// Reads a page. Its text is what a browser shows, a line a paragraph, the footnotes below a rule; the tree is over that
    /// text. A redline of this program is read as either of the texts that it compares, and so is another page by its
    /// elements <c>ins</c> and <c>del</c>. A page that is one plain text is read as that.
    /// </summary>
    /// <param name="name">What the page is called in messages.</param>
    /// <param name="bytes">The page.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    /// <param name="changes">How the changes that it shows are read.</param>
    /// <exception cref="UnreadableFileException">It is nested as no document is, or a redline that lacks the text that is asked for.</exception>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null, TrackedChanges changes = TrackedChanges.Accept)
    {
        var source = HtmlPageParser.Decode(name, bytes.Span);
        using var document = HtmlPageParser.Parse(source);
        if (OwnPage.Find(document) is { } own)
        {
            return own.Read(name, language, changes);
        }

        return PlainTextOf(document) is { } text
            ? DraftTree.Parse(SourceText.From(text, name), language)
            : new HtmlTextReader(document, changes).Read(source, language);
    }

    /// <summary>The text of a page that is one preformatted text and nothing else; null of another.</summary>
    private static string? PlainTextOf(IHtmlDocument document)
    {
        var blocks = document.Body?.Children.Where(child => !HtmlElements.IsUnseen(child)).ToArray() ?? [];
        return blocks is [{ LocalName: "pre" } only] && document.Body!.ChildNodes.All(node => node is not AngleSharp.Dom.IText text || string.IsNullOrWhiteSpace(text.Data))
            && only.ChildElementCount == 0
            ? only.TextContent
            : null;
    }
}
