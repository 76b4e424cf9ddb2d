using CsCheck;
using DraftDiff.Differencing;
using Xunit;

namespace DraftDiff.Tests.Differencing;

public sealed class TokenChunkerTests
{
    [Theory]
    [InlineData("Recalling its resolution 70/1,", "Recalling|its|resolution|70/1|,")]
    [InlineData("A/RES/70/1 A/C.2/72/L.39/Rev.1 A/72/64-E/2017/12.", "A/RES/70/1|A/C.2/72/L.39/Rev.1|A/72/64-E/2017/12|.")]
    [InlineData("A/RES/S-13/2 and S/RES/2254 (2015)", "A/RES/S-13/2|and|S/RES/2254 (2015)")]
    [InlineData("2016/22-related people-centred", "2016/22|-|related|people|-|centred")]
    [InlineData("12% of 1,000 or 2.5, 10:30", "12%|of|1,000|or|2.5|,|10:30")]
    [InlineData("٢٫٥ من ١٢٪", "٢٫٥|من|١٢٪")]
    [InlineData("l’Assemblée générale; Secretary-General’s", "l’Assemblée|générale|;|Secretary|-|General’s")]
    [InlineData("第72/200号决议", "第|72/200|号|决|议")]
    [InlineData("2030年议程（17个目标）", "2030|年|议|程|（|17|个|目|标|）")]
    [InlineData("Генеральная Ассамблея, 217 А (III)", "Генеральная|Ассамблея|,|217 А (III)")]
    [InlineData("وَإِذْ تشير", "وَإِذْ|تشير")]
    [InlineData("72nd session.", "72nd|session|.")]
    [InlineData(" \u00A0 ", "")]
    public void A_token_is_what_a_drafter_changes_as_one(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokens(text)));

    [Theory]
    [InlineData("A/C.2/72/L.39")]
    [InlineData("A/C.2/72/L.39/Rev.2")]
    [InlineData("A/C.2/72/L.39/Add.1")]
    [InlineData("A/C.2/72/L.39/Corr.1")]
    [InlineData("A/C.2/72/L.39/Rev.1/Add.1")]
    [InlineData("A/C.2/72/L.39/Rev.1/Corr.1")]
    [InlineData("A/69/L.52*")]
    [InlineData("A/CONF.183/9**")]
    [InlineData("A/RES/72/200")]
    [InlineData("A/RES/57/270 B")]
    [InlineData("A/RES/48/218 B")]
    [InlineData("57/270 B")]
    [InlineData("57/270B")]
    [InlineData("A/RES/217 A (III)")]
    [InlineData("217 A (III)")]
    [InlineData("217 А (III)")] // a Cyrillic А
    [InlineData("3274(XXIX)")]
    [InlineData("3274 (ХХIХ)")] // a Cyrillic Х
    [InlineData("A/RES/2997(XXVII)")]
    [InlineData("3201 (S-VI)")]
    [InlineData("A/RES/S-13/2")]
    [InlineData("S-13/2")]
    [InlineData("A/RES/ES-8/2")]
    [InlineData("ES-8/2")]
    [InlineData("A/HRC/RES/53/18")]
    [InlineData("A/HRC/RES/S-30/1")]
    [InlineData("A/HRC/53/L.3")]
    [InlineData("E/RES/2016/22")]
    [InlineData("E/2016/L.5")]
    [InlineData("S/RES/2254 (2015)")]
    [InlineData("1325 (2000)")]
    [InlineData("1325（2000）")]
    [InlineData("S/2015/1010")]
    [InlineData("A/AC.109/2019/L.18")]
    [InlineData("A/72/64-E/2017/12")]
    [InlineData("40/152 سين")]
    [InlineData("217 ألف (د-3)")]
    [InlineData("1514 (د - 15)")]
    public void A_symbol_is_one_token(string symbol)
    {
        Assert.Equal([symbol], Tokens(symbol));
        Assert.Equal(["x", symbol, ",", "x"], Tokens($"x {symbol}, x"));
        Assert.Equal(["第", symbol, "号"], Tokens($"第{symbol}号"));
        Assert.Equal(["(", symbol, ")", "x"], Tokens($"({symbol}) x"));
        Assert.Equal([symbol, "of", symbol, "."], Tokens($"{symbol} of {symbol}."));
    }

    [Fact]
    public void The_letter_of_a_part_is_of_its_symbol_by_all_its_Arabic_names()
    {
        const string Names = "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد ظاء غين";
        Assert.All(Names.Split(' '), name => Assert.Equal([$"40/152 {name}", "x"], Tokens($"40/152 {name} x")));
    }

    [Fact]
    public void Han_numerals_in_a_row_are_one_number() =>
        Assert.All("零〇一二三四五六七八九十百千万亿", numeral => Assert.Equal(["第", $"{numeral}{numeral}", "届"], Tokens($"第{numeral}{numeral}届")));

    [Theory]
    [InlineData("々")]
    [InlineData("ぁ")]
    [InlineData("カ")]
    [InlineData("ヿ")]
    [InlineData("㐀")]
    [InlineData("一")]
    [InlineData("\u9FFF")]
    [InlineData("\uF900")]
    [InlineData("\uFA6A")]
    [InlineData("\U00020000")]
    [InlineData("\U00030000")]
    public void An_ideograph_is_a_token_of_its_own(string ideograph) =>
        Assert.Equal(["a", ideograph, "b", "1", ideograph, "2"], Tokens($"a{ideograph}b 1{ideograph}2"));

    [Theory]
    [InlineData("1,000")]
    [InlineData("١٬٠٠٠")]
    [InlineData("١٫٥")]
    [InlineData("10:30")]
    [InlineData("12%")]
    [InlineData("12‰")]
    [InlineData("12٪")]
    [InlineData("12％")]
    public void A_number_is_one_token_however_it_is_punctuated(string number) => Assert.Equal(["x", number, "x"], Tokens($"x {number} x"));

    [Theory]
    [InlineData("paragraph 5 A meeting", "paragraph|5|A|meeting")]
    [InlineData("paragraph 12 A meeting", "paragraph|12|A|meeting")]
    [InlineData("paragraph 5 (I)", "paragraph|5|(|I|)")]
    [InlineData("item 71 (c) and 71 (C)", "item|71|(|c|)|and|71|(|C|)")]
    [InlineData("12% (2015), 1,200 (2015)", "12%|(|2015|)|,|1,200|(|2015|)")]
    [InlineData("1200 (3400), 1200 ()", "1200|(|3400|)|,|1200|(|)")]
    [InlineData("70/1 a meeting, 70/1 Ah", "70/1|a|meeting|,|70/1|Ah")]
    [InlineData("70/1 A/RES/70/2 S-13/2", "70/1|A/RES/70/2|S-13/2")]
    [InlineData("70/1 U.S. forces", "70/1|U|.|S|.|forces")]
    [InlineData("70/1 L’eau et A'b", "70/1|L’eau|et|A'b")]
    [InlineData("70/1 X-ray and 70/1 A.", "70/1|X|-|ray|and|70/1 A|.")]
    [InlineData("and/or A (III)", "and/or|A|(|III|)")]
    [InlineData("40/152 سينا", "40/152|سينا")]
    [InlineData("70/1 A\u0301", "70/1|A\u0301")]
    [InlineData("P-5/D-1 S-curve", "P|-|5/D|-|1|S|-|curve")]
    [InlineData("1325 (2000", "1325|(|2000")]
    public void What_stands_beside_a_number_is_no_symbol(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokens(text)));

    [Theory]
    [InlineData("第七十三届会议", "第|七十三|届|会|议")]
    [InlineData("第七届会议", "第|七|届|会|议")]
    [InlineData("二〇三〇年二零一五年", "二〇三〇|年|二零一五|年")]
    [InlineData("一亿三千五百万人", "一亿三千五百万|人")]
    [InlineData("十分统一", "十|分|统|一")]
    public void Han_numerals_in_a_row_are_one_token(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokens(text)));

    [Fact]
    public void Tokens_and_the_white_space_between_them_are_the_text() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat).Sample(text =>
        {
            var position = 0;
            var end = 0;
            while (TokenChunker.TryNext(text, ref position, out var start, out _))
            {
                Assert.True(string.IsNullOrWhiteSpace(text[end..start]));
                Assert.True(start < position && !char.IsWhiteSpace(text[start]) && !char.IsWhiteSpace(text[position - 1]));
                Assert.False(char.IsHighSurrogate(text[position - 1]) && position < text.Length && char.IsLowSurrogate(text[position]));
                end = position;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        });

    [Fact]
    public void A_pair_of_surrogates_is_one_token() => Assert.Equal(["𠀀", "𠀁", "字"], Tokens("𠀀𠀁字"));

    [Fact]
    public void A_lone_surrogate_is_a_token() => Assert.Equal(["a", "\uD840", "b"], Tokens("a\uD840b"));

    // What symbols and numbers are made of, and what may cut them short.
    private static readonly string[] Pieces =
    [
        "A", "S", "ES", "L", "v", "57", "2000", "5", "/", "-", ".", "*", ",", "%", " ", "  ", "(", ")", "（", "III", "X", "د", "سين",
        "七", "十", "万", "届", "\u0301", "𠀀", "\uD840", "’",
    ];

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
