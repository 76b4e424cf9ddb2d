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
        foreach (var happened in LanguageHistory.Read(git, languageFolder, tip).Steps.SelectMany(step => step.Events))
        {
            // What happened to a paragraph last says whether it is there.
            if (seen.Add(happened.Id) && happened is { New: null, Old: { } blob })
            {
                ids.TryAdd(MarkedText.Parse(GitObjects.Read<Blob>(git, blob).GetContentText().TrimEnd('\n')).Words, happened.Id);
            }
        }

        return ids;
    }
}
