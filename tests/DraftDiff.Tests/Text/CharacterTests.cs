using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

/// <summary>What kinds of characters there are.</summary>
public sealed class CharacterTests
{
    [Fact]
    public void Space_is_white_space_and_what_words_leave_out()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.Equal(($"U+{c:X4}", char.IsWhiteSpace((char)c) || Characters.IsInvisible((char)c)), ($"U+{c:X4}", Characters.IsSpace((char)c)));
        }
    }

    [Fact]
    public void Letters_and_digits_are_those_of_Unicode()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.Equal(($"U+{c:X4}", char.IsLetterOrDigit((char)c)), ($"U+{c:X4}", Characters.IsLetterOrDigit((char)c)));
        }
    }

    [Fact]
    public void A_rare_space_is_any_space_but_the_common_one()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var isRare = Characters.IsSpace((char)c) && c != ' ';

            Assert.Equal(($"U+{c:X4}", isRare ? 3 : -1), ($"U+{c:X4}", Characters.IndexOfRareSpace($"a 大{(char)c}b")));
        }
    }

    [Fact]
    public void Plain_text_is_normalized_and_has_no_white_space_but_the_space()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = $"大会 e{(char)c} a大会{(char)c}。Aa";
            var isKept = Nfc.IsNormalized(text) && Characters.IndexOfRareSpace(text) < 0;

            Assert.True(isKept || !Characters.ArePlain(text), $"U+{c:X4}");
        }
    }

    [Theory]
    [InlineData("The General Assembly,", true)]
    [InlineData("大会，“重申”其《行动计划》；", true)]
    [InlineData("Генеральная Ассамблея", true)]
    [InlineData("إن الجمعية العامة،", true)]
    [InlineData("a tab\tamong the words", false)]
    [InlineData("words of which the last is a\u0301", false)]
    [InlineData("a no-break\u00A0space, followed by many words", false)]
    public void Text_of_a_draft_is_plain(string text, bool isPlain)
    {
        Assert.Equal(isPlain, Characters.ArePlain(text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(70_000)]
    [InlineData(700_001)]
    public void Characters_of_a_range_are_counted_in_texts_of_any_length(int count)
    {
        var text = new string('大', count) + "the" + new string('会', count);

        Assert.Equal(count, Characters.CountInRange(text, '大', '大'));
        Assert.Equal(3, Characters.CountInRange(text, 'a', 'z'));
    }
}
