using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

/// <summary>What kinds of characters there are.</summary>
public sealed class CharacterTests
{
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
