using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>A terminal of twenty columns.</summary>
public sealed class NarrowTerminalTests : IDisposable
{
    private const int Width = 20;
    private const int Wide = 1000;

    private readonly EveryCommand _every = new();

    public void Dispose() => _every.Dispose();

    [Theory]
    [InlineData("diff")]
    [InlineData("diff", "--all")]
    [InlineData("diff", "--side-by-side")]
    [InlineData("diff", "--stat")]
    [InlineData("parse")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("log")]
    [InlineData("log", "--stat")]
    [InlineData("blame")]
    [InlineData("stale")]
    public void No_line_is_wider_than_twenty_columns(string command, params string[] options)
    {
        foreach (var arguments in (string[][])[_every.Of(command), [.. _every.Of(command).Where(argument => argument != "--words")]])
        {
            var result = new Cli { OnTerminal = true, TerminalWidth = Width, Environment = { ["PAGER"] = "cat", ["NO_COLOR"] = "1" } }.Call([.. arguments, .. options]);

            Assert.Equal((0, ""), (result.ExitCode, result.Error));

            // The texts are English and French: a character is a cell.
            Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= Width, line));
            Assert.Equal(result, Cli.Run([.. arguments, .. options, "--width", "20"]));
        }
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("log")]
    [InlineData("blame")]
    [InlineData("stale")]
    [InlineData("diff", "--stat")]
    public void Nothing_is_lost_on_twenty_columns(string command, params string[] options) =>
        Assert.Equal(LettersOf(command, options, Wide), LettersOf(command, options, Width));

    [Theory]
    [InlineData("--all")]
    [InlineData("--all", "--side-by-side")]
    public void Every_word_that_is_wrapped_is_there(params string[] options)
    {
        var output = Cli.Run([.. _every.Of("diff"), .. options, "--width", "20"]).Output;
        var shown = string.Concat(output.Split('\n').SelectMany(line => line[(line.IndexOf('│', StringComparison.Ordinal) + 1)..]).Where(char.IsLetter));
        var text = File.ReadAllText(_every.New);
        var words = text[text.IndexOf("The General Assembly,", StringComparison.Ordinal)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.True(words.Length > 200);
        Assert.All(words.Select(word => string.Concat(word.Where(char.IsLetter))), word => Assert.Contains(word, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_width_that_holds_no_word_ends_no_command(int width)
    {
        foreach (var command in EveryCommand.Readers.Where(command => command is not ("check" or "completion")))
        {
            var result = Cli.Run([.. _every.Of(command), "--width", $"{width}"]);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
        }
    }

    private string LettersOf(string command, string[] options, int width)
    {
        var result = Cli.Run([.. _every.Of(command), .. options, "--width", $"{width}"]);
        Assert.Equal(0, result.ExitCode);

        // The bar of --stat is as long as there is room.
        return string.Concat(result.Output.Where(c => !char.IsWhiteSpace(c) && c is not ('─' or '+' or '-')));
    }
}
