using System.Text;
using DraftDiff.Formats.Akn;
using DraftDiff.Syntax;
using DraftDiff.Tests;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>Drafts as Akoma Ntoso.</summary>
internal static class AknDrafts
{
    /// <summary>The drafts of the project: the seed, and all texts of the fixtures.</summary>
    public static IEnumerable<string> Files =>
        [Fixtures.PathOf(Fixtures.SeedFile), .. Directory.GetFiles(Fixtures.PathOf("fixtures"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>A draft as a file.</summary>
    public static byte[] Write(DraftTree tree, AkomaNtosoIdentity? identity = null)
    {
        using var stream = new MemoryStream();
        AkomaNtosoWriter.Write(tree, stream, identity);
        return stream.ToArray();
    }

    /// <summary>A draft as the text of a file.</summary>
    public static string WriteText(DraftTree tree, AkomaNtosoIdentity? identity = null) => Encoding.UTF8.GetString(Write(tree, identity));

    /// <summary>Reads a file.</summary>
    public static DraftTree Read(string xml) => AkomaNtosoReader.Read("draft.xml", Encoding.UTF8.GetBytes(xml));

    /// <summary>What two trees differ in, a line a unit; empty where they have the same units.</summary>
    public static string Differences(DraftTree expected, DraftTree actual)
    {
        var (old, @new) = (Lines(expected), Lines(actual));
        var lines = old.Except(@new, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(@new.Except(old, StringComparer.Ordinal).Select(line => "+ " + line)).ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : old.SequenceEqual(@new) ? "" : "another order";
    }

    private static List<string> Lines(DraftTree tree) =>
    [
        .. tree.Units.Select(unit =>
            $"{unit.Section} {unit.Label} [{unit.Printed}] ({(unit.Parent < 0 ? "" : tree.Units[unit.Parent].Label)}) {unit.Text}"
            + string.Concat(unit.Marks.Select(mark => $" |{mark.At}:{mark.Number}>{mark.Note}"))),
    ];
}
