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
        var (events, texts) = (new StepEvents(git), new ParagraphTexts(git));
        var now = new LanguageSteps(git, languageFolder).StateOf(tip);
        foreach (var happened in LanguageHistory.Read(git, languageFolder, tip).Steps
            .SelectMany(step => step.Events)
            .DistinctBy(happened => happened.Id, StringComparer.Ordinal))
        {
            if ((happened.Old ?? happened.New) is { } blob && events.BlobOf(now, happened.Id) is null)
            {
                ids.TryAdd(texts.WordsOf(blob), happened.Id);
            }
        }

        return ids;
    }
}
