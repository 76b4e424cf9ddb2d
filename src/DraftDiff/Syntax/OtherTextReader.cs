using DraftDiff.Languages;

namespace DraftDiff.Syntax;

/// <summary>
/// Reads what stands below the masthead of a document that is no text of a draft, such as an amendment: the title of
/// the draft it is about, and paragraphs that have no place in a draft.
/// </summary>
internal static class OtherTextReader
{
    /// <summary>Reads the lines from <paramref name="start"/> on.</summary>
    public static List<Block> Read(string content, Line[] lines, int start, DraftingConventions conventions)
    {
        var blocks = ReadParagraphs(content, lines, start);
        var label = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var text = content.AsSpan(block.Start, block.End - block.Start);
            var ending = PageLayout.EndingOf(content, lines[block.LastLine]);
            if (i < 2 && MastheadFields.KindOf(text, conventions) is DraftKind.Addendum or DraftKind.Corrigendum)
            {
                (block.Kind, block.Section, block.Label) = (NodeKind.MastheadField, Section.Masthead, "document-type");
            }
            else if (i == 0 && blocks.Count > 1 && ending == LineEnding.Open)
            {
                (block.Kind, block.Section, block.Label) = (NodeKind.Title, Section.Title, "title");
            }
            else
            {
                block.Label = $"U{++label}";
            }
        }

        return blocks;
    }

    /// <summary>Blank lines part paragraphs where only some lines have one above; else a line that ends as a paragraph does.</summary>
    private static List<Block> ReadParagraphs(string content, Line[] lines, int start)
    {
        var blanksPart = Array.Exists(lines, line => line.Role == LineRole.Body && line.BlanksAbove == 0 && line.Start > 0)
            && Array.Exists(lines, line => line.Role == LineRole.Body && line.BlanksAbove > 0);
        var blocks = new List<Block>();
        for (var i = start; i < lines.Length; i++)
        {
            ref readonly var line = ref lines[i];
            if (line.Role != LineRole.Body)
            {
                continue;
            }

            if (blocks.Count == 0 || (blanksPart ? line.BlanksAbove > 0 : PageLayout.EndingOf(content, lines[blocks[^1].LastLine]) != LineEnding.Open))
            {
                blocks.Add(new Block(NodeKind.Unrecognized, Section.Unrecognized, line.ContentStart, i));
            }

            blocks[^1].LastLine = i;
            blocks[^1].End = line.ContentEnd;
        }

        return blocks;
    }
}
