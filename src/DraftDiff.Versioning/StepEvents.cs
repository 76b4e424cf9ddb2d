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
    /// <param name="step">The step.</param>
    /// <param name="changed">Of a merge, for each parent the ids of the paragraphs whose texts are not those of the parent.</param>
    /// <exception cref="StoreException">An object is missing.</exception>
    public ImmutableArray<StepEvent> Of(LanguageStep step, out ImmutableArray<ImmutableArray<string>> changed)
    {
        const StepChanges ofText = StepChanges.Inserted | StepChanges.Deleted | StepChanges.Changed;
        ImmutableArray<ImmutableArray<StepEvent>> all = [.. step.Before.Select(before => Compare(before, step.State))];
        changed = [.. all.Select(events => all.Length == 1 ? [] : events
            .Where(happened => (happened.Changes & ofText) != 0).Select(happened => happened.Id).ToImmutableArray())];
        var happened = all[0];
        foreach (var events in all.Skip(1))
        {
            var other = events.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
            happened = happened.RemoveAll(each => !other.Contains(each.Id));
        }

        return happened;
    }

    /// <summary>The outline of a state, as far as it can be read: what is wrong with an old one is no reason not to read the others.</summary>
    public ImmutableArray<OutlineLine> OutlineOf(LanguageState state)
    {
        if (state.Outline is not { } id)
        {
            return [];
        }

        if (!_outlines.TryGetValue(id, out var outline))
        {
            outline = OutlineFile.ParseLeniently(GitObjects.Read<Blob>(git, id).GetContentText());
            _outlines.Add(id, outline);
        }

        return outline;
    }

    /// <summary>The blob of a paragraph's text in a state; null where it is not there.</summary>
    /// <exception cref="StoreException">The folder of the paragraphs is missing.</exception>
    public BlobId? BlobOf(LanguageState state, string id) => TreeOf(state)?[StorePaths.ParagraphName(id)]?.Target.Id is { } blob ? BlobId.Of(blob) : null;

    private ImmutableArray<StepEvent> Compare(LanguageState before, LanguageState after)
    {
        var changed = new SortedDictionary<string, (StepChanges Changes, BlobId? Old, BlobId? New)>(StringComparer.Ordinal);
        if (before.Paragraphs != after.Paragraphs)
        {
            foreach (var file in git.Diff.Compare<TreeChanges>(TreeOf(before), TreeOf(after), NoRenames))
            {
                if (StorePaths.TryReadParagraphName(file.Path, out var id) && file.OldOid != file.Oid)
                {
                    var kind = !file.OldExists ? StepChanges.Inserted : !file.Exists ? StepChanges.Deleted : StepChanges.Changed;
                    changed[id] = (kind, file.OldExists ? BlobId.Of(file.OldOid) : null, file.Exists ? BlobId.Of(file.Oid) : null);
                }
            }
        }

        var (old, @new) = (OutlineOf(before), OutlineOf(after));
        var (oldLines, newLines) = (ById(old), ById(@new));
        if (before.Outline != after.Outline)
        {
            AddOutlineChanges();
        }

        return [.. changed.Select(each => new StepEvent(
            each.Key,
            (newLines.GetValueOrDefault(each.Key) ?? oldLines.GetValueOrDefault(each.Key))?.Label ?? each.Key,
            each.Value.Changes,
            each.Value.Old,
            each.Value.New,
            newLines.TryGetValue(each.Key, out var line) ? NewOrigins(line) : []))];

        void AddOutlineChanges()
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
                var origins = NewOrigins(line);
                foreach (var id in origins.Append(line.Id).Distinct(StringComparer.Ordinal))
                {
                    Add(id, origins.Length switch { 0 => StepChanges.None, 1 => StepChanges.Split, _ => StepChanges.Merged });
                }
            }
        }

        // Those that the outline before names too are from an earlier split or merge.
        ImmutableArray<string> NewOrigins(OutlineLine line) =>
            oldLines.TryGetValue(line.Id, out var earlier) && earlier.Origins.SequenceEqual(line.Origins) ? [] : line.Origins;

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

    private static Dictionary<string, OutlineLine> ById(ImmutableArray<OutlineLine> outline) =>
        outline.ToDictionary(line => line.Id, StringComparer.Ordinal);

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
