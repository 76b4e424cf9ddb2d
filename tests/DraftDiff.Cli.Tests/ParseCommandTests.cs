using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff parse</c> from a file to what a person sees.</summary>
public sealed class ParseCommandTests : IDisposable
{
    private const string Draft = """
        The General Assembly,

        Recalling its resolution 70/1 of 25 September 2015,

        1. Requests the Secretary-General to report to the General Assembly at its seventieth session;

        2. Decides to remain seized of the matter.

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_tree_names_every_paragraph()
    {
        var result = Cli.Run("parse", _folder.Write("draft.txt", Draft));

        Assert.Equal(0, result.ExitCode);
        Assert.All(["PP1", "OP1", "OP2"], label => Assert.Contains(label, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void JSON_holds_every_paragraph()
    {
        using var json = JsonDocument.Parse(Cli.Run("parse", _folder.Write("draft.txt", Draft), "--format", "json").Output);

        Assert.Equal("draftdiff.tree/1", json.RootElement.GetProperty("format").GetString());
        var labels = json.RootElement.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("label").GetString());
        Assert.Equal(["opening", "PP1", "OP1", "OP2"], labels);
    }

    [Theory]
    [InlineData("tree")]
    [InlineData("json")]
    [InlineData("text")]
    public void Bytes_that_are_no_text_are_said_once_whatever_the_format(string format)
    {
        var file = _folder.Write("draft.txt", [0xFF, .. System.Text.Encoding.UTF8.GetBytes(Draft)]);

        var result = Cli.Run("parse", file, "--format", format);

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Error.Split('\n'), line => line.Contains("DD1001", StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_that_is_given_is_the_language()
    {
        var file = _folder.Write("draft.txt", Draft);

        using var told = JsonDocument.Parse(Cli.Run("parse", file, "--format", "json").Output);
        using var given = JsonDocument.Parse(Cli.Run("parse", file, "--format", "json", "--language", "fr").Output);

        Assert.Equal("en", told.RootElement.GetProperty("language").GetString());
        Assert.Equal("fr", given.RootElement.GetProperty("language").GetString());
    }

    [Fact]
    public void A_text_in_a_code_page_is_read_and_said_to_be()
    {
        // “Décide” in windows-1252.
        var file = _folder.Write("draft.txt", [.. "D"u8, 0xE9, .. "cide de rester saisie de la question.\n"u8]);

        var result = Cli.Run("parse", file, "--format", "text");

        Assert.Equal("Décide de rester saisie de la question.\n", result.Output);
        Assert.StartsWith($"{file}(1,1): warning DD1003: read as windows-1252", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_has_a_tree() => Assert.Equal(0, Cli.Run("parse", _folder.Write("empty.txt", "")).ExitCode);

    public void Dispose() => _folder.Dispose();
}
