using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>Reads Akoma Ntoso to drafts.</summary>
public static class AkomaNtosoReader
{
    /// <summary>Reads a document.</summary>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null) =>
        throw new UnreadableFileException("is Akoma Ntoso");
}
