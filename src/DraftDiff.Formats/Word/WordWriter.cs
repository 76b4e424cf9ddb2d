using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <summary>Writes drafts as Word files (.docx).</summary>
public static class WordWriter
{
    /// <summary>Writes a draft as a clean document.</summary>
    /// <param name="tree">The draft.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(DraftTree tree, Stream stream)
    {
        using var document = new MemoryStream();
        WordDraft.Write(tree, document);
        document.WriteTo(stream);
    }
}
