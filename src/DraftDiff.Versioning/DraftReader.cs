using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Versioning;

/// <summary>Reads a draft from the bytes of its file, in whatever format that is.</summary>
/// <param name="name">What the draft is called in messages.</param>
/// <param name="bytes">The file.</param>
/// <param name="language">The code of its language.</param>
/// <param name="extension">The extension it was stored with, which says its format: <c>txt</c>.</param>
public delegate DraftTree DraftReader(string name, ReadOnlyMemory<byte> bytes, string? language, string extension);

/// <summary>Readers that need nothing else.</summary>
internal static class DraftReaders
{
    /// <summary>Reads plain text.</summary>
    public static DraftTree ReadText(string name, ReadOnlyMemory<byte> bytes, string? language, string extension) =>
        DraftTree.Parse(SourceText.Decode(name, bytes.Span), language);
}
