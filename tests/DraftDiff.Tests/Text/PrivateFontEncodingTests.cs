using System.Text;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

/// <summary>Text layers whose characters are not the letters of the text are told, and left as they are.</summary>
public sealed class PrivateFontEncodingTests
{
    private const string Russian =
        "Генеральная Ассамблея, ссылаясь на свою резолюцию о засухе и вновь подтверждая ее, постановляет продолжить рассмотрение вопроса.";

    [Fact]
    public void Letters_of_private_use_are_told() =>
        AssertTold(string.Concat(Russian.Select(c => c >= '\u0400' ? (char)(c - '\u0400' + '\uF000') : c)), 0);

    [Fact]
    public void Cyrillic_shown_as_Latin_with_accents_is_told() =>
        AssertTold("A/C.2/72/L.39\n" + Encoding.Latin1.GetString(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Russian)), 14);

    [Fact]
    public void Control_characters_for_letters_are_told() =>
        AssertTold("Page 1: " + string.Concat(Russian.Select(c => c >= '\u0400' ? (char)(1 + c % 8) : c)), 8);

    [Fact]
    public void Latin_letters_without_vowels_are_told() =>
        AssertTold(string.Concat(Enumerable.Repeat("Utythfkmyfz Fccfv,ktz? ccskfzcm yf cdj. htpjk.wb. j pfce[t b dyjdm gjldth;lfz tt\n", 8)), 1);

    [Theory]
    [InlineData("\uF0B7 Water\n\uF0B7 Food\n\uF0A7 Energy\n\uF0FC Health\n")]
    [InlineData("____\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE\uF0BE____")]
    [InlineData("L’Assemblée générale a été réélue à Genève, où la fête créée l’été dernier a déçu l’aîné, âgé, et sa nièce.")]
    [InlineData("La sesión de la Asamblea señaló año tras año la acción del niño, la niña, el pingüino y el bebé.")]
    [InlineData("Jäääär, Þórður, São Tomé, Åland, Türkiye, Côte d’Ivoire, Curaçao")]
    [InlineData("1 Ibid., Nº 3.\u0001 \u0002")]
    [InlineData(Russian)]
    [InlineData("DCPCCRPCEDAWCRC, UNHCR, CTBT, NPT, FTSE, SDRs, kWh, pp. 1–5, vs., nth, mm, km")]
    public void Signs_accents_and_abbreviations_are_no_private_encoding(string content) =>
        Assert.Empty(SourceText.From(content).Diagnostics);

    [SkippableFact]
    public void No_real_text_that_reads_well_is_said_to_be_in_one()
    {
        var told = Corpus.Files(".").Where(file =>
            SourceText.Decode(file, File.ReadAllBytes(file)).Diagnostics.Any(said => said.Id == "DD1004"));

        Assert.Empty(told);
    }

    private static void AssertTold(string content, int place)
    {
        var text = SourceText.Decode("draft.txt", Encoding.UTF8.GetBytes(content));

        Assert.Equal(content, text.Content);
        var diagnostic = Assert.Single(text.Diagnostics);
        Assert.Equal(("DD1004", place), (diagnostic.Id, diagnostic.Span.Start));
    }
}
