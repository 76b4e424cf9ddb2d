using System.Text;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Benchmarks;

/// <summary>The files of a draft and of its revision.</summary>
internal sealed record DraftPair(byte[] Old, byte[] New)
{
    /// <summary>A pair so many times as long as the seed. Once as long, the old file is the seed itself.</summary>
    public static DraftPair OfLength(int times)
    {
        var seed = ReadSeed();
        var draft = LongDraft.Of(Read(seed), times);
        return new DraftPair(
            times == 1 ? seed : Encoding.UTF8.GetBytes(draft.ToText()),
            Encoding.UTF8.GetBytes(draft.Revise().ToText()));
    }

    /// <summary>A pair that repeats the paragraphs of the seed, word for word, so many times.</summary>
    public static DraftPair Repeating(int times)
    {
        var draft = LongDraft.Of(Read(ReadSeed()), times, areDistinct: false);
        return new DraftPair(Encoding.UTF8.GetBytes(draft.ToText()), Encoding.UTF8.GetBytes(draft.Revise().ToText()));
    }

    /// <summary>The edits between the files of <see cref="OfLength"/>.</summary>
    public static KnownEdits EditsOf(int times)
    {
        LongDraft.Of(Read(ReadSeed()), times).Revise(out var edits);
        return edits;
    }

    /// <summary>The text of a file.</summary>
    public static SourceText Decode(byte[] file) => SourceText.Decode("draft.txt", file);

    /// <summary>The tree of a file.</summary>
    public static DraftTree Read(byte[] file) => DraftTree.Parse(Decode(file));

    private static byte[] ReadSeed()
    {
        using var stream = typeof(DraftPair).Assembly.GetManifestResourceStream("seed")
            ?? throw new InvalidOperationException("The seed is not in the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
