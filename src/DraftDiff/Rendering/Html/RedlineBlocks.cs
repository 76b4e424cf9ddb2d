using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering.Html;

/// <summary>What stands together of a change on a page.</summary>
/// <param name="Change">The change.</param>
/// <param name="Parts">The parts of a split, in the order of the new document; of another change all, which is empty.</param>
internal readonly record struct RedlineBlock(Change Change, ImmutableArray<int> Parts)
{
    /// <summary>The place of the first part of a split in the new document.</summary>
    public int Index => Change.New[Parts[0]].Index;

    /// <summary>The section of the parts of a split there.</summary>
    public Section Section => Change.New[Parts[0]].Section;

    /// <summary>True for parts of a split that others come before.</summary>
    public bool IsLater { get; init; }
}

/// <summary>
/// The changes of each section as a page shows them: in the order of the new document, to which the parts of a split go too,
/// with what came between them.
/// </summary>
internal sealed class RedlineBlocks
{
    private readonly ILookup<ChangeSection, RedlineBlock> _ofSplits;

    public RedlineBlocks(ImmutableArray<ChangeSection> sections)
    {
        // Where in each section of the draft the headings of the page begin.
        var places = sections
            .SelectMany(shown => shown.Changes.Where(change => !change.New.IsEmpty).Select(change => (Section: ChangeSections.SectionOf(change), First: change.New[0].Index, Shown: shown)))
            .GroupBy(place => place.Section)
            .ToDictionary(group => group.Key, group => group.GroupBy(place => place.Shown).Select(each => each.MinBy(place => place.First)).OrderBy(place => place.First).ToArray());
        _ofSplits = sections
            .SelectMany(shown => shown.Changes.Where(change => change.Kind == ChangeKind.Split).SelectMany(PartsOf).Select(block => (Own: shown, Block: block)))
            .ToLookup(each => HomeOf(each.Own, each.Block), each => each.Block);

        // A part may have gone to another section than the one that comes first.
        ChangeSection HomeOf(ChangeSection own, RedlineBlock block) => !places.TryGetValue(block.Section, out var begun) ? own
            : begun.LastOrDefault(place => place.First <= block.Index, begun[0]).Shown;
    }

    /// <summary>The blocks of a section.</summary>
    public ImmutableArray<RedlineBlock> Of(ChangeSection section)
    {
        var blocks = ImmutableArray.CreateBuilder<RedlineBlock>(section.Changes.Length);
        var ofSplits = new Queue<RedlineBlock>(_ofSplits[section].OrderBy(block => block.Index));
        foreach (var change in section.Changes)
        {
            if (change.Kind == ChangeKind.Split)
            {
                AddSplits(FirstOf(change));
                continue;
            }

            AddSplits(change.New.IsEmpty ? 0 : FirstOf(change));
            blocks.Add(new RedlineBlock(change, []));
        }

        AddSplits(int.MaxValue);
        return blocks.ToImmutable();

        void AddSplits(int last)
        {
            while (ofSplits.TryPeek(out var block) && block.Index <= last)
            {
                blocks.Add(ofSplits.Dequeue());
            }
        }
    }

    // Parts that nothing came between stand together.
    private static IEnumerable<RedlineBlock> PartsOf(Change split)
    {
        int[] parts = [.. Enumerable.Range(0, split.New.Length).OrderBy(part => split.New[part].Index)];
        for (var start = 0; start < parts.Length;)
        {
            var end = start + 1;
            while (end < parts.Length && split.New[parts[end]].Index == split.New[parts[end - 1]].Index + 1
                && split.New[parts[end]].Section == split.New[parts[start]].Section)
            {
                end++;
            }

            yield return new RedlineBlock(split, [.. parts[start..end]]) { IsLater = start > 0 };
            start = end;
        }
    }

    private static int FirstOf(Change change) => change.New.Min(unit => unit.Index);
}
