using System.Runtime.CompilerServices;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Tests;

/// <summary>The project's own texts: the seed and the revisions made from it.</summary>
internal static class Fixtures
{
    public const string SeedFile = "seeds/000_4510d16fedc8d16d.txt";

    public static DraftTree Seed { get; } = Parse(PathOf(SeedFile));

    /// <summary>The place of a file given from the top of the repository.</summary>
    public static string PathOf(string file) => Path.Combine(Root(), file);

    public static DraftTree Parse(string path) =>
        DraftTree.Parse(SourceText.Decode(Path.GetFileName(path), File.ReadAllBytes(path)));

    /// <summary>The rows of a table: a line of names, then cells between tabs.</summary>
    public static IEnumerable<Dictionary<string, string>> ReadTable(string file)
    {
        var lines = File.ReadAllText(PathOf(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split('\t');
        return lines.Skip(1).Select(line => names.Zip(line.Split('\t').Concat(Enumerable.Repeat("", names.Length))).ToDictionary());
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
