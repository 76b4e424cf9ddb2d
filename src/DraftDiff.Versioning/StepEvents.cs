using System.Collections.Immutable;
using DraftDiff.History;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>Finds what a commit did to each paragraph, out of git's trees and the outlines alone.</summary>
internal sealed class StepEvents(Repository git)
{
    private static readonly CompareOptions NoRenames = new() { Similarity = SimilarityOptions.None };

    private readonly Dictionary<ObjectId, ImmutableArray<OutlineLine>> _outlines = [];
    private readonly Dictionary<ObjectId, Tree> _paragraphs = [];

    /// <summary>What a step did. What a merge took over from one of its parents happened there.</summary>
    /// <exception cref="StoreException">An object is missing, or an outline cannot be read.</exception>
    public ImmutableArray<StepEvent> Of(LanguageStep step)
    {
        var happened = Compare(step.Before[0], step.State);
        foreach (var before in step.Before.Skip(1))
        {
            var other = Compare(before, step.State).Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
            happened = happened.RemoveAll(each => !other.Contains(each.Id));
        }

        return happened;
    }

    /// <summary>The outline of a state.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public ImmutableArray<OutlineLine> OutlineOf(LanguageState state)
    {
        if (state.Outline is not { } id)
        {
            return [];
        }

        if (!_outlines.TryGetValue(id, out var outline))
        {
            outline = OutlineFile.ParseUnique(GitObjects.Read<Blob>(git, id).GetContentText());
            _outlines.Add(id, outline);
        }

        return outline;
    }

    /// <summary>The blob of a paragraph's text in a state; null where it is not there.</summary>
    /// <exception cref="StoreException">The folder of the paragraphs is missing.</exception>
    public ObjectId? BlobOf(LanguageState state, string id) => TreeOf(state)?[$"{id}.txt"]?.Target.Id;

    private ImmutableArray<StepEvent> Compare(LanguageState before, LanguageState after)
    {
        var changed = new SortedDictionary<string, (StepChanges Changes, ObjectId? Old, ObjectId? New)>(StringComparer.Ordinal);
        if (before.Paragraphs != after.Paragraphs)
        {
            foreach (var file in git.Diff.Compare<TreeChanges>(TreeOf(before), TreeOf(after), NoRenames))
            {
                if (Path.GetFileNameWithoutExtension(file.Path) is var id && ParagraphId.IsValid(id))
                {
                    var kind = !file.OldExists ? StepChanges.Inserted : !file.Exists ? StepChanges.Deleted : StepChanges.Changed;
                    changed[id] = (kind, file.OldExists ? file.OldOid : null, file.Exists ? file.Oid : null);
                }
            }
        }

        var (old, @new) = (OutlineOf(before), OutlineOf(after));
        var newLines = @new.ToDictionary(line => line.Id, StringComparer.Ordinal);
        if (before.Outline != after.Outline)
        {
            AddOutlineChanges(old, newLines);
        }

        var oldLines = changed.Values.Any(each => each.New is null) ? old.ToDictionary(line => line.Id, StringComparer.Ordinal) : [];
        return [.. changed.Select(each => new StepEvent(
            each.Key,
            (newLines.GetValueOrDefault(each.Key) ?? oldLines.GetValueOrDefault(each.Key))?.Label ?? each.Key,
            each.Value.Changes,
            each.Value.Old,
            each.Value.New,
            before.Outline != after.Outline && newLines.TryGetValue(each.Key, out var line) ? line.Origins : []))];

        void AddOutlineChanges(ImmutableArray<OutlineLine> old, Dictionary<string, OutlineLine> newLines)
        {
            var moved = OutlineChanges.MovedBetween([.. old.Select(line => line.Id)], [.. @new.Select(line => line.Id)]);
            foreach (var line in old)
            {
                if (newLines.TryGetValue(line.Id, out var now))
                {
                    Add(line.Id, (moved.Contains(line.Id) ? StepChanges.Moved : StepChanges.None)
                        | (OutlineChanges.IsRenumbered(line.Label, now.Label) ? StepChanges.Renumbered : StepChanges.None));
                }
            }

            foreach (var line in @new)
            {
                foreach (var id in line.Origins.Append(line.Id).Distinct(StringComparer.Ordinal))
                {
                    Add(id, line.Origins.Length switch { 0 => StepChanges.None, 1 => StepChanges.Split, _ => StepChanges.Merged });
                }
            }
        }

        void Add(string id, StepChanges changes)
        {
            if (changes == StepChanges.None)
            {
                return;
            }

            if (changed.TryGetValue(id, out var there))
            {
                changed[id] = there with { Changes = there.Changes | changes };
            }
            else if (BlobOf(after, id) is { } blob)
            {
                changed[id] = (changes, blob, blob);
            }
        }
    }

    private Tree? TreeOf(LanguageState state)
    {
        if (state.Paragraphs is not { } id)
        {
            return null;
        }

        if (!_paragraphs.TryGetValue(id, out var tree))
        {
            tree = GitObjects.Read<Tree>(git, id);
            _paragraphs.Add(id, tree);
        }

        return tree;
    }
}
