using System.Text.RegularExpressions;
using DraftDiff.Formats.Tests.Pdf;
using Xunit;

namespace DraftDiff.Packages.Tests;

/// <summary>The command as a .NET tool, installed from its package in a home that has nothing else.</summary>
[Collection(nameof(PackedPackages))]
public sealed class ToolTests(PackedPackages packages)
{
    private readonly string _gardens = Path.Combine(PackedPackages.Repository, "fixtures", "gardens");

    [Fact]
    public void It_says_its_version() =>
        Assert.Matches(
            $"^{Regex.Escape(Path.GetFileNameWithoutExtension(packages.ToolPackage))}( \\([0-9a-f]{{7}}\\))?$",
            PackedPackages.Expect(packages.Draftdiff(packages.WorkFolder, "--version")).Trim().Replace("draftdiff ", "draftdiff.", StringComparison.Ordinal));

    [Fact]
    public void It_compares_two_texts()
    {
        var result = packages.Draftdiff(_gardens, "diff", "base.en.txt", "rev1.en.txt", "--exit-code");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains("{+deep+}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_finds_the_library_of_git()
    {
        var store = packages.MakeFolder("tool-store");
        PackedPackages.Expect(packages.Draftdiff(store, "init"));
        PackedPackages.Expect(packages.Draftdiff(store, "commit", Path.Combine(_gardens, "base.en.txt"), Path.Combine(_gardens, "rev1.en.txt")));

        var log = PackedPackages.Expect(packages.Draftdiff(store, "log", "A/C.2/72/L.998:OP5"));

        Assert.Contains("reworded, renumbered, split", log, StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_a_PDF_in_a_process_of_its_own()
    {
        var folder = packages.MakeFolder("tool-pdf");
        File.WriteAllBytes(Path.Combine(folder, "draft.pdf"), PdfFile.Showing(PdfFile.Line(72, 700, "The General Assembly,") + PdfFile.Line(96, 676, "1. Decides to act.")));

        Assert.Contains("Decides to act.", PackedPackages.Expect(packages.Draftdiff(folder, "parse", "draft.pdf")), StringComparison.Ordinal);
        AssertRefused(packages.Draftdiff(folder, "parse", WriteHostile(folder)));
    }

    [Fact]
    public void As_a_tool_of_a_folder_it_is_run_by_NET_and_finds_itself_again()
    {
        var folder = packages.MakeFolder("tool-manifest");
        PackedPackages.NameFeed(folder, feed: null);
        PackedPackages.Expect(packages.RunDotnet(folder, "tool", "install", "draftdiff", "--add-source", Path.GetDirectoryName(packages.ToolPackage)!, "--create-manifest-if-needed"));

        AssertRefused(packages.RunDotnet(folder, "draftdiff", "parse", WriteHostile(folder)));
    }

    // It takes the process that reads it to the end of its stack.
    private static string WriteHostile(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "hostile.pdf"), PdfFile.Of(
        [
            PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page("/ColorSpace << /C 6 0 R >>"), PdfFile.Stream("/C cs 1 scn\n" + PdfFile.Line(72, 700, "The General Assembly,")), PdfFile.Font,
            "[/Separation /X /DeviceRGB 7 0 R]", "<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1] >>",
        ]));
        return "hostile.pdf";
    }

    private static void AssertRefused(ChildResult result) =>
        Assert.Equal((2, "draftdiff: 'hostile.pdf' is a damaged PDF; open it in a viewer and print it to a new one\n"), (result.ExitCode, result.Error));
}
