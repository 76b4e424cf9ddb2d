using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>The fixtures read as what was written into them.</summary>
public sealed class FixtureReadingTests
{
    [Theory]
    [InlineData(Fixtures.SeedFile, "seed")]
    [InlineData("fixtures/ict/rev1.zh.txt", "rev1")]
    [InlineData("fixtures/ict/rev2.zh.txt", "rev2")]
    [InlineData("fixtures/ict/adopted.zh.txt", "adopted")]
    public void A_revision_has_the_units_and_marks_that_were_written(string file, string name)
    {
        var tree = Fixtures.Parse(Fixtures.PathOf(file));
        var units = tree.Units.Where(unit => unit.Section is not Section.Masthead).ToArray();

        Assert.Equal(
            Fixtures.ReadTable($"fixtures/ict/expected/{name}.units.tsv").Select(row => $"{row["label"]}: {row["text"]}"),
            units.Select(unit => $"{unit.Label}: {unit.Text}"));
        Assert.Equal(
            Fixtures.ReadTable($"fixtures/ict/expected/{name}.marks.tsv").Select(row => $"{row["label"]}: {row["marks"]} at {row["at"]}"),
            units.Where(unit => !unit.Marks.IsEmpty).Select(unit =>
                $"{unit.Label}: {string.Join(' ', unit.Marks.Select(mark => mark.Number))} at {string.Join(' ', unit.Marks.Select(mark => mark.At))}"));
        Assert.Empty(tree.Diagnostics);
    }

    [Fact]
    public void Mastheads_of_revisions_are_read()
    {
        Assert.Equal(
            new Masthead
            {
                Symbol = "A/C.2/72/L.999/Rev.2",
                Date = "6 December 2017",
                Original = "English",
                Session = new Session("第七十二届会议", 72),
                Committee = "第二委员会",
                AgendaItem = new AgendaItem("16(a)", "信息和通信技术促进发展：信息社会世界首脑会议的后续行动"),
                DocumentType = "订正决议草案",
                Sponsors = new Sponsors("厄瓜多尔、墨西哥和土耳其", "代表属于 77 国集团的联合国会员国和中国。"),
            },
            Fixtures.Parse(Fixtures.PathOf("fixtures/ict/rev2.zh.txt")).Masthead);

        var adopted = Fixtures.Parse(Fixtures.PathOf("fixtures/ict/adopted.zh.txt"));
        Assert.Equal(DraftKind.AdoptedResolution, adopted.Kind);
        Assert.Equal("A/RES/72/999", adopted.Masthead.Symbol);
        Assert.Equal("72/999.", adopted.Units.Single(unit => unit.Section == Section.Title).Printed);
    }
}
