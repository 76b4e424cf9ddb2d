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
