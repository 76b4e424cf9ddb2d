using System.Globalization;
using DraftDiff.Rendering;
using Wcwidth;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("A/RES/70/1", 10)]
    [InlineData("决议，", 6)]
    [InlineData("Генеральная", 11)]
    [InlineData("e\u0301", 1)]
    [InlineData("شَ", 1)]
    [InlineData("\U00020BB7", 2)]
    [InlineData("\u2067a\u2069", 1)]
    public void A_text_is_as_wide_as_a_terminal_draws_it(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));

    [Theory]
    [InlineData("General Assembly", 16, "General Assembly")]
    [InlineData("General Assembly", 15, "General Assemb…")]
    [InlineData("General Assembly", 9, "General…")]
    [InlineData("决议草案", 7, "决议草…")]
    [InlineData("决议草案", 6, "决议…")]
    [InlineData("ee\u0301e", 2, "e…")]
    [InlineData("abc", 1, "…")]
    public void What_does_not_fit_is_cut_between_characters(string text, int cells, string cut) =>
        Assert.Equal(cut, CellWidth.Cut(text, cells));

    [Fact]
    public void Common_characters_are_what_the_tables_of_Unicode_say()
    {
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            if (CommonCharacters.WidthOf(c) is > 0 and var width)
            {
                Assert.Equal(width, UnicodeCalculator.GetWidth(c));
                Assert.Equal(3, new StringInfo($"a{c}a").LengthInTextElements);
                Assert.False(char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate, $"{(int)c:X4}");
            }
        }
    }

    [Fact]
    public void Common_letters_are_no_punctuation()
    {
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            Assert.False(Punctuation.IsCommonLetter(c) && (Punctuation.Closes(c) || Punctuation.Opens(c) || c is ' ' or '—'), $"{(int)c:X4}");
        }
    }

    [Fact]
    public void A_text_is_padded_by_cells() => Assert.Equal("决议  |", CellWidth.Pad("决议", 6) + "|");
}
