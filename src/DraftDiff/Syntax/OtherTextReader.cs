using DraftDiff.Languages;

namespace DraftDiff.Syntax;

/// <summary>
/// Reads what stands below the masthead of a document that is no text of a draft, such as an amendment: the title of
/// the draft it is about, and paragraphs that have no place in a draft.
/// </summary>
internal static class OtherTextReader
{
    /// <summary>Places the paragraphs below the masthead.</summary>
    public static List<Block> Read(string content, Line[] lines, List<Block> blocks, DraftingConventions conventions)
    {
        var label = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var text = content.AsSpan(block.Start, block.End - block.Start);
            if (i < 2 && MastheadFields.KindOf(text, conventions) is DraftKind.Addendum or DraftKind.Corrigendum)
            {
                (block.Kind, block.Section, block.Label) = (NodeKind.MastheadField, Section.Masthead, "document-type");
            }
            else if (i == 0 && blocks.Count > 1 && BlockFacts.EndingOf(content, lines, block) == LineEnding.Open)
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
}
