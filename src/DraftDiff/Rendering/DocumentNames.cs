using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>What a reader calls two documents, in what is sent to others.</summary>
/// <param name="Old">The name of the old one.</param>
/// <param name="New">The name of the new one.</param>
internal sealed record DocumentNames(string Old, string New)
{
    /// <summary>
    /// Their symbols, or the names of their files. The folder of a file says nothing to others, unless it tells the two apart.
    /// </summary>
    public static DocumentNames Of(DraftComparison comparison)
    {
        var (oldName, newName) = (NameOf(comparison.Old), NameOf(comparison.New));
        return oldName != newName ? new DocumentNames(oldName, newName) : new DocumentNames(comparison.Old.Source.Name, comparison.New.Source.Name);
    }

    private static string NameOf(DraftTree tree) => tree.Masthead.Symbol?.ToString() ?? Path.GetFileName(tree.Source.Name);
}
