using Microsoft.Playwright;
using Xunit;

namespace DraftDiff.Browser.Tests;

/// <summary>
/// Pictures of redlines, to look at and for the README: <c>DRAFTDIFF_PICTURES=folder dotnet test --filter Pictures</c>.
/// </summary>
public sealed class Pictures(Browser browser) : IClassFixture<Browser>
{
    private const string Folder = "DRAFTDIFF_PICTURES";

    [SkippableTheory]
    [InlineData("redline", "zh", 1200, 820, "#PP14", ColorScheme.Light, false)]
    [InlineData("side-by-side", "zh", 1200, 820, "#OP9", ColorScheme.Light, true)]
    [InlineData("phone-dark", "zh", 390, 844, "#OP9", ColorScheme.Dark, false)]
    [InlineData("english", "en", 1200, 820, "#OP2", ColorScheme.Light, false)]
    [InlineData("english-dark", "en", 1200, 820, "#OP2", ColorScheme.Dark, true)]
    [InlineData("arabic", "ar", 1200, 820, "#OP2", ColorScheme.Light, false)]
    [InlineData("arabic-phone", "ar", 390, 844, "#PP5", ColorScheme.Light, true)]
    public async Task A_redline_is_pictured(string name, string language, int width, int height, string place, ColorScheme scheme, bool sideBySide)
    {
        var folder = Environment.GetEnvironmentVariable(Folder);
        Skip.If(string.IsNullOrEmpty(folder), $"{Folder} names no folder for the pictures.");

        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = height } };
        await using var open = await browser.OpenAsync(Drafts.PageOf(language == "zh" ? Drafts.Seed : Drafts.Gardens(language)), options);
        if (sideBySide)
        {
            await open.Page.Locator("#side").ClickAsync();
        }

        await open.Page.EvaluateAsync("place => location.hash = place", place);
        await open.Page.WaitForTimeoutAsync(300);
        await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        await open.Page.PdfAsync(new PagePdfOptions { Path = Path.Combine(folder, $"{name}.pdf"), Format = "A4" });
    }
}
