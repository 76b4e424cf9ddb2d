using DraftDiff.Syntax;

namespace DraftDiff.Cli;

/// <summary>The symbol that a file is named after.</summary>
internal static class FileSymbol
{
    /// <summary>The symbol of <c>A_RES_77_150.txt</c>; null where the name is none.</summary>
    public static DocumentSymbol? Of(string path) =>
        DocumentSymbol.TryParse(Path.GetFileNameWithoutExtension(path).Replace('_', '/'), out var symbol) ? symbol : null;
}
