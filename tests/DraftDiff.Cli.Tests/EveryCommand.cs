using System.Globalization;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>
/// Each command with arguments that are right, in a folder with all that it needs: two texts, a folder of them, a repository
/// with a draft in two languages, and an empty one.
/// </summary>
internal sealed class EveryCommand : IDisposable
{
    /// <summary>A text that is stored, and its revision.</summary>
    public const string Symbol = StoreFixture.Gardens;

    /// <summary>Those that write nothing but their output.</summary>
    public static readonly string[] Readers = ["diff", "parse", "list", "show", "log", "blame", "stale", "check", "completion"];

    /// <summary>Those that write files.</summary>
    public static readonly string[] Writers = ["redline", "init", "commit", "import", "git-setup"];

    private static readonly Lazy<TemporaryFolder> Template = new(Make);

    private readonly TemporaryFolder _folder = new();

    public EveryCommand() => Copy(new DirectoryInfo(Template.Value.ToString()), Folder);

    /// <summary>Those that write into folders, with those that keep there what they read but need not.</summary>
    public static TheoryData<string> OfThoseThatWrite => new([.. Writers, "log", "blame", "stale"]);

    /// <summary>All, for a theory.</summary>
    public static TheoryData<string> OfAll => new([.. Readers, .. Writers]);

    /// <summary>The folder.</summary>
    public string Folder => _folder.ToString();

    /// <summary>The earlier text.</summary>
    public string Old => At("old.txt");

    /// <summary>The later text.</summary>
    public string New => At("new.txt");

    /// <summary>The folder of texts.</summary>
    public string Texts => At("texts");

    /// <summary>The repository that holds the draft.</summary>
    public string Repository => At("repository");

    /// <summary>The repository that holds nothing.</summary>
    public string Empty => At("empty");

    /// <summary>What the command that writes a file, or makes a repository, writes.</summary>
    public string Written => At("written.html");

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>The command and its arguments.</summary>
    public string[] Of(string command) => command switch
    {
        "diff" => ["diff", Old, New],
        "redline" => ["redline", Old, New, "-o", Written],
        "parse" => ["parse", Old],
        "init" => ["init", Written],
        "commit" => ["commit", Old, "-C", Empty],
        "import" => ["import", Texts, "-C", Empty],
        "list" => ["list", "-C", Repository],
        "show" => ["show", Symbol, "--language", "en", "-C", Repository],
        "log" => ["log", $"{Symbol}:OP1", "--language", "en", "-C", Repository],
        "blame" => ["blame", $"{Symbol}/Rev.1", "--words", "-C", Repository],
        "stale" => ["stale", Symbol, "--language", "fr", "-C", Repository],
        "check" => ["check", "-C", Repository],
        "completion" => ["completion", "bash"],
        "git-setup" => ["git-setup", "-C", Empty],
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, message: null),
    };

    /// <summary>What is left of writing that was broken off, and locks: nothing of it may stay.</summary>
    public string[] Remains() =>
    [
        .. Directory.EnumerateFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(path => Path.GetFileName(path) is var name
                && (name.EndsWith(".lock", StringComparison.Ordinal)
                    || name.StartsWith("tmp", StringComparison.Ordinal)
                    || (name.StartsWith('.') && name != ".gitattributes")
                    || name.Contains(".history.", StringComparison.Ordinal))),
    ];

    public void Dispose() => _folder.Dispose();

    /// <summary>Asserts that a command ended with one sentence, and no other word.</summary>
    public static string SentenceOf(CliResult result)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("draftdiff: ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n", result.Error, StringComparison.Ordinal);
        var sentence = result.Error["draftdiff: ".Length..^1];
        Assert.DoesNotContain('\n', sentence);
        Assert.DoesNotContain("internal error", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, char.IsControl);
        return sentence;
    }

    private static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var fixtures = StoreFixture.PathOf("fixtures/gardens");
        var texts = Directory.CreateDirectory(folder.At("texts")).FullName;
        foreach (var (from, to) in ((string, string)[])[("base", "old"), ("rev1", "new")])
        {
            File.Copy(Path.Combine(fixtures, $"{from}.en.txt"), folder.At($"{to}.txt"));
            File.Copy(Path.Combine(fixtures, $"{from}.fr.txt"), Path.Combine(texts, $"{to}.fr.txt"));
        }

        string[] stored = [.. ((string[])["base.en", "rev1.en", "base.fr"]).Select(name => Path.Combine(fixtures, $"{name}.txt"))];
        string[][] commands = [["init", folder.At("empty")], ["init", folder.At("repository")], ["commit", .. stored, "-C", folder.At("repository")]];
        foreach (var command in commands)
        {
            var result = Cli.Run(command);
            Assert.True(result.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{command[0]}: {result}"));
        }

        return folder;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            // Git's objects are read-only, which keeps them from being deleted on Windows.
            file.CopyTo(Path.Combine(to, file.Name)).Attributes = FileAttributes.Normal;
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
