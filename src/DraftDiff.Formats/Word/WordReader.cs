using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Word;

/// <summary>Reads Word files (.docx) to drafts.</summary>
public static class WordReader
{
    /// <summary>Reads a Word file. Its text is what a page shows, a line a paragraph; the tree is over that text.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    /// <param name="changes">How tracked changes are read.</param>
    /// <exception cref="UnreadableFileException">It is no Word file, or a damaged or a hostile one.</exception>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null, TrackedChanges changes = TrackedChanges.Accept)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var package = WordPackage.Open(stream);
        var hadChanges = ResolveChanges(package, changes).Count > 0;
        return Parse(WordTextReader.Read(package), name, language, hadChanges ? changes : null);
    }

    /// <summary>Resolves the tracked changes of all parts that hold text.</summary>
    /// <returns>The parts that had some.</returns>
    internal static List<WordPart> ResolveChanges(WordPackage package, TrackedChanges changes)
    {
        IEnumerable<WordPart?> parts = [package.Main, package.Footnotes, package.Endnotes, .. package.PageParts];
        return [.. parts.OfType<WordPart>().Where(part => ChangeResolver.Resolve(package.Read(part), changes))];
    }

    /// <summary>The tree over the text of a Word file.</summary>
    internal static DraftTree Parse(WordText text, string name, string? language, TrackedChanges? resolved)
    {
        var diagnostics = resolved is { } changes
            ? text.Diagnostics.Insert(0, changes.ToDiagnostic())
            : text.Diagnostics;
        return DraftTree.Parse(SourceText.From(text.Content, name, diagnostics), language, text.Markup);
    }
}
