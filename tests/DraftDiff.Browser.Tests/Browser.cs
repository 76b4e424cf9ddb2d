using Microsoft.Playwright;
using Xunit;

namespace DraftDiff.Browser.Tests;

/// <summary>Chromium, started once for all tests. Where it is not installed they skip, unless it is required.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private const string Required = "DRAFTDIFF_REQUIRE_BROWSER";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page from a file, with nothing to reach but the file.</summary>
    internal async Task<OpenPage> OpenAsync(string html, BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            Skip.If(string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Required)), $"There is no {Executable}.");
            throw new InvalidOperationException($"{Required} is set, and there is no {Executable}.");
        }

        return await OpenPage.OpenAsync(await _browser.NewContextAsync(options ?? new BrowserNewContextOptions()), html);
    }
}

/// <summary>A page in the browser, and what went wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    private OpenPage(IBrowserContext context, IPage page, string file) => (_context, Page, _file) = (context, page, file);

    public IPage Page { get; }

    /// <summary>Errors of the page's script, refusals of its security policy, alerts, and requests beyond the file.</summary>
    public List<string> Troubles { get; } = [];

    public static async Task<OpenPage> OpenAsync(IBrowserContext context, string html)
    {
        var file = Path.Combine(Path.GetTempPath(), $"draftdiff-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var open = new OpenPage(context, await context.NewPageAsync(), file);
        open.Page.PageError += (_, error) => open.Troubles.Add(error);
        open.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                open.Troubles.Add(message.Text);
            }
        };
        open.Page.Dialog += (_, dialog) =>
        {
            open.Troubles.Add($"alert: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        open.Page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != new Uri(file).AbsoluteUri && request.Url != "data:,")
            {
                open.Troubles.Add($"request: {request.Url}");
            }
        };
        await open.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return open;
    }

    /// <summary>Opens another page in its place.</summary>
    public async Task GoToAsync(string html)
    {
        await File.WriteAllTextAsync(_file, html);
        await Page.GotoAsync(new Uri(_file).AbsoluteUri);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        File.Delete(_file);
    }
}
