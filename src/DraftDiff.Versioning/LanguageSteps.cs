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
        var symbol = commit.Message.Split('\n').LastOrDefault(line => line.StartsWith("Symbol: ", StringComparison.Ordinal));
        return new RevisionPoint(
            symbol?["Symbol: ".Length..].TrimEnd(),
            commit.Sha,
            commit.Author.When.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            commit.Author.Name,
            commit.MessageShort);
    }
}

/// <summary>Walks the commits that changed a language of a draft.</summary>
internal sealed class LanguageSteps(Repository git, string languageFolder)
{
    private readonly Dictionary<ObjectId, LanguageState> _states = [];

    /// <summary>The steps from a commit back, the newest first.</summary>
    public IEnumerable<LanguageStep> From(Commit tip)
    {
        var newestFirst = new CommitFilter { IncludeReachableFrom = tip, SortBy = CommitSortStrategies.Topological | CommitSortStrategies.Time };
        foreach (var commit in git.Commits.QueryBy(newestFirst))
        {
            var state = StateOf(commit);
            var before = StatesBefore(commit);
            if (!before.Contains(state))
            {
                yield return new LanguageStep(commit, state, before);
            }
        }
    }

    /// <summary>The symbol that was stored last; null where the newest state is no revision's.</summary>
    public string? NewestSymbol(Commit tip)
    {
        // In git's own order, newest first and children before parents, no more commits are read than asked for; sorted by
        // time, those of one second stand in no order.
        var newestFirst = new CommitFilter { IncludeReachableFrom = tip, SortBy = CommitSortStrategies.None };
        var newest = git.Commits.QueryBy(newestFirst).FirstOrDefault(commit => !StatesBefore(commit).Contains(StateOf(commit)));
        return newest is null ? null : LanguageStep.PointOf(newest).Symbol;
    }

    /// <summary>The step that stored a symbol; null where none did.</summary>
    public LanguageStep? Find(Commit tip, string symbol) => From(tip).FirstOrDefault(step => step.Point.Symbol == symbol);

    // Before the first commit there was nothing.
    private LanguageState[] StatesBefore(Commit commit) =>
        commit.Parents.Any() ? [.. commit.Parents.Select(StateOf)] : [default];

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
}
