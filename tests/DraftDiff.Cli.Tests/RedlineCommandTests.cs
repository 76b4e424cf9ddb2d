using System.Diagnostics;
using System.Runtime.Versioning;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff redline</c> and the option <c>-o</c>.</summary>
public sealed class RedlineCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _old;
    private readonly string _new;

    public RedlineCommandTests()
    {
        _old = _folder.Write("old.txt", StoreFixture.Draft);
        _new = _folder.Write("new.txt", StoreFixture.DraftWith("information technology", "modern technology"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("redline.html", "<!DOCTYPE html>")]
    [InlineData("REDLINE.HTM", "<!DOCTYPE html>")]
    [InlineData("redline.md", "## Changes from ")]
    [InlineData("redline.markdown", "## Changes from ")]
    [InlineData("redline.json", "{")]
    public void The_name_of_the_file_tells_the_format(string name, string beginning)
    {
        var result = Cli.Run("redline", _old, _new, "-o", _folder.At(name));

        Assert.Equal(new CliResult(0, "", ""), result);
        Assert.StartsWith(beginning, File.ReadAllText(_folder.At(name)), StringComparison.Ordinal);
        Assert.Equal(["new.txt", "old.txt", name], Files().Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("<!DOCTYPE html>", "-o", "-")]
    [InlineData("## Changes from ", "-o", "-", "--format", "markdown")]
    [InlineData("<div data-page=\"message\" lang=\"en-GB\" dir=\"ltr\">", "--format", "html-fragment")]
    public void Standard_output_is_written_where_no_file_is_named(string beginning, params string[] options)
    {
        var result = Cli.Run(["redline", _old, _new, .. options]);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(beginning, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fragment_has_its_styles_in_it_and_neither_page_nor_script()
    {
        var fragment = Cli.Run("redline", _old, _new, "--format", "html-fragment").Output;

        Assert.Contains("<del style=\"color:#8f2312;text-decoration:line-through\">information</del>", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", fragment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_not_poured_over_a_terminal()
    {
        var result = new Cli { OnTerminal = true }.Call("redline", _old, _new);

        Assert.Equal(new CliResult(2, "", "draftdiff: a page is for a browser; name a file for it, such as -o redline.html\n"), result);
    }

    [Theory]
    [InlineData("redline.pdf", "no format is called '.pdf'; end the name with .html, .docx, .md or .json, or name the --format")]
    [InlineData(".html", "'.html' does not say in which format; end the name with .html, .docx, .md or .json, or name the --format")]
    [InlineData(".", "'.' is a folder; name a file in it")]
    [InlineData("redline", "'redline' does not say in which format; end the name with .html, .docx, .md or .json, or name the --format")]
    public void A_name_that_tells_no_format_is_refused(string name, string said) =>
        Assert.Equal(new CliResult(2, "", $"draftdiff: {said}\n"), Cli.Run("redline", _old, _new, "-o", name));

    [Fact]
    public void A_format_that_is_named_goes_before_the_name_of_the_file()
    {
        Cli.Run("redline", _old, _new, "-o", _folder.At("mail.txt"), "--format", "html-fragment");

        Assert.StartsWith("<div data-page=\"message\" lang=\"en-GB\" dir=\"ltr\">", File.ReadAllText(_folder.At("mail.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_stands_in_the_way_is_said()
    {
        var missing = _folder.At("missing/redline.html");
        var folder = Directory.CreateDirectory(_folder.At("folder.html")).FullName;

        Assert.Equal(new CliResult(2, "", $"draftdiff: '{missing}' cannot be written, because its folder is not there; make the folder first\n"), Cli.Run("redline", _old, _new, "-o", missing));
        Assert.Equal(new CliResult(2, "", $"draftdiff: '{folder}' is a folder; name a file in it\n"), Cli.Run("redline", _old, _new, "-o", folder));
    }

    [SkippableFact]
    public void A_full_disk_is_said_and_a_device_is_never_replaced()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no /dev/full.");

        var result = Cli.Run("redline", _old, _new, "-o", "/dev/full", "--format", "html");

        Assert.Equal(new CliResult(2, "", "draftdiff: '/dev/full' cannot be written; check its name, and that the disk has room\n"), result);
        Assert.True(File.Exists("/dev/full"));

        File.CreateSymbolicLink(_folder.At("full.html"), "/dev/full");

        Assert.Equal(2, Cli.Run("redline", _old, _new, "-o", _folder.At("full.html")).ExitCode);
        Assert.Equal(0, new FileInfo("/dev/full").Length);
        Assert.Empty(Directory.GetFiles("/dev", ".full*"));
    }

    [Fact]
    public void A_file_is_replaced_whole_through_a_link_too()
    {
        var page = _folder.Write("page.html", "what was there");
        File.CreateSymbolicLink(_folder.At("link.html"), page);

        Assert.Equal(0, Cli.Run("redline", _old, _new, "-o", _folder.At("link.html")).ExitCode);

        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal(page, new FileInfo(_folder.At("link.html")).LinkTarget);
    }

    [Fact]
    public void A_name_without_a_letter_is_no_file()
    {
        Assert.Equal("draftdiff: '' cannot be read; check its name and the disk it is on\n", Cli.Run("redline", "", _new, "-o", _folder.At("page.html")).Error);
        Assert.Equal(
            "draftdiff: '' cannot be written; check its name, and that the disk has room\n",
            Cli.Run("redline", _old, _new, "-o", "", "--format", "html").Error);
    }

    [Fact]
    public void What_is_compared_is_never_written_over()
    {
        var result = Cli.Run("redline", _old, _new, "-o", _old, "--format", "html");

        Assert.Equal(new CliResult(2, "", $"draftdiff: '{_old}' would be written over, and it is what is compared; name another file\n"), result);

        File.CreateSymbolicLink(_folder.At("old.html"), _old);

        Assert.Equal(2, Cli.Run("redline", _old, _new, "-o", _folder.At("old.html")).ExitCode);
        Assert.False(File.ReadAllText(_old).StartsWith("<!DOCTYPE", StringComparison.Ordinal));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_permissions()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has other permissions.");
        var page = _folder.Write("page.html", "what was there");
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(page, Own);

        Assert.Equal(0, Cli.Run("redline", _old, _new, "-o", page).ExitCode);

        Assert.Equal(Own, File.GetUnixFileMode(page));
    }

    [SkippableFact]
    public async Task A_named_pipe_is_written_to()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        var pipe = _folder.At("pipe.html");
        using (var mkfifo = Process.Start("mkfifo", [pipe]))
        {
            await mkfifo.WaitForExitAsync();
        }

        var read = Task.Run(() => File.ReadAllText(pipe));

        Assert.Equal(0, Cli.Run("redline", _old, _new, "-o", pipe).ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", await read, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_compared_leaves_the_file_as_it_was()
    {
        var page = _folder.Write("page.html", "what was there");

        Assert.Equal(2, Cli.Run("redline", _old, _folder.At("missing.txt"), "-o", page).ExitCode);

        Assert.Equal("what was there", File.ReadAllText(page));
        Assert.Equal(["new.txt", "old.txt", "page.html"], Files());
    }

    [Fact]
    public void Symbols_are_taken_where_files_are()
    {
        using var store = StoreFixture.WithIct();

        var page = Cli.Run("redline", "-C", store.Repository, StoreFixture.Ict, $"{StoreFixture.Ict}/Rev.1").Output;

        Assert.Contains($"<bdi>{StoreFixture.Ict}/Rev.1</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"OP9\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Histories_are_pages_too()
    {
        using var store = StoreFixture.WithIct();
        var draft = Cli.Run("log", "-C", store.Repository, "A/RES/72/999", "--format", "html");
        var paragraph = Cli.Run("log", "-C", store.Repository, "A/RES/72/999:PP20", "--format", "html");

        Assert.All(new[] { draft, paragraph }, result => Assert.Equal((0, ""), (result.ExitCode, result.Error)));
        Assert.Contains("<summary><b>A/RES/72/999</b> 2017-12-20, PP20: reworded, merged with PP21</summary>", draft.Output, StringComparison.Ordinal);
        Assert.Contains("<h2>A/RES/72/999, 2017-12-20</h2>", paragraph.Output, StringComparison.Ordinal);
        Assert.True(
            paragraph.Output.IndexOf("<h2>A/C.2/72/L.999, ", StringComparison.Ordinal) < paragraph.Output.IndexOf("<h2>A/RES/72/999, ", StringComparison.Ordinal));
        Assert.Equal(2, Cli.Run("log", "-C", store.Repository, "A/RES/72/999", "--phrase", "信息", "--format", "html").ExitCode);
    }

    private IEnumerable<string> Files() => Directory.GetFiles(_folder.ToString()).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);
}
