using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Commands that are interrupted at any moment of their work.</summary>
public sealed class InterruptionTests
{
    private const int Interrupt = 2;
    private const int Interrupted = 130;
    private const int Times = 5;
    private const int Seed = 20171109;

    [SkippableTheory]
    [InlineData("redline")]
    [InlineData("init")]
    [InlineData("init", "--worktree")]
    [InlineData("commit")]
    [InlineData("import")]
    [InlineData("log")]
    public void What_it_writes_is_there_whole_or_not_at_all(string command, params string[] options)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals.");
        AtAnyMoment(_ => { }, every => [.. every.Of(command), .. options]);
    }

    [SkippableTheory]
    [InlineData("commit")]
    [InlineData("import")]
    public void A_work_tree_is_left_as_its_newest_commit_is(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals.");
        AtAnyMoment(
            every =>
            {
                Directory.Delete(every.Empty, recursive: true);
                Assert.Equal(0, Cli.Run("init", every.Empty, "--worktree").ExitCode);
            },
            every => every.Of(command));
    }

    [SkippableFact]
    public void A_named_pipe_that_nobody_writes_to_can_be_left()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var every = new EveryCommand();
        using (var mkfifo = Process.Start("mkfifo", [every.At("pipe")]))
        {
            mkfifo.WaitForExit();
        }

        using var process = BuiltCommand.Start(["diff", every.Old, every.At("pipe")]);
        process.StandardInput.Close();

        // Opened when the command has opened it, too.
        using var pipe = new FileStream(every.At("pipe"), FileMode.Open, FileAccess.Write);
        Assert.Equal(0, Kill(process.Id, Interrupt));

        Assert.Equal(new CliResult(Interrupted, "", ""), BuiltCommand.End(process));
        Assert.Empty(every.Remains());
    }

    [SkippableFact]
    public void What_LibreOffice_has_written_is_gone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var every = new EveryCommand();
        var (programs, temporary) = (Directory.CreateDirectory(every.At("bin")).FullName, Directory.CreateDirectory(every.At("tmp")).FullName);
        var program = Path.Combine(programs, "soffice");
        File.WriteAllText(program, "#!/bin/sh\nkill -INT $PPID\nsleep 1\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        File.WriteAllBytes(every.At("old.doc"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

        var result = BuiltCommand.Run(
            ["parse", every.At("old.doc"), "--convert"], through: null, ("PATH", $"{programs}:{Environment.GetEnvironmentVariable("PATH")}"), ("TMPDIR", temporary));

        Assert.Equal((Interrupted, ""), (result.ExitCode, result.Output));
        Assert.Empty(Directory.GetDirectories(temporary));
    }

    private static void AtAnyMoment(Action<EveryCommand> prepare, Func<EveryCommand, string[]> of)
    {
        var random = new Random(Seed);
        var usual = TimeSpan.MaxValue;
        for (var time = 0; time < Times; time++)
        {
            using var every = new EveryCommand();
            prepare(every);
            var watch = Stopwatch.StartNew();
            using var process = BuiltCommand.Start(of(every));
            process.StandardInput.Close();
            var isInterrupted = time > 0;
            if (isInterrupted)
            {
                // What is written is written late.
                Thread.Sleep(Math.Sqrt(random.NextDouble()) * usual);
                _ = Kill(process.Id, Interrupt);
            }

            var result = BuiltCommand.End(process);
            usual = isInterrupted ? usual : watch.Elapsed;

            Assert.Equal("", result.Error);
            Assert.True(result.ExitCode == 0 || (isInterrupted && result.ExitCode == Interrupted), result.ToString());
            Assert.Empty(every.Remains());
            var next = Cli.Run(of(every));
            Assert.Equal((0, ""), (next.ExitCode, next.Error));
            Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", every.Empty).Output);
            if (Path.Exists(Path.Combine(every.Empty, ".git")))
            {
                AssertClean(every.Empty);
            }
        }
    }

    private static void AssertClean(string workTree)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", workTree, "status", "--porcelain"]) { RedirectStandardOutput = true })!;
        Assert.Equal("", git.StandardOutput.ReadToEnd());
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
