using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>The manual page is that of the commands there are, and man shows it.</summary>
public sealed class ManPageTests
{
    [Fact]
    public void The_page_says_what_the_help_says()
    {
        var approved = PathOf("draftdiff.1");
        var received = PathOf("draftdiff.received.1");
        var page = ManPage.Of(CommandLine.Create(new Cli().Host(Stream.Null, Stream.Null)));
        File.Delete(received);
        if (!File.Exists(approved) || File.ReadAllText(approved).ReplaceLineEndings("\n") != page)
        {
            File.WriteAllText(received, page);
            Assert.Fail("docs/draftdiff.1 is not the page of these commands. Read docs/draftdiff.received.1, then rename it: mv docs/draftdiff.received.1 docs/draftdiff.1");
        }
    }

    [Fact]
    public void It_has_every_command_and_every_option()
    {
        var page = File.ReadAllText(PathOf("draftdiff.1")).Replace("\\-", "-", StringComparison.Ordinal);

        foreach (var command in CommandLine.Create(new Cli().Host(Stream.Null, Stream.Null)).Subcommands)
        {
            Assert.Equal(!command.Hidden, page.Contains($".SS \"draftdiff {command.Name}", StringComparison.Ordinal));
            Assert.All(command.Options, option => Assert.True(command.Hidden || page.Contains($"\\fB{option.Name}\\fR", StringComparison.Ordinal), option.Name));
        }
    }

    [SkippableFact]
    public void Man_shows_it_without_a_warning()
    {
        Skip.IfNot(File.Exists("/usr/bin/man") && File.Exists("/usr/bin/groff"), "man and groff are not installed.");
        var start = new ProcessStartInfo("man", ["--warnings=all", "--encoding=UTF-8", "-l", PathOf("draftdiff.1")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["MANWIDTH"] = "80";
        start.Environment["MAN_KEEP_FORMATTING"] = "";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var man = Process.Start(start)!;
        var error = man.StandardError.ReadToEndAsync();
        var shown = man.StandardOutput.ReadToEnd();
        man.WaitForExit();

        Assert.Equal((0, ""), (man.ExitCode, error.Result));
        var words = string.Join(' ', shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("draftdiff - say what changed between two texts of a United Nations draft resolution", words, StringComparison.Ordinal);
        Assert.Contains("draftdiff diff --revisions-of draft.docx", shown, StringComparison.Ordinal);
        Assert.Contains("echo 'source <(draftdiff completion bash)' >> ~/.bashrc", shown, StringComparison.Ordinal);
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", name));
}
