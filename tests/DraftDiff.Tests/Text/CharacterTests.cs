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
    public void Letters_and_their_case_are_those_of_Unicode()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            var expected = (char.IsLetter(c), char.IsLetterOrDigit(c), char.IsUpper(c), char.IsLower(c));

            Assert.Equal(
                ($"U+{(int)c:X4}", expected),
                ($"U+{(int)c:X4}", (Characters.IsLetter(c), Characters.IsLetterOrDigit(c), Characters.IsUpper(c), Characters.IsLower(c))));
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
}
