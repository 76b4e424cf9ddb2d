using System.CommandLine;
using DraftDiff.Rendering;
using Xunit;

namespace DraftDiff.Cli.Tests;

public sealed class DisplayOptionsTests
{
    [Fact]
    public void Output_that_is_piped_has_no_colour_and_80_cells()
    {
        var options = OptionsOf(new Cli());

        Assert.False(options.Color);
        Assert.Equal(80, options.Width);
    }

    [Fact]
    public void A_terminal_has_colour_and_its_own_width()
    {
        var options = OptionsOf(new Cli { OnTerminal = true, TerminalWidth = 120 });

        Assert.True(options.Color);
        Assert.Equal(120, options.Width);
    }

    [Fact]
    public void A_terminal_that_does_not_tell_its_width_has_80_cells() =>
        Assert.Equal(80, OptionsOf(new Cli { OnTerminal = true, TerminalWidth = 0 }).Width);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_width_that_is_given_counts(bool onTerminal) =>
        Assert.Equal(60, OptionsOf(new Cli { OnTerminal = onTerminal }, "--width", "60").Width);

    [Theory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "0", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    [InlineData("TERM", "xterm-256color", true)]
    public void The_environment_can_ask_for_no_colour(string name, string value, bool color) =>
        Assert.Equal(color, OptionsOf(new Cli { OnTerminal = true, Environment = { [name] = value } }).Color);

    [Theory]
    [InlineData("always", false, true)]
    [InlineData("always", true, true)]
    [InlineData("never", true, false)]
    [InlineData("auto", true, false)]
    [InlineData("auto", false, false)]
    public void The_option_overrules_the_environment(string choice, bool onTerminal, bool color)
    {
        var console = new Cli { OnTerminal = onTerminal, Environment = { ["NO_COLOR"] = "1" } };

        Assert.Equal(color, OptionsOf(console, "--color", choice).Color);
    }

    private static TerminalOptions OptionsOf(Cli console, params string[] arguments)
    {
        var command = new Command("show");
        var options = new DisplayOptions();
        options.AddTo(command);
        return options.For(console.Host(Stream.Null, Stream.Null), command.Parse(arguments));
    }
}
