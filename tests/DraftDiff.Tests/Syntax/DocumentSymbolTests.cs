using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>Document symbols, as they are printed and as they are in order.</summary>
public sealed class DocumentSymbolTests
{
    [Theory]
    [InlineData("A/C.2/72/L.39", "A", "C.2", 72, null, "L", 39)]
    [InlineData("A/C.3/56/L.82/Rev.1", "A", "C.3", 56, null, "L", 82)]
    [InlineData("A/78/L.5/Rev.1/Add.2", "A", null, 78, null, "L", 5)]
    [InlineData("A/C.3/L.1234", "A", "C.3", null, null, "L", 1234)]
    [InlineData("A/RES/72/200", "A", null, 72, null, "RES", 200)]
    [InlineData("A/RES/60/252", "A", null, 60, null, "RES", 252)]
    [InlineData("A/RES/2997(XXVII)", "A", null, 27, null, "RES", 2997)]
    [InlineData("A/RES/377 (V)", "A", null, 5, null, "RES", 377)]
    [InlineData("A/RES/217 A (III)", "A", null, 3, null, "RES", 217)]
    [InlineData("A/DEC/56/475", "A", null, 56, null, "DEC", 475)]
    [InlineData("A/INF/72/3", "A", null, 72, null, "INF", 3)]
    [InlineData("A/BUR/72/1", "A/BUR", null, 72, null, null, 1)]
    [InlineData("A/HRC/53/L.3/Rev.1", "A/HRC", null, 53, null, "L", 3)]
    [InlineData("A/HRC/RES/16/21", "A/HRC", null, 16, null, "RES", 21)]
    [InlineData("A/AC.109/2019/L.18", "A/AC.109", null, null, 2019, "L", 18)]
    [InlineData("A/CONF.230/1", "A/CONF.230", null, null, null, null, 1)]
    [InlineData("E/2016/L.5", "E", null, null, 2016, "L", 5)]
    [InlineData("E/RES/2016/22", "E", null, null, 2016, "RES", 22)]
    [InlineData("E/RES/1895(LVII)", "E", null, 57, null, "RES", 1895)]
    [InlineData("E/CN.6/2019/L.3", "E/CN.6", null, null, 2019, "L", 3)]
    [InlineData("E/CN.4/Sub.2/1994/56", "E/CN.4/Sub.2", null, null, 1994, null, 56)]
    [InlineData("E/ICEF/2019/P/L.1", "E/ICEF", null, null, 2019, "P", null)]
    [InlineData("S/2015/1010", "S", null, null, 2015, null, 1010)]
    [InlineData("S/RES/2254 (2015)", "S", null, null, 2015, "RES", 2254)]
    [InlineData("S/RES/1701(2006)", "S", null, null, 2006, "RES", 1701)]
    [InlineData("S/PV.7588", "S", null, null, null, "PV", 7588)]
    [InlineData("S/22644", "S", null, null, null, null, 22644)]
    [InlineData("TD/B/66/L.2", "TD/B", null, 66, null, "L", 2)]
    [InlineData("FCCC/CP/2015/L.9", "FCCC/CP", null, null, 2015, "L", 9)]
    [InlineData("CEDAW/C/GC/35", "CEDAW/C/GC", null, null, null, null, 35)]
    [InlineData("UNEP/EA.4/L.1", "UNEP/EA.4", null, null, null, "L", 1)]
    [InlineData("70/130", null, null, 70, null, null, 130)]
    [InlineData("2016/22", null, null, null, 2016, null, 22)]
    [InlineData("3274(XXIX)", null, null, 29, null, null, 3274)]
    [InlineData("2254 (2015)", null, null, null, 2015, null, 2254)]
    public void A_symbol_tells_its_parts(
        string text, string? organ, string? committee, int? session, int? year, string? series, int? number)
    {
        var symbol = DocumentSymbol.Parse(text);

        Assert.Equal(organ, symbol.Organ);
        Assert.Equal(committee, symbol.Committee);
        Assert.Equal(session is { } regular ? new SymbolSession(SessionKind.Regular, regular) : null, symbol.Session);
        Assert.Equal(year, symbol.Year);
        Assert.Equal(series, symbol.Series);
        Assert.Equal(number, symbol.Number);
    }

    [Theory]
    [InlineData("A/RES/S-13/2", SessionKind.Special, 13)]
    [InlineData("A/RES/3201 (S-VI)", SessionKind.Special, 6)]
    [InlineData("A/HRC/RES/S-30/1", SessionKind.Special, 30)]
    [InlineData("A/S-30/L.1", SessionKind.Special, 30)]
    [InlineData("S-13/2", SessionKind.Special, 13)]
    [InlineData("A/RES/ES-8/2", SessionKind.EmergencySpecial, 8)]
    [InlineData("A/ES-10/L.28", SessionKind.EmergencySpecial, 10)]
    [InlineData("ES-11/1", SessionKind.EmergencySpecial, 11)]
    public void A_special_session_is_told_from_a_regular_one(string text, SessionKind kind, int number) =>
        Assert.Equal(new SymbolSession(kind, number), DocumentSymbol.Parse(text).Session);

    [Theory]
    [InlineData("A/C.2/72/L.39/Rev.2", "A/C.2/72/L.39", 2, null, null, 0)]
    [InlineData("A/C.2/72/L.39/Add.1", "A/C.2/72/L.39", null, 1, null, 0)]
    [InlineData("A/C.2/72/L.39/Rev.1/Add.2", "A/C.2/72/L.39", 1, 2, null, 0)]
    [InlineData("A/C.2/72/L.39/REV.1/CORR.1", "A/C.2/72/L.39", 1, null, 1, 0)]
    [InlineData("A/69/L.52*", "A/69/L.52", null, null, null, 1)]
    [InlineData("A/69/L.52/Rev.1**", "A/69/L.52", 1, null, null, 2)]
    public void What_was_added_to_a_symbol_is_told_from_its_base(
        string text, string @base, int? revision, int? addendum, int? corrigendum, int reissues)
    {
        var symbol = DocumentSymbol.Parse(text);

        Assert.Equal(DocumentSymbol.Parse(@base), symbol.Base);
        Assert.Equal(@base, symbol.Base.ToString());
        Assert.Equal((revision, addendum, corrigendum, reissues), (symbol.Revision, symbol.Addendum, symbol.Corrigendum, symbol.Reissues));
        Assert.Same(symbol.Base, symbol.Base.Base);
    }

    [Theory]
    [InlineData("A/RES/217 А (III)", "A/RES/217 A (III)")]
    [InlineData("217 А (III)", "217 A (III)")]
    [InlineData("40/152 سين", "40/152 O")]
    [InlineData("٧٢/٢٠٠", "72/200")]
    [InlineData("57/270B", "57/270 B")]
    [InlineData("A/RES/57/270\u00A0B", "A/RES/57/270 B")]
    [InlineData("A/RES/S‑13/2", "A/RES/S-13/2")]
    [InlineData("\u200FA/72/L.5\u200E", "A/72/L.5")]
    [InlineData("A/RES/3274(XXIX)", "A/RES/3274 (XXIX)")]
    [InlineData("TD/B/EX(42)/1", "TD/B/EX(42)/1")]
    [InlineData("A/80/6 (Income sect. 1)", "A/80/6 (Income sect. 1)")]
    [InlineData("A/72/64–E/2017/12", "A/72/64-E/2017/12")]
    public void A_symbol_prints_in_one_way_however_it_was_typed(string typed, string printed) =>
        Assert.Equal(printed, DocumentSymbol.Parse(typed).ToString());

    [Fact]
    public void A_document_of_two_organs_has_two_symbols()
    {
        var symbol = DocumentSymbol.Parse("A/72/64/Add.1-E/2017/12/Add.1");

        Assert.Equal(DocumentSymbol.Parse("E/2017/12/Add.1"), symbol.Joint);
        Assert.Equal("A/72/64-E/2017/12", symbol.Base.ToString());
        Assert.Equal(symbol.Base, DocumentSymbol.Parse("A/72/64-E/2017/12"));
        Assert.Equal(1, symbol.Addendum);
        Assert.Equal("A/72/64/Add.1-E/2017/12/Add.1", symbol.ToString());
    }

    [Theory]
    [InlineData("A/C.2/72/L.39/Rev.1", "A/C.2/72/L.39", true)]
    [InlineData("A/C.2/72/L.39/Rev.10", "A/C.2/72/L.39/Rev.9*", true)]
    [InlineData("A/C.2/72/L.39", "A/C.2/72/L.39/Rev.1", false)]
    [InlineData("A/C.2/72/L.39", "A/C.2/72/L.39", false)]
    [InlineData("A/C.2/72/L.39/Rev.1", "A/C.2/72/L.38", false)]
    [InlineData("A/C.2/72/L.39/Rev.1/Add.1", "A/C.2/72/L.39", false)]
    [InlineData("A/C.2/72/L.39/Rev.1", "A/C.2/72/L.39/Corr.1", false)]
    public void A_later_text_of_a_document_is_its_revision(string later, string earlier, bool isRevision) =>
        Assert.Equal(isRevision, DocumentSymbol.Parse(later).IsRevisionOf(DocumentSymbol.Parse(earlier)));

    [Fact]
    public void Symbols_are_in_order_by_their_numbers()
    {
        string[] expected =
        [
            "2016/22", "70/130", "72/9", "72/200", "72/200 B", "S-13/2", "ES-8/2",
            "A/520/Rev.15", "A/69/L.9", "A/69/L.10", "A/69/L.52", "A/69/L.52*", "A/69/L.52/Add.1", "A/69/L.52/Rev.1",
            "A/69/L.52/Rev.1/Add.1", "A/69/L.52/Rev.2", "A/RES/69/1", "A/72/64-E/2017/12", "A/S-30/L.1",
            "A/C.2/72/L.39", "A/C.3/56/L.82", "A/C.10/1/L.1", "A/AC.109/2019/L.18", "A/HRC/53/L.3",
            "E/2016/L.5", "E/CN.6/2019/L.3", "S/22644", "S/2015/1010", "S/RES/2254 (2015)",
        ];

        var sorted = expected.Reverse().Select(text => DocumentSymbol.Parse(text)).Order();

        Assert.Equal(expected, sorted.Select(symbol => symbol.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("A")]
    [InlineData("A/")]
    [InlineData("A/B")]
    [InlineData("and/or")]
    [InlineData("130")]
    [InlineData("70/130/5")]
    [InlineData("70/130/Rev.1")]
    [InlineData("/A/72/L.5")]
    [InlineData("A//72")]
    [InlineData("..")]
    [InlineData("A/../72")]
    [InlineData("A/72/..")]
    [InlineData("A/72/.")]
    [InlineData("A/72/.git")]
    [InlineData(".git/72")]
    [InlineData("A/72/L.5.")]
    [InlineData("A/72/L..5")]
    [InlineData("A\\72\\5")]
    [InlineData("A/72\\..\\5")]
    [InlineData("C:/72/5")]
    [InlineData("A/72/\n5")]
    [InlineData("A/72/\u00005")]
    [InlineData("A/72/draft")]
    [InlineData("A/72/5 (../..)")]
    [InlineData("A/72/12345678901")]
    [InlineData("A/72/L.5, para. 3")]
    public void What_is_no_symbol_is_refused(string text)
    {
        Assert.False(DocumentSymbol.TryParse(text, out var symbol));
        Assert.Null(symbol);
        Assert.Throws<FormatException>(() => DocumentSymbol.Parse(text));
    }

    [Fact]
    public void A_text_too_long_for_a_symbol_is_refused() =>
        Assert.False(DocumentSymbol.TryParse("A/" + string.Concat(Enumerable.Repeat("72/", 40)) + "5", out _));

    [Theory]
    [InlineData("A/C.2/72/L.39")]
    [InlineData("A/C.2/72/L.39/Rev.2")]
    [InlineData("A/C.2/72/L.39/Add.1")]
    [InlineData("A/C.2/72/L.39/Corr.1")]
    [InlineData("A/C.2/72/L.39/Rev.1/Add.1")]
    [InlineData("A/C.2/72/L.39/Rev.1/Corr.1")]
    [InlineData("A/RES/72/200")]
    [InlineData("A/RES/S-13/2")]
    [InlineData("A/RES/ES-8/2")]
    [InlineData("A/HRC/RES/53/18")]
    [InlineData("A/HRC/RES/S-30/1")]
    [InlineData("A/HRC/53/L.3")]
    [InlineData("E/RES/2016/22")]
    [InlineData("E/2016/L.5")]
    [InlineData("S/2015/1010")]
    [InlineData("A/AC.109/2019/L.18")]
    [InlineData("A/72/64-E/2017/12")]
    [InlineData("70/130")]
    public void A_symbol_is_one_token_of_a_comparison(string symbol)
    {
        var position = 0;

        Assert.True(TokenChunker.TryNext(symbol, ref position, out _, out var kind));
        Assert.Equal((symbol.Length, DraftDiff.Differencing.TokenKind.Symbol), (position, kind));
    }

    /// <summary>Pieces that symbols are made of, and some that they are not, in any order.</summary>
    private static readonly string[] Pieces =
    [
        "A", "S", "E", "C.2", "C.10", "HRC", "AC.109", "RES", "L.9", "L.10", "72", "2015", "S-13", "ES-8", "Rev.1", "Add.2", "Corr.1", "/", "/", "/", "/", "/",
        " B", " А", " (III)", "(XXIX)", " (2015)", " سين", "*", "-E/2017/12", "..", ".", ".git", " ", "\u00A0", "\n", "\0", "\\", "٧", "007", "\uD840", "(", ")",
    ];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Select(indexes => string.Concat(indexes.Select(index => Pieces[index])));

    private static readonly Gen<DocumentSymbol> Symbols =
        from start in OneOf("A/72", "A/C.2/72", "A/C.10/72", "A/S-13", "A/RES/72", "A/RES", "E/2017", "A/HRC/RES/007", "72")
        from number in OneOf("/9", "/10", "/10 B", "/10 C (III)", "/3 (XXIX)", "/L.9", "/L.10", "/L.09", "/9-E/2017/12", "/9 (Part I)")
        from suffix in OneOf("", "", "/Rev.1", "/Rev.2/Add.1", "/Add.1/Rev.2", "/Corr.1", "*")
        let text = start + number + suffix
        where DocumentSymbol.TryParse(text, out _)
        select DocumentSymbol.Parse(text);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Fact]
    public void Any_text_is_a_symbol_that_is_safe_as_a_path_or_none() =>
        Gen.OneOf(Texts, Gen.String[0, 120], Gen.String[Gen.Char["A/1.-(*) "], 0, 40]).Sample(
            text =>
            {
                if (!DocumentSymbol.TryParse(text, out var symbol))
                {
                    return;
                }

                var printed = symbol.ToString();
                Assert.InRange(printed.Length, 1, DocumentSymbol.LongestLength);
                Assert.DoesNotContain(printed, c => char.IsControl(c) || !char.IsAscii(c) || c is '\\' or ':');
                Assert.All(printed.Split('/'), part => Assert.False(part.Length == 0 || part[0] is '.' or ' ' || part[^1] is '.' or ' '));
                Assert.Equal(symbol, DocumentSymbol.Parse(printed));
                Assert.Equal(symbol.Base, DocumentSymbol.Parse(symbol.Base.ToString()));
            },
            iter: 20_000);

    [Fact]
    public void A_long_text_is_refused_without_harm() =>
        Gen.String[0, 10_000].Sample(text => DocumentSymbol.TryParse(text, out _) ? text.Length <= DocumentSymbol.LongestLength : true, iter: 200);

    [Fact]
    public void The_order_of_symbols_is_total_and_agrees_with_equality() =>
        Gen.Select(Symbols, Symbols, Symbols).Sample(
            (a, b, c) =>
            {
                Assert.Equal(0, a.CompareTo(a));
                Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
                Assert.Equal(a.Equals(b), a.CompareTo(b) == 0);
                Assert.Equal(a == b, a <= b && a >= b);
                Assert.True(a != b || a.GetHashCode() == b.GetHashCode());
                Assert.True(a > b || b > c || a <= c);
            },
            iter: 20_000);
}
