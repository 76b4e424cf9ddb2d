using System.Runtime.InteropServices;
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
        var isParent = new bool[blocks.Count];
        foreach (var block in blocks)
        {
            if (block.Parent is { } parent)
            {
                isParent[parent.Index] = true;
            }
        }

        var groups = new Dictionary<(string Prefix, Section Section), Group>();
        foreach (var block in blocks)
        {
            if (block.Kind is NodeKind.PreambularParagraph or NodeKind.OperativeParagraph && !isParent[block.Index])
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (block.Prefix, block.Section), out _);
                (group ??= new Group()).Add(block, BlockFacts.EndingOf(content, lines, block));
            }
        }

        foreach (var block in groups.Values.SelectMany(group => group.Odd))
        {
            diagnostics.Add(Diagnostic.Create(DraftDiagnostics.OddEnding, new TextSpan(block.End - 1, 1), units[block.Index].Label));
        }
    }

    /// <summary>The paragraphs of a section, by how they end. The last one ends the sentence, or leads to the next section, and is no example.</summary>
    private sealed class Group
    {
        private readonly (int Count, Block? First)[] _alike = new (int Count, Block? First)[(int)LineEnding.FullStop + 1];
        private (Block Block, LineEnding Ending)? _last;
        private int _count;

        /// <summary>The paragraphs that end as no other does; a semicolon is never odd.</summary>
        public IEnumerable<Block> Odd => _count < FewestParagraphs ? []
            : _alike.Where((alike, ending) => alike.Count == 1 && ending != (int)LineEnding.Semicolon).Select(alike => alike.First!);

        public void Add(Block block, LineEnding ending)
        {
            if (_last is { } before)
            {
                ref var alike = ref _alike[(int)before.Ending];
                alike = (alike.Count + 1, alike.First ?? before.Block);
            }

            _last = (block, ending);
            _count++;
        }
    }
}
