using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DraftDiff.History;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>
/// The histories that were read before, in the folder <c>draftdiff</c> of the repository's own files, one for each language
/// of a draft. It may be deleted at any time; one that cannot be read or written is not there.
/// </summary>
internal sealed class HistoryCache(Repository git, string languageFolder)
{
    private const int IdLength = 20;

    // Told from the files of another version and from damaged ones by what they begin with: this, and the hash of the rest.
    private static readonly byte[] Beginning = "draftdiff history 1\n"u8.ToArray();

    private readonly string _path = Path.Combine(GitFolder.Of(git), "draftdiff", $"{languageFolder}.history");

    /// <summary>The history that was written last; null where there is none.</summary>
    public LanguageHistory? Read()
    {
        try
        {
            var bytes = File.Exists(_path) ? File.ReadAllBytes(_path) : [];
            var content = Beginning.Length + SHA256.HashSizeInBytes;
            if (!bytes.AsSpan().StartsWith(Beginning) || bytes.Length < content
                || !SHA256.HashData(bytes.AsSpan(content)).AsSpan().SequenceEqual(bytes.AsSpan(Beginning.Length, SHA256.HashSizeInBytes)))
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(bytes, content, bytes.Length - content), Encoding.UTF8);
            return reader.ReadString() != languageFolder ? null
                : new LanguageHistory(ReadId(reader), reader.ReadBoolean(), reader.Read7BitEncodedInt(), ReadArray(reader, ReadStep)) is var history
                    && history.Newest >= 0 && history.Newest < Math.Max(1, history.Steps.Length)
                    && history.Steps.All(step => step.Parents.All(parent => parent.Step >= 0 && parent.Step < history.Steps.Length)) ? history
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or FormatException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps a history instead of the one before, as a whole.</summary>
    public void Write(LanguageHistory history)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(languageFolder);
        WriteId(writer, history.Tip);
        writer.Write(history.IsLinear);
        writer.Write7BitEncodedInt(history.Newest);
        WriteArray(writer, history.Steps, WriteStep);
        writer.Flush();
        var written = content.GetBuffer().AsSpan(0, (int)content.Length);
        var beside = $"{_path}.{Guid.NewGuid():N}";
        using var held = new HeldInterruption();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllBytes(beside, [.. Beginning, .. SHA256.HashData(written), .. written]);
            File.Move(beside, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A repository that may only be read is read without it. Of a file that may not be so long the runtime says that the argument is out of range.
            DeleteQuietly(beside);
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is no worse there than not being there.
        }
    }

    private static HistoryStep ReadStep(BinaryReader reader) => new(
        new RevisionPoint(
            reader.ReadBoolean() ? reader.ReadString() : null,
            ReadId(reader).Sha,
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString()),
        ReadArray(reader, ReadEvent),
        ReadArray(reader, parent => new StepParent(parent.Read7BitEncodedInt(), ReadArray(parent, id => id.ReadString()))));

    private static void WriteStep(BinaryWriter writer, HistoryStep step)
    {
        writer.Write(step.Point.Symbol is not null);
        if (step.Point.Symbol is not null)
        {
            writer.Write(step.Point.Symbol);
        }

        WriteId(writer, new ObjectId(step.Point.Commit));
        writer.Write(step.Point.Date);
        writer.Write(step.Point.Author);
        writer.Write(step.Point.Subject);
        WriteArray(writer, step.Events, WriteEvent);
        WriteArray(writer, step.Parents, (parents, parent) =>
        {
            parents.Write7BitEncodedInt(parent.Step);
            WriteArray(parents, parent.Changed, (ids, id) => ids.Write(id));
        });
    }

    private static StepEvent ReadEvent(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadString(), (StepChanges)reader.ReadByte(), ReadBlob(reader), ReadBlob(reader),
        ReadArray(reader, origins => origins.ReadString()));

    private static void WriteEvent(BinaryWriter writer, StepEvent happened)
    {
        writer.Write(happened.Id);
        writer.Write(happened.Label);
        writer.Write((byte)happened.Changes);
        WriteBlob(writer, happened.Old);
        WriteBlob(writer, happened.New);
        WriteArray(writer, happened.Origins, (origins, id) => origins.Write(id));
    }

    private static ObjectId ReadId(BinaryReader reader) => new(reader.ReadBytes(IdLength));

    private static void WriteId(BinaryWriter writer, ObjectId id) => writer.Write(id.RawId);

    // No object has an id of nothing but zeros.
    private static BlobId? ReadBlob(BinaryReader reader) =>
        new BlobId(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt32()) is var id && id == default ? null : id;

    private static void WriteBlob(BinaryWriter writer, BlobId? id)
    {
        writer.Write(id?.First ?? 0);
        writer.Write(id?.Second ?? 0);
        writer.Write(id?.Third ?? 0);
    }

    private static ImmutableArray<T> ReadArray<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        // No item is shorter than a byte, so a number that is not to be trusted takes no more memory than the file.
        var count = reader.Read7BitEncodedInt();
        var items = count >= 0 && count <= reader.BaseStream.Length - reader.BaseStream.Position ? new T[count] : throw new InvalidDataException();
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(reader);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private static void WriteArray<T>(BinaryWriter writer, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }
}
