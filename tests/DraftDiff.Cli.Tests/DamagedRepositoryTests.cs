using System.Diagnostics;
using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Every command on a repository that is damaged; objects that are cut off are in <see cref="StoreSafetyTests"/>.</summary>
public sealed class DamagedRepositoryTests : IDisposable
{
    private const string Folder = $"{EveryCommand.Symbol}/en";

    private static readonly string[] OnRepository = ["list", "show", "log", "blame", "stale", "check"];

    private readonly EveryCommand _every = new();

    public void Dispose() => _every.Dispose();

    [Theory]
    [InlineData("HEAD", "garbage\n")]
    [InlineData("HEAD", "")]
    [InlineData("HEAD", "ref: HEAD\n")]
    [InlineData("HEAD", "\u0001\u0002\uFFFD")]
    [InlineData("HEAD", null)]
    [InlineData("refs/heads/main", "garbage\n")]
    [InlineData("refs/heads/main", "")]
    [InlineData("refs/heads/main", "ref: refs/heads/main\n")]
    [InlineData("refs/heads/main", "1111111111111111111111111111111111111111\n")]
    [InlineData("refs/heads/main", "0000000000000000000000000000000000000000\n")]
    [InlineData("config", "[[[garbage\n")]
    [InlineData("config", "[core]\n\trepositoryformatversion = 9\n")]
    public void Without_its_branch_or_its_configuration_every_command_ends_with_a_sentence(string file, string? content)
    {
        Write(file, content);

        foreach (var command in Commands())
        {
            EveryCommand.SentenceOf(Cli.Run(command));
        }
    }

    [Theory]
    [InlineData("refs/heads/main", null)]
    [InlineData("HEAD", "ref: refs/heads/other\n")]
    public void With_a_branch_that_is_not_there_it_holds_nothing(string file, string? content)
    {
        Write(file, content);

        foreach (var command in Commands().Where(command => command[0] is "list" or "show" or "log" or "blame" or "stale" or "diff" or "redline"))
        {
            Assert.Contains("the repository holds no drafts", EveryCommand.SentenceOf(Cli.Run(command)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("packed-refs", "garbage\n\0")]
    [InlineData("objects/info/alternates", "../objects\nnowhere\n\0\n")]
    [InlineData("info/attributes", "\0\u0001 garbage\n")]
    [InlineData("description", null)]
    [InlineData("draftdiff/A/C.2/72/L.998/en.history", "garbage")]
    public void With_garbage_where_little_depends_on_it_every_command_ends_as_it_should_or_with_a_sentence(string file, string? content)
    {
        Write(file, content);

        foreach (var command in Commands())
        {
            AssertEndsWell(Cli.Run(command), command);
        }

        Assert.Equal(0, Cli.Run(_every.Of("list")).ExitCode);
    }

    [Theory]
    [InlineData("pack", 100)]
    [InlineData("pack", 700)]
    [InlineData("idx", 100)]
    public void With_a_pack_that_is_cut_off_every_command_ends_as_it_should_or_with_a_sentence(string extension, int length)
    {
        Git("gc", "--quiet");
        foreach (var path in Directory.GetFiles(Path.Combine(_every.Repository, "objects", "pack"), $"*.{extension}"))
        {
            File.SetAttributes(path, FileAttributes.Normal);
            using var pack = File.OpenWrite(path);
            pack.SetLength(length);
        }

        foreach (var command in Commands())
        {
            AssertEndsWell(Cli.Run(command), command);
        }

        Assert.NotEqual("Nothing is wrong.\n", Cli.Run(_every.Of("check")).Output);
    }

    [Theory]
    [InlineData($"{Folder}/outline", "\0\u0001 garbage\n\tx\n")]
    [InlineData($"{Folder}/outline", "")]
    [InlineData($"{Folder}/outline", null)]
    [InlineData($"{EveryCommand.Symbol}/draft.json", "garbage")]
    [InlineData($"{EveryCommand.Symbol}/draft.json", "null")]
    [InlineData($"{EveryCommand.Symbol}/draft.json", "{}")]
    [InlineData($"{EveryCommand.Symbol}/draft.json", "{\"symbol\":null,\"title\":null}")]
    [InlineData($"{EveryCommand.Symbol}/draft.json", "{\"symbol\":\"\\u001B[31m\",\"title\":\"\\u001B[31m\\n\"}")]
    [InlineData($"{EveryCommand.Symbol}/draft.json", null)]
    [InlineData($"{EveryCommand.Symbol}/Rev.1/draft", "../../../etc\n")]
    [InlineData($"{EveryCommand.Symbol}/Rev.1/draft", $"{EveryCommand.Symbol}/Rev.1\n")]
    [InlineData($"{EveryCommand.Symbol}/Rev.1/draft", null)]
    [InlineData($"{Folder}/revisions/A%2FC.2%2F72%2FL.998%2FRev.1.json", "garbage")]
    [InlineData($"{Folder}/revisions/A%2FC.2%2F72%2FL.998%2FRev.1.json", "{}")]
    [InlineData($"{Folder}/revisions/A%2FC.2%2F72%2FL.998%2FRev.1.json", null)]
    [InlineData($"{Folder}/revisions", null)]
    [InlineData($"{Folder}/sources", null)]
    [InlineData($"{Folder}/paragraphs", null)]
    [InlineData($"{Folder}/paragraphs", "a file")]
    public void With_garbage_in_the_files_of_a_draft_check_says_it_and_every_command_ends_as_it_should_or_with_a_sentence(string file, string? content)
    {
        var clone = _every.At("clone");
        Git("clone", "--quiet", _every.Repository, clone);
        var path = Path.Combine(clone, file);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        if (content is null)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllText(path, content);
        }

        Git("-C", clone, "add", "--all");
        Git("-C", clone, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "--message=By hand");
        Git("-C", clone, "push", "--quiet", "origin", "HEAD:main");

        var check = Cli.Run(_every.Of("check"));
        Assert.Equal((1, ""), (check.ExitCode, check.Error));
        foreach (var command in Commands())
        {
            AssertEndsWell(Cli.Run(command), command);
        }
    }

    // Those that read and write the repository.
    private IEnumerable<string[]> Commands() =>
    [
        .. OnRepository.Select(_every.Of),
        ["diff", EveryCommand.Symbol, $"{EveryCommand.Symbol}/Rev.1", "--language", "en", "-C", _every.Repository],
        ["redline", EveryCommand.Symbol, $"{EveryCommand.Symbol}/Rev.1", "--language", "en", "-C", _every.Repository],
        ["commit", _every.New, "--symbol", $"{EveryCommand.Symbol}/Rev.2", "--dry-run", "-C", _every.Repository],
        ["commit", _every.New, "--symbol", $"{EveryCommand.Symbol}/Rev.2", "-C", _every.Repository],
    ];

    private static void AssertEndsWell(CliResult result, string[] command)
    {
        Assert.False(result.Error.Contains("internal error", StringComparison.Ordinal), $"{string.Join(' ', command)}: {result}");
        Assert.DoesNotContain('\u001B', result.Output);
        if (result.ExitCode == 2)
        {
            EveryCommand.SentenceOf(result);
        }
        else
        {
            Assert.True(result.ExitCode == (command[0] == "check" ? result.ExitCode & 1 : 0), $"{string.Join(' ', command)}: {result}");
        }
    }

    private void Write(string file, string? content)
    {
        var path = Path.Combine(_every.Repository, file);
        if (content is null)
        {
            File.Delete(path);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start("git", ["-C", _every.Repository, .. arguments]);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
