using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>What only a process of its own shows: real streams, signals, the locale.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void Output_is_UTF_8_without_a_byte_order_mark_whatever_the_locale()
    {
        using var process = Start("parse", "-", "--format", "text");
        process.StandardInput.BaseStream.Write("大会，"u8);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();

        Assert.Equal("大会，"u8.ToArray(), output.ToArray());
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void A_reader_that_has_read_enough_is_no_trouble()
    {
        using var process = Start("parse", "-", "--format", "text");
        process.StandardOutput.Close();
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(new string('x', 1 << 20)));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
    }

    [SkippableFact]
    public void A_command_that_is_interrupted_ends_with_130_and_no_word()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var process = Start("parse", "-", "--format", "text");

        // It reads, so it runs.
        process.StandardInput.BaseStream.Write(new byte[1 << 20]);
        Assert.Equal(0, Kill(process.Id, Interrupt));
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal("", error);
        Assert.Equal(130, process.ExitCode);
    }

    private const int Interrupt = 2;

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "DraftDiff.Cli.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
