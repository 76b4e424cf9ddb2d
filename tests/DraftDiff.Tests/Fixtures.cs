using System.Runtime.CompilerServices;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests;

/// <summary>The project's own texts: the seed, and the examples in <c>fixtures/</c> with what is expected of them.</summary>
internal static class Fixtures
{
    public const string SeedFile = "seeds/000_4510d16fedc8d16d.txt";

    private const string Folder = "fixtures";

    /// <summary>The seed and its revisions, each into each.</summary>
    public static TheoryData<string, string> Revisions
    {
        get
        {
            string[] files = [SeedFile, "fixtures/ict/rev1.zh.txt", "fixtures/ict/rev2.zh.txt", "fixtures/ict/adopted.zh.txt"];
            var pairs = new TheoryData<string, string>();
            foreach (var old in files)
            {
                foreach (var @new in files)
                {
                    pairs.Add(old, @new);
                }
            }

            return pairs;
        }
    }

    public static DraftTree Seed { get; } = Parse(PathOf(SeedFile));

    /// <summary>The place of a file given from the top of the repository.</summary>
    public static string PathOf(string file) => Path.Combine(Root(), file);

    public static DraftTree Parse(string path) =>
        DraftTree.Parse(SourceText.Decode(Path.GetFileName(path), File.ReadAllBytes(path)));

    /// <summary>Reads the text of a topic that a table is named after, with or without its language.</summary>
    public static DraftTree Read(string topic, string name)
    {
        var folder = PathOf(Path.Combine(Folder, topic));
        var files = Directory.GetFiles(folder, $"{name}.txt").Concat(Directory.GetFiles(folder, $"{name}.*.txt")).ToArray();
        return files.Length == 0 && name == "seed" ? Seed : Parse(Assert.Single(files));
    }

    /// <summary>All tables of one kind: the topic, and the name without the pattern's ending.</summary>
    /// <param name="pattern">What their names are like: <c>*.units.tsv</c>.</param>
    public static TheoryData<string, string> Tables(string pattern)
    {
        var data = new TheoryData<string, string>();
        var ending = pattern[(pattern.LastIndexOf('*') + 1)..];
        foreach (var file in Directory.GetFiles(PathOf(Folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var topic = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)!)!);
            data.Add(topic, Path.GetFileName(file)[..^ending.Length]);
        }

        return data;
    }

    /// <summary>The rows of a topic's table.</summary>
    public static IEnumerable<Dictionary<string, string>> ReadTable(string topic, string table) =>
        ReadTable(Path.Combine(Folder, topic, "expected", table));

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
