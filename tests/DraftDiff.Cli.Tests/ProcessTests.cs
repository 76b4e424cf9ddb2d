using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using DraftDiff.Formats.Tests.Pdf;
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

    [Fact]
    public void A_PDF_is_read_by_a_process_of_its_own_as_it_is_by_this_one()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("draft.pdf", PdfFile.Showing(
            PdfFile.Line(72, 700, "The General Assembly,") + PdfFile.Line(96, 676, "Recalling its report") + PdfFile.Line(180, 680, "1", 6) + PdfFile.Line(186, 676, ",")
            + PdfFile.Line(96, 652, "1. Decides to act.") + "72 110 140 0.5 re f\n" + PdfFile.Line(72, 100, "1", 5) + PdfFile.Line(78, 96, "A/70/998.", 8)));

        var (output, error, exitCode) = RunToEnd("parse", file, "--format", "json");

        Assert.Equal((Cli.Run("parse", file, "--format", "json").Output, "", 0), (output, error, exitCode));
        Assert.Contains("FN1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_that_takes_its_process_to_the_end_of_the_stack_is_refused_with_a_sentence()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("draft.pdf", PdfFile.Of(
        [
            PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page("/ColorSpace << /C 6 0 R >>"), PdfFile.Stream("/C cs 1 scn\n" + PdfFile.Line(72, 700, "The General Assembly,")), PdfFile.Font,
            "[/Separation /X /DeviceRGB 7 0 R]", "<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1] >>",
        ]));

        var (output, error, exitCode) = RunToEnd("parse", file);

        Assert.Equal(("", $"draftdiff: '{file}' is a damaged PDF; open it in a viewer and print it to a new one\n", 2), (output, error, exitCode));
    }

    private const int Interrupt = 2;

    private static (string Output, string Error, int ExitCode) RunToEnd(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, error.Result, process.ExitCode);
    }

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
