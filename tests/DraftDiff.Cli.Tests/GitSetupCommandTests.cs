using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff git-setup</c>: what it writes where, and that it takes out just that.</summary>
public sealed class GitSetupCommandTests : IDisposable
{
    private readonly GitFixture _git = new();

    [Fact]
    public void It_says_what_it_wrote_and_how_to_undo_it()
    {
        var result = _git.DraftDiff("git-setup");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Set up git in ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  diff.draftdiff.command = ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  diff.draftdiff.textconv = ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  difftool.draftdiff.cmd = ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  *.docx *.pdf *.txt diff=draftdiff, in ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nUndo it with: draftdiff git-setup --remove\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("", _git.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*.png binary\n")]
    [InlineData("*.png binary\r\n\n# mine\n*.docx merge=binary")]
    [InlineData("\uFEFF*.png binary\n")]
    [InlineData("caf\u00E9\u0000 -diff\n")]
    public void Setup_twice_is_once_and_removing_gives_back_every_byte(string attributes)
    {
        var file = _git.At(".git/info/attributes");
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes(attributes));
        if (attributes.Length == 0)
        {
            File.Delete(file);
        }

        _git.Git("config", "diff.other.command", "other");
        var before = Bytes(_git.Repository);

        _git.DraftDiff("git-setup");
        var once = Bytes(_git.Repository);
        var twice = _git.DraftDiff("git-setup").Output;

        Assert.NotEqual(before, once);
        Assert.Equal(once, Bytes(_git.Repository));
        Assert.Matches("^Git is set up already in .*; nothing was changed.\n$", twice);
        Assert.Equal("draft.PDF: diff: draftdiff\n", _git.Git("check-attr", "diff", "draft.PDF"));

        Assert.StartsWith("Took out of git in ", _git.DraftDiff("git-setup", "--remove").Output, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(_git.Repository));
        Assert.Matches("^Git is not set up in .*; nothing was changed.\n$", _git.DraftDiff("git-setup", "--remove").Output);
    }

    [Fact]
    public void Lines_that_were_added_later_stay()
    {
        _git.DraftDiff("git-setup");
        var file = _git.At(".git/info/attributes");
        File.AppendAllText(file, "*.md diff=draftdiff\n");
        _git.Git("config", "diff.draftdiff.xfuncname", "x");

        _git.DraftDiff("git-setup", "--remove");

        Assert.Equal("*.md diff=draftdiff\n", File.ReadAllText(file));
        Assert.Equal("diff.draftdiff.xfuncname=x\n", string.Concat(_git.Git("config", "--local", "--list").Split('\n').Where(line => line.Contains("draftdiff", StringComparison.Ordinal)).Select(line => line + "\n")));
    }

    [Fact]
    public void With_global_it_is_for_all_of_the_users_repositories_and_leaves_no_trace()
    {
        var result = _git.DraftDiff("git-setup", "--global");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Set up git for all of your repositories:\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Undo it with: draftdiff git-setup --global --remove\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            [".config/git/attributes", ".gitconfig"],
            Directory.EnumerateFiles(_git.Home, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_git.Home, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal("draft.docx: diff: draftdiff\n", _git.Git("check-attr", "diff", "draft.docx"));

        _git.DraftDiff("git-setup", "--global", "--remove");

        Assert.Empty(Directory.EnumerateFiles(_git.Home, "*", SearchOption.AllDirectories));

        // One that is somebody's own.
        var own = Path.Combine(_git.Home, ".gitconfig");
        File.WriteAllText(own, "");
        Assert.Equal("Git is not set up for all of your repositories; nothing was changed.\n", _git.DraftDiff("git-setup", "--global", "--remove").Output);
        Assert.True(File.Exists(own));
    }

    [Fact]
    public void The_file_of_attributes_that_the_user_named_is_used()
    {
        _git.Git("config", "--global", "core.attributesFile", "~/my attributes");
        var configuration = File.ReadAllText(Path.Combine(_git.Home, ".gitconfig"));

        _git.DraftDiff("git-setup", "--global");

        Assert.Equal("draft.docx: diff: draftdiff\n", _git.Git("check-attr", "diff", "draft.docx"));
        Assert.True(File.Exists(Path.Combine(_git.Home, "my attributes")));

        _git.DraftDiff("git-setup", "--global", "--remove");

        Assert.Equal(configuration, File.ReadAllText(Path.Combine(_git.Home, ".gitconfig")));
    }

    [Fact]
    public void What_another_wrote_under_the_same_key_is_not_written_over()
    {
        _git.Git("config", "diff.draftdiff.textconv", "other --text");
        var before = Bytes(_git.Repository);

        var result = _git.DraftDiff("git-setup");

        Assert.Equal(
            new CliResult(2, "", "draftdiff: git's configuration says diff.draftdiff.textconv = other --text already; take that out first, with: git config --local --unset-all diff.draftdiff.textconv\n"),
            result);
        Assert.Equal(before, Bytes(_git.Repository));
        Assert.Contains("Left diff.draftdiff.textconv as it is, which is not ours: other --text\n", _git.DraftDiff("git-setup", "--remove").Output, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(_git.Repository));
    }

    [Fact]
    public void A_program_that_has_moved_is_set_up_anew()
    {
        _git.Git("config", "diff.draftdiff.textconv", "/gone/draftdiff git-textconv --");

        Assert.Equal(0, _git.DraftDiff("git-setup").ExitCode);

        Assert.DoesNotContain("/gone/", _git.Git("config", "--local", "--get-all", "diff.draftdiff.textconv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_users_own_that_counts_more_is_told()
    {
        File.WriteAllText(_git.At(".git/info/attributes"), "*.docx diff=pandoc\n");

        var result = _git.DraftDiff("git-setup");

        Assert.Contains(
            "\nBut .docx files are still shown by diff=pandoc, which another line of git's attributes says; 'git check-attr diff draft.docx' tells when it is gone.\n",
            result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_work_tree_beside_the_repository_shares_it()
    {
        _git.Write("a", "a");
        _git.CommitAll();
        _git.Git("worktree", "add", "--quiet", "../beside");

        var result = _git.DraftDiff("git-setup", "-C", "../beside");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("x.txt: diff: draftdiff\n", _git.Git("check-attr", "diff", "x.txt"));
        Assert.Equal("x.txt: diff: draftdiff\n", _git.Git("-C", "../beside", "check-attr", "diff", "x.txt"));
    }

    [Fact]
    public void Where_there_is_no_repository_it_says_what_to_do()
    {
        var result = _git.DraftDiff("git-setup", "-C", _git.Home);

        Assert.Equal(
            new CliResult(2, "", $"draftdiff: there is no repository of git in or around '{_git.Home}'; name one with -C, or set up all of yours with --global\n"), result);
        Assert.Equal("draftdiff: there is no folder 'nowhere'; check its name\n", _git.DraftDiff("git-setup", "-C", "nowhere").Error);
    }

    public void Dispose() => _git.Dispose();

    // The configuration and the attributes, byte for byte.
    private static string Bytes(string repository)
    {
        return $"{Of("config")}\n{Of("info/attributes")}";

        string Of(string name) => Path.Combine(repository, ".git", name) is var file && File.Exists(file) ? Convert.ToHexString(File.ReadAllBytes(file)) : "none";
    }
}
