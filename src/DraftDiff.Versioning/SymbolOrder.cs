using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>Orders texts by the symbols they are; what is none comes first.</summary>
internal sealed class SymbolOrder : IComparer<string>
{
    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var left = DocumentSymbol.TryParse(x, out var first) ? first : null;
        var right = DocumentSymbol.TryParse(y, out var second) ? second : null;
        return Comparer<DocumentSymbol>.Default.Compare(left, right) is not 0 and var order ? order : string.CompareOrdinal(x, y);
    }
}
