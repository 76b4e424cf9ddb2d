using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>Paragraphs that a language of a draft once had and has no more, by their words. A paragraph that comes back is the same one.</summary>
internal sealed class DeletedParagraphs(Repository git, Commit tip, string languageFolder)
{
    private Dictionary<string, string>? _idOf;

    /// <summary>The id of the deleted paragraph that had these words last; null where there is none.</summary>
    public string? FindId(string words) => (_idOf ??= Read()).GetValueOrDefault(words);

    private Dictionary<string, string> Read()
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ObjectId? last = null;
        var newestFirst = new CommitFilter { IncludeReachableFrom = tip, SortBy = CommitSortStrategies.Topological | CommitSortStrategies.Time };
        foreach (var commit in git.Commits.QueryBy(newestFirst))
        {
            if (GitObjects.Find(GitObjects.TreeOf(commit), $"{languageFolder}/{StorePaths.Paragraphs}") is not Tree paragraphs || paragraphs.Id == last)
            {
                continue;
            }

            foreach (var entry in paragraphs)
            {
                // Those of the tip are seen first: they are there, or have just been matched.
                if (seen.Add(entry.Name) && last is not null && entry.Target is Blob blob)
                {
                    ids.TryAdd(MarkedText.Parse(blob.GetContentText().TrimEnd('\n')).Words, Path.GetFileNameWithoutExtension(entry.Name));
                }
            }

            last = paragraphs.Id;
        }

        return ids;
    }
}
