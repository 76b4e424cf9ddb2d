using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Formats.Tests.Pdf;

/// <summary>What print says of a text, on pages that are set letter by letter.</summary>
public sealed class PdfReaderTests
{
    [Fact]
    public void Letters_that_stand_apart_are_words_and_lines_that_do_not_paragraphs()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,")
            + PdfFile.Line(96, 676, "Recalling its resolution 70/1, in which it adopted the goals for the years")
            + PdfFile.Line(72, 664, "to come,")
            + PdfFile.Line(96, 640, "1.") + PdfFile.Line(130, 640, "Decides to plant gardens beside all schools of the countries that want")
            + PdfFile.Line(72, 628, "one.\\222"));

        Assert.Equal(
            ["opening: The General Assembly,", "PP1: Recalling its resolution 70/1, in which it adopted the goals for the years to come,", "OP1: Decides to plant gardens beside all schools of the countries that want one.’"],
            Units(tree));
    }

    [Fact]
    public void A_raised_number_is_a_mark_and_a_power_is_none()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,")
            + PdfFile.Line(96, 676, "Recalling its report") + PdfFile.Line(176, 680, "1", 6) + PdfFile.Line(181, 676, "on 10 km") + PdfFile.Line(219.5, 680, "2", 6) + PdfFile.Line(227, 676, "of land,")
            + PdfFile.Line(96, 640, "1.") + PdfFile.Line(130, 640, "Decides to plant gardens.")
            + "72 110 140 0.5 re f\n"
            + PdfFile.Line(72, 100, "1", 5) + PdfFile.Line(78, 96, "A/70/998.", 8));

        Assert.Equal(
            ["opening: The General Assembly,", "PP1: Recalling its report on 10 km2 of land,", "OP1: Decides to plant gardens.", "FN1: A/70/998."], Units(tree));
        var mark = Assert.Single(tree.Units[1].Marks);
        Assert.Equal(("1", "FN1", 20), (mark.Number, mark.Note, mark.At));
    }

    [Fact]
    public void A_page_that_is_turned_or_askew_is_read_as_one_that_is_not()
    {
        string Turned(string matrix) => string.Join('\n', new[] { ("The General Assembly,", 0), ("Recalling its resolution 70/1,", 1), ("1. Decides to plant gardens.", 2) }
            .Select(line => $"q {matrix} cm BT /F1 10 Tf 1 0 0 1 60 {500 - (30 * line.Item2)} Tm ({line.Item1}) Tj ET Q"));
        string[] units = ["opening: The General Assembly,", "PP1: Recalling its resolution 70/1,", "OP1: Decides to plant gardens."];

        Assert.Equal(units, Units(Read(Turned("0 1 -1 0 595 0"))));
        Assert.Equal(units, Units(Read(Turned("0.9998 0.0175 -0.0175 0.9998 0 0"))));
    }

    [Fact]
    public void What_ends_or_begins_a_page_is_text_where_it_does_not_stand_apart()
    {
        string Page(string top, string end, int number) => PdfFile.Line(72, 760, top) + PdfFile.Line(72, 72, end) + PdfFile.Line(72, 60, $"{2029 + number}") + PdfFile.Line(290, 30, $"{number}/2");
        var tree = DraftFile.Read("draft.pdf", PdfFile.Of(
        [
            PdfFile.Catalogue, "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>", PdfFile.Page(), PdfFile.Stream(Page("The General Assembly,", "1. Decides that the goals be reached everywhere and by all by", 1)), PdfFile.Font,
            PdfFile.Page(content: "7 0 R"), PdfFile.Stream(Page("Annex 1", "1. The plan begins here and ends in the year", 2)),
        ]), "en");

        Assert.Equal(
            ["opening: The General Assembly,", "OP1: Decides that the goals be reached everywhere and by all by 2030", "AX1.H1: Annex 1", "AX1.1: The plan begins here and ends in the year 2031"], Units(tree));
    }

    [Fact]
    public void A_line_of_a_footnote_may_begin_with_a_number()
    {
        var tree = Read(
            PdfFile.Line(72, 748, "The General Assembly,")
            + PdfFile.Line(72, 724, "Recalling the resolutions in which it decided that all schools should have gardens of their own,")
            + PdfFile.Line(72, 700, "Noting with satisfaction that many of them have gardens now,")
            + PdfFile.Line(72, 676, "1. Decides to plant gardens") + PdfFile.Line(196, 680, "1", 6) + PdfFile.Line(201, 676, " and trees") + PdfFile.Line(246, 680, "2", 6) + PdfFile.Line(251, 676, ".")
            + "72 110 140 0.5 re f\n"
            + PdfFile.Line(72, 100, "1", 5) + PdfFile.Line(78, 96, "See the report of the meeting that was held from 3 to", 8) + PdfFile.Line(72, 86, "12 May 2015 at Klow.", 8)
            + PdfFile.Line(72, 80, "2", 5) + PdfFile.Line(78, 76, "A/70/998.", 8));

        Assert.Equal(["FN1: See the report of the meeting that was held from 3 to 12 May 2015 at Klow.", "FN2: A/70/998."], Units(tree).TakeLast(2));
    }

    [Fact]
    public void A_small_line_that_begins_with_a_star_is_a_footnote_without_a_rule_too()
    {
        var tree = Read(
            PdfFile.Line(72, 724, "Brazil*: draft resolution") + PdfFile.Line(72, 700, "The General Assembly,")
            + PdfFile.Line(72, 676, "1.") + PdfFile.Line(96, 676, "Decides to plant gardens.")
            + PdfFile.Line(40, 660, "*", 8.5) + PdfFile.Line(64, 660, "On behalf of the Group of 77.", 8.5));

        Assert.Equal("FN*: On behalf of the Group of 77.", Units(tree).Last());
    }

    [Fact]
    public void Small_words_below_a_rule_that_are_no_footnote_are_text()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,") + PdfFile.Line(72, 676, "1. Decides to plant gardens, and asks all schools to plant them.")
            + "72 110 140 0.5 re f\n" + PdfFile.Line(72, 96, "Source: calculations.", 8));

        Assert.Contains("Source: calculations.", string.Concat(Units(tree)), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        var content = PdfFile.Line(72, 760, "The General Assembly,");
        for (var i = 0; i < 8; i++)
        {
            content += PdfFile.Line(72, 700 - (12 * i), i == 0 ? "1. Decides that the first column is" : i == 7 ? "the end of the first column;" : $"longer than line {i} of the first one");
            content += PdfFile.Line(320, 700 - (12 * i), i == 0 ? "2. Also decides that the second is" : i == 7 ? "the end of the second column." : $"longer than line {i} of the second");
        }

        var units = Units(Read(content)).ToArray();

        Assert.StartsWith("OP1: Decides that the first column is longer than line 1 of the first one", units[1], StringComparison.Ordinal);
        Assert.EndsWith("the end of the first column;", units[1], StringComparison.Ordinal);
        Assert.StartsWith("OP2: Also decides that the second is longer", units[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_at_the_same_place_of_all_pages_is_furniture()
    {
        string Page(int number, string words) => PdfFile.Line(72, 800, "Draft for the informal consultations of the week") + PdfFile.Line(72, 700, words) + PdfFile.Line(290, 40, $"{number}");
        var tree = DraftFile.Read("draft.pdf", PdfFile.Of(
        [
            PdfFile.Catalogue, "<< /Type /Pages /Kids [3 0 R 6 0 R 7 0 R] /Count 3 >>", PdfFile.Page(), PdfFile.Stream(Page(1, "The General Assembly,")), PdfFile.Font,
            PdfFile.Page(content: "8 0 R"), PdfFile.Page(content: "9 0 R"), PdfFile.Stream(Page(2, "1. Decides to plant gardens;")), PdfFile.Stream(Page(3, "2. Decides to water them.")),
        ]));

        Assert.Equal(["opening: The General Assembly,", "OP1: Decides to plant gardens;", "OP2: Decides to water them."], Units(tree).TakeLast(3));
        Assert.Contains("consultations", tree.Source.Content, StringComparison.Ordinal);
        Assert.Equal(tree.Source.Content, tree.ToFullString());
    }

    [Fact]
    public void A_page_without_text_is_named()
    {
        var tree = DraftFile.Read("draft.pdf", PdfFile.Of(
        [
            PdfFile.Catalogue, "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>", PdfFile.Page(), PdfFile.Stream(PdfFile.Line(72, 700, "The General Assembly,")), PdfFile.Font,
            PdfFile.Page("/XObject << /I 8 0 R >>", "7 0 R"), PdfFile.Stream("q 500 0 0 700 50 50 cm /I Do Q"),
            PdfFile.Stream("\u0080", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
        ]));

        var diagnostic = Assert.Single(tree.Diagnostics, diagnostic => diagnostic.Id == "DD1009");
        Assert.StartsWith("page 2 is an image without text", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_page_that_is_damaged_is_named(int lost, bool isDamaged)
    {
        var packed = PdfFile.Packed(PdfFile.Line(72, 700, "The General Assembly,") + PdfFile.Line(72, 676, "Recalling its resolution 70/1,") + PdfFile.Line(72, 652, "1. Decides to plant gardens."));
        var middle = packed.Length / 2;
        var tree = DraftFile.Read("draft.pdf", PdfFile.Of(
        [
            PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page(), PdfFile.Stream(packed[..middle] + packed[(middle + lost)..], "/Filter /FlateDecode"), PdfFile.Font,
        ]), "en");

        Assert.Equal(isDamaged, tree.Diagnostics.Any(diagnostic => diagnostic.Id == "DD1010"));
        Assert.Equal(!isDamaged, Units(tree).LastOrDefault() == "OP1: Decides to plant gardens.");
    }

    [Fact]
    public void A_page_that_is_not_found_is_named()
    {
        var tree = DraftFile.Read("draft.pdf", PdfFile.Of(
        [
            PdfFile.Catalogue, "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>", PdfFile.Page(), PdfFile.Stream(PdfFile.Line(72, 700, "The General Assembly,")), PdfFile.Font,
        ]), "en");

        Assert.Contains(tree.Diagnostics, diagnostic => diagnostic.Id == "DD1010" && diagnostic.Message.Contains("page 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_leaves_hardly_any_room_is_a_label()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,") + PdfFile.Line(96, 676, "99.") + PdfFile.Line(124, 676, "Decides to plant gardens;")
            + PdfFile.Line(96, 652, "100.") + PdfFile.Line(115, 652, "Decides to water them."));

        Assert.Equal(["OP99: Decides to plant gardens;", "OP100: Decides to water them."], Units(tree).Skip(1));
    }

    [Fact]
    public void Letters_that_the_file_gives_no_code_are_told_and_not_guessed()
    {
        const string Nameless = "<< /Type /Font /Subtype /Type0 /BaseFont /Foo /Encoding /Identity-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 /BaseFont /Foo /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Foo /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -100 /CapHeight 700 /StemV 80 >> >> ] >>";
        var codes = string.Concat(Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"{3 + (i % 40):x4}")));

        var tree = DraftFile.Read("draft.pdf", PdfFile.Of([PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page(), PdfFile.Stream($"BT /F1 12 Tf 72 720 Td <{codes}> Tj ET"), Nameless]));

        Assert.Contains(tree.Diagnostics, diagnostic => diagnostic.Id == "DD1004");
    }

    [Fact]
    public void A_line_that_a_hyphen_ends_goes_on_with_the_word()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,")
            + PdfFile.Line(72, 676, "Recalling the cooperation of all, and that the cooper-") + PdfFile.Line(72, 664, "ation of film-") + PdfFile.Line(72, 652, "makers is film-makers' own,"));

        Assert.Equal("PP1: Recalling the cooperation of all, and that the cooperation of film-makers is film-makers' own,", Units(tree).ElementAt(1));
    }

    [Fact]
    public void Lines_that_hang_in_the_middle_are_no_titles()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,")
            + PdfFile.Line(72, 676, "Recalling its resolution 70/1, in which it adopted the goals for the years to come,")
            + PdfFile.Line(72, 652, "1.") + PdfFile.Line(96, 652, "Decides that all the countries plant gardens of roses and of lilies and herbs,")
            + PdfFile.Line(96, 640, "and of trees beside each of their schools and beside each of the others,")
            + PdfFile.Line(96, 628, "and that the children of each of the countries water each one of those")
            + PdfFile.Line(96, 616, "gardens."));

        Assert.Equal(
            "OP1: Decides that all the countries plant gardens of roses and of lilies and herbs, and of trees beside each of their schools and beside each of the others, and that the children of each of the countries water each one of those gardens.",
            Units(tree).Last());
    }

    [Fact]
    public void A_list_within_a_sentence_is_none_of_subparagraphs_where_nothing_sets_it_apart()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,")
            + PdfFile.Line(96, 676, "1.") + PdfFile.Line(120, 676, "Decides that all plant gardens for three reasons, namely")
            + PdfFile.Line(72, 664, "(a) that the children of the country eat, and eat what is good for each;")
            + PdfFile.Line(72, 652, "(b) that they see how it grows; and (c) that they share it, which is all:")
            + PdfFile.Line(96, 640, "(a)") + PdfFile.Line(120, 640, "Gardens of the cities;")
            + PdfFile.Line(96, 628, "(b)") + PdfFile.Line(120, 628, "Gardens of the villages."));

        Assert.Equal(["OP1", "OP1(a)", "OP1(b)"], tree.Units.Skip(1).Select(unit => unit.Label));
        Assert.EndsWith("which is all:", tree.Units[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_page_begins_and_no_line_is_indented_the_words_tell_a_paragraph()
    {
        string Page(params string[] lines) => string.Concat(lines.Select((line, i) => PdfFile.Line(72, 700 - (12 * i), line)));
        var tree = DraftFile.Read("draft.pdf", PdfFile.Of(
        [
            PdfFile.Catalogue, "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>", PdfFile.Page(),
            PdfFile.Stream(Page("The General Assembly,", "", "Recalling its resolution 70/1 on the goals for the years that are to come,")), PdfFile.Font,
            PdfFile.Page(content: "7 0 R"),
            PdfFile.Stream(Page("Recalling also the gardens that it planted beside the schools of the countries,", "Member States and others and also all of those that want one for their own,", "", "1. Decides to plant gardens.")),
        ]), "en");

        Assert.Equal(
            [
                "opening: The General Assembly,", "PP1: Recalling its resolution 70/1 on the goals for the years that are to come,",
                "PP2: Recalling also the gardens that it planted beside the schools of the countries, Member States and others and also all of those that want one for their own,",
                "OP1: Decides to plant gardens.",
            ],
            Units(tree));
    }

    [Fact]
    public void A_space_that_a_letter_is_printed_over_is_none()
    {
        var tree = Read(
            PdfFile.Line(72, 700, "The General Assembly,")
            + "BT /F1 10 Tf 1 0 0 1 72 676 Tm [(Recalling the non-) ( ) 250 (governmental gardens,)] TJ ET\n");

        Assert.Equal("PP1: Recalling the non-governmental gardens,", Units(tree).ElementAt(1));
    }

    private static DraftTree Read(string content)
    {
        var tree = DraftFile.Read("draft.pdf", PdfFile.Showing(content), "en");
        Assert.Equal(tree.Source.Content, tree.ToFullString());
        return tree;
    }

    private static IEnumerable<string> Units(DraftTree tree) => tree.Units.Select(unit => $"{unit.Label}: {unit.Text}");
}
