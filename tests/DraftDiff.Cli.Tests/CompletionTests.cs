using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>What a shell is offered while somebody types, and that real shells offer it.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("", "diff", "redline", "parse", "init", "commit", "import", "list", "show", "log", "blame", "stale", "check", "git-setup", "completion")]
    [InlineData("s", "show", "stale")]
    [InlineData("nothing")]
    [InlineData("--", "--help", "--version")]
    [InlineData("show --o", "--original", "--output")]
    [InlineData("show --original --o", "--output")]
    [InlineData("commit --match OP1=OP2 --ma", "--match")]
    [InlineData("diff --format ", "terminal", "json", "markdown")]
    [InlineData("diff --format j", "json")]
    [InlineData("diff --format=", "--format=terminal", "--format=json", "--format=markdown")]
    [InlineData("diff --format=j", "--format=json")]
    [InlineData("diff --stat=j")]
    [InlineData("diff --nonsense=j")]
    [InlineData("diff --width ")]
    [InlineData("parse --input-format a", "akn")]
    [InlineData("diff ", ":files")]
    [InlineData("diff a ", ":files")]
    [InlineData("diff --stat a ", ":files")]
    [InlineData("diff a b ")]
    [InlineData("diff -- -", ":files")]
    [InlineData("diff --revisions-of ", ":files")]
    [InlineData("redline a b -o ", ":files")]
    [InlineData("commit a b ", ":files")]
    [InlineData("init ", ":folders")]
    [InlineData("list -C ", ":folders")]
    [InlineData("completion z", "zsh")]
    [InlineData("git-setup --g", "--global")]
    [InlineData("complete ")]
    public void What_fits_is_offered(string typed, params string[] offered) => Assert.Equal(offered, Words(typed.Split(' ')));

    [Fact]
    public void Options_and_commands_are_offered_with_what_they_do() =>
        Assert.Equal("stale\tList the paragraphs that another language has changed since a translation was stored.\n", Cli.Run("complete", "fish", "--", "sta").Output);

    [Fact]
    public void Symbols_of_the_repository_are_offered()
    {
        using var store = StoreFixture.WithIct();
        store.StoreText(StoreFixture.Draft, "S/RES/1540 (2004)", "--follows", "none");

        Assert.Equal(
            ["A/RES/72/999", "A/C.2/72/L.999", "A/C.2/72/L.999/Rev.1", "A/C.2/72/L.999/Rev.2"],
            Words("show", "-C", store.Repository, "a/"));
        Assert.Equal(["S/RES/1540 (2004)"], Words("blame", "-C", store.Repository, "S"));
        Assert.Equal([":files", "A/RES/72/999"], Words("diff", "-C", store.Repository, "A/C.2/72/L.999", "A/R"));
        Assert.Equal(["A/RES/72/999"], Words("commit", "-C", store.Repository, "--follows", "A/R"));
        Assert.Contains("draftdiff show <SYMBOL> [options]", store.Run("show", "--help").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("complete fish -- show -C /nowhere A/")]
    [InlineData("complete fish -- show --width x y z A/")]
    public void Nothing_is_said_where_nothing_can_be_offered(string arguments)
    {
        var result = Cli.Run(arguments.Split(' '));

        Assert.Equal(new CliResult(0, "", ""), result);
    }

    [Theory]
    [InlineData("draftdiff sh", "show")]
    [InlineData("draftdiff diff --format=j", "json")]
    [InlineData("draftdiff diff --format=\"j", "json")]
    [InlineData("draftdiff show -C STORE S", "S/RES/1540\\ \\(2004\\)")]
    [InlineData("draftdiff show -C STORE S/RES/1540\\ \\(", "S/RES/1540\\ \\(2004\\)")]
    [InlineData("draftdiff show -C STORE \"S/RES/1540 (", "S/RES/1540 (2004)")]
    [InlineData("draftdiff show -C 'STORE' 'S/RES", "S/RES/1540 (2004)")]
    [InlineData("./draftdiff\t show   -C STORE  S", "S/RES/1540\\ \\(2004\\)")]
    public void Bash_is_given_what_it_inserts(string line, string insertion)
    {
        using var store = new StoreFixture();
        store.StoreText(StoreFixture.Draft, "S/RES/1540 (2004)");

        var result = Cli.Run("complete", "bash", "--", line.Replace("STORE", store.Repository, StringComparison.Ordinal));

        Assert.Equal(new CliResult(0, insertion + "\n", ""), result);
    }

    [Fact]
    public void Another_shell_has_no_script() => Assert.Equal(
        new CliResult(2, "", "draftdiff: there is no script for 'csh'; choose bash, zsh or fish\n"), Cli.Run("completion", "csh"));

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Bash_completes()
    {
        Assert.Equal("completion\n", InBash("draftdiff completio"));
        Assert.Equal("json\n", InBash("draftdiff diff --format=j"));
        Assert.Equal("S/RES/1540\\ \\(2004\\)\n", InBash("draftdiff show S"));
        Assert.Equal("S/RES/1540\\ \\(2004\\)\nSome\\ file\n", InBash("draftdiff diff S"));
        Assert.Equal("\n", InBash("draftdiff parse S"));

        string InBash(string line)
        {
            var words = line.Split(' ', '=');
            return InShell("bash", "--norc", $$"""
                source <(draftdiff completion bash)
                COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{string.Join(' ', words)}}) COMP_CWORD={{words.Length - 1}}
                _draftdiff draftdiff
                printf '%s\n' "${COMPREPLY[@]}"
                """);
        }
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Zsh_completes()
    {
        Assert.Equal("completion:Write the script that lets a shell complete commands, options, files and symbols.\n", InZsh("completio"));
        Assert.Equal("--format=json\n", InZsh("diff --format=j"));
        Assert.Equal("S/RES/1540 (2004)\n", InZsh("show S"));
        Assert.Equal("S/RES/1540 (2004)\nfiles\n", InZsh("diff S"));
        Assert.Equal("files -/\n", InZsh("init S"));

        // What zsh does with it is told by functions in the place of its own.
        string InZsh(string line) => InShell("zsh", "-f", $$"""
            autoload -U compinit && compinit -D -u
            source <(draftdiff completion zsh)
            [[ $_comps[draftdiff] == _draftdiff ]] || print 'not installed'
            _describe() { print -l -- "${(@P)4}" }
            _files() { print -r -- files $@ }
            words=(draftdiff {{line}}) CURRENT=$#words PREFIX=$words[-1]
            _draftdiff
            true
            """);
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Fish_completes()
    {
        Assert.Equal("completion\tWrite the script that lets a shell complete commands, options, files and symbols.\n", InFish("completio"));
        Assert.Equal("--format=json\n", InFish("diff --format=j"));
        Assert.Equal("S/RES/1540 (2004)\n", InFish("show S"));
        Assert.Equal("S/RES/1540 (2004)\nSome file\n", InFish("diff S"));

        string InFish(string line) => InShell("fish", "--no-config", $$"""
            draftdiff completion fish | source
            complete --do-complete 'draftdiff {{line}}'
            """);
    }

    private static string[] Words(params string[] words)
    {
        var result = Cli.Run(["complete", "fish", "--", .. words]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])];
    }

    // In a repository that is also a folder with a file.
    [UnsupportedOSPlatform("windows")]
    private static string InShell(string shell, string option, string script)
    {
        Skip.If(OperatingSystem.IsWindows() || !File.Exists($"/usr/bin/{shell}"), $"{shell} is not installed.");
        using var store = new StoreFixture();
        store.StoreText(StoreFixture.Draft, "S/RES/1540 (2004)");
        File.WriteAllText(Path.Combine(store.Repository, "Some file"), "");
        using var folder = new TemporaryFolder();
        var program = folder.Write("draftdiff", $"#!/bin/sh\nexec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "DraftDiff.Cli.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(shell, [option, "-c", script])
        {
            WorkingDirectory = store.Repository,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PATH"] = $"{folder}:{start.Environment["PATH"]}";
        start.Environment["HOME"] = folder.ToString();
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, error.Result));
        return output;
    }
}
