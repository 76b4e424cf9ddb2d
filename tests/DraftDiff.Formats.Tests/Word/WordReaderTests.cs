using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using Xunit;
using static DraftDiff.Formats.Tests.Word.WordFile;

namespace DraftDiff.Formats.Tests.Word;

public sealed class WordReaderTests
{
    private static readonly string Opening = P("The General Assembly,") + P("Recalling its resolution 70/1 of 25 September 2015,");

    [Theory]
    [InlineData("decimal", "%1.", "1.", "2.", "3.")]
    [InlineData("lowerLetter", "(%1)", "(a)", "(b)", "(c)")]
    [InlineData("upperRoman", "%1", "I", "II", "III")]
    [InlineData("lowerRoman", "%1)", "i)", "ii)", "iii)")]
    [InlineData("hindiNumbers", "%1 -", "١ -", "٢ -", "٣ -")]
    [InlineData("arabicAlpha", "(%1)", "(أ)", "(ب)", "(ت)")]
    [InlineData("arabicAbjad", "(%1)", "(أ)", "(ب)", "(ج)")]
    [InlineData("russianLower", "%1)", "а)", "б)", "в)")]
    [InlineData("chineseCounting", "%1、", "一、", "二、", "三、")]
    [InlineData("bullet", "\uF0B7", "•", "•", "•")]
    [InlineData("bullet", "–", "–", "–", "–")]
    [InlineData("none", "%1", "", "", "")]
    public void A_list_gives_its_paragraphs_labels(string format, string text, params string[] labels)
    {
        var file = Of(string.Concat(labels.Select(_ => P("Words", InList(1)))), List(0, Level(0, format, text), 1));

        Assert.Equal(labels.Select(label => label.Length == 0 ? "Words" : $"{label}\tWords"), LinesOf(file));
    }

    [Fact]
    public void Inner_levels_begin_again_behind_outer_ones()
    {
        var body = P("One", InList(1)) + P("a", InList(1, 1)) + P("b", InList(1, 1)) + P("Two", InList(1)) + P("a", InList(1, 1)) + P("i", InList(1, 2));
        var levels = Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "(%2)") + Level(2, "decimal", "%1.%3");

        Assert.Equal(["1.\tOne", "(a)\ta", "(b)\tb", "2.\tTwo", "(a)\ta", "2.1\ti"], LinesOf(Of(body, List(0, levels, 1))));
    }

    [Fact]
    public void A_list_of_the_same_definition_counts_on_and_one_that_overrides_its_start_begins_again()
    {
        var body = P("One", InList(1)) + P("Two", InList(2)) + P("One again", InList(3)) + P("Two again", InList(3));
        var lists = List(0, Level(0, "decimal", "%1."), 1, 2)
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

        Assert.Equal(["1.\tOne", "2.\tTwo", "1.\tOne again", "2.\tTwo again"], LinesOf(Of(body, lists)));
    }

    [Fact]
    public void A_style_gives_its_paragraphs_a_list_and_a_paragraph_can_leave_it()
    {
        const string Styles = "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:basedOn w:val=\"Base\"/></w:style>";
        var body = P("One", "<w:pStyle w:val=\"Own\"/>") + P("None", "<w:pStyle w:val=\"Own\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("Two", "<w:pStyle w:val=\"Own\"/>");

        Assert.Equal(["1.\tOne", "None", "2.\tTwo"], LinesOf(Of(body, List(0, Level(0, "decimal", "%1."), 1), styles: Styles)));
    }

    [Fact]
    public void Labels_that_Word_counts_are_labels_of_the_draft()
    {
        var body = Opening + P("Decides:", InList(1)) + P("To act;", InList(1, 1)) + P("To wait;", InList(1, 1)) + P("Requests a report.", InList(1));

        var tree = Read(Of(body, List(0, Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "(%2)"), 1)));

        Assert.Equal(["opening", "PP1", "OP1", "OP1(a)", "OP1(b)", "OP2"], tree.Units.Select(unit => unit.Label));
        Assert.Equal("To wait;", tree.Units[4].Text);
    }

    [Fact]
    public void Footnotes_are_numbered_by_their_references_and_repeated_by_fields()
    {
        const string Notes = "<w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> See A/72/1.</w:t></w:r></w:p></w:footnote>"
            + "<w:footnote w:id=\"3\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> See A/72/2.</w:t></w:r></w:p><w:p><w:r><w:t>And Corr.1.</w:t></w:r></w:p></w:footnote>"
            + "<w:footnote w:id=\"9\"><w:p><w:r><w:t>* Not official.</w:t></w:r></w:p></w:footnote>";
        var repeated = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> NOTEREF _Ref1 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + R("9") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var body = P("The General Assembly,")
            + P(R("Recalling the plan") + "<w:bookmarkStart w:id=\"1\" w:name=\"_Ref1\"/><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:bookmarkEnd w:id=\"1\"/>" + R(" and the goals") + "<w:r><w:footnoteReference w:id=\"3\"/></w:r>" + R(","))
            + P(R("1. Takes note of the plan") + repeated + R(" and the list") + "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"9\"/><w:t>*</w:t></w:r>" + R(" of 2030."));

        var tree = Read(Of(body, footnotes: Notes));

        Assert.Equal("Recalling the plan and the goals,", tree.Units[1].Text);
        Assert.Equal([new Mark("1", "FN1", 18), new Mark("2", "FN2", 32)], tree.Units[1].Marks.AsEnumerable());
        Assert.Equal("Takes note of the plan and the list of 2030.", tree.Units[2].Text);
        Assert.Equal([new Mark("1", "FN1", 22), new Mark("*", "FN*", 35)], tree.Units[2].Marks.AsEnumerable());
        Assert.Equal(
            ["FN1: See A/72/1.", "FN2: See A/72/2. And Corr.1.", "FN*: Not official."],
            tree.Units.Where(unit => unit.Section == Section.Footnotes).Select(unit => $"{unit.Label}: {unit.Text}"));
    }

    [Fact]
    public void Words_are_those_that_are_shown()
    {
        var body = P(
            R("Coop") + "<w:r><w:softHyphen/></w:r>" + R("eration, non") + "<w:r><w:noBreakHyphen/><w:t>profit</w:t><w:tab/><w:t>and</w:t><w:br/><w:t>more</w:t></w:r>"
            + "<w:hyperlink w:anchor=\"x\">" + R(" linked") + "</w:hyperlink>"
            + "<w:fldSimple w:instr=\" REF x \">" + R(" shown") + "</w:fldSimple>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"http://x\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R(" result") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + R(" hidden", "<w:vanish/>") + "<w:sdt><w:sdtContent>" + R(" content") + "</w:sdtContent></w:sdt>" + R("."));

        var tree = Read(Of(Opening + body));

        Assert.Equal("Cooperation, non\u2011profit and more linked shown result content.", tree.Units[^1].Text);
        Assert.Contains(tree.Diagnostics, said => said.Id == "DD1007");
    }

    [Fact]
    public void Italics_tell_opening_words()
    {
        var body = P("The General Assembly,") + P(R("Recalling with some joy", "<w:i/>") + R(" its resolution 70/1,")) + P(R("1.\t") + R("Solemnly ", "<w:i/>") + R("decides", "<w:i/>") + R(" to act;"))
            + P("2. Calls upon States to act.");

        var tree = Read(Of(body));

        Assert.Equal(["Recalling with some joy", "Solemnly decides", "Calls upon"], tree.Units.Skip(1).Select(unit => unit.Text[..OpeningWords.LengthOf(unit, "en")]));
    }

    [Fact]
    public void The_masthead_is_read_from_the_header_of_the_first_page()
    {
        var header = P("United Nations") + P("A/C.2/72/L.39") + P("General Assembly") + P("Distr.: Limited") + P("9 November 2017") + P("Original: English");

        var tree = Read(Of(P("Seventy-second session") + P("Second Committee") + P("Draft resolution") + P("Gardens") + Opening, header: header));

        Assert.Equal("A/C.2/72/L.39", tree.Masthead.Symbol?.ToString());
        Assert.Equal(new DateOnly(2017, 11, 9), tree.Date);
        Assert.Equal("Gardens", tree.Title);
    }

    [Fact]
    public void Text_boxes_are_furniture_and_tables_are_text()
    {
        var box = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + P("In a box") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><w:txbxContent>" + P("In a box") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        var table = $"<w:tbl><w:tr><w:tc>{P("Year")}</w:tc><w:tc>{P("Amount")}</w:tc></w:tr><w:tr><w:tc>{P("2024")}</w:tc><w:tc>{P("12")}</w:tc></w:tr></w:tbl>";

        var tree = Read(Of(Opening + P(R("Decides to act.") + box) + table));

        Assert.Equal(["Year Amount", "2024 12"], tree.Units[^2..].Select(unit => unit.Text));
        Assert.DoesNotContain(tree.Units, unit => unit.Text.Contains("box", StringComparison.Ordinal));
        Assert.Contains("In a box", tree.Source.Content, StringComparison.Ordinal);
        Assert.Contains(tree.Diagnostics, said => said.Id == "DD1006");
    }

    [Fact]
    public void Styles_of_the_United_Nations_say_what_a_masthead_is()
    {
        static string Styled(string style, string text) => P(text, $"<w:pStyle w:val=\"{style}\"/>");
        var body = Styled("Session", "Eightieth session") + Styled("AgendaItemNormal", "Items 137 and 138 of the preliminary list") + Styled("AgendaTitleH2", "Programme budget")
            + Styled("TitleHCH", "Proposed programme budget") + Styled("TitleH1", "for 2026") + Opening;

        var tree = Read(Of(body));

        Assert.Equal("Proposed programme budget for 2026", tree.Title);
        Assert.Equal("Items 137 and 138 of the preliminary list Programme budget", tree.Units.Single(unit => unit.Label == "agenda-item").Text);
    }

    [Fact]
    public void Tracked_changes_are_accepted_or_rejected()
    {
        const string By = "w:id=\"1\" w:author=\"A\" w:date=\"2020-01-01T00:00:00Z\"";
        var body = Opening
            + P(R("1. Decides to ") + $"<w:del {By}><w:r><w:delText>act</w:delText></w:r></w:del><w:ins {By}>{R("wait")}</w:ins>" + R(";"))
            + $"<w:p><w:pPr><w:rPr><w:ins {By}/></w:rPr></w:pPr>{R("2. Requests a report; ")}</w:p>" + P($"<w:ins {By}>{R("3. ")}</w:ins>{R("and decides to remain seized.")}");
        var file = Of(body);

        Assert.Equal(["OP1: Decides to wait;", "OP2: Requests a report;", "OP3: and decides to remain seized."], Operative(Read(file)));
        Assert.Equal(["OP1: Decides to act;", "OP2: Requests a report; and decides to remain seized."], Operative(Read(file, TrackedChanges.Reject)));
        Assert.Contains(Read(file).Diagnostics, said => said.Id == "DD1005");

        static IEnumerable<string> Operative(DraftTree tree) => tree.Units.Skip(2).Select(unit => $"{unit.Label}: {unit.Text}");
    }

    /// <summary>What converters make of a text: a paragraph a line.</summary>
    [Fact]
    public void Paragraphs_that_are_wrapped_lines_are_read_as_the_text_they_were()
    {
        var lines = File.ReadAllLines(Fixtures.PathOf(Fixtures.SeedFile));
        var file = Of(string.Concat(lines.Select(line => P(R(line.Replace("&", "&amp;", StringComparison.Ordinal))))));

        TrackedRedline.AssertSame(
            Fixtures.Seed.Units.Select(unit => $"{unit.Label}: {unit.Text}"),
            DraftFile.Read("draft.docx", file).Units.Select(unit => $"{unit.Label}: {unit.Text}"));
    }

    [SkippableFact]
    public void Nothing_of_a_real_file_is_lost()
    {
        foreach (var file in WordCorpus.Files())
        {
            var tree = DraftFile.Read(Path.GetFileName(file), File.ReadAllBytes(file));

            Assert.Equal(tree.Source.Content, tree.ToFullString());
            foreach (var part in TrackedRedline.PartsOf(File.ReadAllBytes(file)).Values)
            {
                var words = part.Descendants(W.Text).Where(word => !word.Ancestors(W.Fallback).Any()).SelectMany(word => word.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                Assert.All(words, word => Assert.Contains(word, tree.Source.Content, StringComparison.Ordinal));
            }
        }
    }

    private static DraftTree Read(byte[] file, TrackedChanges changes = TrackedChanges.Accept) => DraftFile.Read("draft.docx", file, "en", changes);

    private static string[] LinesOf(byte[] file) => Read(file).Source.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
