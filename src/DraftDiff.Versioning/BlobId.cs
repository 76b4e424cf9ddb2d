using System.Buffers.Binary;
using LibGit2Sharp;

namespace DraftDiff.Versioning;

/// <summary>
/// The id of a blob as its twenty bytes. LibGit2Sharp's own writes each id out as digits, and a history holds thousands
/// of which few are looked up.
/// </summary>
internal readonly record struct BlobId(ulong First, ulong Second, uint Third)
{
    /// <summary>The same as LibGit2Sharp has it.</summary>
    public static BlobId Of(ObjectId id)
    {
        var bytes = id.RawId.AsSpan();
        return new BlobId(
            BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]));
    }

    /// <summary>The id for LibGit2Sharp.</summary>
    public ObjectId ToObjectId()
    {
        var bytes = new byte[20];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, First);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Second);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), Third);
        return new ObjectId(bytes);
    }
}
