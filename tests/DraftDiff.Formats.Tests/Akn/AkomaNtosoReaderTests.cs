using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>What is read of documents that others wrote.</summary>
public sealed class AkomaNtosoReaderTests
{
    private const string Preamble = "<preamble><formula name=\"enactingFormula\"><p>The General Assembly,</p></formula><recitals><recital><p><i>Recalling</i> its resolution 70/1,</p></recital></recitals></preamble>";

    [Fact]
    public void Numbers_stand_in_front_of_the_words_beside_them()
    {
        var tree = AknText.Read(Preamble + """
            <mainBody><paragraph><num>1.</num><intro><p>Requests the Secretary-General:</p></intro>
            <list><point><num>(a)</num><content><p>To report;</p></content></point></list></paragraph>
            <paragraph><num>2</num><content><p>decides to remain seized of the matter.</p></content></paragraph></mainBody>
            """);

        Assert.Equal("opening The General Assembly,|PP1 Recalling its resolution 70/1,|OP1 Requests the Secretary-General:|OP1(a) To report;|OP2 decides to remain seized of the matter.", UnitsOf(tree));
        Assert.Equal("Recalling".Length, tree.Units[1].EmphasisLength);
    }

    [Fact]
    public void Notes_are_read_where_they_are_marked_and_where_they_are_named_again()
    {
        var tree = AknText.Read(Preamble + """
            <mainBody><paragraph><num>1.</num><content><p>Recalls the Charter<authorialNote eId="n1" marker="7" placement="bottom"><p>See A/72/1.</p></authorialNote> and again<noteRef href="#n1" marker="7"/> it;</p></content></paragraph></mainBody>
            """);

        var paragraph = tree.Units.First(unit => unit.Label == "OP1");
        Assert.Equal("Recalls the Charter and again it;", paragraph.Text);
        Assert.Equal([new Mark("7", "FN7", 19), new Mark("7", "FN7", 29)], paragraph.Marks.AsEnumerable());
        Assert.Equal("See A/72/1.", tree.Units[^1].Text);
    }

    [Theory]
    [InlineData("<authorialNote><p>A note.</p></authorialNote>", "1")]
    [InlineData("<authorialNote marker=\"a\"><p>A note.</p></authorialNote>", "1")]
    [InlineData("<authorialNote marker=\"(3)\"><p>A note.</p></authorialNote>", "3")]
    [InlineData("<authorialNote marker=\"\u0663\"><p>A note.</p></authorialNote>", "3")]
    [InlineData("<authorialNote marker=\"**\"><p>A note.</p></authorialNote>", "**")]
    [InlineData("<authorialNote marker=\"99999999\"><p>A note.</p></authorialNote>", "1")]
    public void A_note_without_a_number_that_drafts_have_is_counted(string note, string number)
    {
        var tree = AknText.Read($"{Preamble}<mainBody><paragraph><num>1.</num><content><p>Recalls it;{note}</p></content></paragraph></mainBody>");

        Assert.Equal(new Mark(number, "FN" + number, 11), Assert.Single(tree.Units.First(unit => unit.Label == "OP1").Marks));
        Assert.Equal("A note.", tree.Units[^1].Text);
    }

    [Fact]
    public void A_note_that_the_metadata_holds_is_one_of_the_text_where_the_text_names_it()
    {
        var tree = AknDrafts.Read("<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"><act><meta><notes source=\"#a\"><note id=\"n1\" marker=\"2\"><p>Of old.</p></note></notes></meta>"
            + "<body><section id=\"s1\"><num>1.</num><content><p>Words<noteRef href=\"#n1\"/>.</p></content></section></body></act></akomaNtoso>");

        Assert.Contains("Words\u00B2.", tree.Source.Content, StringComparison.Ordinal);
        Assert.Equal("FN2 Of old.", UnitsOf(tree).Split('|')[^1]);
    }

    [Theory]
    [InlineData("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "statement", "mainBody")]
    [InlineData("http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17", "doc", "mainBody")]
    [InlineData("http://www.akomantoso.org/2.0", "act", "body")]
    [InlineData("http://www.akomantoso.org/1.0", "debateReport", "debateBody")]
    [InlineData("", "officialGazette", "collectionBody")]
    public void Every_type_of_document_is_read_in_every_version(string version, string type, string body)
    {
        var tree = AknDrafts.Read($"<a:akomaNtoso xmlns:a=\"{version}\"><a:{type}><a:meta><a:x>no text</a:x></a:meta><a:{body}><a:p>The General Assembly,</a:p><a:p>Recalling its resolution,</a:p></a:{body}></a:{type}></a:akomaNtoso>"
            .Replace(version.Length == 0 ? "a:" : "\0", "", StringComparison.Ordinal).Replace(version.Length == 0 ? " xmlns:a=\"\"" : "\0", "", StringComparison.Ordinal));

        Assert.Equal("opening The General Assembly,|PP1 Recalling its resolution,", UnitsOf(tree));
    }

    [Fact]
    public void What_is_not_known_is_read_through()
    {
        var tree = AknText.Read($"{Preamble}<mainBody><novelty><p>Decides <novel>to <b>act</b></novel> now;</p></novelty><p>Decides:<unknownStructure><p>that all go;</p></unknownStructure></p></mainBody>");

        Assert.Equal("Decides to act now;|Decides:|that all go;", string.Join('|', tree.Units.Skip(2).Select(unit => unit.Text)));
    }

    [Fact]
    public void The_preface_is_the_masthead()
    {
        var tree = AknText.Read("""
            <preface><p><docNumber>A/C.2/72/L.39</docNumber></p><p><session>Seventy-second session</session></p><p><docCommittee>Second Committee</docCommittee></p>
            <p><inline name="agenda-item">Agenda item 16</inline></p><p><docProponent>Ecuador</docProponent>: <docType>draft resolution</docType></p>
            <longTitle><p>What the words are about, at some length</p></longTitle></preface>
            """ + Preamble + "<mainBody><p>1. Decides to act.</p></mainBody>");

        Assert.Equal("A/C.2/72/L.39", tree.Masthead.Symbol!.ToString());
        Assert.Equal((72, "Second Committee", "16", "Ecuador", DraftKind.DraftResolution), (tree.Masthead.Session!.Number, tree.Masthead.Committee, tree.Masthead.AgendaItem!.Number, tree.Masthead.Sponsors!.Text, tree.Kind));
        Assert.Equal("What the words are about, at some length", tree.Title);
    }

    [Fact]
    public void A_cover_page_belongs_to_the_masthead_and_the_preface_of_an_annex_does_not()
    {
        var tree = AknText.Read("<coverPage><p>Some page</p></coverPage><preface><p><docTitle>Gardens</docTitle></p></preface>" + Preamble
            + "<mainBody><p>1. Decides to act.</p></mainBody><attachments><attachment><heading>Annex</heading><doc><preface><p><docTitle>Principles of gardens</docTitle></p></preface><mainBody><p>1. Water is good.</p></mainBody></doc></attachment></attachments>");

        Assert.Equal("Gardens", tree.Title);
        Assert.Equal("U1 Some page|title Gardens|opening The General Assembly,|PP1 Recalling its resolution 70/1,|OP1 Decides to act.|AX1.H1 Annex|AX1.H2 Principles of gardens|AX1.1 Water is good.", UnitsOf(tree));
    }

    [Theory]
    [InlineData("fra", "fr")]
    [InlineData("fre", "fr")]
    [InlineData("chi", "zh")]
    [InlineData("zho", "zh")]
    [InlineData("ara", "ar")]
    [InlineData("rus", "ru")]
    [InlineData("tlh", "en")]
    public void The_metadata_name_the_language(string code, string language) =>
        Assert.Equal(language, AknDrafts.Read(AknText.Document(Preamble + "<mainBody><p>Decides to act.</p></mainBody>", code)).Language);

    [Fact]
    public void A_table_is_a_row_a_line()
    {
        var tree = AknText.Read($"{Preamble}<mainBody><table><caption>Costs</caption><tr><th><p>Year</p></th><td><p>2017</p></td></tr><tr><td>Sum</td><td>12 <b>dollars</b></td></tr></table></mainBody>");

        Assert.Contains("Costs\n\nYear\t2017\n\nSum\t12 dollars", tree.Source.Content, StringComparison.Ordinal);
        Assert.Contains(tree.Diagnostics, diagnostic => diagnostic.Id == "DD1006");
    }

    [Fact]
    public void What_breaks_the_schema_is_said_once_and_counted()
    {
        var tree = AknText.Read(Preamble + """
            <mainBody><paragraph eId="para_1"><content><p>1 that it acts:</p></content><list><point eId="para_1"><num>a)</num><content><p>soon;</p></content></point></list></paragraph>
            <paragraph eId="para_2"><num>2</num><content><p>that it ends;</p></content></paragraph><paragraph eId="para_2"><num>3</num><content><p>that it rests.</p></content></paragraph></mainBody>
            """);

        Assert.Equal(
            [
                "the mark-up of this file is not as its schema has it: a number is typed among the words where the next paragraph has a <num>: “1 that it acts:”",
                "the mark-up of this file is not as its schema has it: <list> stands behind <content>, which nothing may follow; what it lists belongs behind an <intro>",
                "the mark-up of this file is not as its schema has it: the eId “para_1” stands for the second time; another eId is repeated",
            ],
            tree.Diagnostics.Where(diagnostic => diagnostic.Id == "DD1008").Select(diagnostic => diagnostic.Message));
    }

    [SkippableFact]
    public void A_decision_of_the_Telecommunication_Union_is_read_with_its_errors()
    {
        var root = Environment.GetEnvironmentVariable("DRAFTDIFF_CORPUS");
        Skip.If(string.IsNullOrEmpty(root), "DRAFTDIFF_CORPUS names no folder of real texts.");
        var xml = File.ReadAllText(Path.Combine(root!, "akn", "dec_5.xml"));

        var tree = AknDrafts.Read(xml);

        Assert.Null(AknDrafts.LostWord(xml, tree));
        Assert.Equal(tree.Source.Content, tree.ToFullString());
        Assert.Equal(("en", "Revenue and expenses for the Union for the period 2020-2023"), (tree.Language, tree.Title));
        Assert.Equal("The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),", tree.Units.First(unit => unit.Section == Section.Opening).Text);
        Assert.Equal(3, tree.Diagnostics.Count(diagnostic => diagnostic.Id == "DD1008"));
        Assert.Equal("", AknDrafts.Differences(tree, AknDrafts.Read(AknDrafts.WriteText(tree))));
    }

    private static string UnitsOf(DraftTree tree) => string.Join('|', tree.Units.Select(unit => $"{unit.Label} {unit.Text}"));
}
