using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>The words of paragraphs, each text read once.</summary>
internal sealed class ParagraphTexts(Repository git)
{
    private readonly Dictionary<BlobId, string> _words = [];

    /// <summary>The words of a blob.</summary>
    /// <exception cref="StoreException">It is missing.</exception>
    public string WordsOf(BlobId blob)
    {
        if (!_words.TryGetValue(blob, out var words))
        {
            words = MarkedText.Parse(GitObjects.Read<Blob>(git, blob.ToObjectId()).GetContentText().TrimEnd('\n')).Words;
            _words.Add(blob, words);
        }

        return words;
    }
}
