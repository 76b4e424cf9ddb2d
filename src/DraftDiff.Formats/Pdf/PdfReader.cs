using DraftDiff.Syntax;

namespace DraftDiff.Formats.Pdf;

/// <summary>Reads PDF files to drafts.</summary>
public static class PdfReader
{
    /// <summary>Reads a PDF.</summary>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null) =>
        throw new UnreadableFileException("is a PDF");
}
