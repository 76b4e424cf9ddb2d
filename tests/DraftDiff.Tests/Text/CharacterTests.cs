using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

/// <summary>What kinds of characters there are.</summary>
public sealed class CharacterTests
{
    [Fact]
    public void Rare_spaces_are_all_spaces_but_one()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.True(
                Characters.RareSpaces.Contains((char)c) == (Characters.IsSpace((char)c) && c != ' '), $"U+{c:X4}");
        }
    }
}
