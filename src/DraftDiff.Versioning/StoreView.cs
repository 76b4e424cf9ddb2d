using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using DraftDiff.Syntax;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>What a repository holds at one commit. Nothing is read before it is asked for.</summary>
/// <param name="commit">The commit; null for none.</param>
/// <param name="read">Reads the sources that it holds.</param>
internal sealed class StoreView(Commit? commit, DraftReader read)
{
    private readonly Tree? _root = commit is null ? null : GitObjects.TreeOf(commit);

    /// <summary>What another commit holds, read as this one is.</summary>
    public StoreView At(Commit other) => new(other, read);

    /// <summary>True where the commit holds nothing at all.</summary>
    public bool IsEmpty => _root is null || _root.Count == 0;

    /// <summary>The tree; null where there is no commit.</summary>
    public Tree? Root => _root;

    /// <summary>The text of a file; null where there is none.</summary>
    public string? ReadText(string path) => Find<Blob>(path) is { } blob ? Encoding.UTF8.GetString(ReadBytes(blob)) : null;

    /// <summary>A file or folder; null where there is none.</summary>
    public T? Find<T>(string path)
        where T : GitObject => _root is null ? null : GitObjects.Find(_root, path) as T;

    /// <summary>The folder of the draft that a symbol belongs to; false where the repository has none.</summary>
    /// <exception cref="StoreException">The folder of the symbol points at something that is no draft.</exception>
    public bool TryFindDraft(DocumentSymbol symbol, [NotNullWhen(true)] out string? folder)
    {
        if (!StorePaths.TryGetFolder(symbol, out folder))
        {
            return false;
        }

        if (Find<Blob>($"{folder}/{StorePaths.DraftFile}") is not null)
        {
            return true;
        }

        if (ReadText($"{folder}/{StorePaths.PointerFile}") is { } pointer)
        {
            // The repository may be a stranger's: what it points at has to be a symbol's folder, and a draft.
            if (DocumentSymbol.TryParse(pointer.TrimEnd('\n'), out var first)
                && StorePaths.TryGetFolder(first, out var target)
                && Find<Blob>($"{target}/{StorePaths.DraftFile}") is not null)
            {
                folder = target;
                return true;
            }

            throw new StoreException($"{folder}/{StorePaths.PointerFile} does not name the folder of a draft");
        }

        folder = null;
        return false;
    }

    /// <summary>The draft that a folder holds.</summary>
    /// <exception cref="StoreException">The folder's record cannot be read.</exception>
    public DraftRecord ReadDraft(string folder)
    {
        var path = $"{folder}/{StorePaths.DraftFile}";
        return Deserialize(path, text => JsonSerializer.Deserialize(text, RecordJson.Readable.DraftRecord));
    }

    /// <summary>The folders of all drafts, by their symbols.</summary>
    public IEnumerable<string> DraftFolders() => FoldersWith(StorePaths.DraftFile);

    /// <summary>The folders of all symbols, of drafts and of their later texts, by their symbols.</summary>
    public IEnumerable<string> SymbolFolders() => FoldersWith(StorePaths.DraftFile, StorePaths.PointerFile);

    private IEnumerable<string> FoldersWith(params string[] files)
    {
        return _root is null ? [] : Walk(_root, "").OrderBy(folder => folder, new SymbolOrder());

        IEnumerable<string> Walk(Tree tree, string path)
        {
            if (path.Length > 0 && files.Any(file => tree[file] is not null))
            {
                yield return path;
            }

            foreach (var entry in tree.Where(entry => entry.TargetType == TreeEntryTargetType.Tree && !StorePaths.IsReserved(entry.Name)))
            {
                foreach (var folder in Walk((Tree)entry.Target, path.Length == 0 ? entry.Name : $"{path}/{entry.Name}"))
                {
                    yield return folder;
                }
            }
        }
    }

    /// <summary>The languages that a draft is stored in.</summary>
    public ImmutableArray<string> LanguagesOf(string draftFolder) => Find<Tree>(draftFolder) is { } tree
        ? [.. tree.Where(entry => StorePaths.IsLanguage(entry.Name) && entry.TargetType == TreeEntryTargetType.Tree).Select(entry => entry.Name)]
        : [];

    /// <summary>The revisions in a folder of records, the first one first, each behind the one it follows.</summary>
    /// <exception cref="StoreException">A record cannot be read.</exception>
    public ImmutableArray<RevisionRecord> RevisionsOf(string draftFolder, string language) =>
        InOrder(ReadRecords($"{StorePaths.LanguageFolder(draftFolder, language)}/{StorePaths.Revisions}"));

    /// <summary>The documents beside a draft.</summary>
    /// <exception cref="StoreException">A record cannot be read.</exception>
    public ImmutableArray<RevisionRecord> BesideOf(string draftFolder, string language) =>
        [.. ReadRecords($"{StorePaths.LanguageFolder(draftFolder, language)}/{StorePaths.Beside}")];

    /// <summary>One record; null where there is none.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public RevisionRecord? FindRecord(string draftFolder, string language, DocumentSymbol symbol, string kind = StorePaths.Revisions)
    {
        var path = $"{StorePaths.LanguageFolder(draftFolder, language)}/{kind}/{StorePaths.FileNameOf(symbol)}.json";
        return Find<Blob>(path) is null ? null : ReadRecord(path);
    }

    /// <summary>The record of a text by its symbol as it is written in a record or a commit; null where there is none.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public RevisionRecord? FindRecord(string draftFolder, string language, string? symbol) =>
        DocumentSymbol.TryParse(symbol, out var read) ? FindRecord(draftFolder, language, read) : null;

    /// <summary>True where a draft has texts in a language, and not only documents beside it.</summary>
    public bool HasTexts(string draftFolder, string language) =>
        Find<Tree>($"{StorePaths.LanguageFolder(draftFolder, language)}/{StorePaths.Revisions}") is not null;

    /// <summary>A revision as its source is read.</summary>
    /// <exception cref="StoreException">The source is not there.</exception>
    public DraftTree ReadTree(string draftFolder, RevisionRecord record) =>
        read(record.Symbol, ReadSource(draftFolder, record), record.Language, Path.GetExtension(record.Source).TrimStart('.'));

    /// <summary>The source of a revision, byte for byte.</summary>
    /// <exception cref="StoreException">It is not there.</exception>
    public byte[] ReadSource(string draftFolder, RevisionRecord record)
    {
        var path = $"{StorePaths.LanguageFolder(draftFolder, record.Language)}/{StorePaths.Sources}/{record.Source}";
        return Find<Blob>(path) is { } blob ? ReadBytes(blob) : throw new StoreException($"{path} is missing");
    }

    /// <summary>The outline of a language of a draft.</summary>
    /// <exception cref="StoreException">It is missing or cannot be read.</exception>
    public ImmutableArray<OutlineLine> ReadOutline(string draftFolder, string language) =>
        OutlineFile.ParseUnique(ReadOutlineText(draftFolder, language));

    /// <summary>The text of an outline.</summary>
    /// <exception cref="StoreException">It is missing.</exception>
    public string ReadOutlineText(string draftFolder, string language)
    {
        var path = $"{StorePaths.LanguageFolder(draftFolder, language)}/{StorePaths.Outline}";
        return ReadText(path) ?? throw new StoreException($"{path} is missing");
    }

    private static byte[] ReadBytes(Blob blob)
    {
        using var content = blob.GetContentStream();
        var bytes = new byte[blob.Size];
        content.ReadExactly(bytes);
        return bytes;
    }

    private IEnumerable<RevisionRecord> ReadRecords(string folder) => Find<Tree>(folder) is { } tree
        ? tree.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)).Select(entry => ReadRecord($"{folder}/{entry.Name}"))
        : [];

    private RevisionRecord ReadRecord(string path)
    {
        var record = Deserialize(path, text => JsonSerializer.Deserialize(text, RecordJson.Readable.RevisionRecord));
        if (record.Masthead.Any(field => field is null) || record.Match is { } match && match.Any(said => said is null))
        {
            throw new StoreException($"{path} lacks something in one of its lists");
        }

        return DocumentSymbol.TryParse(record.Symbol, out var symbol) && path.EndsWith($"/{StorePaths.FileNameOf(symbol)}.json", StringComparison.Ordinal)
            ? record
            : throw new StoreException($"{path} says that it is {record.Symbol}");
    }

    private T Deserialize<T>(string path, Func<string, T?> read)
    {
        try
        {
            return ReadText(path) is { } text && read(text) is { } record ? record : throw new StoreException($"{path} is missing");
        }
        catch (JsonException exception)
        {
            throw new StoreException($"{path} is not the JSON it should be", exception);
        }
    }

    // Each behind the one it follows; what follows one that is not there stands first, and of several the lower symbol.
    private static ImmutableArray<RevisionRecord> InOrder(IEnumerable<RevisionRecord> records)
    {
        var all = records.ToDictionary(record => record.Symbol, StringComparer.Ordinal);
        var followers = all.Values.ToLookup(record => record.Follows is { } follows && all.ContainsKey(follows) ? follows : "");
        var ordered = ImmutableArray.CreateBuilder<RevisionRecord>(all.Count);
        var waiting = new Stack<RevisionRecord>(Sorted(""));
        while (waiting.TryPop(out var record))
        {
            ordered.Add(record);
            foreach (var next in Sorted(record.Symbol))
            {
                waiting.Push(next);
            }
        }

        return ordered.ToImmutable();

        IEnumerable<RevisionRecord> Sorted(string symbol) => followers[symbol].OrderByDescending(record => record.Symbol, new SymbolOrder());
    }
}
