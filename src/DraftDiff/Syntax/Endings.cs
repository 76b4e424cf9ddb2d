using DraftDiff.Diagnostics;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Looks for paragraphs that end as no other of their section does: preambular ones end with a comma and operative ones
/// with a semicolon, mostly, but each text has habits of its own.
/// </summary>
internal static class Endings
{
    // Of three paragraphs one may well differ.
    private const int FewestParagraphs = 4;

    /// <summary>Reports the paragraphs that differ, by the labels of their units.</summary>
    public static void Report(string content, Line[] lines, List<Block> blocks, IReadOnlyList<Unit> units, List<Diagnostic> diagnostics)
    {
        var parents = blocks.Where(block => block.Parent is not null).Select(block => block.Parent!).ToHashSet();
        var groups = Enumerable.Range(0, blocks.Count)
            .Where(index => blocks[index].Kind is NodeKind.PreambularParagraph or NodeKind.OperativeParagraph && !parents.Contains(blocks[index]))
            .GroupBy(index => (blocks[index].Prefix, blocks[index].Section));
        foreach (var group in groups)
        {
            // The last paragraph ends the sentence, or leads to the next section.
            var paragraphs = group.SkipLast(1).ToLookup(index => BlockFacts.EndingOf(content, lines, blocks[index]));
            foreach (var alike in paragraphs)
            {
                if (alike.Count() == 1 && alike.Key is LineEnding.Open or LineEnding.Comma or LineEnding.Colon or LineEnding.FullStop && group.Count() >= FewestParagraphs)
                {
                    var block = blocks[alike.Single()];
                    diagnostics.Add(Diagnostic.Create(DraftDiagnostics.OddEnding, new TextSpan(block.End - 1, 1), units[alike.Single()].Label));
                }
            }
        }
    }
}
