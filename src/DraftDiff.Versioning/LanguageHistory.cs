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
internal sealed record StepEvent(string Id, string Label, StepChanges Changes, BlobId? Old, BlobId? New, ImmutableArray<string> Origins);

/// <summary>One commit that changed a language of a draft.</summary>
/// <param name="Point">The commit.</param>
/// <param name="Events">What it did to the paragraphs, each once.</param>
/// <param name="Parents">The steps before it, one for each parent of the commit that has any; empty in a history without merges, where the next one is.</param>
internal sealed record HistoryStep(RevisionPoint Point, ImmutableArray<StepEvent> Events, ImmutableArray<StepParent> Parents);

/// <summary>A step before another one.</summary>
/// <param name="Step">Its place in the history.</param>
/// <param name="Changed">Of a merge the ids of the paragraphs whose texts are not those of this parent; else empty.</param>
internal readonly record struct StepParent(int Step, ImmutableArray<string> Changed);

/// <summary>
/// What every commit did to the paragraphs of a language of a draft. It is made in one walk through the commits, and kept
/// in a <see cref="HistoryCache"/>; what is committed later is added to it.
/// </summary>
/// <param name="Tip">The commit at which it ends.</param>
/// <param name="IsLinear">True where no commit up to the tip had several parents, so that the steps up to an earlier one are its history.</param>
/// <param name="Newest">The place of the newest step; none of those before it led to what the tip holds.</param>
/// <param name="Steps">The steps, the newest first.</param>
internal sealed record LanguageHistory(ObjectId Tip, bool IsLinear, int Newest, ImmutableArray<HistoryStep> Steps)
{
    private const int Many = 200;

    /// <summary>A step as it is read, before the others are known.</summary>
    private sealed record ReadStep(RevisionPoint Point, ImmutableArray<StepEvent> Events, ImmutableArray<ImmutableArray<string>> Changed);

    /// <summary>The history that ends at a commit.</summary>
    /// <exception cref="StoreException">An object of git is missing or cannot be read.</exception>
    public static LanguageHistory Read(Repository git, string languageFolder, Commit tip)
    {
        // What a shallow clone lacks may come later.
        var cache = git.Info.IsShallow ? null : new HistoryCache(git, languageFolder);
        var known = cache?.Read();
        if (known?.EndingAt(tip.Id) is { } there)
        {
            return there;
        }

        var history = known is { IsLinear: true } && CommitsSince(known.Tip, tip) is { } added
            ? known.With(tip, ReadSteps(git, languageFolder, [.. added.Select(commit => commit.Id)]).Steps)
            : Make(git, languageFolder, tip);
        if (git.Head.Tip?.Id == tip.Id)
        {
            cache?.Write(history);
        }

        return history;
    }

    /// <summary>The commit that stored a symbol; null where none did.</summary>
    /// <exception cref="StoreException">It is missing.</exception>
    public Commit? FindCommit(Repository git, string symbol) =>
        Steps.FirstOrDefault(step => step.Point.Symbol == symbol) is { } step ? GitObjects.Read<Commit>(git, new ObjectId(step.Point.Commit)) : null;

    /// <summary>
    /// The places of the steps that led to what the tip holds of a paragraph: a merge that has the text of one of its
    /// parents is followed to that parent alone, as git does. Null where all steps did.
    /// </summary>
    public IReadOnlySet<int>? PathOf(string id)
    {
        if (IsLinear)
        {
            return null;
        }

        var reached = new HashSet<int>();
        var waiting = new Stack<int>([Newest]);
        while (waiting.TryPop(out var at))
        {
            if (reached.Add(at))
            {
                var parents = Steps[at].Parents;
                var same = parents.Length < 2 ? -1 : Array.FindIndex([.. parents], parent => !parent.Changed.Contains(id));
                foreach (var parent in same < 0 ? parents : [parents[same]])
                {
                    waiting.Push(parent.Step);
                }
            }
        }

        return reached;
    }

    private static LanguageHistory Make(Repository git, string languageFolder, Commit tip)
    {
        ObjectId[] commits = [.. LanguageSteps.CommitsUpTo(git, tip).Select(commit => commit.Id)];

        // Each commit tells by itself what it did, so that two can read a long history side by side; a log of a thousand
        // revisions takes two thirds of the time.
        var half = commits.Length < Many ? commits.Length : commits.Length / 2;
        var reading = half == commits.Length ? null : Task.Run(() =>
        {
            using var other = LooseObjects.Guard(new Repository(git.Info.Path));
            return ReadSteps(other, languageFolder, commits[half..]);
        });
        var newer = ReadSteps(git, languageFolder, commits[..half]);
        var older = reading?.GetAwaiter().GetResult() ?? ([], IsChain: true);

        ReadStep[] steps = [.. newer.Steps, .. older.Steps];
        if (newer.IsChain && older.IsChain)
        {
            return new LanguageHistory(tip.Id, IsLinear: true, 0, [.. steps.Select(step => new HistoryStep(step.Point, step.Events, []))]);
        }

        var places = steps.Select((step, place) => (step.Point.Commit, place)).ToDictionary(each => each.Commit, each => each.place, StringComparer.Ordinal);
        var walk = new LanguageSteps(git, languageFolder);
        return new LanguageHistory(
            tip.Id, IsLinear: false, PlaceOf(tip) ?? 0, [.. steps.Select(step => new HistoryStep(step.Point, step.Events, ParentsOf(step)))]);

        ImmutableArray<StepParent> ParentsOf(ReadStep step) =>
            [.. GitObjects.Read<Commit>(git, new ObjectId(step.Point.Commit)).Parents
                .Select((parent, i) => (Place: PlaceOf(parent), Changed: step.Changed[i]))
                .Where(parent => parent.Place is not null)
                .Select(parent => new StepParent(parent.Place!.Value, parent.Changed))];

        int? PlaceOf(Commit commit) => walk.FindStep(commit) is { } step ? places[step.Sha] : null;
    }

    private static (ReadStep[] Steps, bool IsChain) ReadSteps(Repository git, string languageFolder, ObjectId[] commits)
    {
        var events = new StepEvents(git);
        var walk = new LanguageSteps(git, languageFolder);
        ReadStep[] steps = [.. walk.Among(commits.Select(id => GitObjects.Read<Commit>(git, id)))
            .Select(step => new ReadStep(step.Point, events.Of(step, out var changed), changed))];
        return (steps, walk.IsChain);
    }

    // With steps that came after a history without merges.
    private LanguageHistory With(Commit tip, ReadStep[] steps) => this with
    {
        Tip = tip.Id,
        Steps = [.. steps.Select(step => new HistoryStep(step.Point, step.Events, [])), .. Steps],
    };

    /// <summary>
    /// The part of it that ends at a commit; null where that is not known, as of a commit that is no step: what it holds
    /// may be from before or after the next one.
    /// </summary>
    public LanguageHistory? EndingAt(ObjectId tip)
    {
        if (tip == Tip)
        {
            return this;
        }

        for (var first = 0; IsLinear && first < Steps.Length; first++)
        {
            if (Steps[first].Point.Commit == tip.Sha)
            {
                return this with { Tip = tip, Steps = Steps[first..] };
            }
        }

        return null;
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
