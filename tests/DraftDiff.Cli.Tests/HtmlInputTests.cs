using System.Net;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>Pages in the commands.</summary>
public sealed class HtmlInputTests : IDisposable
{
    private const string Same = "Nothing changed: both documents say the same, word for word.\n";
    private const string Page = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>A page</title></head><body><nav>Home</nav><main>
        <p><i>The General Assembly</i>,</p><p><i>Recalling</i> its resolution on gardens,<sup><a href="#n1">1</a></sup></p>
        <ol><li><i>Decides</i> to act;</li><li>Requests a report.</li></ol><div id="n1">1. See A/72/1.</div></main></body></html>
        """;
    private const string Text = "The General Assembly,\n\nRecalling its resolution on gardens,1\n\n1. Decides to act;\n\n2. Requests a report.\n\n__________\n1 See A/72/1.\n";

    private readonly TemporaryFolder _folder = new();
    private readonly string _page;
    private readonly string _text;

    public HtmlInputTests()
    {
        _page = _folder.Write("page.html", Page);
        _text = _folder.Write("text.txt", Text);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_and_a_text_of_the_same_words_are_the_same()
    {
        Assert.Equal((0, Same), (Cli.Run("diff", _page, _text, "--exit-code", "--stat") is var result ? result.ExitCode : -1, result.Output.TrimStart()));
        Assert.StartsWith("Home\n\nThe General Assembly,\n\nRecalling its resolution on gardens,\u00B9\n\n1.\tDecides to act;", Cli.Run("parse", _page, "--format", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redline_is_both_texts_in_one_page()
    {
        var (old, @new) = (_folder.Write("old.txt", StoreFixture.Draft), _folder.Write("new.txt", StoreFixture.DraftWith("information technology", "modern technology")));
        var redline = _folder.At("redline.html");
        Cli.Run("redline", old, @new, "-o", redline);

        Assert.Equal(Same, Cli.Run("diff", redline, @new, "--stat").Output.TrimStart());
        Assert.Equal(Same, Cli.Run("diff", old, redline, "--revisions", "reject", "--stat").Output.TrimStart());
        Assert.Contains("warning DD1005", Cli.Run("diff", redline, @new).Error, StringComparison.Ordinal);
        var changes = Cli.Run("diff", "--revisions-of", redline);
        Assert.Equal(0, changes.ExitCode);
        Assert.Contains("[-information-]", changes.Output, StringComparison.Ordinal);
        Assert.Contains("{+modern+}", changes.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_stored_and_given_back_byte_for_byte()
    {
        var store = _folder.At("drafts");
        Cli.Run("init", store);

        Assert.Equal(0, Cli.Run("commit", "-C", store, _page, "--symbol", "A/C.2/72/L.39").ExitCode);

        Assert.Equal(Same, Cli.Run("diff", "-C", store, "A/C.2/72/L.39", _text, "--stat").Output.TrimStart());
        Assert.Equal(Page, Cli.Run("show", "-C", store, "A/C.2/72/L.39", "--original").Output);
        Assert.Equal("Nothing is wrong.\n", Cli.Run("check", "-C", store).Output);
    }

    [Fact]
    public void A_page_that_the_program_showed_is_the_draft()
    {
        var store = _folder.At("drafts");
        Cli.Run("init", store);
        Cli.Run("commit", "-C", store, _text, "--symbol", "A/C.2/72/L.39");
        var page = _folder.Write("shown.html", Cli.Run("show", "-C", store, "A/C.2/72/L.39", "--format", "html").Output);

        Assert.Equal(Same, Cli.Run("diff", page, _text, "--stat").Output.TrimStart());
    }

    [Fact]
    public void A_page_can_be_read_as_the_text_it_is_written_in() =>
        Assert.StartsWith("<!DOCTYPE html>", Cli.Run("parse", _page, "--input-format", "text", "--format", "text").Output, StringComparison.Ordinal);

    [Fact]
    public void A_page_without_end_is_refused_in_one_sentence()
    {
        var page = _folder.Write("deep.html", "<html>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + WebUtility.HtmlEncode("x"));

        Assert.Equal(
            new CliResult(2, "", $"draftdiff: '{page}' is a page whose elements are nested as no document's are; check where it comes from\n"),
            Cli.Run("diff", page, _text));
    }
}
