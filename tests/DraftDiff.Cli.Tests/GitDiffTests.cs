using System.Runtime.Versioning;
using DraftDiff.Formats.Tests.Pdf;
using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>What git shows of drafts once <c>draftdiff git-setup</c> has run, and that nothing makes it stop.</summary>
public sealed class GitDiffTests : IDisposable
{
    private const string Draft = """
        The General Assembly,

        Recalling its resolution 70/1 of 25 September 2015,

        1. Requests the Secretary-General to report to the General Assembly;

        2. Encourages Member States to share their experience.

        """;

    private static readonly string Renumbered = Draft
        .Replace("2. Enc", "3. Enc", StringComparison.Ordinal)
        .Replace("1. Req", "1. Welcomes the report;\n\n2. Req", StringComparison.Ordinal);

    private readonly GitFixture _git = new();

    public GitDiffTests() => Assert.Equal(0, _git.DraftDiff("git-setup").ExitCode);

    [Fact]
    public void Git_diff_shows_the_paragraphs_of_text_Word_and_PDF()
    {
        var reworded = Draft.Replace("their experience", "their knowledge", StringComparison.Ordinal);
        WriteAll(Draft);
        _git.CommitAll();
        WriteAll(reworded);

        var shown = _git.Git("diff");

        foreach (var name in new[] { "draft.docx", "draft.pdf", "draft.txt" })
        {
            var part = shown[shown.IndexOf($"diff --git a/{name} b/{name}\n", StringComparison.Ordinal)..];
            Assert.Contains($"old  a/{name}\nnew  b/{name}\n", part, StringComparison.Ordinal);
        }

        Assert.Equal(3, shown.Split("~ OP2  reworded\n    Encourages Member States to share their [-experience-]{+knowledge+}.").Length - 1);

        void WriteAll(string text)
        {
            _git.Write("draft.txt", text);
            using var word = new MemoryStream();
            WordWriter.Write(DraftTree.Parse(SourceText.From(text)), word);
            _git.Write("draft.docx", word.ToArray());
            _git.Write("draft.pdf", PdfFile.Showing(string.Concat(
                text.Split("\n\n").Select((line, i) => PdfFile.Line(i == 0 ? 72 : 96, 700 - (24 * i), line.Trim())))));
        }
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Whatever_becomes_of_a_file_git_shows_it_and_carries_on()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has other modes and names.");
        var other = Draft.Replace("their experience", "their knowledge", StringComparison.Ordinal);
        foreach (var name in new[] { "-dash.txt", "a \"quoted\" name.txt", "draft é 决议.txt", "mode.txt", "renamed.txt" })
        {
            _git.Write(name, Draft);
        }

        _git.Write("deleted.txt", "The Security Council,\n\n1. Decides to act.\n");
        _git.Write("notes.txt", "one\ntwo\n");
        _git.Write("binary.txt", "\0one");
        _git.Write("damaged.pdf", "%PDF-1.7 one");
        _git.Write("damaged.docx", "PK\u0003\u0004 one");
        _git.Write("empty.txt", "");
        File.CreateSymbolicLink(_git.At("link.txt"), "deleted.txt");
        _git.CommitAll();

        foreach (var name in new[] { "-dash.txt", "a \"quoted\" name.txt", "draft é 决议.txt", "empty.txt" })
        {
            _git.Write(name, other);
        }

        _git.Write("new.txt", "The Economic and Social Council,\n\n1. Takes note of the report.\n");
        File.SetUnixFileMode(_git.At("mode.txt"), File.GetUnixFileMode(_git.At("mode.txt")) | UnixFileMode.UserExecute);
        File.Delete(_git.At("deleted.txt"));
        File.Move(_git.At("renamed.txt"), _git.At("under another name.txt"));
        _git.Write("under another name.txt", other);
        _git.Write("notes.txt", "one\nthree\n");
        _git.Write("binary.txt", "\0two");
        _git.Write("damaged.pdf", "%PDF-1.7 two");
        _git.Write("damaged.docx", "PK\u0003\u0004 two");
        File.Delete(_git.At("link.txt"));
        File.CreateSymbolicLink(_git.At("link.txt"), "notes.txt");
        _git.Git("add", "--all");

        Snapshot.Verify(_git.Git("diff", "--cached", "-M"));
        _git.Git("commit", "--quiet", "--message=x");
        Assert.Equal(13, _git.Git("show", "--format=").Split("\ndiff --git ").Length);
    }

    [Fact]
    public void A_conflict_is_shown_as_git_has_written_it()
    {
        _git.Write("draft.txt", Draft);
        _git.CommitAll();
        _git.Git("checkout", "--quiet", "-b", "other");
        _git.Write("draft.txt", Draft.Replace("experience", "knowledge", StringComparison.Ordinal));
        _git.CommitAll();
        _git.Git("checkout", "--quiet", "main");
        _git.Write("draft.txt", Draft.Replace("experience", "practice", StringComparison.Ordinal));
        _git.CommitAll();
        Assert.Equal(1, _git.TryGit("merge", "--quiet", "other").ExitCode);

        Assert.Contains("\n++<<<<<<< HEAD\n", _git.Git("diff"), StringComparison.Ordinal);
        Assert.StartsWith("* Unmerged path draft.txt\n", _git.Git("diff", "--cached"), StringComparison.Ordinal);
    }

    [Fact]
    public void Git_log_and_show_compare_a_paragraph_a_line_and_take_no_renumbering_for_a_change()
    {
        _git.Write("draft.txt", Draft);
        _git.CommitAll();
        _git.Write("draft.txt", Renumbered);
        _git.CommitAll();

        var lines = _git.Git("show", "--format=").Split('\n').Where(line => line is ['+' or '-', not ('+' or '-'), ..]);

        Assert.Equal(["+Welcomes the report;"], lines);
        Assert.Contains("\n+Welcomes the report;\n", _git.Git("log", "-p", "-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_apart_from_another_where_lines_are_compared()
    {
        _git.Write("damaged.pdf", "%PDF-1.7 one");
        _git.CommitAll();
        _git.Write("damaged.pdf", "%PDF-1.7 two");
        _git.CommitAll();

        var lines = _git.Git("show", "--format=").Split('\n').Where(line => line is ['+' or '-', not ('+' or '-'), ..]).ToArray();

        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Matches("^[-+]This file is a damaged PDF; .* \\(12 bytes, SHA-256 [0-9a-f]{64}\\)$", line));
    }

    [Fact]
    public void Plain_text_that_is_no_draft_is_handed_back_byte_for_byte()
    {
        _git.Write("notes.txt", [(byte)'a', 0xFF, (byte)'\r', (byte)'\n']);
        _git.CommitAll();

        Assert.Contains("\n+a\uFFFD\r\n", _git.Git("show", "--format="), StringComparison.Ordinal);
    }

    [Fact]
    public void Git_difftool_shows_the_same()
    {
        _git.Write("draft.txt", Draft);
        _git.CommitAll();
        _git.Write("draft.txt", Renumbered);

        var shown = _git.Git("difftool", "--no-prompt", "--tool=draftdiff");

        Assert.StartsWith("diff --git a/draft.txt b/draft.txt\nold  a/draft.txt\nnew  b/draft.txt\n", shown, StringComparison.Ordinal);
        Assert.Contains("\n+ OP1  new\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void No_option_is_named_that_git_does_not_have()
    {
        var (old, @new) = (StoreFixture.PathOf("fixtures/ict/rev1.zh.txt"), StoreFixture.PathOf("fixtures/ict/rev2.zh.txt"));

        var result = Cli.Run("git-diff", "--", "draft.txt", old, "0", "100644", @new, "0", "100644");

        Assert.Contains("only follows from other changes (OP17 was OP15)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("(OP17 was OP15; shown with --all)\n", Cli.Run("diff", old, @new).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_and_width_are_gits()
    {
        _git.Write("draft.txt", Draft);
        _git.Write("notes.txt", "one\n");
        _git.CommitAll();
        _git.Write("draft.txt", Renumbered);
        _git.Write("notes.txt", "two\n");

        Assert.DoesNotContain('\u001B', _git.Git("diff"));
        Assert.Contains("\u001B[1mdiff --git a/draft.txt b/draft.txt\u001B[m\n", _git.Git("-c", "color.ui=always", "diff"), StringComparison.Ordinal);

        // Git has a pager, and told it how wide the terminal is.
        _git.Environment["GIT_PAGER_IN_USE"] = "true";
        _git.Environment["COLUMNS"] = "46";
        _git.Environment["TERM"] = "xterm";
        var paged = _git.Git("diff");
        Assert.Contains("\u001B[31m-one\u001B[m\n", paged, StringComparison.Ordinal);
        Assert.Contains("── \u001B[0m\u001B[1mPreamble\u001B[0m\u001B[2m " + new string('─', 34), paged, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', _git.Git("-c", "color.diff=never", "diff"));
        _git.Environment["NO_COLOR"] = "1";
        Assert.DoesNotContain("\u001B[2m", _git.Git("diff"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("git-diff")]
    [InlineData("git-diff a b")]
    [InlineData("git-diff --tool a b")]
    public void A_person_who_runs_what_git_runs_is_told_what_to_do(string arguments) =>
        Assert.Equal(new CliResult(2, "", "draftdiff: git runs git-diff by itself, once it is set up; write: draftdiff git-setup\n"), Cli.Run(arguments.Split(' ')));

    [Fact]
    public void Folders_of_difftool_are_refused()
    {
        var result = Cli.Run("git-diff", "--tool", "--", "x", _git.Repository, _git.Home);

        Assert.Equal(new CliResult(2, "", "draftdiff: draftdiff compares one file with another; leave out --dir-diff\n"), result);
    }

    public void Dispose() => _git.Dispose();
}
