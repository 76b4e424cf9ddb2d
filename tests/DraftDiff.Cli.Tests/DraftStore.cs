using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>A repository in a folder of its own, and the real git to look into it.</summary>
internal sealed class DraftStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DraftStore(params string[] options) => Assert.Equal(0, Cli.Run(["init", Folder, .. options]).ExitCode);

    /// <summary>The repository.</summary>
    public string Folder => _folder.At("store");

    /// <summary>The four texts of the draft of the fixtures, from the first to the adopted one.</summary>
    public static DraftStore OfFixtures()
    {
        var store = new DraftStore();
        store.Commit(Fixture("../seeds/000_4510d16fedc8d16d.txt"), "--symbol", "A/C.2/72/L.999");
        store.Commit(Fixture("ict/rev1.zh.txt"));
        store.Commit(Fixture("ict/rev2.zh.txt"));
        store.Commit(Fixture("ict/adopted.zh.txt"), "--follows", "A/C.2/72/L.999/Rev.2");
        return store;
    }

    /// <summary>The path of a fixture.</summary>
    public static string Fixture(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", name));

    /// <summary>Runs a command on the repository.</summary>
    public CliResult Run(params string[] arguments) => Cli.Run([.. arguments, "-C", Folder]);

    /// <summary>Stores a file, which has to succeed.</summary>
    public string Commit(string file, params string[] options)
    {
        var result = Run(["commit", file, .. options]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }

    /// <summary>Stores a text of operative paragraphs, which has to succeed.</summary>
    public string CommitText(string symbol, params string[] paragraphs) => Commit(Write(paragraphs), "--symbol", symbol);

    /// <summary>Writes a text of operative paragraphs and gives its path.</summary>
    public string Write(params string[] paragraphs) => _folder.Write(
        $"{Guid.NewGuid()}.txt",
        "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n"
            + string.Concat(paragraphs.Select((paragraph, i) => $"{i + 1}. {paragraph};\n\n")));

    /// <summary>What git prints.</summary>
    public string Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", Folder, .. arguments]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    /// <summary>What a command prints as JSON.</summary>
    public JsonElement Json(params string[] arguments)
    {
        var result = Run([.. arguments, "--format", "json"]);
        Assert.Equal("", result.Error);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }

    public void Dispose()
    {
        // Git writes its objects read-only.
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        _folder.Dispose();
    }
}
