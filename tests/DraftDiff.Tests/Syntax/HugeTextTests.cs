using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>Texts of a shape that no draft has are read at the cost of their length. The limit of time is far above the usual one.</summary>
public sealed class HugeTextTests
{
    private const int Length = 2_000_000;
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("a", "")]
    [InlineData("1. a\n", "")]
    [InlineData("12\n", "")]
    [InlineData("(a) a\n", "The General Assembly,\n1. Decides:\n")]
    [InlineData("* a\n", "The General Assembly,\n__________\n")]
    [InlineData("__________\n1 a\n", "The General Assembly,\n")]
    [InlineData("A/RES/70/1\n", "The General Assembly,\n")]
    [InlineData("“The General Assembly,\n\n", "The General Assembly,\n\nRecalling,\n\n1. Decides:\n\n")]
    [InlineData("Recalling 1 a,\n\n", "The General Assembly,\n\n")]
    [InlineData("回顾其 2001 年，", "大会，\n\n")]
    [InlineData("\n \n", "")]
    public async Task A_shape_repeated_is_read(string piece, string before)
    {
        var text = before + string.Concat(Enumerable.Repeat(piece, Length / piece.Length));

        var tree = await Task.Run(() => DraftTree.Parse(SourceText.From(text))).WaitAsync(Watchdog);

        Assert.Equal(text.Length, tree.Root.FullSpan.End);
    }

    [Fact]
    public async Task A_masthead_without_end_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("Nothing that is known\n\n", Length / 20)) + "The General Assembly,\n";

        var tree = await Task.Run(() => DraftTree.Parse(SourceText.From(text))).WaitAsync(Watchdog);

        Assert.Equal("opening", tree.Units[^1].Label);
    }

    [Fact]
    public void Paragraphs_and_footnotes_have_numbers_of_five_digits()
    {
        const int Count = 12_000;
        var tree = DraftTree.Parse(SourceText.From(
            "The General Assembly,\n\n"
            + string.Concat(Enumerable.Range(1, Count).Select(number => $"{number}. Decides to go on with the Programme{number} of it;\n\n"))
            + "__________\n\n"
            + string.Concat(Enumerable.Range(1, Count).Select(number => $"{number} See there.\n"))));

        Assert.Equal(
            Enumerable.Range(1, Count).Select(number => ($"OP{number}", "Decides to go on with the Programme of it;", $"FN{number}")),
            tree.Units.Where(unit => unit.Section == Section.Operative).Select(unit => (unit.Label, unit.Text, unit.Marks.Single().Note!)));
    }

    [Fact]
    public void A_year_is_no_mark_where_its_number_is_not_due()
    {
        const int Count = 2_030;
        const string Last = "注意到“连接 2020：全球电信/信息和通信技术发展议程”的重要性。";
        var tree = DraftTree.Parse(SourceText.From(
            "大会，\n\n"
            + string.Concat(Enumerable.Range(1, Count).Select(number => $"{number}. 决定执行该方案，{number} 并继续审议；\n\n"))
            + $"{Count + 1}. {Last}\n\n__________\n\n"
            + string.Concat(Enumerable.Range(1, Count).Select(number => $"{number} 见该文件。\n"))));

        var units = tree.Units.Where(unit => unit.Section == Section.Operative).ToArray();
        Assert.Equal((Last, 0), (units[^1].Text, units[^1].Marks.Length));
        Assert.All(units[..^1], unit => Assert.Single(unit.Marks));
    }
}
