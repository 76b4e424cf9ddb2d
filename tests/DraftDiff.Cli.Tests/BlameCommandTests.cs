using System.Text.Json;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff blame</c>: where paragraphs and words came from.</summary>
public sealed class BlameCommandTests
{
    private const string Gardens = "Encourages Member States to plant gardens beside schools in every town and village of theirs";
    private const string Water = "Calls upon donors to pay for wells, pipes and pumps where water is scarce";

    private static readonly string Without2 = StoreFixture.Draft
        .Replace("2. Encourages Member States to share their experience with information technology;\n\n3.", "2.", StringComparison.Ordinal);

    [Fact]
    public void Each_paragraph_has_the_revision_that_brought_it_in_and_the_one_that_last_changed_it()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.DraftWith("Encourages", "Urges").Replace("seized", "actively seized", StringComparison.Ordinal));

        var blame = store.Json("blame", StoreFixture.SymbolOf(2));

        Assert.Equal("draftdiff.blame/1", blame.GetProperty("format").GetString());
        Assert.Equal(StoreFixture.SymbolOf(2), blame.GetProperty("symbol").GetString());
        Assert.Equal("en", blame.GetProperty("language").GetString());
        Assert.Equal(store.Ids($"{StoreFixture.Own}/en"), Paragraphs(blame).ToDictionary(LabelOf, each => each.GetProperty("id").GetString()!));
        Assert.Equal((StoreFixture.SymbolOf(0), StoreFixture.SymbolOf(0)), Origins(blame, "OP1"));
        Assert.Equal((StoreFixture.SymbolOf(0), StoreFixture.SymbolOf(1)), Origins(blame, "OP2"));
        Assert.Equal((StoreFixture.SymbolOf(0), StoreFixture.SymbolOf(2)), Origins(blame, "OP3"));
        Assert.All(Paragraphs(blame), each => Assert.False(each.TryGetProperty("words", out _)));
    }

    [Fact]
    public void A_stored_text_is_told_as_it_was_though_there_are_later_ones()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"));

        Assert.Equal((StoreFixture.Own, StoreFixture.Own), Origins(store.Json("blame", StoreFixture.Own), "OP2"));
        Assert.Equal((StoreFixture.Own, StoreFixture.Own), Origins(store.Json("blame", $"{StoreFixture.Own}@HEAD~1"), "OP2"));
    }

    [Theory]
    [InlineData("ict", "A/RES/72/999", "zh")]
    [InlineData("gardens", "A/C.2/72/L.998/Rev.1", "en")]
    [InlineData("gardens", "A/C.2/72/L.998/Rev.1", "ar")]
    public void The_words_joined_are_the_paragraph(string topic, string symbol, string language)
    {
        using var store = topic == "ict" ? StoreFixture.WithIct() : StoreFixture.WithGardens(language);

        foreach (var paragraph in Paragraphs(store.Json("blame", symbol, "--words")))
        {
            var text = Assert.Single(Changes(store, symbol), unit => LabelOf(unit) == LabelOf(paragraph)).GetProperty("text").GetString();
            Assert.Equal(text, TextOf(paragraph));
        }
    }

    [Fact]
    public void Each_word_has_the_revision_that_brought_it_in()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, StoreFixture.DraftWith("seized", "actively seized"));

        var paragraph = Assert.Single(Paragraphs(store.Json("blame", $"{StoreFixture.SymbolOf(1)}:OP3", "--words")));

        var piece = Assert.Single(
            paragraph.GetProperty("words").EnumerateArray(), piece => piece.GetProperty("symbol").GetString() == StoreFixture.SymbolOf(1));
        Assert.Equal("actively", piece.GetProperty("text").GetString()!.Trim());
    }

    [Fact]
    public void A_paragraph_that_came_back_was_brought_in_by_the_first_revision()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft, Without2, StoreFixture.Draft + "\n");

        var blame = store.Json("blame", StoreFixture.SymbolOf(2), "--words");

        Assert.Equal(StoreFixture.Own, Origins(blame, "OP2").Introduced);
        Assert.Equal(
            "Encourages Member States to share their experience with information technology;",
            TextOf(Assert.Single(Paragraphs(blame), each => LabelOf(each) == "OP2")));
    }

    [Fact]
    public void A_paragraph_that_came_back_as_that_of_another_language_has_its_own_words()
    {
        using var store = new StoreFixture();
        string[] english = [StoreFixture.Draft, Without2, StoreFixture.Draft + "\n"];
        string[] french = [French("Engage les États Membres à partager leur expérience"), French(null), French("Prie les musées de prêter des cartes anciennes")];
        for (var i = 0; i < english.Length; i++)
        {
            store.StoreText(english[i], StoreFixture.SymbolOf(i), "--language", "en");
            store.StoreText(french[i], StoreFixture.SymbolOf(i), "--language", "fr");
        }

        var paragraph = Assert.Single(Paragraphs(store.Json("blame", $"{StoreFixture.SymbolOf(2)}:OP2", "--words", "--language", "fr")));

        Assert.Equal(store.Ids($"{StoreFixture.Own}/en")["OP2"], paragraph.GetProperty("id").GetString());
        Assert.Equal("Prie les musées de prêter des cartes anciennes ;", TextOf(paragraph));
    }

    [Fact]
    public void The_parts_of_a_split_have_the_origins_that_their_words_had_in_the_whole()
    {
        const string Second = "urges them to report to it every year on the gardens beside their schools";
        using var store = new StoreFixture();
        store.StoreParagraphs(StoreFixture.SymbolOf(0), Gardens, Water);
        store.StoreParagraphs(StoreFixture.SymbolOf(1), $"{Gardens}, and {Second}", Water);
        store.StoreParagraphs(StoreFixture.SymbolOf(2), Gardens, $"Also {Second}", Water);

        var blame = store.Json("blame", StoreFixture.SymbolOf(2), "--words");
        var part = Assert.Single(Paragraphs(blame), each => LabelOf(each) == "OP2");

        Assert.Equal((StoreFixture.SymbolOf(0), StoreFixture.SymbolOf(2)), Origins(blame, "OP2"));
        Assert.Equal(
            [("Also", StoreFixture.SymbolOf(2)), ($" {Second}", StoreFixture.SymbolOf(1)), (";", StoreFixture.SymbolOf(0))], WordsOf(part));
    }

    [Fact]
    public void A_merged_paragraph_has_the_origins_of_the_words_it_was_merged_of()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs(StoreFixture.SymbolOf(0), Gardens);
        store.StoreParagraphs(StoreFixture.SymbolOf(1), Gardens, Water);
        store.StoreParagraphs(StoreFixture.SymbolOf(2), $"{Gardens}, and {Water[..1].ToLowerInvariant()}{Water[1..]}");

        var merged = Assert.Single(Paragraphs(store.Json("blame", $"{StoreFixture.SymbolOf(2)}:OP1", "--words")));

        Assert.Equal(
            [StoreFixture.SymbolOf(0), StoreFixture.SymbolOf(2), StoreFixture.SymbolOf(1)], WordsOf(merged).Select(words => words.Symbol));
        Assert.Equal(" upon donors to pay for wells, pipes and pumps where water is scarce;", WordsOf(merged)[^1].Text);
    }

    [Fact]
    public void Words_that_others_stood_between_are_not_run_together()
    {
        using var store = new StoreFixture();
        store.StoreParagraphs(StoreFixture.SymbolOf(0), "Encourages Member States to plant gardens and trees beside schools");
        store.StoreParagraphs(StoreFixture.SymbolOf(1), "Encourages Member States to plant gardens beside schools");
        store.StoreParagraphs(StoreFixture.SymbolOf(2), "Encourages Member States to plant gardens beside all schools");

        var paragraph = Assert.Single(Paragraphs(store.Json("blame", $"{StoreFixture.SymbolOf(2)}:OP1", "--words")));

        Assert.Equal(
            ["Encourages Member States to plant gardens", "beside", "all", "schools;"], WordsOf(paragraph).Select(words => words.Text.Trim()));
        Assert.Equal("Encourages Member States to plant gardens beside all schools;", TextOf(paragraph));
    }

    [Fact]
    public void What_is_not_there_is_told_with_one_sentence()
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        Assert.Contains("has no paragraph 'OP9'", store.Refusal("blame", $"{StoreFixture.Own}:OP9"), StringComparison.Ordinal);
        Assert.Contains("holds no", store.Refusal("blame", "A/C.3/97/L.6"), StringComparison.Ordinal);
    }

    private static string French(string? second) => $"""
        L’Assemblée générale,

        Rappelant sa résolution 70/1 du 25 septembre 2015,

        1. Prie le Secrétaire général de lui rendre compte à sa soixante-dixième session ;

        {(second is null ? "2" : $"2. {second} ;\n\n3")}. Décide de rester saisie de la question.

        """;

    private static JsonElement[] Paragraphs(JsonElement blame) => [.. blame.GetProperty("paragraphs").EnumerateArray()];

    private static string LabelOf(JsonElement paragraph) => paragraph.GetProperty("label").GetString()!;

    private static (string Text, string? Symbol)[] WordsOf(JsonElement paragraph) => [.. paragraph.GetProperty("words").EnumerateArray()
        .Select(piece => (piece.GetProperty("text").GetString()!, piece.GetProperty("symbol").GetString()))];

    private static string TextOf(JsonElement paragraph) =>
        string.Concat(paragraph.GetProperty("words").EnumerateArray().Select(piece => piece.GetProperty("text").GetString()));

    private static (string? Introduced, string? Changed) Origins(JsonElement blame, string label)
    {
        var paragraph = Assert.Single(Paragraphs(blame), each => LabelOf(each) == label);
        return (paragraph.GetProperty("introduced").GetProperty("symbol").GetString(), paragraph.GetProperty("changed").GetProperty("symbol").GetString());
    }

    // The units of a text, as a comparison with itself lists them.
    private static IEnumerable<JsonElement> Changes(StoreFixture store, string symbol) =>
        store.Json("diff", symbol, symbol).GetProperty("changes").EnumerateArray().SelectMany(change => change.GetProperty("new").EnumerateArray());
}
