using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Wrong arguments: one sentence on standard error that says what to do, and exit code 2.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("dif a b", "there is no command 'dif'; did you mean diff?")]
    [InlineData("prase a", "there is no command 'prase'; did you mean parse?")]
    [InlineData("", "there is no command ''; draftdiff --help lists those there are")]
    [InlineData("help diff", "there is no command 'help'; write: draftdiff --help")]
    [InlineData("version", "there is no command 'version'; write: draftdiff --version")]
    [InlineData("git", "there is no command 'git'; did you mean git-setup?")]
    [InlineData("git-setup --gloabl", "there is no option '--gloabl'; did you mean --global?")]
    [InlineData("git-setup x", "git-setup takes no names, and 'x' is one too many; put a name that has spaces between quotation marks")]
    [InlineData("completion", "say for which shell, such as: draftdiff completion bash")]
    [InlineData("-C drafts list", "-C stands after the command; write: draftdiff list -C")]
    [InlineData("compare a b", "there is no command 'compare'; draftdiff --help lists those there are")]
    [InlineData("diff", "diff needs OLD and NEW, and there is no OLD; write: draftdiff diff OLD NEW")]
    [InlineData("diff a", "diff needs OLD and NEW, and there is no NEW; write: draftdiff diff OLD NEW")]
    [InlineData("parse", "parse needs FILE, and there is no FILE; write: draftdiff parse FILE")]
    [InlineData("diff a b c", "diff takes OLD and NEW, and 'c' is one too many; put a name that has spaces between quotation marks")]
    [InlineData("parse a b", "parse takes FILE, and 'b' is one too many; put a name that has spaces between quotation marks")]
    [InlineData("diff --fromat json a b", "there is no option '--fromat'; did you mean --format?")]
    [InlineData("diff a b --side", "there is no option '--side'; did you mean --side-by-side?")]
    [InlineData("diff a b --word-diff", "there is no option '--word-diff'; draftdiff diff --help lists those there are, and a file of that name stands after --")]
    [InlineData("diff -x b", "there is no option '-x'; draftdiff diff --help lists those there are, and a file of that name stands after --")]
    [InlineData("--verbose", "there is no option '--verbose'; draftdiff --help lists those there are, and a file of that name stands after --")]
    [InlineData("--stat diff a b", "--stat stands after the command; write: draftdiff diff --stat")]
    [InlineData("diff --stat=yes a b", "--stat has no value; write it without '=yes'")]
    [InlineData("diff a b --width", "--width needs a value; write: --width N")]
    [InlineData("diff a b --format", "--format needs a value; write: --format terminal|json|markdown")]
    [InlineData("diff a b --format json --format json", "--format is given 2 times; give it once")]
    [InlineData("diff a b --format xml", "--format cannot be 'xml'; choose terminal, json or markdown")]
    [InlineData("diff a b --format JSON", "--format cannot be 'JSON'; choose terminal, json or markdown")]
    [InlineData("parse a --format markdown", "--format cannot be 'markdown'; choose tree, json, text or akn")]
    [InlineData("parse a --language de", "--language cannot be 'de'; choose ar, en, es, fr, ru or zh")]
    [InlineData("diff a b --language", "--language needs a value; write: --language ar|en|es|fr|ru|zh")]
    [InlineData("diff a b --color yes", "--color cannot be 'yes'; choose always, auto or never")]
    [InlineData("diff a b --width wide", "--width cannot be 'wide'; give a whole number from 1 to 1000")]
    [InlineData("diff a b --width 0", "--width cannot be '0'; give a whole number from 1 to 1000")]
    [InlineData("diff a b --width -5", "--width cannot be '-5'; give a whole number from 1 to 1000")]
    [InlineData("diff a b --format json --stat", "--stat is for the terminal; leave it out, or leave out --format")]
    [InlineData("diff a b --format markdown --side-by-side", "--side-by-side is for the terminal; leave it out, or leave out --format")]
    [InlineData("diff a b --format json --paragraph OP1", "JSON holds every paragraph of both texts; leave out --paragraph, or choose another --format")]
    [InlineData("diff a b --stat --side-by-side", "--stat has no columns; leave out one of --stat and --side-by-side")]
    [InlineData("diff - -", "standard input holds only one of the two texts; save the other one as a file")]
    public void Wrong_arguments_are_said_in_one_sentence(string arguments, string sentence)
    {
        var result = Cli.Run(arguments.Split(' '));

        Assert.Equal(new CliResult(2, "", $"draftdiff: {sentence}\n"), result);
    }

    [Theory]
    [InlineData("a\nb", "there is no file 'a\\u000Ab'; check its name and folder")]
    [InlineData("\u001B[31m\u202E", "there is no file '\\u001B[31m\\u202E'; check its name and folder")]
    public void A_name_that_commands_a_terminal_is_shown_escaped(string name, string sentence) =>
        Assert.Equal(new CliResult(2, "", $"draftdiff: {sentence}\n"), Cli.Run("parse", name));

    [Fact]
    public void Two_files_without_a_command_are_told_which_one()
    {
        using var folder = new TemporaryFolder();
        var (a, b) = (folder.Write("a.txt", ""), folder.Write("b.txt", ""));

        var result = Cli.Run(a, b);

        Assert.Equal($"draftdiff: there is no command '{a}'; to compare the two files, write: draftdiff diff {a} {b}\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public void A_file_may_begin_with_a_dash_after_two_dashes()
    {
        var result = Cli.Run("parse", "--", "-x");

        Assert.Equal("draftdiff: there is no file '-x'; check its name and folder\n", result.Error);
    }

    [Fact]
    public void A_file_may_begin_with_an_at_sign()
    {
        var result = Cli.Run("parse", "@x");

        Assert.Equal("draftdiff: there is no file '@x'; check its name and folder\n", result.Error);
    }

    [Fact]
    public void Help_is_shown_whatever_else_is_wrong()
    {
        var result = Cli.Run("diff", "--help", "a", "b", "c", "--width", "x");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains("draftdiff diff [<OLD> [<NEW>]] [options]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_of_the_command() => Snapshot.Verify(Cli.Run("--help").Output);

    [Fact]
    public void Help_of_diff() => Snapshot.Verify(Cli.Run("diff", "-h").Output);

    [Fact]
    public void Help_of_parse() => Snapshot.Verify(Cli.Run("parse", "--help").Output);

    [Fact]
    public void Help_of_init() => Snapshot.Verify(Cli.Run("init", "--help").Output);

    [Fact]
    public void Help_of_commit() => Snapshot.Verify(Cli.Run("commit", "--help").Output);

    [Fact]
    public void Help_of_import() => Snapshot.Verify(Cli.Run("import", "--help").Output);

    [Fact]
    public void Help_of_list() => Snapshot.Verify(Cli.Run("list", "--help").Output);

    [Fact]
    public void Help_of_show() => Snapshot.Verify(Cli.Run("show", "--help").Output);

    [Fact]
    public void Help_of_redline() => Snapshot.Verify(Cli.Run("redline", "--help").Output);

    [Fact]
    public void Help_of_log() => Snapshot.Verify(Cli.Run("log", "--help").Output);

    [Fact]
    public void Help_of_blame() => Snapshot.Verify(Cli.Run("blame", "--help").Output);

    [Fact]
    public void Help_of_stale() => Snapshot.Verify(Cli.Run("stale", "--help").Output);

    [Fact]
    public void Help_of_check() => Snapshot.Verify(Cli.Run("check", "--help").Output);

    [Fact]
    public void Help_of_git_setup() => Snapshot.Verify(Cli.Run("git-setup", "--help").Output);

    [Fact]
    public void Help_of_completion() => Snapshot.Verify(Cli.Run("completion", "--help").Output);

    [Fact]
    public void Without_arguments_the_first_steps_are_shown()
    {
        var result = Cli.Run();

        Assert.Equal(0, result.ExitCode);
        Snapshot.Verify(result.Output);
    }

    [Fact]
    public void The_version_is_a_number_and_the_commit_that_it_was_built_from()
    {
        var result = Cli.Run("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("^draftdiff [0-9]+\\.[0-9]+\\.[0-9]+( \\([0-9a-f]{7}\\))?\n$", result.Output);
    }

    [Theory]
    [InlineData("0.1.0+f2d5e72f00c2a1b3c4d5e6f708192a3b4c5d6e7f", "0.1.0 (f2d5e72)")]
    [InlineData("0.1.0", "0.1.0")]
    [InlineData("0.1.0+", "0.1.0")]
    [InlineData("0.2.0-rc.1+f2d5e72", "0.2.0-rc.1 (f2d5e72)")]
    public void What_is_built_outside_git_has_a_number_alone(string built, string shown) => Assert.Equal(shown, CommandLine.VersionOf(built));

    [Fact]
    public void Every_command_has_an_example_in_its_help()
    {
        foreach (var command in CommandLine.Create(new Cli().Host(Stream.Null, Stream.Null)).Subcommands.Where(command => !command.Hidden))
        {
            Assert.Contains($"\nExamples:\n  ", Cli.Run(command.Name, "--help").Output, StringComparison.Ordinal);
            Assert.Contains(HelpWithExamples.ExamplesOf(command).Split('\n'), line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains($"draftdiff {command.Name}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Help_fits_a_terminal_of_80_cells()
    {
        foreach (var command in CommandLine.Create(new Cli().Host(Stream.Null, Stream.Null)).Subcommands)
        {
            Assert.All(Cli.Run(command.Name, "--help").Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
        }
    }
}
