using System.Globalization;
using System.IO.Compression;
using System.Text;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>
/// Reads the objects that git has not packed before libgit2 does, which never returns from one that is cut off
/// (libgit2 #7342) and writes out of bounds on one that is longer than it says (libgit2 #7177).
/// </summary>
/// <param name="folder">The folder of the repository's objects.</param>
internal sealed class LooseObjects(string folder) : OdbBackend
{
    // The objects of each folder, listed once: what is stored later is whole when it gets its name.
    private readonly HashSet<string>?[] _names = new HashSet<string>[256];

    // As high as that of packs, behind which it stands then, and higher than that of libgit2's own reader.
    private const int Priority = 2;
    private const int MostAlternates = 100;
    private const int LongestHeader = 32;

    // Deflate makes nothing smaller than this part of what it was.
    private const long MostInflated = 1032;

    /// <summary>Has a repository read its loose objects through this.</summary>
    public static Repository Guard(Repository repository)
    {
        foreach (var objects in FoldersOf(Path.Combine(GitFolder.Of(repository), "objects")).Take(MostAlternates))
        {
            repository.ObjectDatabase.AddBackend(new LooseObjects(objects), Priority);
        }

        return repository;
    }

    // The objects of a repository may lie in others too (gitrepository-layout, objects/info/alternates).
    private static IEnumerable<string> FoldersOf(string own)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([own]);
        while (waiting.TryDequeue(out var folder))
        {
            if (!seen.Add(Path.GetFullPath(folder)))
            {
                continue;
            }

            yield return folder;
            var alternates = Path.Combine(folder, "info", "alternates");
            foreach (var line in File.Exists(alternates) ? File.ReadLines(alternates).Where(line => line.Length > 0 && line[0] != '#' && !line.Contains('\0', StringComparison.Ordinal)) : [])
            {
                waiting.Enqueue(Path.Combine(folder, line));
            }
        }
    }

    /// <inheritdoc/>
    protected override OdbBackendOperations SupportedOperations =>
        OdbBackendOperations.Read | OdbBackendOperations.ReadHeader | OdbBackendOperations.ReadPrefix;

    /// <inheritdoc/>
    public override int Read(ObjectId id, out UnmanagedMemoryStream? data, out ObjectType objectType)
    {
        if (Find(id) is not { } found)
        {
            (data, objectType) = (null, default);
            return (int)ReturnCode.GIT_ENOTFOUND;
        }

        (data, objectType) = (AllocateAndBuildFrom(found.Content), found.Type);
        return (int)ReturnCode.GIT_OK;
    }

    /// <inheritdoc/>
    public override int ReadPrefix(string shortSha, out ObjectId? oid, out UnmanagedMemoryStream? data, out ObjectType objectType)
    {
        var names = NamesIn(Convert.FromHexString(shortSha[..2])[0]).Where(name => name.StartsWith(shortSha[2..], StringComparison.Ordinal)).Take(2).ToArray();
        oid = names is [var only] && ObjectId.TryParse(shortSha[..2] + only, out var whole) ? whole : null;
        if (oid is not null)
        {
            return Read(oid, out data, out objectType);
        }

        (data, objectType) = (null, default);
        return (int)(names.Length > 1 ? ReturnCode.GIT_EAMBIGUOUS : ReturnCode.GIT_ENOTFOUND);
    }

    /// <inheritdoc/>
    public override int ReadHeader(ObjectId id, out int length, out ObjectType objectType)
    {
        var header = Inflate(id, (_, header) => header);
        (objectType, length) = header ?? default;
        return (int)(header is null ? ReturnCode.GIT_ENOTFOUND : ReturnCode.GIT_OK);
    }

    /// <inheritdoc/>
    public override int Write(ObjectId id, Stream dataStream, long length, ObjectType objectType) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int ReadStream(ObjectId id, out OdbBackendStream stream) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int WriteStream(long length, ObjectType objectType, out OdbBackendStream stream) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override bool Exists(ObjectId id) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int ExistsPrefix(string shortSha, out ObjectId found) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int ForEach(ForEachCallback callback) => throw new NotSupportedException();

    // That the content has the id git checks itself.
    private (ObjectType Type, byte[] Content)? Find(ObjectId id) => Inflate(id, (inflated, header) =>
    {
        var content = new byte[header.Length];
        inflated.ReadExactly(content);
        return inflated.ReadByte() < 0 ? (header.Type, content) : throw Damaged(id);
    });

    // A loose object is its type, its length and its content, compressed.
    private T? Inflate<T>(ObjectId id, Func<Stream, (ObjectType Type, int Length), T> read)
        where T : struct
    {
        var names = NamesIn(id.RawId[0]);
        if (names.Count == 0 || !names.Contains(id.Sha[2..]))
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(Path.Combine(folder, id.Sha[..2], id.Sha[2..]));
            using var inflated = new ZLibStream(file, CompressionMode.Decompress);
            var header = ReadHeader(inflated);
            return header.Length <= file.Length * MostInflated ? read(inflated, header) : throw Damaged(id);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // It has been packed since.
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            // Of an exception libgit2 keeps the message alone, which a native build leaves out.
            throw new StoreException("the repository cannot be used; ask for the permission to read and write its files");
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(id);
        }
    }

    private HashSet<string> NamesIn(byte start)
    {
        return _names[start] ??= List(Path.Combine(folder, start.ToString("x2", CultureInfo.InvariantCulture)));

        static HashSet<string> List(string path) => Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).ToHashSet(StringComparer.Ordinal)
            : [];
    }

    private static (ObjectType Type, int Length) ReadHeader(Stream inflated)
    {
        var header = new StringBuilder();
        for (int read; (read = inflated.ReadByte()) != 0;)
        {
            if (read < 0 || header.Length == LongestHeader)
            {
                throw new InvalidDataException();
            }

            header.Append((char)read);
        }

        return header.ToString().Split(' ') is [var name, var digits]
            && TypeOf(name) is { } type
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                ? (type, length)
                : throw new InvalidDataException();
    }

    private static ObjectType? TypeOf(string name) => name switch
    {
        "commit" => ObjectType.Commit,
        "tree" => ObjectType.Tree,
        "blob" => ObjectType.Blob,
        "tag" => ObjectType.Tag,
        _ => null,
    };

    private static StoreException Damaged(ObjectId id) =>
        new($"the repository is damaged: git object {id} cannot be read; fetch it from another copy with git, and 'git fsck' says what else is");
}
