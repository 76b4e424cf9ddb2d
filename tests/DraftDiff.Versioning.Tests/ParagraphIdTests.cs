using CsCheck;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>The same paragraphs get the same ids, whoever stores them.</summary>
public sealed class ParagraphIdTests
{
    [Fact]
    public void An_id_stays_what_it_was() =>
        Assert.Equal("wpg7jt93", ParagraphId.Make("A/C.2/72/L.39", "A/C.2/72/L.39/Rev.1", "zh", "大会，", 0));

    [Fact]
    public void An_id_says_all_that_it_is_made_from()
    {
        var id = ParagraphId.Make("A/1", "A/2", "en", "words", 0);

        Assert.Equal(id, ParagraphId.Make("A/1", "A/2", "en", "words", 0));
        Assert.Equal(7, new HashSet<string>
        {
            id,
            ParagraphId.Make("A/3", "A/2", "en", "words", 0),
            ParagraphId.Make("A/1", "A/3", "en", "words", 0),
            ParagraphId.Make("A/1", "A/2", "fr", "words", 0),
            ParagraphId.Make("A/1", "A/2", "en", "word", 0),
            ParagraphId.Make("A/1", "A/2", "en", "Words", 0),
            ParagraphId.Make("A/1", "A/2", "en", "words", 1),
        }.Count);
    }

    [Fact]
    public void Any_words_have_a_valid_id_and_others_have_another() =>
        Gen.Select(Gen.String.AlphaNumeric, Gen.String.AlphaNumeric, Gen.Int[0, 9]).Sample((words, others, ordinal) =>
        {
            var id = ParagraphId.Make("A/1", "A/2", "en", words, ordinal);

            Assert.True(ParagraphId.IsValid(id));
            Assert.Equal(words == others, id == ParagraphId.Make("A/1", "A/2", "en", others, ordinal));
        });

    [Theory]
    [InlineData("k3v9q2aa", true)]
    [InlineData("00000000", true)]
    [InlineData("", false)]
    [InlineData("k3v9q2a", false)]
    [InlineData("k3v9q2aaa", false)]
    [InlineData("K3V9Q2AA", false)]
    [InlineData("k3v9q2ai", false)]
    [InlineData("k3v9q2al", false)]
    [InlineData("k3v9q2ao", false)]
    [InlineData("k3v9q2au", false)]
    [InlineData("k3v9q2a\u0663", false)]
    [InlineData("../../aa", false)]
    [InlineData("k3v9q2a\n", false)]
    public void An_id_is_eight_digits_that_cannot_be_mistaken_for_others(string text, bool isValid) =>
        Assert.Equal(isValid, ParagraphId.IsValid(text));
}
