using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>The fixtures read as what was written into them.</summary>
public sealed class FixtureReadingTests
{
    public static TheoryData<string, string> Texts => Fixtures.Tables("*.units.tsv");

    public static TheoryData<string, string> Mastheads => Fixtures.Tables("*.masthead.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_has_the_units_that_were_written(string topic, string name)
    {
        var table = Fixtures.ReadTable(topic, $"{name}.units.tsv").ToArray();
        var showsLabels = table[0].ContainsKey("printed");

        Assert.Equal(
            table.Select(row => Describe(row["label"], showsLabels ? row["printed"] : "", row["text"])),
            Units(Fixtures.Read(topic, name)).Select(unit => Describe(unit.Label, showsLabels ? unit.Printed : "", unit.Text)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_has_the_marks_that_were_written(string topic, string name)
    {
        Assert.Equal(
            Fixtures.ReadTable(topic, $"{name}.marks.tsv").Select(row => $"{row["label"]}: {row["marks"]} at {row["at"]}"),
            Units(Fixtures.Read(topic, name)).Where(unit => !unit.Marks.IsEmpty).Select(unit =>
                $"{unit.Label}: {string.Join(' ', unit.Marks.Select(mark => mark.Number))} at {string.Join(' ', unit.Marks.Select(mark => mark.At))}"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Of_a_resolution_nothing_is_doubtful(string topic, string name)
    {
        var tree = Fixtures.Read(topic, name);
        var isResolution = Fixtures.ReadTable(topic, $"{name}.units.tsv").Any(row => row["label"].EndsWith("opening", StringComparison.Ordinal));

        Assert.Equal(isResolution, tree.Diagnostics.All(diagnostic => diagnostic.Descriptor.Severity == DiagnosticSeverity.Info));
    }

    [Theory]
    [MemberData(nameof(Mastheads))]
    public void A_masthead_is_read(string topic, string name)
    {
        var masthead = Fixtures.Read(topic, name).Masthead;
        (string Field, string? Value)[] fields =
        [
            ("symbol", masthead.Symbol?.ToString()),
            ("date", masthead.Date),
            ("original", masthead.Original),
            ("session", masthead.Session?.Text),
            ("session number", masthead.Session?.Number?.ToString()),
            ("committee", masthead.Committee),
            ("agenda item", masthead.AgendaItem?.Number),
            ("agenda item title", masthead.AgendaItem?.Title),
            ("sponsors", masthead.Sponsors?.Text),
            ("sponsors note", masthead.Sponsors?.Note),
            ("document type", masthead.DocumentType),
        ];

        Assert.Equal(
            Fixtures.ReadTable(topic, $"{name}.masthead.tsv").Select(row => $"{row["field"]}: {row["value"]}"),
            fields.Select(field => $"{field.Field}: {field.Value}"));
    }

    [Theory]
    [InlineData("amendment.en", DraftKind.Amendment)]
    [InlineData("corrigendum.en", DraftKind.Corrigendum)]
    [InlineData("lone.en", DraftKind.DraftResolution)]
    [InlineData("parts.en", DraftKind.AdoptedResolution)]
    public void A_text_says_what_kind_of_document_it_is(string name, DraftKind kind) =>
        Assert.Equal(kind, Fixtures.Read("irregular", name).Kind);

    [Fact]
    public void Mastheads_of_revisions_are_read()
    {
        Assert.Equal(
            new Masthead
            {
                Symbol = DocumentSymbol.Parse("A/C.2/72/L.999/Rev.2"),
                Body = "大会",
                Date = "6 December 2017",
                Original = "English",
                Session = new Session("第七十二届会议", 72),
                Committee = "第二委员会",
                AgendaItem = new AgendaItem("16(a)", "信息和通信技术促进发展：信息社会世界首脑会议的后续行动"),
                DocumentType = "订正决议草案",
                Sponsors = new Sponsors("厄瓜多尔、墨西哥和土耳其", "代表属于 77 国集团的联合国会员国和中国。"),
            },
            Fixtures.Read("ict", "rev2").Masthead);

        var adopted = Fixtures.Read("ict", "adopted");
        Assert.Equal(DraftKind.AdoptedResolution, adopted.Kind);
        Assert.Equal(DocumentSymbol.Parse("A/RES/72/999"), adopted.Masthead.Symbol);
        Assert.Equal("72/999.", adopted.Units.Single(unit => unit.Section == Section.Title).Printed);
    }

    private static IEnumerable<Unit> Units(DraftTree tree) => tree.Units.Where(unit => unit.Section is not Section.Masthead);

    private static string Describe(string label, string? printed, string text) => $"{label} [{printed}]: {text}";
}
