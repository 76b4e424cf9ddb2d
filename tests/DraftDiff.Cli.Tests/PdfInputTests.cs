using System.Text;
using DraftDiff.Formats.Tests.Pdf;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>PDF files in the commands.</summary>
public sealed class PdfInputTests : IDisposable
{
    private const string Same = "Nothing changed: both documents say the same, word for word.\n";
    private const string Text = "The General Assembly,\n\nRecalling its resolution on gardens,\n\n1. Decides to act;\n\n2. Requests a report.\n";

    private readonly TemporaryFolder _folder = new();
    private readonly string _pdf;
    private readonly string _text;

    public PdfInputTests()
    {
        _text = _folder.Write("draft.txt", Text);
        _pdf = _folder.Write("draft.pdf", PdfFile.Showing(
            PdfFile.Line(72, 700, "The General Assembly,") + PdfFile.Line(96, 676, "Recalling its resolution on gardens,")
            + PdfFile.Line(72, 652, "1.") + PdfFile.Line(100, 652, "Decides to act;") + PdfFile.Line(72, 628, "2.") + PdfFile.Line(100, 628, "Requests a report.")));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_PDF_and_a_text_of_the_same_words_are_the_same()
    {
        Assert.Equal(Same, Cli.Run("diff", _pdf, _text, "--stat").Output.TrimStart());
        Assert.Equal(
            "The General Assembly,\n\nRecalling its resolution on gardens,\n\n1.\tDecides to act;\n\n2.\tRequests a report.\n", Cli.Run("parse", _pdf, "--format", "text").Output);
    }

    [Fact]
    public void A_PDF_is_stored_and_given_back_byte_for_byte()
    {
        var store = _folder.At("drafts");
        Cli.Run("init", store);

        Assert.Equal(0, Cli.Run("commit", "-C", store, _pdf, "--symbol", "A/C.2/72/L.39").ExitCode);

        Assert.Equal(Same, Cli.Run("diff", "-C", store, "A/C.2/72/L.39", _text, "--stat").Output.TrimStart());
        Assert.Equal(Encoding.ASCII.GetString(File.ReadAllBytes(_pdf)), Cli.Run("show", "-C", store, "A/C.2/72/L.39", "--original").Output);
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", store).Output);
    }

    [Fact]
    public void A_folder_of_PDF_files_is_imported()
    {
        var folder = Directory.CreateDirectory(_folder.At("texts")).FullName;
        File.Copy(_pdf, Path.Combine(folder, "A_RES_72_39.pdf"));
        var store = _folder.At("drafts");
        Cli.Run("init", store);

        Assert.Equal((0, "1 stored, 0 stored before, 0 not stored\n"), (Cli.Run("import", folder, "-C", store) is var result ? result.ExitCode : -1, result.Output));
    }

    [Fact]
    public void The_format_that_is_given_has_to_be_that_of_the_file()
    {
        var result = Cli.Run("parse", _text, "--input-format", "pdf");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal($"draftdiff: '{_text}' does not begin as a PDF does; leave out --input-format\n", result.Error);
    }
}
