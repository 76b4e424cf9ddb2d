using System.Diagnostics.CodeAnalysis;
using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>
/// What a person calls a stored text: <c>A/C.2/72/L.39</c>, and with <c>@</c> and any revision of git, <c>A/C.2/72/L.39@HEAD~1</c>, the newest
/// text of that draft there.
/// </summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="GitRevision">The revision of git; null where none is named.</param>
public sealed record DraftName(DocumentSymbol Symbol, string? GitRevision)
{
    /// <summary>Reads a name; false where it begins with no symbol.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DraftName? name) => TryParse(text, out name, out var label) && label is null;

    /// <summary>Reads a name, and behind a colon the label of a paragraph; false where it begins with no symbol.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DraftName? name, out string? label)
    {
        var colon = text.LastIndexOf(':');
        label = colon < 0 ? null : text[(colon + 1)..];
        var whole = colon < 0 ? text : text[..colon];
        var at = whole.IndexOf('@', StringComparison.Ordinal);
        name = DocumentSymbol.TryParse(at < 0 ? whole : whole[..at], out var symbol)
            ? new DraftName(symbol, at < 0 ? null : whole[(at + 1)..])
            : null;
        return name is not null;
    }
}
