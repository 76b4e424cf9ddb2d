using DraftDiff.Differencing;
using DraftDiff.History;
using DraftDiff.Rendering.Html;
using Microsoft.Playwright;
using Xunit;

namespace DraftDiff.Browser.Tests;

/// <summary>The pages of histories, in a browser.</summary>
public sealed class HistoryPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Hostile = "<script>alert(1)</script>\"onload=alert(2) ]]> \u202E";

    private static readonly RevisionPoint First = new("A/C.2/72/L.1", "1111111", "2017-11-09", "A. <b>Clerk</b>", "Store it");
    private static readonly RevisionPoint Second = new("A/C.2/72/L.1/Rev.1", "2222222", "2017-11-22", "A. Clerk", "Store it");

    private static readonly RevisionPoint Third = new("A/RES/72/200", "3333333", "2017-12-20", "A. Clerk", "Store it");

    private static ParagraphHistory Paragraph { get; } = new(
        "A/C.2/72/L.1",
        "en",
        "abcd",
        "OP3",
        Third,
        [
            new ParagraphEvent(Second, "OP2", [ParagraphChange.Reworded, ParagraphChange.Renumbered], "Requests a new report", [
                new WordEdit(EditOperation.Equal, "Requests a "), new WordEdit(EditOperation.Insert, "new "), new WordEdit(EditOperation.Equal, "report" + Hostile),
            ]),
            new ParagraphEvent(First, "OP1", [ParagraphChange.Inserted], "Requests a report", []),
        ],
        []);

    [SkippableFact]
    public async Task What_a_revision_did_to_a_paragraph_is_opened_by_its_sign()
    {
        await using var open = await browser.OpenAsync(PageOf(page => HtmlHistory.Render(
            new DraftHistory("A/C.2/72/L.1", "en", [new RevisionEntry(Third, null), new RevisionEntry(Second, null), new RevisionEntry(First, null)]), [Paragraph], page)));
        var steps = open.Page.Locator("details.step");

        Assert.Equal(2, await steps.CountAsync());
        Assert.Equal(["1", "2", "3", "+", "~", "·"], await open.Page.Locator(".strip > *").AllTextContentsAsync());
        Assert.Equal("OP3", await open.Page.Locator(".row .label").TextContentAsync());
        await Assertions.Expect(open.Page.Locator(".step ins")).ToBeHiddenAsync();

        await open.Page.Locator(".strip a").Last.ClickAsync();

        await Assertions.Expect(open.Page.Locator(".step ins")).ToBeVisibleAsync();
        Assert.Empty(open.Troubles);
    }

    [SkippableFact]
    public async Task A_paragraph_is_told_from_its_first_words_on()
    {
        await using var open = await browser.OpenAsync(PageOf(page => HtmlHistory.Render(Paragraph, page)));

        Assert.Equal(["A/C.2/72/L.1, 2017-11-09", "A/C.2/72/L.1/Rev.1, 2017-11-22"], await open.Page.Locator("h2").AllTextContentsAsync());
        Assert.Equal("new", await open.Page.Locator("ins").TextContentAsync());
        Assert.Equal(0, await open.Page.Locator("b b, script").CountAsync());
        Assert.Empty(open.Troubles);
    }

    private static string PageOf(Action<TextWriter> write)
    {
        using var page = new StringWriter { NewLine = "\n" };
        write(page);
        return page.ToString();
    }
}
