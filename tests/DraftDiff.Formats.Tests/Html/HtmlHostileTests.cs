using System.Diagnostics;
using System.Globalization;
using System.Text;
using DraftDiff.Formats.Html;
using DraftDiff.Tests;
using Xunit;
using static DraftDiff.Formats.Tests.Html.HtmlPages;

namespace DraftDiff.Formats.Tests.Html;

/// <summary>Pages that somebody made to do harm, or that a disk damaged: each is read, or refused with a sentence, in bounded memory and time.</summary>
public sealed class HtmlHostileTests
{
    private const long MostBytesOfMutated = 64L * 1024 * 1024;
    private const long MostBytes = 1500L * 1024 * 1024;
    private const string TooDeep = "is a page whose elements are nested as no document's are; check where it comes from";
    private const string TooLarge = "is a page of far more elements than a draft has; check where it comes from";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData("<div>", 1_000_000, TooDeep)]
    [InlineData("<b>", 1_000_000, TooDeep)]
    [InlineData("<svg><td>", 500_000, TooDeep)]
    [InlineData("<table>", 500_000, TooDeep)]
    [InlineData("<ul><li>", 500_000, TooDeep)]
    [InlineData("<a href=x><p>", 500_000, TooDeep)]
    [InlineData("<p>", 2_000_000, TooLarge)]
    [InlineData("<br>", 2_000_000, TooLarge)]
    [InlineData("<p x=1>a", 400_000, null)]
    [InlineData("a &amp; b ", 3_000_000, null)]
    public void What_is_repeated_without_end_is_refused_or_read(string element, int times, string? sentence) =>
        AssertBounded(string.Concat(Enumerable.Repeat(element, times)), sentence);

    [Fact]
    public void Formatting_that_is_opened_again_and_again_is_refused() => AssertBounded(
        string.Concat(Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"<b id=x{i}>"))) + string.Concat(Enumerable.Repeat("<p>x", 100_000)), TooLarge);

    [Fact]
    public void What_stands_in_a_table_outside_of_its_cells_is_put_in_front_of_it() => AssertBounded("<table>" + string.Concat(Enumerable.Repeat("x<tr>", 100_000)), null);

    [Fact]
    public void An_element_of_countless_attributes_is_read() => AssertBounded(
        "<p " + string.Concat(Enumerable.Range(0, 300_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"data-{i}=x "))) + ">The General Assembly,", null);

    /// <summary>Valid pages with bytes changed and tags left out, doubled or cut. To repeat a failure, read the page that its seed gives.</summary>
    [Fact]
    public async Task Whatever_is_changed_in_a_page_it_is_read_or_refused()
    {
        byte[][] pages = [.. Seeds()];
        await MutatedFiles.AssertReadOrRefusedAsync(
            MostBytesOfMutated,
            seed => Mutate(pages[seed % pages.Length], new Random(seed)),
            (page, seed) => HtmlReader.Read("page.html", page, changes: seed % 2 == 0 ? TrackedChanges.Accept : TrackedChanges.Reject));
    }

    private static IEnumerable<byte[]> Seeds()
    {
        yield return Of("<header><nav>Home</nav></header><main><h1>Gardens</h1><p><i>The General Assembly</i>,</p><p>Recalling<sup><a href=\"#f\" id=\"r\">1</a></sup> it,</p><ol><li>Decides;<ol type=a><li>One;</ol></ol><table><tr><td>a<td>b</table><p hidden>x</p><ins>new</ins><del>old</del><pre>a\nb</pre><div id=\"f\"><a href=\"#r\">1</a> See.</div></main>");
        var (old, @new) = (Fixtures.Parse(Fixtures.PathOf("fixtures/irregular/annex.en.txt")), Fixtures.Parse(Fixtures.PathOf("fixtures/irregular/quoted.en.txt")));
        yield return PageOf(old);
        yield return Strip(PageOf(DraftDiff.Differencing.DraftComparison.Compare(old, @new)));
    }

    // Style and script are most of a page, and nothing is read of them.
    private static byte[] Strip(byte[] page)
    {
        var text = Encoding.UTF8.GetString(page);
        var (start, end) = (text.IndexOf("<style>", StringComparison.Ordinal), text.IndexOf("</style>", StringComparison.Ordinal));
        text = text.Remove(start, end - start);
        return Encoding.UTF8.GetBytes(text[..text.IndexOf("<script", StringComparison.Ordinal)]);
    }

    private static byte[] Mutate(byte[] page, Random random)
    {
        var text = Encoding.UTF8.GetString(page);
        for (var i = random.Next(4); i >= 0; i--)
        {
            var start = text.IndexOf('<', random.Next(text.Length));
            var end = start < 0 ? -1 : text.IndexOf('>', start);
            if (end < 0)
            {
                continue;
            }

            var tag = text[start..(end + 1)];
            text = random.Next(5) switch
            {
                0 => text.Remove(start, tag.Length),
                1 => text.Insert(end + 1, tag),
                2 => text.Insert(random.Next(text.Length), tag),
                3 => text[..start] + tag.Replace("=\"", "=\"9999999999", StringComparison.Ordinal) + text[(end + 1)..],
                _ => text.Remove(start, random.Next(tag.Length)),
            };
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = random.Next(4); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(10) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static void AssertBounded(string body, string? sentence)
    {
        var page = Of(body);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        if (sentence is null)
        {
            var tree = HtmlReader.Read("page.html", page);
            Assert.NotEmpty(tree.Units);
        }
        else
        {
            Assert.Equal(sentence, Assert.Throws<UnreadableFileException>(() => HtmlReader.Read("page.html", page)).Message);
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < MostBytes, $"It took {taken} bytes.");
        Assert.True(watch.Elapsed < Longest, $"It took {watch.Elapsed}.");
    }
}
