using System.Text;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>A file of a tree.</summary>
/// <param name="Path">Its path, the parts between <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record NewFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>A file with a text in UTF-8.</summary>
    public static NewFile WithText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}

/// <summary>
/// Writes a tree that has some files more than another one. LibGit2Sharp's own way looks up every object that any of the
/// trees names, which with the revisions of a draft grows beyond all that there is to write.
/// </summary>
internal sealed class TreeWriter(Repository git)
{
    /// <summary>Writes the files and the trees that hold them.</summary>
    /// <param name="root">The tree to start from; null for an empty one.</param>
    /// <param name="files">The files to add or to replace.</param>
    /// <param name="replaced">The path of a folder that holds nothing but new files afterwards; null for none.</param>
    /// <exception cref="StoreException">An object of git is missing.</exception>
    public Tree Write(Tree? root, IEnumerable<NewFile> files, string? replaced)
    {
        var top = new Folder();
        if (replaced is not null)
        {
            top.At(replaced.Split('/')).IsReplaced = true;
        }

        foreach (var file in files)
        {
            var parts = file.Path.Split('/');
            top.At(parts.AsSpan(..^1)).Files[parts[^1]] = WriteBlob(file.Content);
        }

        return GitObjects.Read<Tree>(git, WriteFolder(root, top));
    }

    private ObjectId WriteFolder(Tree? old, Folder folder)
    {
        var entries = new SortedDictionary<byte[], (string Mode, ObjectId Id)>(new EntryOrder());
        var there = old is null || folder.IsReplaced ? [] : GitObjects.Read<Tree>(git, old.Id).ToArray();
        foreach (var entry in there)
        {
            RejectStrange(entry, folder);
        }

        foreach (var entry in there.Where(entry => !folder.Files.ContainsKey(entry.Name) && !folder.Folders.ContainsKey(entry.Name)))
        {
            Add(entry.Name, entry.Mode, entry.Target.Id);
        }

        foreach (var (name, id) in folder.Files)
        {
            Add(name, Mode.NonExecutableFile, id);
        }

        foreach (var (name, below) in folder.Folders)
        {
            Add(name, Mode.Directory, WriteFolder(there.FirstOrDefault(entry => entry.Name == name)?.Target as Tree, below));
        }

        using var content = new MemoryStream();
        foreach (var (name, (mode, id)) in entries)
        {
            content.Write(Encoding.ASCII.GetBytes(mode));
            content.WriteByte((byte)' ');
            content.Write(name.AsSpan().TrimEnd((byte)'/'));
            content.WriteByte(0);
            content.Write(id.RawId);
        }

        return git.ObjectDatabase.Write<Tree>(content.ToArray());

        void Add(string name, Mode mode, ObjectId id)
        {
            if (!entries.TryAdd(Encoding.UTF8.GetBytes(mode == Mode.Directory ? $"{name}/" : name), (Convert.ToString((int)mode, 8), id)))
            {
                throw new StoreException($"the newest commit has '{name}' twice in one folder; 'git fsck' says what else is wrong");
            }
        }
    }

    // What cannot be written again as it is must not be lost.
    private static void RejectStrange(TreeEntry entry, Folder folder)
    {
        var isFolder = entry.TargetType == TreeEntryTargetType.Tree;
        if (isFolder ? folder.Files.ContainsKey(entry.Name) : folder.Folders.ContainsKey(entry.Name))
        {
            throw new StoreException($"'{entry.Path}' is in the way in the newest commit; take it out with git first");
        }

        if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal))
        {
            throw new StoreException($"the newest commit has a file whose name is not UTF-8, '{entry.Path}'; rename it with git first");
        }
    }

    // Without a path, so that no filter of git's changes a byte.
    private ObjectId WriteBlob(ReadOnlyMemory<byte> content) => git.ObjectDatabase.Write<Blob>(content.ToArray());

    /// <summary>What is new in a folder.</summary>
    private sealed class Folder
    {
        public Dictionary<string, ObjectId> Files { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Folder> Folders { get; } = new(StringComparer.Ordinal);

        public bool IsReplaced { get; set; }

        public Folder At(ReadOnlySpan<string> path)
        {
            if (path.IsEmpty)
            {
                return this;
            }

            if (!Folders.TryGetValue(path[0], out var folder))
            {
                folder = new Folder();
                Folders.Add(path[0], folder);
            }

            return folder.At(path[1..]);
        }
    }

    // Git sorts by bytes, a folder as if its name ended in a slash.
    private sealed class EntryOrder : IComparer<byte[]>
    {
        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
