using System.Text;
using System.Xml.Linq;
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

    /// <summary>
    /// What two trees differ in, a line a unit; empty where they have the same units. Footnotes stand in Akoma Ntoso where they
    /// are marked, so that their order is that of their marks.
    /// </summary>
    public static string Differences(DraftTree expected, DraftTree actual)
    {
        var (old, @new) = (Lines(expected), Lines(actual));
        var lines = old.Except(@new, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(@new.Except(old, StringComparer.Ordinal).Select(line => "+ " + line)).ToList();
        var first = old.Zip(@new).TakeWhile(pair => pair.First == pair.Second).Count();
        return lines.Count > 0 ? string.Join('\n', lines)
            : old.SequenceEqual(@new) ? ""
            : $"another order from {old.ElementAtOrDefault(first)}\nwhich is {@new.ElementAtOrDefault(first)}";
    }

    /// <summary>A piece of a file's text, its metadata aside, that does not stand in the text that was read; null where all stands there.</summary>
    public static string? LostWord(string xml, DraftTree tree)
    {
        // Notes stand below the text, so that each stretch without elements is looked for by itself.
        var text = string.Concat(tree.Source.Content.Where(c => !char.IsWhiteSpace(c)));
        return XDocument.Parse(xml, LoadOptions.PreserveWhitespace).DescendantNodes().OfType<XText>()
            .Where(node => !node.Ancestors().Any(element => element.Name.LocalName == "meta"))
            .Select(node => string.Concat(node.Value.Where(c => !char.IsWhiteSpace(c))))
            .FirstOrDefault(piece => !text.Contains(piece, StringComparison.Ordinal));
    }

    private static List<string> Lines(DraftTree tree) =>
    [
        .. tree.Units.OrderBy(unit => unit.Section == Section.Footnotes ? unit.Label : "", StringComparer.Ordinal).Select(unit =>
            $"{unit.Section} {unit.Label} [{unit.Printed}] ({(unit.Parent < 0 ? "" : tree.Units[unit.Parent].Label)}) {unit.Text}"
            + string.Concat(unit.Marks.Select(mark => $" |{mark.At}:{mark.Number}>{mark.Note}"))),
    ];
}
