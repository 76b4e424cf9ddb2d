using System.Collections.Immutable;
using DraftDiff.History;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>What may happen to a paragraph in one commit, as far as git's objects tell without their texts.</summary>
[Flags]
internal enum StepChanges : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It came in, or came back.</summary>
    Inserted = 1,

    /// <summary>It was taken out.</summary>
    Deleted = 2,

    /// <summary>It got other words or footnotes.</summary>
    Changed = 4,

    /// <summary>It changed its place.</summary>
    Moved = 8,

    /// <summary>It got another number.</summary>
    Renumbered = 16,

    /// <summary>It was split, or split off.</summary>
    Split = 32,

    /// <summary>It was merged with others.</summary>
    Merged = 64,
}

/// <summary>What one commit did to one paragraph.</summary>
/// <param name="Id">The paragraph.</param>
/// <param name="Label">Its label then; the one before where it was deleted.</param>
/// <param name="Changes">What was done, at least one.</param>
/// <param name="Old">The blob of its text before; null where it was not there.</param>
/// <param name="New">The blob of its text then; null where it was deleted.</param>
/// <param name="Origins">The ids of what it was split off from or merged of; empty otherwise.</param>
internal sealed record StepEvent(string Id, string Label, StepChanges Changes, ObjectId? Old, ObjectId? New, ImmutableArray<string> Origins);

/// <summary>One commit that changed a language of a draft.</summary>
/// <param name="Point">The commit.</param>
/// <param name="Events">What it did to the paragraphs, each once.</param>
internal sealed record HistoryStep(RevisionPoint Point, ImmutableArray<StepEvent> Events);

/// <summary>
/// What every commit did to the paragraphs of a language of a draft. It is made in one walk through the commits, and kept
/// in a <see cref="HistoryCache"/>; what is committed later is added to it.
/// </summary>
/// <param name="Tip">The commit at which it ends.</param>
/// <param name="IsLinear">True where no commit up to the tip had several parents, so that the steps up to an earlier one are its history.</param>
/// <param name="Steps">The steps, the newest first.</param>
internal sealed record LanguageHistory(ObjectId Tip, bool IsLinear, ImmutableArray<HistoryStep> Steps)
{
    /// <summary>The history that ends at a commit.</summary>
    /// <exception cref="StoreException">An object of git is missing or cannot be read.</exception>
    public static LanguageHistory Read(Repository git, string languageFolder, Commit tip)
    {
        var cache = new HistoryCache(git, languageFolder);
        var known = cache.Read();
        if (known?.EndingAt(tip.Id) is { } there)
        {
            return there;
        }

        var steps = new LanguageSteps(git, languageFolder);
        var events = new StepEvents(git);
        ImmutableArray<HistoryStep> read = known is { IsLinear: true } && CommitsSince(known.Tip, tip) is { } added
            ? [.. steps.Among(added).Select(ReadStep), .. known.Steps]
            : [.. steps.From(tip).Select(ReadStep)];
        var history = new LanguageHistory(tip.Id, steps.IsChain, read);
        if (git.Head.Tip?.Id == tip.Id)
        {
            cache.Write(history);
        }

        return history;

        HistoryStep ReadStep(LanguageStep step) => new(step.Point, events.Of(step));
    }

    /// <summary>The commit that stored a symbol; null where none did.</summary>
    /// <exception cref="StoreException">It is missing.</exception>
    public Commit? FindCommit(Repository git, string symbol) =>
        Steps.FirstOrDefault(step => step.Point.Symbol == symbol) is { } step ? GitObjects.Read<Commit>(git, new ObjectId(step.Point.Commit)) : null;

    // Up to a commit that is no step nothing is known: what it holds may be from before or after the next step.
    private LanguageHistory? EndingAt(ObjectId tip)
    {
        if (tip == Tip)
        {
            return this;
        }

        var first = IsLinear ? Steps.ToList().FindIndex(step => step.Point.Commit == tip.Sha) : -1;
        return first < 0 ? null : this with { Tip = tip, Steps = Steps[first..] };
    }

    // The commits after one, the newest first, where they are a chain.
    private static List<Commit>? CommitsSince(ObjectId known, Commit tip)
    {
        var commits = new List<Commit>();
        for (var commit = tip; commit.Id != known; commit = commit.Parents.Single())
        {
            commits.Add(commit);
            if (commit.Parents.Take(2).Count() != 1)
            {
                return null;
            }
        }

        return commits;
    }
}
