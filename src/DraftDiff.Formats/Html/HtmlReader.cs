using DraftDiff.Syntax;

namespace DraftDiff.Formats.Html;

/// <summary>Reads pages of the web to drafts.</summary>
public static class HtmlReader
{
    /// <summary>Reads a page.</summary>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null, TrackedChanges changes = TrackedChanges.Accept) =>
        throw new UnreadableFileException("is a page of the web");
}
