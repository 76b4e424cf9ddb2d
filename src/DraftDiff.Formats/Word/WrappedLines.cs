using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>Tells a Word file whose paragraphs are the wrapped lines of a text, as converters make of one, from a document.</summary>
internal static class WrappedLines
{
    private const int FewestLines = 8;
    private const int ShortestLine = 25;

    /// <summary>True where most long paragraphs stop in the middle of a sentence.</summary>
    public static bool Are(XElement body)
    {
        int lines = 0, open = 0;
        foreach (var paragraph in body.Elements(W.Paragraph))
        {
            var text = string.Concat(paragraph.Descendants(W.Text).Select(element => element.Value)).AsSpan().Trim();
            if (text.Length >= ShortestLine)
            {
                lines++;
                open += char.IsLetter(text[^1]) ? 1 : 0;
            }
        }

        return lines >= FewestLines && open * 2 > lines;
    }
}
