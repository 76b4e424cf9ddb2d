using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>A repository in a folder of its own, the command and git that work on it, and texts to store.</summary>
internal sealed class StoreFixture : IDisposable
{
    public const string Ict = "A/C.2/72/L.999";
    public const string Gardens = "A/C.2/72/L.998";
    public const string Own = "A/C.3/97/L.5";

    /// <summary>A draft without masthead.</summary>
    public const string Draft = """
        The General Assembly,

        Recalling its resolution 70/1 of 25 September 2015,

        1. Requests the Secretary-General to report to the General Assembly at its seventieth session;

        2. Encourages Member States to share their experience with information technology;

        3. Decides to remain seized of the matter.

        """;

    private static readonly string[] Author = ["--author", "A. Clerk <clerk@example.org>"];

    private readonly TemporaryFolder _folder = new();

    public StoreFixture(params string[] initOptions) => Succeed(Cli.Run(["init", Repository, .. initOptions]));

    /// <summary>The folder of the repository.</summary>
    public string Repository => _folder.At("repository");

    /// <summary>The place of a file given from the top of the sources.</summary>
    public static string PathOf(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", file));

    /// <summary>The draft without masthead with one word or more replaced.</summary>
    public static string DraftWith(string old, string @new) => Draft.Replace(old, @new, StringComparison.Ordinal);

    /// <summary>The seed, its two revisions and the adopted text, stored.</summary>
    public static StoreFixture WithIct()
    {
        var store = new StoreFixture();
        store.Store(Directory.GetFiles(PathOf("seeds"), "*.txt").Single(), "--symbol", Ict);
        store.Store(PathOf("fixtures/ict/rev1.zh.txt"));
        store.Store(PathOf("fixtures/ict/rev2.zh.txt"));
        store.Store(PathOf("fixtures/ict/adopted.zh.txt"), "--follows", $"{Ict}/Rev.2");
        return store;
    }

    /// <summary>The gardens' base and its revision in one language or more, stored.</summary>
    public static StoreFixture WithGardens(params string[] languages)
    {
        var store = new StoreFixture();
        foreach (var text in (string[])["base", "rev1"])
        {
            foreach (var language in languages)
            {
                store.Store(PathOf($"fixtures/gardens/{text}.{language}.txt"));
            }
        }

        return store;
    }

    /// <summary>Versions of one draft, the first under <see cref="Own"/>, then its revisions.</summary>
    public static StoreFixture WithVersions(params string[] texts)
    {
        var store = new StoreFixture();
        for (var i = 0; i < texts.Length; i++)
        {
            store.StoreText(texts[i], SymbolOf(i));
        }

        return store;
    }

    /// <summary>The symbol of a version of the draft, from 0.</summary>
    public static string SymbolOf(int version) => version == 0 ? Own : $"{Own}/Rev.{version}";

    /// <summary>Runs a command on the repository.</summary>
    public CliResult Run(string command, params string[] arguments) => Cli.Run([command, "-C", Repository, .. arguments]);

    /// <summary>Runs a command on the repository that has to succeed, and gives what it wrote.</summary>
    public string Output(string command, params string[] arguments) => Succeed(Run(command, arguments));

    /// <summary>Runs a command that has to write JSON.</summary>
    public JsonElement Json(string command, params string[] arguments) =>
        JsonDocument.Parse(Output(command, [.. arguments, "--format", "json"])).RootElement;

    /// <summary>Runs a command that has to end with one sentence, and gives it.</summary>
    public string Refusal(string command, params string[] arguments) => RefusalOf(Run(command, arguments));

    /// <summary>The one sentence a command ended with.</summary>
    public static string RefusalOf(CliResult result)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        var line = Assert.Single(
            result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.StartsWith("draftdiff: ", StringComparison.Ordinal));
        Assert.DoesNotContain("internal error", line, StringComparison.Ordinal);
        return line["draftdiff: ".Length..];
    }

    /// <summary>Stores a file about whose reading there is nothing to say.</summary>
    public string Store(string file, params string[] options)
    {
        var result = Run("commit", [file, .. Author, .. options]);
        Assert.Equal("", result.Error);
        return Succeed(result);
    }

    /// <summary>Stores a file, such as an amendment, about whose reading there may be something to say.</summary>
    public string StoreDoubtful(string file, params string[] options) => Output("commit", [file, .. Author, .. options]);

    /// <summary>Stores a text.</summary>
    public string StoreText(string text, string symbol, params string[] options) => Store(Write(text), ["--symbol", symbol, .. options]);

    /// <summary>Stores a text of operative paragraphs.</summary>
    public string StoreParagraphs(string symbol, params string[] paragraphs) => Store(WriteParagraphs(paragraphs), "--symbol", symbol);

    /// <summary>Writes a text of operative paragraphs beside the repository, and gives its path.</summary>
    public string WriteParagraphs(params string[] paragraphs) => Write(
        "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n"
            + string.Concat(paragraphs.Select((paragraph, i) => $"{i + 1}. {paragraph};\n\n")));

    /// <summary>Writes a text beside the repository, and gives its path.</summary>
    public string Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file beside the repository, and gives its path.</summary>
    public string Write(byte[] bytes) => _folder.Write("draft.txt", bytes);

    /// <summary>Runs git on the repository and gives what it wrote.</summary>
    public string Git(params string[] arguments) => Encoding.UTF8.GetString(GitBytes(arguments));

    /// <summary>Runs git on the repository and gives the lines it wrote.</summary>
    public string[] GitLines(params string[] arguments) => Git(arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs git on the repository and gives the bytes it wrote.</summary>
    public byte[] GitBytes(params string[] arguments) => GitBytes(input: [], arguments);

    /// <summary>Adds commits as git's fast-import describes them.</summary>
    public void FastImport(string commits) => GitBytes(Encoding.UTF8.GetBytes(commits), "fast-import", "--quiet", "--force");

    private byte[] GitBytes(byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotePath=false", "-c", "user.name=A", "-c", "user.email=a@b", "-C", Repository, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = _folder.ToString();
        start.Environment["GIT_CONFIG_GLOBAL"] = _folder.At("no-configuration");
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var git = Process.Start(start)!;
        git.StandardInput.BaseStream.Write(input);
        git.StandardInput.Close();
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.ToArray();
    }

    /// <summary>How many commits the repository has.</summary>
    public int CountCommits() => GitLines("log", "--all", "--format=%H").Length;

    /// <summary>The ids in the newest outline of a language by label.</summary>
    public Dictionary<string, string> Ids(string languageFolder, string commit = "HEAD") => GitLines("show", $"{commit}:{languageFolder}/outline")
        .Select(line => line.Trim().Split('\t'))
        .ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);

    public void Dispose()
    {
        // Git's objects are read-only, which keeps them from being deleted on Windows.
        foreach (var file in new DirectoryInfo(_folder.ToString()).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Dispose();
    }

    private static string Succeed(CliResult result)
    {
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }
}
