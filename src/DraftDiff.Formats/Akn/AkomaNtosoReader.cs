using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// Reads Akoma Ntoso to drafts: documents of every type and of every version of the standard, whoever wrote them. What is
/// not known is read through, so that no words are lost.
/// </summary>
public static class AkomaNtosoReader
{
    /// <summary>Reads a document. Its text is that of the elements in their order, a line a paragraph; the tree is over that text.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="language">The code of its language; told from the metadata where it is not given, else from the text.</param>
    /// <exception cref="UnreadableFileException">It is no Akoma Ntoso, or a damaged or a hostile file.</exception>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null)
    {
        var root = AknFile.Load(bytes);
        return new AknTextReader(root).Read().Parse(name, language ?? AknFile.LanguageOf(root));
    }
}
