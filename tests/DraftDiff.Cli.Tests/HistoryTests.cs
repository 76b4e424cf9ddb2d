using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>The history of paragraphs, from what was stored to what a person sees.</summary>
public sealed class HistoryTests
{
    private const string Reports = "Requests the Secretary-General to report to the General Assembly at its seventieth session";
    private const string Gardens = "Encourages Member States to plant gardens beside schools in every town";
    private const string Maps = "Invites museums to lend old maps to schools in the countryside";
    private const string Water = "Calls upon donors to pay for wells, pipes and pumps where water is scarce";

    [Fact]
    public void Git_lists_the_revisions_that_changed_the_words_or_footnotes_of_a_paragraph()
    {
        using var store = StoreFixture.WithIct();
        var files = store.Git("log", "--format=", "--name-only", "--", "A/C.2/72/L.999/zh/paragraphs/").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var blame = store.Json("blame", "A/RES/72/999").GetProperty("paragraphs").EnumerateArray().ToArray();

        Assert.NotEmpty(files);
        Assert.All(blame, paragraph =>
        {
            var file = $"A/C.2/72/L.999/zh/paragraphs/{paragraph.GetProperty("id").GetString()}.txt";
            Assert.Contains(file, files);
            var history = store.Json("log", $"A/RES/72/999:{paragraph.GetProperty("label").GetString()}");
            Assert.Equal(
                store.Git("log", "--format=%H", "--", file).Split('\n', StringSplitOptions.RemoveEmptyEntries),
                history.GetProperty("revisions").EnumerateArray()
                    .Where(revision => revision.GetProperty("changes").EnumerateArray()
                        .Any(change => change.GetString() is "inserted" or "deleted" or "reworded" or "footnotes"))
                    .Select(revision => revision.GetProperty("commit").GetString()));
        });
    }

    [Fact]
    public void A_paragraph_that_comes_back_has_its_first_origin()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports, Gardens, Water);
        store.StoreParagraphs("A/C.2/72/L.5/Rev.1", Reports, Water);
        store.StoreParagraphs("A/C.2/72/L.5/Rev.2", Reports, Water, Gardens);

        var paragraph = Assert.Single(store.Json("blame", "A/C.2/72/L.5/Rev.2:OP3").GetProperty("paragraphs").EnumerateArray());

        Assert.Equal("A/C.2/72/L.5", paragraph.GetProperty("introduced").GetProperty("symbol").GetString());
        Assert.Equal("A/C.2/72/L.5/Rev.2", paragraph.GetProperty("changed").GetProperty("symbol").GetString());
    }

    [Fact]
    public void A_deleted_paragraph_is_followed_by_its_last_label()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports, Gardens, Water);
        store.StoreParagraphs("A/C.2/72/L.5/Rev.1", Reports, Gardens);

        var log = store.Run("log", "A/C.2/72/L.5:OP3", "--stat").Output;

        Assert.Contains("A/C.2/72/L.5/Rev.1", log, StringComparison.Ordinal);
        Assert.Contains("OP3  deleted", log, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_has_the_revision_that_brought_it_in()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports, Gardens);
        store.StoreParagraphs("A/C.2/72/L.5/Rev.1", Reports, Gardens.Replace("gardens", "gardens and trees", StringComparison.Ordinal));

        var paragraph = Assert.Single(store.Json("blame", "A/C.2/72/L.5/Rev.1:OP2", "--words").GetProperty("paragraphs").EnumerateArray());
        var words = paragraph.GetProperty("words").EnumerateArray()
            .Select(word => (Text: word.GetProperty("text").GetString()!, Symbol: word.GetProperty("symbol").GetString()!))
            .ToArray();

        Assert.Equal("Encourages Member States to plant gardens and trees beside schools in every town;", string.Concat(words.Select(word => word.Text)));
        Assert.Equal(["A/C.2/72/L.5", "A/C.2/72/L.5/Rev.1", "A/C.2/72/L.5"], words.Select(word => word.Symbol));
        Assert.Equal("and trees", words[1].Text.Trim());
    }

    [Fact]
    public void A_phrase_has_the_revisions_that_first_held_and_that_lost_it()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports);
        store.StoreParagraphs("A/C.2/72/L.5/Rev.1", Reports, Gardens);
        store.StoreParagraphs("A/C.2/72/L.5/Rev.2", Reports);

        var lines = store.Run("log", "A/C.2/72/L.5", "--phrase", "GARDENS  beside").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        Assert.StartsWith("A/C.2/72/L.5/Rev.2", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("lost, was OP2", lines[0], StringComparison.Ordinal);
        Assert.Equal($"    {Gardens};", lines[1]);
        Assert.StartsWith("A/C.2/72/L.5/Rev.1", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("brought in, OP2", lines[2], StringComparison.Ordinal);

        var json = store.Json("log", "A/C.2/72/L.5", "--phrase", "gardens beside");
        Assert.Equal("draftdiff.phrase/1", json.GetProperty("format").GetString());
        Assert.Equal(
            ["A/C.2/72/L.5/Rev.2 lost OP2", "A/C.2/72/L.5/Rev.1 brought-in OP2"],
            json.GetProperty("revisions").EnumerateArray().Select(revision =>
                $"{revision.GetProperty("symbol")} {revision.GetProperty("change")} {revision.GetProperty("label")}"));
        Assert.Contains(
            "brought in, OP2", store.Output("log", "A/C.2/72/L.5", "--phrase", "gardens beside", "--format", "markdown"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_may_be_typed_with_the_marks_of_a_keyboard()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", "Notes the Sendai Framework for Disaster Risk Reduction 2015–2030, the country’s “plan” and its debt");

        foreach (var phrase in (string[])["Reduction 2015-2030, the country's \"plan\"", "Reduction 2015–2030, the country’s “plan”"])
        {
            Assert.Contains("brought in, OP1", store.Output("log", "A/C.2/72/L.5", "--phrase", phrase), StringComparison.Ordinal);
        }

        Assert.Equal("no stored text of A/C.2/72/L.5 has these words", store.Refusal("log", "A/C.2/72/L.5", "--phrase", "no such words"));
        Assert.Equal("--phrase needs some words", store.Refusal("log", "A/C.2/72/L.5", "--phrase", " "));
    }

    [Fact]
    public void A_translator_sees_what_the_other_language_changed()
    {
        using var store = new StoreFixture();
        store.Store(StoreFixture.PathOf("fixtures/gardens/base.en.txt"));
        store.Store(StoreFixture.PathOf("fixtures/gardens/base.fr.txt"));
        Assert.Contains("lacks nothing", store.Run("stale", "A/C.2/72/L.998", "--language", "fr").Output, StringComparison.Ordinal);

        store.Store(StoreFixture.PathOf("fixtures/gardens/rev1.en.txt"));
        var stale = store.Run("stale", "A/C.2/72/L.998", "--language", "fr").Output;

        Assert.Contains("PP4 (fr)  reworded, now PP6", stale, StringComparison.Ordinal);
        Assert.Contains("OP3(b)(ii) (fr)  reworded", stale, StringComparison.Ordinal);
        Assert.Contains("OP3(c)  new", stale, StringComparison.Ordinal);
        Assert.DoesNotContain("OP1", stale, StringComparison.Ordinal);

        var json = store.Json("stale", "A/C.2/72/L.998", "--language", "fr");
        Assert.Equal("draftdiff.stale/1", json.GetProperty("format").GetString());
        var english = Assert.Single(json.GetProperty("languages").EnumerateArray());
        Assert.Equal("A/C.2/72/L.998/Rev.1", english.GetProperty("newest").GetProperty("symbol").GetString());
        var reworded = Assert.Single(english.GetProperty("paragraphs").EnumerateArray(), paragraph => paragraph.GetProperty("label").GetString() == "PP4");
        Assert.Equal(("PP6", "reworded"), (reworded.GetProperty("otherLabel").GetString(), reworded.GetProperty("change").GetString()));
        Assert.Equal(
            reworded.GetProperty("text").GetString(),
            string.Concat(reworded.GetProperty("edits").EnumerateArray()
                .Where(edit => edit.GetProperty("op").GetString() != "delete").Select(edit => edit.GetProperty("text").GetString())));
    }

    [Fact]
    public void A_translator_sees_what_moved_and_what_is_gone_where_it_was()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs("A/C.2/72/L.5", Reports, Gardens, Water, Maps);
        store.Store(StoreFixture.PathOf("fixtures/gardens/base.fr.txt"), "--symbol", "A/C.2/72/L.5", "--language", "fr");
        store.StoreParagraphs("A/C.2/72/L.5/Rev.1", Maps, Reports, Water.Replace("scarce", "dear", StringComparison.Ordinal));

        var paragraphs = Assert.Single(store.Json("stale", "A/C.2/72/L.5", "--language", "fr").GetProperty("languages").EnumerateArray())
            .GetProperty("paragraphs").EnumerateArray()
            .Select(paragraph => $"{paragraph.GetProperty("otherLabel")} {paragraph.GetProperty("change")}");

        Assert.Equal(["OP1 moved", "OP2 deleted", "OP3 reworded"], paragraphs);
    }

    [Fact]
    public void Git_merges_two_rewordings_and_the_store_holds_both()
    {
        using var store = new StoreFixture("--worktree");
        string[] identity = ["-c", "user.name=A", "-c", "user.email=a@b"];
        store.StoreParagraphs("A/C.2/72/L.5", Reports, Gardens, Water);
        store.Git("switch", "--quiet", "--create", "other");
        store.StoreParagraphs("A/C.2/72/L.5/Rev.1", Reports, Gardens, Water.Replace("scarce", "dear", StringComparison.Ordinal));
        store.Git("switch", "--quiet", "main");
        store.StoreParagraphs("A/C.2/72/L.5/Rev.2", Reports.Replace("seventieth", "eightieth", StringComparison.Ordinal), Gardens, Water);
        store.Git([.. identity, "merge", "--quiet", "--no-edit", "other"]);

        Assert.Equal("Nothing is wrong.\n", store.Run("check").Output);
        var shown = store.Run("show", "A/C.2/72/L.5@HEAD").Output;
        Assert.Contains("eightieth", shown, StringComparison.Ordinal);
        Assert.Contains("dear", shown, StringComparison.Ordinal);
        Assert.Contains("A/C.2/72/L.5/Rev.1", store.Run("log", "A/C.2/72/L.5:OP3", "-n", "1").Output, StringComparison.Ordinal);

        store.StoreParagraphs("A/C.2/72/L.5/Rev.3", Reports.Replace("seventieth", "eightieth", StringComparison.Ordinal), Water.Replace("scarce", "dear", StringComparison.Ordinal));
        Assert.Contains("OP2  renumbered", store.Run("log", "A/C.2/72/L.5:OP2", "--stat", "-n", "1").Output, StringComparison.Ordinal);
        Assert.Equal("Nothing is wrong.\n", store.Run("check").Output);
    }
}
