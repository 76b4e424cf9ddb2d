using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>
/// Where things stand in the git tree of a repository. A draft's folder is its first symbol; whatever a symbol says, its
/// folder never leads out of the tree, into <c>.git</c> or into the files of another draft.
/// </summary>
internal static class StorePaths
{
    /// <summary>The file that makes a folder a draft's.</summary>
    public const string DraftFile = "draft.json";

    /// <summary>The file in the folder of a later symbol that says which draft it belongs to.</summary>
    public const string PointerFile = "draft";

    /// <summary>The units of a language, in order.</summary>
    public const string Outline = "outline";

    /// <summary>The folder of the units' texts.</summary>
    public const string Paragraphs = "paragraphs";

    /// <summary>The folder of what is known of each revision.</summary>
    public const string Revisions = "revisions";

    /// <summary>The folder of documents about the draft that are no texts of it.</summary>
    public const string Beside = "beside";

    /// <summary>The folder of the files as they came.</summary>
    public const string Sources = "sources";

    private const string TextFile = ".txt";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:<>\"|?*~");

    private static readonly string[] Reserved =
    [
        DraftFile, PointerFile, Outline, Paragraphs, Revisions, Beside, Sources, "CON", "PRN", "AUX", "NUL", "CLOCK$",
        .. Enumerable.Range(0, 10).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"]),
        .. DraftingConventions.All.Select(conventions => conventions.Language),
    ];

    /// <summary>
    /// The folder of a symbol, its parts between <c>/</c>, without the stars of a reissue; false where a part of it is a
    /// name that the repository or a file system uses for something else.
    /// </summary>
    public static bool TryGetFolder(DocumentSymbol symbol, [NotNullWhen(true)] out string? folder)
    {
        folder = symbol.ToString().TrimEnd('*');
        if (folder.Split('/').All(IsSafe))
        {
            return true;
        }

        folder = null;
        return false;
    }

    /// <summary>The name of a symbol in a file's name: <c>A%2FC.2%2F72%2FL.39</c>.</summary>
    public static string FileNameOf(DocumentSymbol symbol) =>
        symbol.ToString().Replace("/", "%2F", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal);

    /// <summary>The symbol in a file's name; false where the name is not <see cref="FileNameOf"/> of any.</summary>
    public static bool TryReadFileName(string name, [NotNullWhen(true)] out DocumentSymbol? symbol) =>
        DocumentSymbol.TryParse(
            name.Replace("%2F", "/", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal), out symbol)
        && FileNameOf(symbol) == name;

    /// <summary>The folder of a language of a draft.</summary>
    public static string LanguageFolder(string draftFolder, string language) => $"{draftFolder}/{language}";

    /// <summary>The file of a paragraph's text in a folder of a language.</summary>
    public static string ParagraphFile(string languageFolder, string id) => $"{languageFolder}/{Paragraphs}/{ParagraphName(id)}";

    /// <summary>The name of the file of a paragraph's text in the folder of all.</summary>
    public static string ParagraphName(string id) => $"{id}{TextFile}";

    /// <summary>The paragraph that a file in the folder of all is of; false for a stray one.</summary>
    public static bool TryReadParagraphName(string name, out string id)
    {
        id = name.EndsWith(TextFile, StringComparison.Ordinal) ? name[..^TextFile.Length] : "";
        return ParagraphId.IsValid(id);
    }

    /// <summary>True for a name that is no part of a symbol's folder.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the code of a language.</summary>
    public static bool IsLanguage(string name) => DraftingConventions.All.Any(conventions => conventions.Language == name);

    private static bool IsSafe(string part) =>
        part.Length > 0
        && part.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        && part.AsSpan().IndexOfAny(Forbidden) < 0
        && part[0] is not ('.' or ' ')
        && part[^1] is not ('.' or ' ')
        && !IsReserved(part.Split('.')[0])
        && !IsReserved(part);
}
