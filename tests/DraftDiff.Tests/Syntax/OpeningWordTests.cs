using DraftDiff.Languages;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

public sealed class OpeningWordTests
{
    [Theory]
    [InlineData("en", "Recalling its resolution", "Also requests the Secretary-General", "Also recalling its resolution")]
    [InlineData("fr", "Rappelant sa résolution", "Prie également le Secrétaire général", "S’inquiétant des retards")]
    [InlineData("es", "Recordando su resolución", "Pide también al Secretario General", "Muy preocupada por el retraso")]
    [InlineData("ru", "ссылаясь на свою резолюцию", "вновь настоятельно призывает государства", "вновь подтверждая свою резолюцию")]
    [InlineData("zh", "回顾其决议", "又请秘书长", "又回顾其决议")]
    [InlineData("ar", "إذ تشير إلى قرارها", "تطلب إلى الأمين العام", "وإذ تؤكد من جديد قرارها")]
    public void What_a_paragraph_begins_with_tells_whether_it_is_operative(
        string language, string preambular, string operative, string alsoPreambular)
    {
        var conventions = DraftingConventions.For(language);

        Assert.True(OpeningWords.AreOperative(operative, conventions));
        Assert.False(OpeningWords.AreOperative(preambular, conventions));
        Assert.False(OpeningWords.AreOperative(alsoPreambular, conventions));
        Assert.True(OpeningWords.ArePreambular(preambular, conventions));
        Assert.True(OpeningWords.ArePreambular(alsoPreambular, conventions));
        Assert.False(OpeningWords.ArePreambular(operative, conventions));
    }

    [Theory]
    [InlineData("S'inquiète")]
    [InlineData("S’inquiète")]
    [InlineData("«S’INQUIÈTE")]
    public void An_apostrophe_may_be_straight_or_curly(string text) =>
        Assert.True(WordList.StartsWithAny(text, DraftingConventions.For("fr").OperativeOpenings));

    [Theory]
    [InlineData("L'Assemblée générale,")]
    [InlineData("L’Assemblée\u00A0générale,")]
    [InlineData("Le Conseil des droits de l'homme,")]
    public void An_opening_is_found_with_whichever_apostrophe_and_space(string opening)
    {
        var tree = DraftTree.Parse(SourceText.From($"{opening}\n\nRappelant la résolution et les travaux,\n\n1. Décide de rester saisie de la question.\n"));

        Assert.Equal(["opening", "PP1", "OP1"], tree.Units.Select(unit => unit.Label));
    }

    [Theory]
    [InlineData("en", "Recalling its resolution", "Recalling")]
    [InlineData("en", "Recalling also its resolution", "Recalling also")]
    [InlineData("en", "Also takes note of the report", "Also takes note")]
    [InlineData("en", "Taking note further of the report", "Taking note further")]
    [InlineData("fr", "Prend note du rapport", "Prend note")]
    [InlineData("fr", "Se félicite également du rapport", "Se félicite également")]
    [InlineData("zh", "又回顾其决议", "又回顾")]
    [InlineData("en", "Calls upon Member States", "Calls upon")]
    [InlineData("en", "Noting also with deep concern that", "Noting also with deep concern")]
    [InlineData("en", "Takes note with appreciation of the report", "Takes note with appreciation")]
    [InlineData("en", "Expresses its appreciation to", "Expresses its appreciation")]
    [InlineData("en", "Reaffirming its resolution", "Reaffirming")]
    [InlineData("fr", "Prenant note avec satisfaction du rapport", "Prenant note avec satisfaction")]
    [InlineData("fr", "Gardant à l'esprit que", "Gardant à l'esprit")]
    [InlineData("es", "Teniendo presente también que", "Teniendo presente también")]
    [InlineData("ru", "принимает к сведению доклад", "принимает к сведению")]
    [InlineData("ar", "وإذ تلاحظ مع القلق أن", "وإذ تلاحظ مع القلق")]
    [InlineData("en", "The school gardens", "")]
    public void Opening_words_end_where_print_sets_them_apart(string language, string text, string opening) =>
        Assert.Equal(opening, text[..OpeningWords.LengthOf(text, language)]);
}
