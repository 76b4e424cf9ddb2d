using Xunit;

namespace DraftDiff.Cli.Tests;

public sealed class PagerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(null, null, "less")]
    [InlineData(null, "more", "more")]
    [InlineData("less -S", "more", "less -S")]
    [InlineData("", "more", null)]
    [InlineData("cat", null, null)]
    [InlineData(null, "cat", null)]
    [InlineData(null, " ", null)]
    public void The_pager_is_the_first_that_the_environment_names(string? draftdiffPager, string? pager, string? chosen) =>
        Assert.Equal(chosen, Pager.Choose(name => name == "DRAFTDIFF_PAGER" ? draftdiffPager : name == "PAGER" ? pager : null)?.Command);

    [Theory]
    [InlineData(null, null)]
    [InlineData("more", "more")]
    public void A_terminal_that_can_show_no_page_has_a_pager_only_where_one_is_named(string? pager, string? chosen) =>
        Assert.Equal(chosen, Pager.Choose(name => name == "TERM" ? "dumb" : name == "PAGER" ? pager : null)?.Command);

    [SkippableFact]
    public void On_a_terminal_a_pager_gets_the_output()
    {
        Skip.If(OperatingSystem.IsWindows(), "The pager is a line for sh.");
        var shown = _folder.At("shown");

        var result = Show("大会，\n", $"cat > {shown}");

        Assert.Equal(new CliResult(0, "", ""), result);
        Assert.Equal("大会，\n", File.ReadAllText(shown));
    }

    [SkippableFact]
    public void The_pager_is_not_asked_where_it_is_not_wanted_or_nobody_looks()
    {
        Skip.If(OperatingSystem.IsWindows(), "The pager is a line for sh.");
        var shown = _folder.At("shown");

        Assert.Equal("words", Show("words", $"cat > {shown}", "--no-pager").Output);
        Assert.Equal("words", Show("words", "cat").Output);
        Assert.Equal("words", new Cli { Input = "words", Environment = { ["PAGER"] = $"cat > {shown}" } }.Call("parse", "-", "--format", "text").Output);
        Assert.False(File.Exists(shown));
    }

    [SkippableFact]
    public void A_pager_that_is_left_before_the_end_is_no_trouble()
    {
        Skip.If(OperatingSystem.IsWindows(), "The pager is a line for sh.");
        var longText = new string('x', 1 << 20);

        Assert.Equal(new CliResult(0, "", ""), Show(longText, "true"));
    }

    [SkippableFact]
    public void Where_the_pager_cannot_be_started_the_output_comes_without_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "The pager is a line for sh.");

        var result = Show("words", "exec 2>/dev/null; there-is-no-such-pager");

        Assert.Equal(new CliResult(0, "words", ""), result);
    }

    public void Dispose() => _folder.Dispose();

    private static CliResult Show(string text, string pager, params string[] options) =>
        new Cli { Input = text, OnTerminal = true, Environment = { ["DRAFTDIFF_PAGER"] = pager } }
            .Call(["parse", "-", "--format", "text", .. options]);
}
