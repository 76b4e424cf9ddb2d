using DraftDiff.Formats.Akn;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>What is written.</summary>
public sealed class AkomaNtosoWriterTests
{
    private const string Draft = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides to act;\n\n2. Decides to rest:\n\n(a) Today;\n\n(b) Tomorrow;\n\n3. Decides to end.\n";

    [Theory]
    [InlineData("<recital eId=\"rec_1\" wId=\"id-PP1\">")]
    [InlineData("<paragraph eId=\"para_2\" wId=\"id-OP2\">")]
    [InlineData("<subparagraph eId=\"para_2__subpara_b\" wId=\"id-OP2(b)\">")]
    public void An_eId_says_where_a_paragraph_stands_and_a_wId_which_it_is(string element) => Assert.Contains(
        element, AknDrafts.WriteText(Parse(Draft), new AkomaNtosoIdentity { IdOf = unit => "id-" + unit.Label }), StringComparison.Ordinal);

    [Fact]
    public void A_wId_that_is_made_of_the_words_stays_when_numbers_change()
    {
        var before = WorkIds(Draft);
        var after = WorkIds(Draft.Replace("3. Decides to end", "4. Decides to end", StringComparison.Ordinal).Replace("1. Decides to act;\n\n2.", "1. Decides to wait;\n\n2. Decides to act;\n\n3.", StringComparison.Ordinal));

        Assert.Equal(before["Decides to act;"], after["Decides to act;"]);
        Assert.Equal(before["Decides to end."], after["Decides to end."]);
        Assert.Equal(before["Tomorrow;"], after["Tomorrow;"]);
        Assert.Equal(before.Count, before.Values.Distinct().Count());
    }

    [Fact]
    public void The_metadata_come_from_the_symbol_the_language_and_the_date()
    {
        var identity = new AkomaNtosoIdentity { Symbol = DocumentSymbol.Parse("A/C.2/72/L.39/Rev.1"), Date = new DateOnly(2017, 11, 22) };

        var xml = AknDrafts.WriteText(Parse(Draft), identity);

        foreach (var element in (string[])[
            "<FRBRuri value=\"/akn/un/statement/deliberation/unga/2017/a-c.2-72-l.39\" />",
            "<FRBRuri value=\"/akn/un/statement/deliberation/unga/2017/a-c.2-72-l.39/eng@2017-11-22\" />",
            "<FRBRnumber value=\"a-c.2-72-l.39\" showAs=\"A/C.2/72/L.39/Rev.1\" />",
            "<FRBRversionNumber value=\"rev.1\" />",
            "<FRBRlanguage language=\"eng\" />",
            "<FRBRdate date=\"2017-11-22\" name=\"document\" />"])
        {
            Assert.Contains(element, xml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_without_symbol_and_date_says_so()
    {
        var xml = AknDrafts.WriteText(Parse(Draft));

        Assert.Contains("<FRBRuri value=\"/akn/un/statement/deliberation/un/0001/nn/eng@\" />", xml, StringComparison.Ordinal);
        Assert.Contains("<FRBRdate date=\"0001-01-01\" name=\"unknown\" />", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fixtures/irregular/amendment.en.txt", "<doc name=\"amendment\" contains=\"originalVersion\">")]
    [InlineData("fixtures/irregular/corrigendum.en.txt", "<doc name=\"corrigendum\" contains=\"originalVersion\">")]
    [InlineData("fixtures/gardens/base.en.txt", "<statement name=\"resolution\" contains=\"originalVersion\">")]
    public void What_is_no_text_of_a_draft_is_a_document_of_another_type(string file, string element) =>
        Assert.Contains(element, AknDrafts.WriteText(Fixtures.Parse(Fixtures.PathOf(file))), StringComparison.Ordinal);

    [Fact]
    public void Characters_that_XML_cannot_hold_are_replaced()
    {
        var xml = AknDrafts.WriteText(Parse(Draft.Replace("Today", "To\u0001day \uD800 \uFFFF \uD83D\uDE00 & < >", StringComparison.Ordinal)));

        Assert.Contains("To\uFFFDday \uFFFD \uFFFD \uD83D\uDE00 &amp; &lt; &gt;", xml, StringComparison.Ordinal);
        Assert.Empty(AknSchema.Check(xml));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Words\n")]
    [InlineData("1.\n\n2.\n")]
    public void A_text_that_is_no_draft_is_written_too(string text) => Assert.Empty(AknSchema.Check(AknDrafts.WriteText(Parse(text))));

    [Fact]
    public void A_draft_that_is_known_by_its_units_alone_is_written()
    {
        var tree = Parse(Draft);
        var units = DraftTree.OfUnits(SourceText.From(""), "en", [.. tree.Units]);

        Assert.Equal(AknDrafts.WriteText(tree), AknDrafts.WriteText(units));
    }

    private static Dictionary<string, string> WorkIds(string draft)
    {
        var ids = System.Xml.Linq.XDocument.Parse(AknDrafts.WriteText(Parse(draft))).Descendants().Where(element => element.Attribute("wId") is not null);
        return ids.ToDictionary(element => element.Descendants().FirstOrDefault(inner => inner.Name.LocalName == "p")?.Value ?? element.Value, element => element.Attribute("wId")!.Value);
    }

    private static DraftTree Parse(string text) => DraftTree.Parse(SourceText.From(text), "en");
}
