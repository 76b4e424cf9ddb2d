using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("shwo", "show", "show log")]
    [InlineData("A/C.2/72/L.93", "A/C.2/72/L.39", "A/C.2/72/L.39 A/C.2/72/L.94 A/C.2/72/L.95")]
    [InlineData("old", "Old", "Old odd")]
    [InlineData("prase", "parse", "parse phrase")]
    [InlineData("sta", "stale status", "stale status show")]
    [InlineData("abcd", "", "wxyz abxyz")]
    [InlineData("a", "", "b c")]
    [InlineData("", "", "a b")]
    [InlineData("L.3", "", "L.4 L.5 L.6 L.7")]
    public void The_nearest_names_are_those_that_begin_so_or_have_the_fewest_letters_amiss(string word, string suggested, string names) =>
        Assert.Equal(suggested, string.Join(' ', Suggestions.For(word, names.Split(' '))));

    [Fact]
    public void Two_letters_that_changed_places_are_likelier_than_another_letter() =>
        Assert.Equal(["12"], Suggestions.For("21x", ["12x", "22x"]).Select(name => name[..2]));

    [Theory]
    [InlineData("", null)]
    [InlineData("abc1", "did you mean abc1?")]
    [InlineData("abc1 abc2", "did you mean abc1 or abc2?")]
    [InlineData("abc1 abc2 abc3", "did you mean abc1, abc2 or abc3?")]
    [InlineData("abc1 abc2 abc3 abc4", null)]
    public void The_question_names_up_to_three(string names, string? question) =>
        Assert.Equal(question, Suggestions.Ask("abc", names.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("A/C.2/72/L.39:OP9", "A/C.2/72/L.39:OP9")]
    [InlineData("S/RES/1540 (2004)", "'S/RES/1540 (2004)'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("决议.txt", "决议.txt")]
    [InlineData("$(rm)", "'$(rm)'")]
    [InlineData("A/69/L.52*", "'A/69/L.52*'")]
    [InlineData("", "''")]
    public void A_word_of_a_command_is_quoted_where_a_shell_needs_it(string word, string quoted) => Assert.Equal(quoted, ShellWord.Quote(word));
}
