using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.History;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>What a commit holds of a language of a draft; the ids are null where it holds nothing.</summary>
internal readonly record struct LanguageState(ObjectId? Outline, ObjectId? Paragraphs, ObjectId? Revisions);

/// <summary>A commit that changed a language of a draft against each of its parents.</summary>
internal sealed record LanguageStep(Commit Commit, LanguageState State, IReadOnlyList<LanguageState> Before)
{
    /// <summary>The commit as the revision it stored.</summary>
    public RevisionPoint Point => field ??= PointOf(Commit);

    /// <summary>A commit as the revision it stored.</summary>
    public static RevisionPoint PointOf(Commit commit)
    {
        var lines = commit.Message.Split('\n');
        return new RevisionPoint(
            Trailer("Symbol: "),
            commit.Sha,
            Trailer(GitTime.DateTrailer) ?? commit.Author.When.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            commit.Author.Name,
            commit.MessageShort);

        string? Trailer(string name) =>
            lines.LastOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].TrimEnd();
    }
}

/// <summary>Walks the commits that changed a language of a draft.</summary>
internal sealed class LanguageSteps(Repository git, string languageFolder)
{
    private readonly Dictionary<ObjectId, LanguageState> _states = [];

    /// <summary>True where none of the commits that were walked had several parents.</summary>
    public bool IsChain { get; private set; } = true;

    /// <summary>The steps from a commit back, the newest first.</summary>
    public IEnumerable<LanguageStep> From(Commit tip) => Among(CommitsUpTo(git, tip));

    /// <summary>A commit and all before it, the newest first, each before its parents.</summary>
    public static IEnumerable<Commit> CommitsUpTo(Repository git, Commit tip) => git.Commits.QueryBy(
        new CommitFilter { IncludeReachableFrom = tip, SortBy = CommitSortStrategies.Topological | CommitSortStrategies.Time });

    /// <summary>Those of some commits that are steps.</summary>
    public IEnumerable<LanguageStep> Among(IEnumerable<Commit> commits)
    {
        foreach (var commit in commits)
        {
            var state = StateOf(commit);
            var before = StatesBefore(commit);
            if (!before.Contains(state))
            {
                yield return new LanguageStep(commit, state, before);
            }
        }
    }

    /// <summary>
    /// The step that led to what a commit holds: itself, or, where it holds what a parent does, that of the parent; null
    /// where the history begins without one.
    /// </summary>
    public Commit? FindStep(Commit commit)
    {
        for (var at = commit; ;)
        {
            var before = StatesBefore(at);
            var same = before.IndexOf(StateOf(at));
            if (same < 0)
            {
                return at;
            }

            if (at.Parents.ElementAtOrDefault(same) is not { } parent)
            {
                return null;
            }

            at = parent;
        }
    }

    /// <summary>The symbol that was stored last; null where the newest state is no revision's.</summary>
    public string? NewestSymbol(Commit tip)
    {
        // In git's own order, newest first and children before parents, no more commits are read than asked for; sorted by
        // time, those of one second stand in no order.
        var newestFirst = new CommitFilter { IncludeReachableFrom = tip, SortBy = CommitSortStrategies.None };
        return Among(git.Commits.QueryBy(newestFirst)).FirstOrDefault()?.Point.Symbol;
    }

    /// <summary>What a commit holds.</summary>
    public LanguageState StateOf(Commit commit)
    {
        if (!_states.TryGetValue(commit.Id, out var state))
        {
            state = GitObjects.Find(GitObjects.TreeOf(commit), languageFolder) is Tree folder
                ? new LanguageState(
                    folder[StorePaths.Outline]?.Target.Id, folder[StorePaths.Paragraphs]?.Target.Id, folder[StorePaths.Revisions]?.Target.Id)
                : default;
            _states.Add(commit.Id, state);
        }

        return state;
    }

    // Before the first commit there was nothing.
    private ImmutableArray<LanguageState> StatesBefore(Commit commit)
    {
        ImmutableArray<LanguageState> before = [.. commit.Parents.Select(StateOf)];
        IsChain &= before.Length <= 1;
        return before.IsEmpty ? [default] : before;
    }
}
