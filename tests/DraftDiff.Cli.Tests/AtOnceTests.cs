using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Several commands that write the same thing at the same time; commits into a bare repository are in <see cref="StoreSafetyTests"/>.</summary>
public sealed class AtOnceTests : IDisposable
{
    private readonly EveryCommand _every = new();

    public void Dispose() => _every.Dispose();

    [Fact]
    public void Drafts_stored_in_a_work_tree_are_all_stored_and_their_files_are_there()
    {
        const int Count = 6;
        Assert.Equal(0, Cli.Run("init", _every.Written, "--worktree").ExitCode);
        string[] symbols = [.. Enumerable.Range(1, Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"A/C.2/72/L.{number}"))];

        var ended = AtOnce([.. symbols.Select(symbol => (string[])["commit", _every.Old, "--symbol", symbol, "--follows", "none", "-C", _every.Written])]);

        Assert.All(ended, end => Assert.Equal((0, ""), (end.ExitCode, end.Error)));
        var listed = Cli.Run("list", "-C", _every.Written).Output;
        Assert.All(symbols, symbol => Assert.Contains($"en  {symbol} ", listed, StringComparison.Ordinal));
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", _every.Written).Output);
        Assert.Equal("", Git("status", "--porcelain"));
        Assert.Equal($"{Count}\n", Git("rev-list", "--count", "HEAD"));
    }

    [Fact]
    public void Nothing_is_stored_in_a_work_tree_that_git_is_at_work_on()
    {
        Assert.Equal(0, Cli.Run("init", _every.Written, "--worktree").ExitCode);
        Assert.Equal(0, Cli.Run("commit", _every.Old, "-C", _every.Written).ExitCode);
        var held = Path.Combine(_every.Written, ".git", "index.lock");
        File.WriteAllText(held, "");

        var sentence = EveryCommand.SentenceOf(Cli.Run("commit", _every.New, "-C", _every.Written));

        Assert.EndsWith($"try again, and where nobody else is at work, delete '{held}'", sentence, StringComparison.Ordinal);
        Assert.Equal("1\n", Git("rev-list", "--count", "HEAD"));
        File.Delete(held);
        Assert.Equal(0, Cli.Run("commit", _every.New, "-C", _every.Written).ExitCode);
        Assert.Equal("", Git("status", "--porcelain"));
    }

    [Fact]
    public void Two_imports_store_every_text_once()
    {
        var ended = AtOnce(_every.Of("import"), _every.Of("import"));

        Assert.All(ended, end => Assert.Equal((0, ""), (end.ExitCode, end.Error)));
        Assert.Equal(2, ended.Sum(end => int.Parse(end.Output.Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", _every.Empty).Output);
        Assert.Empty(_every.Remains());
    }

    [Fact]
    public void Of_repositories_made_in_one_folder_there_is_one()
    {
        var ended = AtOnce(_every.Of("init"), _every.Of("init"), _every.Of("init"));

        Assert.Contains(ended, end => end.Output.StartsWith("Made a repository", StringComparison.Ordinal));
        Assert.All(ended.Where(end => end.ExitCode != 0), end => EveryCommand.SentenceOf(end));
        Assert.Equal(0, Cli.Run("commit", _every.Old, "-C", _every.Written).ExitCode);
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", _every.Written).Output);
    }

    [Fact]
    public void Of_two_redlines_written_to_one_file_there_is_one_whole()
    {
        var usual = Cli.Run("redline", _every.Old, _every.New).Output;

        var ended = AtOnce(_every.Of("redline"), _every.Of("redline"));

        Assert.All(ended, end => Assert.Equal(new CliResult(0, "", ""), end));
        Assert.Equal(usual, File.ReadAllText(_every.Written));
        Assert.Empty(_every.Remains());
    }

    private static CliResult[] AtOnce(params string[][] commands)
    {
        Process[] processes = [.. commands.Select(command => BuiltCommand.Start(command))];
        return [.. processes.Select(process =>
        {
            using (process)
            {
                process.StandardInput.Close();
                return BuiltCommand.End(process);
            }
        })];
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", _every.Written, .. arguments]) { RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
