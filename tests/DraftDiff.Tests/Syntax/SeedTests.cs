using System.Text.RegularExpressions;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>What the reader finds in the document the project began from.</summary>
public sealed class SeedTests
{
    private static readonly DraftTree Seed = Fixtures.Seed;

    [Fact]
    public void The_masthead_is_read()
    {
        Assert.Equal("zh", Seed.Language);
        Assert.Equal(DraftKind.DraftResolution, Seed.Kind);
        Assert.Equal(
            new Masthead
            {
                Session = new Session("第七十二届会议", 72),
                Committee = "第二委员会",
                AgendaItem = new AgendaItem("16", "信息和通信技术促进发展"),
                DocumentType = "决议草案",
                Sponsors = new Sponsors("厄瓜多尔", "代表属于 77 国集团的联合国会员国和中国。"),
            },
            Seed.Masthead);
    }

    [Fact]
    public void Every_paragraph_has_its_label()
    {
        string[] expected =
        [
            "session", "committee", "agenda-item", "sponsors", "document-type", "title", "opening",
            .. Enumerable.Range(1, 27).Select(number => $"PP{number}"),
            .. Enumerable.Range(1, 29).Select(number => $"OP{number}"),
            "FN*",
            .. Enumerable.Range(1, 11).Select(number => $"FN{number}"),
        ];

        Assert.Equal(expected, Seed.Units.Select(unit => unit.Label));
        Assert.Equal("信息和通信技术促进可持续发展", Seed.Title);
        Assert.Equal("大会，", Unit("opening").Text);
        Assert.Empty(Seed.Diagnostics);
    }

    [Fact]
    public void Footnote_marks_are_told_from_numbers()
    {
        var marks = Seed.Units.SelectMany(unit => unit.Marks).ToArray();

        Assert.Equal("1 2 3 4 5 6 7 8 1 3 7 3 9 10 11", string.Join(' ', marks.Select(mark => mark.Number)));
        Assert.All(marks, mark => Assert.Equal("FN" + mark.Number, mark.Note));
    }

    [Fact]
    public void A_paragraph_goes_on_over_a_page_break()
    {
        var paragraph = Unit("PP3");

        Assert.StartsWith("重申其题为", paragraph.Text, StringComparison.Ordinal);
        Assert.Contains("承诺作出不懈努力，使该议程在 2030 年前得到全面执行", paragraph.Text, StringComparison.Ordinal);
        Assert.EndsWith("争取完成它们的未竟事业，", paragraph.Text, StringComparison.Ordinal);
        var pageBreak = Assert.Single(TriviaOf(NodeOf("PP3")), trivia => trivia.Kind == TriviaKind.PageBreak);
        Assert.Equal("FN*", Assert.Single(pageBreak.Nodes).Unit!.Label);
    }

    [Fact]
    public void A_paragraph_goes_on_behind_a_mark_that_breaks_its_line() =>
        Assert.Contains("高级别会议成果文件，其中评估了在执行", Unit("PP7").Text, StringComparison.Ordinal);

    [Fact]
    public void Marks_whose_digits_end_lines_leave_no_gap()
    {
        var paragraph = Unit("OP5");

        Assert.Contains("日内瓦阶段和突尼斯阶段的成果", paragraph.Text, StringComparison.Ordinal);
        var geneva = paragraph.Text.IndexOf("日内瓦阶段", StringComparison.Ordinal) + "日内瓦阶段".Length;
        Assert.Equal([new Mark("1", "FN1", geneva), new Mark("3", "FN3", geneva + "和突尼斯阶段".Length)], paragraph.Marks.ToArray());
    }

    [Fact]
    public void Links_and_rules_are_page_furniture()
    {
        var furniture = AllTrivia(Seed.Root)
            .Where(trivia => trivia.Kind == TriviaKind.PageFurniture)
            .Select(trivia => Seed.Source.Slice(trivia.Span).ToString())
            .ToArray();

        Assert.Equal(4, furniture.Count(text => text.StartsWith("https://undocs.org/", StringComparison.Ordinal)));
        Assert.DoesNotContain(AllTrivia(Seed.Root), trivia => trivia.Kind == TriviaKind.SkippedText);
        Assert.DoesNotContain(Seed.Units, unit => unit.Section == Section.Unrecognized);
    }

    [Theory]
    [InlineData("\n", "\r\n", "lines ended as on Windows")]
    [InlineData(@"(?m) +$", "", "no white space at line ends")]
    [InlineData(@"(?m)^ +(?=\S)", "", "no indents")]
    [InlineData(@"(?m)^ (?=\S)", "\u3000\u3000", "indents as Chinese typography has them")]
    [InlineData(@"(?m)^(?=.*\S)", "    ", "all text indented")]
    [InlineData(@"\n *\n", "\n", "no blank lines")]
    [InlineData(@" *\n\s*\n", "\n", "neither blank lines nor white space at line ends")]
    public void The_same_text_in_another_layout_has_the_same_words(string pattern, string replacement, string layout)
    {
        var text = Regex.Replace(Seed.Source.Content, pattern, replacement);

        Assert.True(
            Describe(Seed) == Describe(DraftTree.Parse(SourceText.From(text))), $"With {layout} the text reads otherwise.");
    }

    private static string Describe(DraftTree tree) =>
        string.Join('\n', tree.Units.Select(unit => $"{unit.Label}: {unit.Text} {string.Join(' ', unit.Marks)}"));

    private static Unit Unit(string label) => Seed.Units.Single(unit => unit.Label == label);

    private static DraftNode NodeOf(string label) => AllNodes(Seed.Root).Single(node => node.Unit?.Label == label);

    private static IEnumerable<DraftNode> AllNodes(DraftNode node) => node.Children.SelectMany(AllNodes).Prepend(node);

    private static IEnumerable<DraftTrivia> TriviaOf(DraftNode node) => node.Tokens.SelectMany(token => token.LeadingTrivia);

    private static IEnumerable<DraftTrivia> AllTrivia(DraftNode root) =>
        AllNodes(root).SelectMany(TriviaOf).SelectMany(trivia => trivia.Nodes.SelectMany(AllTrivia).Prepend(trivia));
}
