using DraftDiff.Differencing;
using Xunit;

namespace DraftDiff.Tests.Differencing;

public sealed class TokenChunkerTests
{
    [Theory]
    [InlineData("Recalling its resolution 70/1,", "Recalling|its|resolution|70/1|,")]
    [InlineData("A/RES/70/1 A/C.2/72/L.39/Rev.1 A/72/64-E/2017/12.", "A/RES/70/1|A/C.2/72/L.39/Rev.1|A/72/64-E/2017/12|.")]
    [InlineData("A/RES/S-13/2 and S/RES/2254 (2015)", "A/RES/S-13/2|and|S/RES/2254|(|2015|)")]
    [InlineData("2016/22-related people-centred", "2016/22|-|related|people|-|centred")]
    [InlineData("12% of 1,000 or 2.5, 10:30", "12%|of|1,000|or|2.5|,|10:30")]
    [InlineData("٢٫٥ من ١٢٪", "٢٫٥|من|١٢٪")]
    [InlineData("l’Assemblée générale; Secretary-General’s", "l’Assemblée|générale|;|Secretary|-|General’s")]
    [InlineData("第72/200号决议", "第|72/200|号|决|议")]
    [InlineData("2030年议程（17个目标）", "2030|年|议|程|（|17|个|目|标|）")]
    [InlineData("Генеральная Ассамблея, 217 А (III)", "Генеральная|Ассамблея|,|217|А|(|III|)")]
    [InlineData("وَإِذْ تشير", "وَإِذْ|تشير")]
    [InlineData("72nd session.", "72nd|session|.")]
    [InlineData(" \u00A0 ", "")]
    public void A_token_is_what_a_drafter_changes_as_one(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokens(text)));

    [Fact]
    public void A_pair_of_surrogates_is_one_token() => Assert.Equal(["𠀀", "𠀁", "字"], Tokens("𠀀𠀁字"));

    [Fact]
    public void A_lone_surrogate_is_a_token() => Assert.Equal(["a", "\uD840", "b"], Tokens("a\uD840b"));

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var position = 0;
        while (TokenChunker.TryNext(text, ref position, out var start, out _))
        {
            tokens.Add(text[start..position]);
        }

        return tokens;
    }
}
