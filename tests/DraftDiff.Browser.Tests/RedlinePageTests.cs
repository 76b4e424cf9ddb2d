using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Microsoft.Playwright;
using Xunit;

namespace DraftDiff.Browser.Tests;

/// <summary>The page of a redline, in a browser.</summary>
public sealed class RedlinePageTests(Browser browser) : IClassFixture<Browser>
{
    private const int MostBytesOfSeed = 200_000;

    /// <summary>A main-thread task longer than this is felt.</summary>
    private const int LongestTask = 200;

    private const int Attempts = 4;

    private static string SeedPage { get; } = Drafts.PageOf(Drafts.Seed);

    [Fact]
    public void The_page_of_the_seed_is_small() => Assert.InRange(Encoding.UTF8.GetByteCount(SeedPage), 1, MostBytesOfSeed - 1);

    [SkippableTheory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("ar")]
    public async Task Every_word_of_both_documents_is_there_once(string language) => await CheckWords(Drafts.Gardens(language));

    [SkippableFact]
    public async Task Every_word_of_the_seed_and_its_revision_is_there_once() => await CheckWords(Drafts.Seed);

    [SkippableFact]
    public async Task It_opens_without_trouble_and_asks_the_network_for_nothing()
    {
        await using var open = await browser.OpenAsync(SeedPage);
        await open.Page.Locator("#side").ClickAsync();
        await open.Page.Keyboard.PressAsync("n");

        Assert.Empty(open.Troubles);
    }

    [SkippableTheory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task Language_and_direction_are_those_of_the_draft(string language, string direction)
    {
        await using var open = await browser.OpenAsync(Drafts.PageOf(Drafts.Gardens(language)));

        Assert.Equal(language, await open.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(direction, await open.Page.Locator("#OP1 p >> nth=1").EvaluateAsync<string>("p => getComputedStyle(p).direction"));
        Assert.Equal("ltr", await open.Page.Locator("[id=OP1] .what").EvaluateAsync<string>("p => getComputedStyle(p).direction"));
        Assert.Equal("isolate", await open.Page.Locator("main ins").First.EvaluateAsync<string>("word => getComputedStyle(word).unicodeBidi"));
    }

    [SkippableFact]
    public async Task Opening_words_are_set_apart()
    {
        await using var open = await browser.OpenAsync(Drafts.PageOf(Drafts.Gardens("en")));

        Assert.Equal("Recalling", await open.Page.Locator("#PP1 .opening").TextContentAsync());
        Assert.Equal("italic", await open.Page.Locator("#PP1 .opening").EvaluateAsync<string>("words => getComputedStyle(words).fontStyle"));
    }

    [SkippableFact]
    public async Task Keys_walk_through_the_changes()
    {
        await using var open = await browser.OpenAsync(SeedPage);
        var page = open.Page;
        var stops = await page.Locator(".change.substantive").EvaluateAllAsync<string[]>("all => all.map(each => each.id)");

        foreach (var (key, expected) in new[] { ("n", 0), ("j", 1), ("n", 2), ("p", 1), ("k", 0), ("p", stops.Length - 1) })
        {
            await page.Keyboard.PressAsync(key);

            Assert.Equal(stops[expected], await page.EvaluateAsync<string>("document.activeElement.id"));
            Assert.Equal($"{expected + 1} of {stops.Length}", await page.Locator("#place").TextContentAsync());
            Assert.Equal(1, await page.Locator("nav [aria-current]").CountAsync());
            await Assertions.Expect(page.Locator(":focus")).ToBeInViewportAsync();
        }

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog")).ToBeVisibleAsync();
        await page.Locator("#use-keys").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("n");
        Assert.Equal($"{stops.Length} of {stops.Length}", await page.Locator("#place").TextContentAsync());
    }

    [SkippableFact]
    public async Task What_is_unchanged_or_consequential_is_hidden_when_asked()
    {
        await using var open = await browser.OpenAsync(SeedPage);
        var page = open.Page;

        foreach (var (button, kind) in new[] { ("#unchanged", "unchanged"), ("#consequential", "consequential") })
        {
            await Assertions.Expect(page.Locator($"[data-kinds={kind}]").First).ToBeVisibleAsync();
            await page.Locator(button).ClickAsync();
            Assert.Equal("true", await page.Locator(button).GetAttributeAsync("aria-pressed"));
            await Assertions.Expect(page.Locator($"[data-kinds={kind}]:visible")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator($".folded.{kind}").First).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.Locator("del.follows:visible")).ToHaveCountAsync(0);
        await page.Locator("#unchanged").ClickAsync();
        await Assertions.Expect(page.Locator("[data-kinds=unchanged]").First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_summary_and_the_kinds_count_alike()
    {
        var old = Drafts.Parse("The General Assembly,\n\n1. Requests a report;\n\n2. Notes the gardens of all schools.\n", "en");
        var @new = Drafts.Parse("The General Assembly,\n\n1. Requests a report,\n\n2. Notes the new gardens of all schools.\n", "en");
        await using var open = await browser.OpenAsync(Drafts.PageOf(DraftComparison.Compare(old, @new)));

        Assert.Equal(["Reworded: OP2", "In punctuation only: OP1"], await open.Page.Locator(".summary .kind").AllTextContentsAsync());
        Assert.Equal(["Reworded (1)", "Punctuation only (1)"], await open.Page.Locator("fieldset label").AllTextContentsAsync());
    }

    [SkippableFact]
    public async Task Changes_are_filtered_by_kind()
    {
        await using var open = await browser.OpenAsync(SeedPage);
        var page = open.Page;
        var before = await page.Locator("nav li:visible").CountAsync();
        var onlyNew = await page.Locator("[data-kinds=new]").CountAsync();
        await page.GetByLabel("New (").UncheckAsync();

        // The place of what is hidden is still told.
        await Assertions.Expect(page.Locator("[data-kinds=new] .words:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-kinds=new] .what:visible")).ToHaveCountAsync(onlyNew);
        await Assertions.Expect(page.Locator("nav li:visible")).ToHaveCountAsync(before - onlyNew);
        Assert.Equal($"{before - onlyNew} changes", await page.Locator("#place").TextContentAsync());
    }

    [SkippableFact]
    public async Task Every_link_leads_to_something_there()
    {
        await using var open = await browser.OpenAsync(SeedPage);

        var broken = await open.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href]')].map(link => decodeURIComponent(link.hash.slice(1))).filter(id => !document.getElementById(id))");
        var twice = await open.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[id]')].map(each => each.id).filter((id, at, all) => all.indexOf(id) !== at)");

        Assert.Empty(broken);
        Assert.Empty(twice);
    }

    [SkippableFact]
    public async Task A_moved_paragraph_and_the_place_it_left_link_to_each_other()
    {
        await using var open = await browser.OpenAsync(SeedPage);
        await open.Page.Locator("#OP9").GetByText("where it was").ClickAsync();

        await Assertions.Expect(open.Page.Locator("[id=old-OP20]")).ToBeInViewportAsync();
        await open.Page.Locator("[id=old-OP20] a").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#OP9")).ToBeInViewportAsync();
        Assert.Contains("was OP20", await open.Page.Locator("#OP9 .what").TextContentAsync());
    }

    [SkippableTheory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task An_address_leads_to_its_paragraph_below_what_stands_above(int width, int height)
    {
        await using var open = await browser.OpenAsync(SeedPage, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        var address = open.Page.Url;
        foreach (var id in new[] { "OP9", "old-OP20", "OP31" })
        {
            await open.Page.GotoAsync("about:blank");
            await open.Page.GotoAsync($"{address}#{id}");
            await open.Page.WaitForTimeoutAsync(300);
            await AssertBelowBar(open.Page, id);
        }

        await open.Page.GotoAsync($"{address}#%");
        Assert.Empty(open.Troubles);
    }

    [SkippableFact]
    public async Task A_change_of_the_list_is_found_on_a_phone()
    {
        await using var open = await browser.OpenAsync(SeedPage, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        await open.Page.Locator("nav summary").ClickAsync();
        var link = open.Page.Locator("nav a").Nth(5);
        await link.ClickAsync();
        await open.Page.WaitForTimeoutAsync(300);

        await AssertBelowBar(open.Page, Uri.UnescapeDataString((await link.GetAttributeAsync("href"))![1..]));
    }

    // Seen, and not under the bar of buttons.
    private static async Task AssertBelowBar(IPage page, string id)
    {
        await Assertions.Expect(page.Locator($"[id='{id}']")).ToBeInViewportAsync();
        var room = await page.EvaluateAsync<double>(
            "id => document.getElementById(id).getBoundingClientRect().top - Math.max(...[...document.querySelectorAll('.controls, .walk')].filter(bar => getComputedStyle(bar).position === 'sticky').map(bar => bar.getBoundingClientRect().bottom))", id);
        Assert.True(room >= 0, $"{id} is {room} px under the bar.");
    }

    [SkippableFact]
    public async Task It_works_in_a_frame_without_an_address()
    {
        await using var open = await browser.OpenAsync("<!DOCTYPE html><title>frame</title><iframe width=\"900\" height=\"600\"></iframe>");
        await open.Page.EvaluateAsync("html => { const frame = document.querySelector('iframe'); frame.sandbox = 'allow-scripts'; frame.srcdoc = html; }", SeedPage);
        var frame = open.Page.FrameLocator("iframe");
        await frame.Locator("#next").ClickAsync();

        await Assertions.Expect(frame.Locator("#place")).ToContainTextAsync("1 of");
    }

    [SkippableFact]
    public async Task A_mark_leads_to_a_footnote_that_was_hidden()
    {
        await using var open = await browser.OpenAsync(SeedPage);
        var page = open.Page;
        await page.Locator("#unchanged").ClickAsync();
        var hidden = await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('.mark a')].filter(mark => mark.checkVisibility({ contentVisibilityAuto: false })).map(mark => mark.hash.slice(1)).find(id => !document.getElementById(id).checkVisibility())");
        await page.Locator($".mark a[href='#{hidden}']:visible").First.ClickAsync();

        await Assertions.Expect(page.Locator($"[id='{hidden}']")).ToBeInViewportAsync();
    }

    [SkippableFact]
    public async Task What_follows_from_other_changes_stays_in_the_old_text()
    {
        await using var open = await browser.OpenAsync(SeedPage);
        await open.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(open.Page.Locator(".words:not(.built)")).ToHaveCountAsync(0);
        var old = open.Page.Locator(".sides > .old del.follows:visible");
        var before = await old.CountAsync();
        await open.Page.Keyboard.PressAsync("c");

        Assert.NotEqual(0, before);
        await Assertions.Expect(open.Page.Locator(".change:not([data-kinds=consequential]) .sides > .old del.follows")).ToHaveCountAsync(
            await open.Page.Locator(".change:not([data-kinds=consequential]) .sides > .old del.follows:visible").CountAsync());
    }

    [SkippableFact]
    public async Task Texts_in_two_languages_are_not_put_side_by_side()
    {
        var (english, arabic) = (Drafts.Gardens("en").Old, Drafts.Gardens("ar").New);
        await using var open = await browser.OpenAsync(Drafts.PageOf(DraftComparison.Compare(english, arabic)));
        await open.Page.Keyboard.PressAsync("s");

        Assert.Equal(0, await open.Page.Locator("#side, .sides").CountAsync());
        Assert.Empty(open.Troubles);
    }

    [SkippableFact]
    public async Task Side_by_side_the_paragraphs_are_level_and_each_column_is_a_document()
    {
        var comparison = Drafts.Gardens("en");
        await using var open = await browser.OpenAsync(Drafts.PageOf(comparison));
        await open.Page.Locator("#side").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".words:not(.built)")).ToHaveCountAsync(0);

        foreach (var (own, gone, units) in new[] { ("old", "ins", comparison.Old.Units), ("new", "del", comparison.New.Units) })
        {
            Assert.Equal(0, await open.Page.Locator($".sides .{own} {gone}").CountAsync());
            var column = await open.Page.EvaluateAsync<string>($"[...document.querySelectorAll('.sides .{own} p')].map(p => {{ const copy = p.cloneNode(true); for (const mark of copy.querySelectorAll('.mark')) mark.remove(); return copy.textContent; }}).join('')");
            Assert.Equal(Letters(units), Letters(column));
        }

        var uneven = await open.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.sides')].filter(each => each.children[0].getBoundingClientRect().top !== each.children[1].getBoundingClientRect().top).length");
        Assert.Equal(0, uneven);
        await open.Page.Locator("#side").ClickAsync();
        await Assertions.Expect(open.Page.Locator(".sides:visible")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task It_is_readable_with_scripts_off()
    {
        await using var open = await browser.OpenAsync(SeedPage, new BrowserNewContextOptions { JavaScriptEnabled = false });

        await Assertions.Expect(open.Page.Locator("main ins").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".controls")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator("#OP1")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_screen_reader_hears_what_was_taken_away_and_added()
    {
        await using var open = await browser.OpenAsync(Drafts.PageOf(Drafts.Gardens("en")));

        var heard = await open.Page.Locator("main").AriaSnapshotAsync();

        Assert.Contains("[deleted]", heard);
        Assert.Contains("[inserted]", heard);
        Assert.Contains("group \"OP2, reworded\"", heard);
        Assert.Contains("navigation \"Changes\"", await open.Page.Locator("body").AriaSnapshotAsync());
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Contrast_is_enough_for_weak_eyes(ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(Drafts.PageOf(Drafts.Gardens("en")), new BrowserNewContextOptions { ColorScheme = scheme });

        var poor = await open.Page.EvaluateAsync<string[]>(ContrastScript);

        Assert.Empty(poor);
    }

    [SkippableFact]
    public async Task Hostile_text_stays_text()
    {
        const string hostile = "<script>alert(1)</script> \"onload=alert(2) ' ]]> --> </style></title> <img src=x onerror=alert(3)> \u202Etxet\u202C zero\u200Bwidth &amp;";
        var old = Drafts.Parse($"United Nations A/C.2/72/L.1\n\n{hostile}\n\nThe General Assembly,\n\nRecalling {hostile},\n\n1. Decides {hostile};\n\n2. Requests more.\n", "en");
        var @new = Drafts.Parse($"United Nations A/C.2/72/L.1\n\n{hostile} too\n\nThe General Assembly,\n\nRecalling also {hostile},\n\n1. Decides firmly {hostile};\n\n(a) {hostile};\n\n2. Requests {new string('x', 1_000_000)} less.\n", "en");
        var page = Drafts.PageOf(DraftComparison.Compare(old, @new));
        await using var open = await browser.OpenAsync(page);
        await open.Page.Locator("#side").ClickAsync();
        await open.Page.Keyboard.PressAsync("n");

        Assert.Empty(open.Troubles);
        Assert.Equal(0, await open.Page.Locator("img").CountAsync());
        Assert.Equal(1, await open.Page.Locator("script").CountAsync());
        Assert.Contains("<script>alert(1)</script>", await open.Page.Locator("main").TextContentAsync());
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain('\u200B', page);
    }

    [SkippableFact]
    public async Task Three_thousand_paragraphs_hold_nobody_up()
    {
        var html = Drafts.PageOf(DraftComparison.Compare(LongDraft(isNew: false), LongDraft(isNew: true)));
        var longest = await FindLongestTasks(html);

        // Other programs hold a browser up too, but not at the same step each time.
        for (var attempt = 1; attempt < Attempts && longest.Values.Max() > LongestTask; attempt++)
        {
            var again = await FindLongestTasks(html);
            longest = longest.ToDictionary(step => step.Key, step => Math.Min(step.Value, again[step.Key]));
        }

        Assert.DoesNotContain(longest, step => step.Value > LongestTask);
    }

    // The longest task of the main thread at each step, in milliseconds.
    private async Task<Dictionary<string, double>> FindLongestTasks(string html)
    {
        await using var open = await browser.OpenAsync("<!DOCTYPE html><title>empty</title>");
        var page = open.Page;
        var longest = new Dictionary<string, double>();
        await page.AddInitScriptAsync("window.tasks = []; new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(each => each.duration))).observe({ type: 'longtask', buffered: true });");
        await open.GoToAsync(html);
        await Measure("opening");
        string[] keys = ["n", "n", "PageDown", "End", "s", "n", "u", "c", "n", "p", "PageUp"];
        for (var i = 0; i < keys.Length; i++)
        {
            await page.Keyboard.PressAsync(keys[i]);
            await Measure($"key {i}, {keys[i]}");
        }

        await Assertions.Expect(page.Locator(".words:not(.built)")).ToHaveCountAsync(0);
        Assert.Equal(3000, await page.Locator(".change.operative").CountAsync());
        return longest;

        async Task Measure(string step)
        {
            await page.WaitForTimeoutAsync(500);
            longest.Add(step, (await page.EvaluateAsync<double[]>("window.tasks.splice(0)")).DefaultIfEmpty().Max());
        }
    }

    [SkippableTheory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task It_prints_clean(string format)
    {
        await using var open = await browser.OpenAsync(SeedPage);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(open.Page.Locator(".controls")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator("nav")).ToBeHiddenAsync();
        var pdf = await open.Page.PdfAsync(new PagePdfOptions { Format = format });
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
    }

    // The words of the page without what was added are those of the old document, and the other way round.
    private async Task CheckWords(DraftComparison comparison)
    {
        await using var open = await browser.OpenAsync(Drafts.PageOf(comparison));
        foreach (var change in comparison.Script.Changes)
        {
            var id = change.New.IsEmpty ? $"old-{change.Old[0].Label}" : change.New[0].Label;
            foreach (var (gone, units) in new[] { ("ins", change.Old), ("del", change.New) })
            {
                if (units.IsEmpty && change.Kind == ChangeKind.Unchanged)
                {
                    continue;
                }

                var words = await open.Page.EvaluateAsync<string>(
                    "([id, gone]) => [...document.getElementById(id).querySelectorAll('.words > p')].map(p => { const copy = p.cloneNode(true); for (const each of copy.querySelectorAll(gone + ', .mark')) each.remove(); return copy.textContent; }).join('')",
                    new[] { id, gone });
                Assert.Equal(Letters(string.Concat(units.Select(unit => unit.Text))), Letters(words));
            }
        }
    }

    private static string Letters(IEnumerable<Unit> units) => Letters(string.Concat(units.Select(unit => unit.Text)));

    private static string Letters(string text) => string.Concat(Regex.Replace(text, @"\s", "").Order());

    private static DraftTree LongDraft(bool isNew)
    {
        var text = new StringBuilder("The General Assembly,\n\n");
        for (var i = 1; i <= 3000; i++)
        {
            var changed = isNew && i % 6 == 0 ? "with all due speed " : "";
            text.Append(CultureInfo.InvariantCulture, $"{i}. Requests the Secretary-General {changed}to report to the Assembly at session {i} on item {i * 7 % 1009} and on the steps taken to implement the recommendations that States number {i * 13 % 997} made in that regard;\n\n");
        }

        return Drafts.Parse(text.ToString(), "en");
    }

    // Web Content Accessibility Guidelines 2.2, 1.4.3: 4.5 to 1 for text, 3 to 1 for large text.
    private const string ContrastScript = """
        (() => {
          const channels = color => (color.match(/[\d.]+/g) ?? []).map(Number);
          const part = value => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
          const ground = element => {
            for (let each = element; each; each = each.parentElement) {
              const color = channels(getComputedStyle(each).backgroundColor);
              if (color.length === 3 || color[3] > 0.99) return color;
            }
            return [255, 255, 255];
          };
          const poor = [];
          for (const element of document.querySelectorAll('body *')) {
            if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) continue;
            if (['SCRIPT', 'STYLE'].includes(element.tagName) || element.getClientRects().length === 0) continue;
            const style = getComputedStyle(element);
            const [a, b] = [light(channels(style.color)), light(ground(element))].sort((x, y) => y - x);
            const size = parseFloat(style.fontSize);
            const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
            if ((a + 0.05) / (b + 0.05) < needed) poor.push(`${element.tagName}.${element.className}: ${style.color}`);
          }
          return [...new Set(poor)];
        })()
        """;
}
