using System.Runtime.Versioning;
using System.Text;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>What can be read, and what is said of what cannot.</summary>
public sealed class InputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_missing_file_is_named()
    {
        var missing = _folder.At("missing.txt");

        AssertTrouble($"there is no file '{missing}'; check its name and folder", Cli.Run("diff", missing, missing));
    }

    [Fact]
    public void A_file_in_a_missing_folder_is_named()
    {
        var missing = Path.Combine(_folder.At("nowhere"), "a.txt");

        AssertTrouble($"there is no file '{missing}'; check its name and folder", Cli.Run("parse", missing));
    }

    [Fact]
    public void A_folder_is_no_text() =>
        AssertTrouble($"'{_folder}' is a folder; name a file in it", Cli.Run("parse", _folder.ToString()));

    [Fact]
    public void An_empty_name_is_no_file() =>
        AssertTrouble("'' cannot be read; check its name and the disk it is on", Cli.Run("parse", ""));

    [Theory]
    [InlineData("draft\0", "is not text; save the draft as plain text in UTF-8 first")]
    [InlineData("%PDF-1.7\n", "is a damaged PDF; open it in a viewer and print it to a new one")]
    [InlineData("PK\u0003\u0004", "is a damaged Word file; open it in Word, let it be repaired, and save it again")]
    public void What_is_not_text_is_told_what_it_is(string content, string sentence)
    {
        var file = _folder.Write("draft", content);

        AssertTrouble($"'{file}' {sentence}", Cli.Run("diff", file, file));
    }

    [Theory]
    [InlineData("draft.pdf", "is a damaged PDF, which does not even begin as one; open it in a viewer and print it to a new one")]
    [InlineData("draft.PDF", "is a damaged PDF, which does not even begin as one; open it in a viewer and print it to a new one")]
    [InlineData("draft.docx", "is a damaged Word file, which does not even begin as one; open it in Word, let it be repaired, and save it again")]
    [InlineData("draft.html", "is a damaged page, which does not even begin as one; save it from the browser again")]
    [InlineData("draft.htm", "is a damaged page, which does not even begin as one; save it from the browser again")]
    [InlineData("draft.xml", "is damaged Akoma Ntoso, which does not even begin as text; take another copy")]
    public void Random_bytes_are_told_to_be_what_their_name_says_and_damaged(string name, string sentence)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var bytes = new byte[500];
            new Random(seed).NextBytes(bytes);
            var file = _folder.Write(name, bytes);

            AssertTrouble($"'{file}' {sentence}", Cli.Run("parse", file));
        }
    }

    [Theory]
    [InlineData("draft.pdf", "The General Assembly,\n")]
    [InlineData("draft.docx", "大会，\n")]
    [InlineData("draft.html", "Café\u00A0: the\f\r\n\tGeneral Assembly,\n")]
    public void Text_is_read_as_text_whatever_its_name(string name, string text) =>
        Assert.Equal(new CliResult(0, text, ""), Cli.Run("parse", _folder.Write(name, text), "--format", "text"));

    [Theory]
    [InlineData("pdf", "The General Assembly,", "does not begin as a PDF does")]
    [InlineData("docx", "The General Assembly,", "does not begin as a Word file (.docx) does")]
    [InlineData("akn", "The General Assembly,", "does not begin as Akoma Ntoso does")]
    [InlineData("docx", "%PDF-1.7\n", "does not begin as a Word file (.docx) does but as a PDF")]
    [InlineData("text", "%PDF-1.7\n", "does not begin as text does but as a PDF")]
    [InlineData("html", "PK\u0003\u0004", "does not begin as a page of the web does but as a Word file (.docx)")]
    [InlineData("pdf", "<html><p>x", "does not begin as a PDF does but as a page of the web")]
    [InlineData("pdf", "", "does not begin as a PDF does")]
    public void A_format_that_a_file_does_not_begin_in_is_refused(string format, string content, string sentence)
    {
        var file = _folder.Write("draft", content);

        AssertTrouble($"'{file}' {sentence}; leave out --input-format", Cli.Run("parse", file, "--input-format", format));
        AssertTrouble($"'{file}' {sentence}; leave out --input-format", Cli.Run("diff", file, file, "--input-format", format));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\n")]
    public void A_comparison_with_an_empty_text_is_shown_and_said_to_be_most_likely_a_mistake(string nothing)
    {
        var (empty, draft) = (_folder.Write("empty.txt", nothing), _folder.Write("draft.txt", StoreFixture.Draft));

        var asNew = Cli.Run("diff", draft, empty);
        var asOld = Cli.Run("redline", empty, draft, "--format", "markdown");

        Assert.Equal(
            (0, $"{empty}(1,1): warning DD1002: this text is empty\ndraftdiff: the later text is empty, so all of the earlier one is deleted; check that '{empty}' is the file you mean\n"),
            (asNew.ExitCode, asNew.Error));
        Assert.Contains("\nParagraphs: 4 deleted\n", asNew.Output, StringComparison.Ordinal);
        Assert.Equal(
            (0, $"{empty}(1,1): warning DD1002: this text is empty\ndraftdiff: the earlier text is empty, so all of the later one is new; check that '{empty}' is the file you mean\n"),
            (asOld.ExitCode, asOld.Error));
        Assert.EndsWith("draftdiff: both texts are empty; check that these are the files you mean\n", Cli.Run("diff", empty, empty).Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "check that standard input is the file you mean\n", new Cli { Input = nothing }.Call("diff", "-", draft).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_is_not_stored()
    {
        using var store = new StoreFixture();
        var empty = _folder.Write("empty.txt", "");

        var result = store.Run("commit", empty, "--symbol", "A/C.2/72/L.39");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.EndsWith($"draftdiff: '{empty}' is empty, and there is nothing to store; check that it is the draft\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_that_is_not_text_is_called_so() =>
        AssertTrouble(
            "standard input is not text; save the draft as plain text in UTF-8 first", new Cli { Input = "\0" }.Call("parse", "-"));

    [Fact]
    public void A_file_beyond_50_megabytes_is_refused()
    {
        var file = _folder.At("long.txt");
        using (var stream = File.Create(file))
        {
            stream.SetLength((50 * 1024 * 1024) + 1);
        }

        AssertTrouble($"'{file}' is longer than 50 MB; check that it is a draft, or divide it", Cli.Run("parse", file));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_without_permission_is_named()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has other permissions.");
        Skip.If(Environment.IsPrivilegedProcess, "An administrator may read every file.");
        var file = _folder.Write("secret.txt", "draft");
        File.SetUnixFileMode(file, UnixFileMode.None);

        AssertTrouble($"'{file}' cannot be read; ask for the permission to read it", Cli.Run("parse", file));
    }

    [Fact]
    public void A_text_is_shown_as_it_was_decoded()
    {
        var file = _folder.Write("draft.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("大会，\r\n")]);

        Assert.Equal(new CliResult(0, "大会，\r\n", ""), Cli.Run("parse", file, "--format", "text"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_said_on_standard_error()
    {
        var file = _folder.Write("draft.txt", [(byte)'a', (byte)'\n', (byte)'b', 0xFF, (byte)'c']);

        var result = Cli.Run("parse", file, "--format", "text");

        Assert.Equal(new CliResult(0, "a\nb\uFFFDc", $"{file}(2,2): warning DD1001: not valid UTF-8 from here: 1 byte could not be read\n"), result);
    }

    [Fact]
    public void A_dash_is_standard_input() =>
        Assert.Equal(new CliResult(0, "大会，", ""), new Cli { Input = "大会，" }.Call("parse", "-", "--format", "text"));

    [Fact]
    public void Standard_input_longer_than_any_buffer_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("大会，\n", 50_000));

        Assert.Equal(text, new Cli { Input = text }.Call("parse", "-", "--format", "text").Output);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertTrouble(string sentence, CliResult result) =>
        Assert.Equal(new CliResult(2, "", $"draftdiff: {sentence}\n"), result);
}
