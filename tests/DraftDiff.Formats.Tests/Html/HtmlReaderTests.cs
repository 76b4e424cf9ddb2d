using System.Net;
using System.Net.Sockets;
using System.Text;
using DraftDiff.Differencing;
using DraftDiff.Formats.Html;
using DraftDiff.Tests;
using Xunit;
using static DraftDiff.Formats.Tests.Html.HtmlPages;

namespace DraftDiff.Formats.Tests.Html;

public sealed class HtmlReaderTests
{
    private const string Opening = "<p>The General Assembly,</p><p>Recalling its resolution 70/1 of 25 September 2015,</p>";

    [Theory]
    [InlineData("<ol><li>One</li><li>Two</li></ol>", "1.\tOne", "2.\tTwo")]
    [InlineData("<ol start=\"3\"><li>One</li><li value=\"7\">Two</li><li>Three</li></ol>", "3.\tOne", "7.\tTwo", "8.\tThree")]
    [InlineData("<ol reversed><li>One</li><li>Two</li></ol>", "2.\tOne", "1.\tTwo")]
    [InlineData("<ol type=\"a\"><li>One</li><li>Two</li></ol>", "a.\tOne", "b.\tTwo")]
    [InlineData("<ol type=\"I\"><li>One</li><li>Two</li></ol>", "I.\tOne", "II.\tTwo")]
    [InlineData("<ol style=\"list-style-type: lower-roman\"><li>One</li><li>Two</li></ol>", "i.\tOne", "ii.\tTwo")]
    [InlineData("<ol style=\"list-style: none\"><li>1. One</li><li>2. Two</li></ol>", "1. One", "2. Two")]
    [InlineData("<ul><li>One</li><li><p>Two</p></li></ul>", "•\tOne", "•\tTwo")]
    [InlineData("<ol><li>One<ol type=\"a\"><li>In it</li></ol></li><li>Two</li></ol>", "1.\tOne", "a.\tIn it", "2.\tTwo")]
    public void A_list_gives_its_items_the_labels_that_a_browser_shows(string list, params string[] lines) => Assert.Equal(lines, LinesOf(list));

    [Theory]
    [InlineData("<p>One<br><br>Two</p>", "One", "Two")]
    [InlineData("<p>Decides to act;<br>2. Requests a report.</p>", "Decides to act;", "2. Requests a report.")]
    [InlineData("<p>Recalling all its resolutions on the matter of<br>gardens and of the schools that keep them, and<br>the report,</p>", "Recalling all its resolutions on the matter of\u2028gardens and of the schools that keep them, and\u2028the report,")]
    [InlineData("<h2>Agriculture development,<br>food security</h2>", "Agriculture development,\u2028food security")]
    [InlineData("<div>One<div>Two</div>Three</div>", "One", "Two", "Three")]
    [InlineData("<p>a&nbsp;b &amp; c&shy;d e<wbr>f</p>", "a\u00A0b & c\u00ADd ef")]
    [InlineData("<p>A plot of 20 m<sup>2</sup> or 3 km<sup>2</sup></p>", "A plot of 20 m2 or 3 km2")]
    [InlineData("<p>the 1<sup>st</sup> day</p>", "the 1st day")]
    [InlineData("<p>shown<script>x()</script><style>p{}</style><noscript>y</noscript><template>z</template><svg><text>w</text></svg></p>", "shown")]
    [InlineData("<p>大会\n回顾</p>", "大会回顾")]
    [InlineData("<p><i>回顾</i> 2003 年\n至 12 月</p>", "回顾 2003 年至 12 月")]
    [InlineData("<p>One <ins>two</ins><del>three</del></p>", "One two")]
    [InlineData("<pre>The first line\nof a paragraph\n\nAnother</pre><p>x</p>", "The first line\u2028of a paragraph", "Another", "x")]
    public void A_page_is_read_as_a_browser_shows_it(string body, params string[] lines) => Assert.Equal(lines, LinesOf(body));

    [Fact]
    public void The_other_side_of_a_page_that_shows_changes_can_be_read()
    {
        const string Page = "<p>One <ins>two</ins><del>three</del></p><ins><p>New</p></ins>";

        Assert.Equal("One three", Read(Page, TrackedChanges.Reject).Source.Content.Trim());
        Assert.Equal("DD1005", Read(Page).Diagnostics.First(each => each.Descriptor.Id.StartsWith("DD1005", StringComparison.Ordinal)).Descriptor.Id);
    }

    [Theory]
    [InlineData("<p>gardens<sup><a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a></sup>,</p><hr><div id=\"ftn1\"><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> See A/72/1.</p></div>")]
    [InlineData("<p>gardens<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\" title=\"\"><span class=MsoFootnoteReference>[1]</span></a>,</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href=\"#_ftnref1\" name=\"_ftn1\" title=\"\"><span class=MsoFootnoteReference>[1]</span></a> See A/72/1.<o:p></o:p></p></div></div>")]
    [InlineData("<p>gardens<a href=\"#fn1\" class=\"footnote-ref\" id=\"fnref1\" role=\"doc-noteref\"><sup>1</sup></a>,</p><section class=\"footnotes\" role=\"doc-endnotes\"><hr><ol><li id=\"fn1\"><p>See A/72/1.<a href=\"#fnref1\" class=\"footnote-back\" role=\"doc-backlink\">↩︎</a></p></li></ol></section>")]
    [InlineData("<p>gardens<sup id=\"cite_ref-1\" class=\"reference\"><a href=\"#cite_note-1\">[1]</a></sup>,</p><ol class=\"references\"><li id=\"cite_note-1\"><span class=\"mw-cite-backlink\"><b><a href=\"#cite_ref-1\">^</a></b></span> <span>See A/72/1.</span></li></ol>")]
    [InlineData("<p>gardens<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a>,</p><div id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>See A/72/1.</p></div>")]
    [InlineData("<p>gardens<sup>1</sup>,</p><hr><p><sup>1</sup> See A/72/1.</p>")]
    [InlineData("<p>gardens<sup>[<a href=\"#n\">1</a>]</sup>,</p><p id=\"n\">1. See A/72/1.</p>")]
    public void Footnotes_are_found_by_their_marks(string body)
    {
        var tree = AssertWhole(Read(Opening + "<p>1. Decides to keep</p>".Replace("keep", "keep " + body[3..body.IndexOf("</p>", StringComparison.Ordinal)], StringComparison.Ordinal) + body[(body.IndexOf("</p>", StringComparison.Ordinal) + 4)..]));

        Assert.Equal("Operative OP1 [1.]: Decides to keep gardens, 1>FN1@23", LineOf(tree.Units[2]));
        Assert.Equal("Footnotes FN1 [1]: See A/72/1. ", LineOf(tree.Units[^1]));
        Assert.Equal(4, tree.Units.Length);
    }

    [Fact]
    public void A_page_of_a_site_is_read_without_what_the_site_adds()
    {
        var tree = AssertWhole(HtmlReader.Read("page.html", Encoding.UTF8.GetBytes(SitePage)));

        AssertSame(
            [
                "Masthead symbol []: A/C.2/72/L.39 ",
                "Masthead body []: General Assembly ",
                "Masthead date []: 10 October 2017 ",
                "Masthead original []: Original: English ",
                "Masthead session []: Seventy-second session ",
                "Masthead committee []: Second Committee ",
                "Masthead agenda-item []: Agenda item 16 ",
                "Title title []: School gardens ",
                "Opening opening []: The General Assembly, ",
                "Preamble PP1 []: Recalling its resolution 70/1 of 25 September 2015, 1>FN1@51",
                "Operative OP1 [1.]: Decides to keep gardens; ",
                "Operative OP1(a) [(a)]: In schools; ",
                "Operative OP2 [2.]: Requests a report. ",
                "Footnotes FN1 [1]: See A/72/1. ",
            ],
            LinesOf(tree));
        foreach (var word in (string[])["Skip to content", "Search", "We use cookies", "Copyright"])
        {
            Assert.Contains(word, tree.Source.Content, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("tracker", tree.Source.Content, StringComparison.Ordinal);
        Assert.Equal(9, tree.Units[9].EmphasisLength);
    }

    [Fact]
    public void A_page_that_Word_saved_has_the_labels_that_it_shows()
    {
        const string Page = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
            <style><!-- p.MsoNormal {margin:0in;} --></style></head><body lang=EN-US style='tab-interval:.5in'><div class=WordSection1>
            <p class=MsoNormal><span style='mso-tab-count:1'>           </span><i
            style='mso-bidi-font-style:normal'>The General Assembly</i>,<o:p></o:p></p>
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>
            <p class=MsoNormal><i>Recalling</i> its resolution 70/1 of
            25 September 2015,</p>
            <p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>Decides to act;</p>
            <p class=MsoListParagraph><span>(a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>At once;</p>
            <p class=MsoNormal>2.<span style='mso-tab-count:1'>      </span>Requests a report.<span style='display:none;mso-hide:all'>A note to self</span></p>
            </div></body></html>
            """;

        var tree = AssertWhole(HtmlReader.Read("page.htm", Encoding.Latin1.GetBytes(Page)));

        Assert.Equal(["opening", "PP1", "OP1", "OP1(a)", "OP2"], tree.Units.Select(unit => unit.Label));
        Assert.Equal("1.\tDecides to act;", tree.Source.Slice(tree.Units[2].Span).ToString());
        Assert.Equal("hidden text stands here in the file, which was left out: A note to self", tree.Diagnostics.Single(each => each.Descriptor.Id == "DD1007").Message);
    }

    [Fact]
    public void A_table_is_text_a_row_a_line()
    {
        var tree = Read(Opening + "<p>1. Decides to act.</p><table><tr><th>State</th><th>Share</th></tr><tr><td>Ecuador</td><td>2</td></tr></table>");

        Assert.Contains("State\tShare\n\nEcuador\t2\n", tree.Source.Content, StringComparison.Ordinal);
        Assert.Single(tree.Diagnostics, each => each.Descriptor.Id == "DD1006");
    }

    [Theory]
    [InlineData("windows-1251", 1251, "Генеральная Ассамблея,")]
    [InlineData("windows-1256", 1256, "إن الجمعية العامة،")]
    [InlineData("iso-8859-1", 1252, "L’Assemblée générale,")]
    [InlineData("gb2312", 54936, "大会，")]
    [InlineData("utf-8", 65001, "大会，")]
    [InlineData("utf-8", 1252, "L’Assemblée générale, réaffirmant sa résolution générale décidée,")]
    public void The_encoding_that_a_page_declares_is_that_it_is_read_in(string declared, int codePage, string words)
    {
        var encoding = codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

        var tree = HtmlReader.Read("page.html", encoding.GetBytes($"<html><head><meta charset={declared}></head><body><p>{words}</p></body></html>"));

        Assert.Equal(words, tree.Source.Content.Trim());
    }

    [Fact]
    public void A_page_that_is_one_plain_text_is_read_as_that()
    {
        var text = File.ReadAllText(Fixtures.PathOf("fixtures/gardens/base.en.txt"));

        var tree = Read($"<pre>{WebUtility.HtmlEncode(text)}</pre>");

        Assert.Equal(text, tree.Source.Content);
    }

    [Theory]
    [InlineData("fixtures/gardens/base.en.txt")]
    [InlineData("fixtures/gardens/base.fr.txt")]
    [InlineData("fixtures/gardens/base.ru.txt")]
    [InlineData("fixtures/gardens/base.ar.txt")]
    [InlineData("seeds/000_4510d16fedc8d16d.txt")]
    public void The_same_words_in_a_plain_page_are_no_change(string file)
    {
        var draft = Fixtures.Parse(Fixtures.PathOf(file));
        var page = new StringBuilder();
        foreach (var unit in draft.Units)
        {
            var words = new StringBuilder();
            var at = 0;
            foreach (var mark in unit.Marks)
            {
                words.Append(WebUtility.HtmlEncode(unit.Text[at..mark.At])).Append($"<sup><a href=\"#{mark.Note}\">{mark.Number}</a></sup>");
                at = mark.At;
            }

            words.Append(WebUtility.HtmlEncode(unit.Text[at..]));
            var tag = unit.Section == DraftDiff.Syntax.Section.Title ? "h1" : "p";
            page.Append($"<{tag} id=\"{unit.Label}\">{unit.Printed} {words}</{tag}>\n");
        }

        var tree = AssertWhole(Read(page.ToString()));

        Assert.True(DraftComparison.Compare(draft, tree).Script.Changes.All(change => change.Kind == ChangeKind.Unchanged), string.Join('\n', LinesOf(tree).Except(LinesOf(draft))));
    }

    [Fact]
    public async Task No_script_runs_and_nothing_is_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var site = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        var page = $$"""
            <!DOCTYPE html SYSTEM "{{site}}x.dtd"><html manifest="{{site}}m"><head><base href="{{site}}"><meta http-equiv="refresh" content="0;url={{site}}r">
            <link rel="stylesheet" href="{{site}}s.css"><link rel="preload" href="{{site}}p" as="script"><script src="{{site}}a.js"></script>
            <script>document.write('<p>written</p>'); fetch('{{site}}f')</script><style>@import url({{site}}i.css); p { background: url({{site}}b.png) }</style></head>
            <body background="{{site}}g.png" onload="document.body.innerHTML = 'loaded'"><p style="background: url({{site}}c.png)">The General Assembly,</p>
            <img src="{{site}}a.png" srcset="{{site}}b.png 2x"><iframe src="{{site}}frame"></iframe><object data="{{site}}o"></object><embed src="{{site}}e">
            <video src="{{site}}v" poster="{{site}}w"></video><audio src="{{site}}u"></audio><svg><image href="{{site}}s.svg"/><use href="{{site}}d.svg#x"/></svg>
            <form action="{{site}}form"><input type="image" src="{{site}}j.png"></form><iframe srcdoc="<script src='{{site}}k.js'></script>"></iframe></body></html>
            """;

        var tree = HtmlReader.Read("page.html", Encoding.UTF8.GetBytes(page));

        await Task.Delay(200);
        Assert.False(listener.Pending());
        Assert.Equal("The General Assembly,", tree.Source.Content.Trim());
    }

    [Fact]
    public void A_web_archive_is_told_what_it_is() => Assert.Contains(
        "HTML only",
        Assert.Throws<UnreadableFileException>(() => DraftFile.Read("page.mht", Encoding.UTF8.GetBytes("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://undocs.org/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_redline_for_a_message_holds_no_whole_text() => Assert.StartsWith(
        "is a redline for a message",
        Assert.Throws<UnreadableFileException>(() => Read("<div data-page=\"message\"><h2>Changes</h2><p>5 paragraphs unchanged</p></div>")).Message,
        StringComparison.Ordinal);

    private const string SitePage = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A/C.2/72/L.39 - Documents</title><script>tracker()</script></head><body>
        <a class="skip" href="#main">Skip to content</a>
        <header><nav><ul><li><a href="/">Home</a></li><li><a href="/search">Search</a></li></ul></nav></header>
        <div id="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>
        <main id="main"><article>
        <table border="0"><tr><td>United Nations</td><td>A/C.2/72/L.39</td></tr>
        <tr><td><b>General Assembly</b></td><td>Distr.: Limited<br>10 October 2017<br><br>Original: English</td></tr></table>
        <p><b>Seventy-second session</b><br>Second Committee<br>Agenda item 16</p>
        <h1 style="text-align: center">School gardens</h1>
        <p><i>The General Assembly</i>,</p>
        <p><i>Recalling</i> its resolution 70/1 of 25&#32;September 2015,<sup><a href="#fn1" id="r1">1</a></sup></p>
        <p>1. <em>Decides</em> to keep gardens;</p>
        <p style="margin-left: 2em">(a) In schools;</p>
        <p>2. <em>Requests</em> a report.</p>
        <hr><div id="fn1"><a href="#r1">1</a> See A/72/1.</div>
        </article></main>
        <footer role="contentinfo"><p>Copyright</p><form><select><option>English</option></select></form></footer>
        <script src="https://example.org/t.js"></script></body></html>
        """;
}
