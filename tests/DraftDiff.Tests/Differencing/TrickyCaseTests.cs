using DraftDiff.Differencing;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// The cases of docs/tricky-cases.md: a block names its language, then the units of both texts, then, below a line, what is
/// shown.
/// </summary>
public sealed class TrickyCaseTests
{
    [Fact]
    public void Every_case_is_shown_as_the_page_says()
    {
        var blocks = File.ReadAllText(Fixtures.PathOf("docs/tricky-cases.md")).Split("```").Where((_, i) => i % 2 == 1).ToArray();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block =>
        {
            var lines = block.TrimEnd('\n').Split('\n');
            var line = Array.IndexOf(lines, "---");
            var script = Compare(Doc(Side(lines[..line], "old ")), Doc(Side(lines[..line], "new ")), lines[0]);

            Assert.Equal(string.Join('\n', lines[(line + 1)..]), string.Join('\n', script.Changes.SelectMany(Shown)));
        });
    }

    private static IEnumerable<string> Side(string[] lines, string side) =>
        lines.Where(line => line.StartsWith(side, StringComparison.Ordinal)).Select(line => line[side.Length..]);

    private static IEnumerable<string> Shown(Change change)
    {
        var said = new EditScript([change]).Said();
        return change.Edits.IsEmpty ? said : [.. said, "    " + change.Redline()];
    }
}
