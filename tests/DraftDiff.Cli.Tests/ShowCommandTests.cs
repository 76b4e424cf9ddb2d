using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary><c>draftdiff show</c> and <c>list</c>, and <c>diff</c> of what is stored.</summary>
public sealed class ShowCommandTests
{
    [Fact]
    public void A_stored_text_is_shown_by_its_symbol()
    {
        using var store = StoreFixture.WithGardens("en");

        Assert.Contains("herbaria", store.Output("show", $"{StoreFixture.Gardens}/Rev.1"), StringComparison.Ordinal);
        Assert.DoesNotContain("herbaria", store.Output("show", StoreFixture.Gardens), StringComparison.Ordinal);
    }

    [Fact]
    public void One_paragraph_of_it_is_shown()
    {
        using var store = StoreFixture.WithGardens("en");

        var shown = store.Output("show", $"{StoreFixture.Gardens}/Rev.1:OP7");

        Assert.Contains("herbaria", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("pollinators", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_shown_as_of_a_revision_of_git()
    {
        using var store = StoreFixture.WithVersions(
            StoreFixture.Draft, StoreFixture.DraftWith("Encourages", "Urges"), StoreFixture.DraftWith("Encourages", "Invites"));

        Assert.Equal(StoreFixture.DraftWith("Encourages", "Urges"), store.Output("show", $"{StoreFixture.Own}@HEAD~1", "--original"));
        Assert.Contains("Urges", store.Output("show", $"{StoreFixture.Own}@HEAD~1:OP2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{StoreFixture.Own}@HEAD~9", "no commit 'HEAD~9'; write a branch, a tag or a commit's id after the @")]
    [InlineData($"{StoreFixture.Own}@", "no commit ''; write a branch, a tag or a commit's id after the @")]
    [InlineData($"{StoreFixture.Own}/Rev.7", "holds no A/C.3/97/L.5/Rev.7")]
    [InlineData($"{StoreFixture.Own}:OP9", "has no paragraph 'OP9'")]
    [InlineData("herbaria", "is no symbol")]
    public void What_is_not_there_is_told_with_one_sentence(string name, string sentence)
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        Assert.Contains(sentence, store.Refusal("show", name), StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_in_two_languages_needs_one_of_them()
    {
        using var store = StoreFixture.WithGardens("en", "fr");

        Assert.Contains("choose one with --language", store.Refusal("show", StoreFixture.Gardens), StringComparison.Ordinal);
        Assert.Contains("légumes", store.Output("show", StoreFixture.Gardens, "--language", "fr"), StringComparison.Ordinal);
        Assert.Contains("not stored in ru; there is en, fr", store.Refusal("show", StoreFixture.Gardens, "--language", "ru"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_original_is_the_whole_file()
    {
        using var store = StoreFixture.WithGardens("en");

        Assert.Equal(
            File.ReadAllText(StoreFixture.PathOf("fixtures/gardens/base.en.txt")), store.Output("show", StoreFixture.Gardens, "--original"));
        Assert.Contains("the whole file", store.Refusal("show", $"{StoreFixture.Gardens}:OP1", "--original"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_drafts_are_listed_with_their_languages_and_revisions()
    {
        using var store = StoreFixture.WithGardens("en", "fr");
        store.StoreText(StoreFixture.Draft, StoreFixture.Own, "--date", "2042-11-12");

        Assert.Equal(
            """
            A/C.2/72/L.998  School gardens for development
              en  A/C.2/72/L.998 (2017-11-09), A/C.2/72/L.998/Rev.1 (2017-11-28)
              fr  A/C.2/72/L.998 (2017-11-09), A/C.2/72/L.998/Rev.1 (2017-11-28)
            A/C.3/97/L.5
              en  A/C.3/97/L.5 (2042-11-12)

            """.ReplaceLineEndings("\n"),
            store.Output("list"));
    }

    [Fact]
    public void Two_stored_texts_are_compared_as_their_files_are()
    {
        using var store = StoreFixture.WithGardens("en");
        var (@base, revised) = (StoreFixture.PathOf("fixtures/gardens/base.en.txt"), StoreFixture.PathOf("fixtures/gardens/rev1.en.txt"));
        var expected = Changes(Cli.Run("diff", @base, revised).Output);

        Assert.Equal(expected, Changes(store.Output("diff", StoreFixture.Gardens, $"{StoreFixture.Gardens}/Rev.1")));
        Assert.Equal(expected, Changes(store.Output("diff", @base, $"{StoreFixture.Gardens}/Rev.1")));
        Assert.Equal(expected, Changes(store.Output("diff", $"{StoreFixture.Gardens}@HEAD~1", $"{StoreFixture.Gardens}@HEAD")));
    }

    [Fact]
    public void A_name_that_is_neither_a_file_nor_stored_is_told_with_one_sentence()
    {
        using var store = StoreFixture.WithGardens("en");

        var refusal = store.Refusal("diff", StoreFixture.Gardens, $"{StoreFixture.Gardens}/Rev.9");

        Assert.Contains("there is no file 'A/C.2/72/L.998/Rev.9', and the repository holds no", refusal, StringComparison.Ordinal);
    }

    // All but the names of the two texts.
    [Theory]
    [InlineData("HEAD~9", "the repository has no commit 'HEAD~9'; write a branch, a tag or a commit's id after the @")]
    [InlineData("", "the repository has no commit ''; write a branch, a tag or a commit's id after the @")]
    [InlineData("HEAD^{tree}", "the repository has no commit 'HEAD^{tree}'; write a branch, a tag or a commit's id after the @")]
    [InlineData("one..two", "'one..two' names no commit; write a branch, a tag or a commit's id after the @")]
    public void A_revision_of_git_that_is_none_is_told_with_one_sentence(string revision, string sentence)
    {
        using var store = StoreFixture.WithVersions(StoreFixture.Draft);

        Assert.Equal(sentence, store.Refusal("show", $"{StoreFixture.Own}@{revision}"));
    }

    private static string Changes(string output) => output[output.IndexOf("\n\n", StringComparison.Ordinal)..];
}
