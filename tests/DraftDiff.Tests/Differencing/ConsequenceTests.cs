using DraftDiff.Differencing;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class ConsequenceTests
{
    [Theory]
    [InlineData("Recalling also the debt,", "Recalling further the debt,", "Recalling [~-also-]{~+further+} the debt,", "en")]
    [InlineData("Recalling the debt,", "Recalling also the debt,", "Recalling {~+also +}the debt,", "en")]
    [InlineData("Also requests the Council to report;", "Requests the Council to report;", "[~-Also requests-]{~+Requests+} the Council to report;", "en")]
    [InlineData("Also notes the debt;", "Further notes the debt;", "[~-Also-]{~+Further+} notes the debt;", "en")]
    [InlineData("又重申商品的重要性，", "重申商品的重要性，", "[~-又-]重申商品的重要性，", "zh")]
    [InlineData("还注意到商品的重要性，", "注意到商品的重要性，", "[~-还-]注意到商品的重要性，", "zh")]
    [InlineData("又回顾商品的重要性，", "还回顾商品的重要性，", "[~-又-]{~+还+}回顾商品的重要性，", "zh")]
    public void A_changed_chain_word_follows_from_a_neighbour(string old, string @new, string redline, string language)
    {
        var change = Compare(Numbered(old), Numbered(@new), language).Changes.Single();

        Assert.Equal(redline, change.Redline());
        Assert.Equal(Consequence.ChainWord, change.Consequence);
        Assert.False(change.IsSubstantive);
    }

    [Theory]
    [InlineData("Notes the debt;", "Notes also the debt;", "en")]
    [InlineData("Recalling also General Assembly resolution 70/1,", "Recalling General Assembly resolution 70/1,", "en")]
    [InlineData("Recalling the debt,", "Further recalling the debt,", "en")]
    [InlineData("Deeply concerned that debts grow,", "Further deeply concerned that debts grow,", "en")]
    [InlineData("Encourages islands to act;", "Further encourages islands to act;", "en")]
    [InlineData("Decides to consider the debt;", "Decides further to consider the debt;", "en")]
    [InlineData("Decides also that the debt is grave;", "Decides further that the debt is grave;", "en")]
    [InlineData("Taking note of the debt,", "Taking note also of the debt,", "en")]
    [InlineData("Deeply concerned that debts grow,", "Deeply concerned also that debts grow,", "en")]
    [InlineData("Réaffirmant le droit des îles,", "Réaffirmant également le droit des îles,", "fr")]
    [InlineData("Rappelle également le droit des îles ;", "Rappelle en outre le droit des îles ;", "fr")]
    [InlineData("Prenant note du droit des îles,", "Prenant également note du droit des îles,", "fr")]
    [InlineData("Prenant note du droit des îles,", "Prenant note également du droit des îles,", "fr")]
    [InlineData("Se félicite du droit des îles ;", "Se félicite en outre du droit des îles ;", "fr")]
    [InlineData("Recordando los derechos,", "Recordando también los derechos,", "es")]
    [InlineData("Observa además los derechos;", "Observa también los derechos;", "es")]
    [InlineData("Toma nota de los derechos;", "Toma nota también de los derechos;", "es")]
    [InlineData("отмечает долги островов;", "также отмечает долги островов;", "ru")]
    [InlineData("отмечает также долги островов;", "отмечает далее долги островов;", "ru")]
    [InlineData("Также отмечает долги островов;", "Отмечает долги островов;", "ru")]
    [InlineData("还请理事会审议此事；", "请理事会审议此事；", "zh")]
    [InlineData("إذ تشير إلى الديون،", "وإذ تشير إلى الديون،", "ar")]
    [InlineData("وإذ تشير إلى الديون،", "وإذ تشير أيضا إلى الديون،", "ar")]
    [InlineData("إذ ترى الديون،", "وإذ ترى كذلك الديون،", "ar")]
    [InlineData("إدراكا منها للديون،", "وإدراكا منها للديون،", "ar")]
    [InlineData("تحث الدول على العمل؛", "تحث أيضا الدول على العمل؛", "ar")]
    public void A_chain_word_stands_beside_the_opening_verb_in_every_language(string old, string @new, string language)
    {
        Assert.Equal(Consequence.ChainWord, Compare(Doc("PP1: " + old), Doc("PP1: " + @new), language).Changes.Single().Consequence);
        Assert.Equal(Consequence.ChainWord, Compare(Numbered(@new), Numbered(old), language).Changes.Single().Consequence);
    }

    [Theory]
    [InlineData("Decides to consider the debt;", "Decides to further consider the debt;", "en")]
    [InlineData("Decides to consider the debt;", "Decides to also consider the debt;", "en")]
    [InlineData("Notes the efforts of islands;", "Notes the further efforts of islands;", "en")]
    [InlineData("Notes efforts of islands;", "Notes further efforts of islands;", "en")]
    [InlineData("Notes also efforts of islands;", "Notes further efforts of islands;", "en")]
    [InlineData("Takes note of its efforts;", "Takes note of its further efforts;", "en")]
    [InlineData("Takes note of the debt;", "Takes further note of the debt;", "en")]
    [InlineData("Taking steps to grow,", "Taking further steps to grow,", "en")]
    [InlineData("Efforts of islands are needed.", "Further efforts of islands are needed.", "en")]
    [InlineData("To promote growth,", "To further promote growth,", "en")]
    [InlineData("We need growth,", "We also need growth,", "en")]
    [InlineData("Women further at risk of debt need growth,", "Women at risk of debt need growth,", "en")]
    [InlineData("ولد جميع البشر أحرارا،", "لد جميع البشر أحرارا،", "ar")]
    [InlineData("Stresses that coasts need growth;", "Stresses that coasts also need growth;", "en")]
    [InlineData("Also notes the debt;", "Again notes the debt;", "en")]
    [InlineData("Décide de répartir les fonds ;", "Décide de répartir également les fonds ;", "fr")]
    [InlineData("Note les progrès des îles ;", "Note que les progrès des îles ;", "fr")]
    [InlineData("Note en outre les progrès ;", "Note en effet les progrès ;", "fr")]
    [InlineData("Se félicite que les îles agissent ;", "Se félicite que les îles agissent également ;", "fr")]
    [InlineData("Decide que los derechos crezcan;", "Decide que también los derechos crezcan;", "es")]
    [InlineData("Los derechos crecen,", "Los también derechos crecen,", "es")]
    [InlineData("отмечает долги и рост островов;", "отмечает долги, а также рост островов;", "ru")]
    [InlineData("постановляет развивать связи;", "постановляет развивать далее связи;", "ru")]
    [InlineData("再次重申商品的重要性，", "重申商品的重要性，", "zh")]
    [InlineData("又重申商品的重要性，", "再次重申商品的重要性，", "zh")]
    [InlineData("注意到需要更多商品，", "注意到还需要更多商品，", "zh")]
    [InlineData("تلاحظ أن الديون تنمو؛", "تلاحظ أن الديون تنمو أيضا؛", "ar")]
    [InlineData("تلاحظ ديون الجزر؛", "تلاحظ وديون الجزر؛", "ar")]
    [InlineData("وإذ تشير إلى الديون،", "تشير إلى الديون،", "ar")]
    public void The_same_word_elsewhere_is_the_drafters(string old, string @new, string language)
    {
        Assert.Null(Compare(Doc("PP1: " + old), Doc("PP1: " + @new), language).Changes.Single().Consequence);
        Assert.Null(Compare(Numbered(@new), Numbered(old), language).Changes.Single().Consequence);
    }

    [Theory]
    [InlineData("title: Further actions for copper", "title: Actions for copper")]
    [InlineData("H1: Further actions for copper", "H1: Actions for copper")]
    [InlineData("AX.OP1: Further actions for copper", "AX.OP1: Actions for copper")]
    [InlineData("OP1(a): Further strengthening of copper;", "OP1(a): Strengthening of copper;")]
    public void Only_whole_paragraphs_are_chained(string old, string @new) => Assert.Null(
        Compare(Doc("OP1: Decides on:", old), Doc("OP1: Decides on:", @new)).Changes
            .Single(change => change.Kind == ChangeKind.Modified).Consequence);

    [Fact]
    public void A_paragraph_that_became_a_subparagraph_is_chained_no_more() => Assert.Null(
        Compare(
            Doc("OP1: Decides on:", "OP2: Further strengthening of copper mines;"),
            Doc("OP1: Decides on:", "OP1(a): Strengthening of copper mines;")).Changes.Single(change => change.Kind == ChangeKind.Modified).Consequence);

    [Fact]
    public void A_chain_word_deep_in_a_paragraph_is_the_drafters() => Assert.Null(
        Compare(
            Numbered("Notes that the debt of islands has grown and that it grew in countries;"),
            Numbered("Notes that the debt of islands has grown and that it also grew in countries;")).Changes.Single().Consequence);

    [Fact]
    public void A_chain_word_beside_a_drafters_change_leaves_the_change_substantive()
    {
        var change = Compare(
            Numbered("Also notes the debt of islands and of all the coasts;"),
            Numbered("Notes the debt of islands and of some coasts;")).Changes.Single();

        Assert.Null(change.Consequence);
        Assert.Equal("[~-Also notes-]{~+Notes+} the debt of islands and of [-all the-]{+some+} coasts;", change.Redline());
    }

    [Fact]
    public void Another_verb_is_no_chain_word() => Assert.Null(
        Compare(Numbered("Also requests the Council to report;"), Numbered("Urges the Council to report;")).Changes.Single().Consequence);

    [Fact]
    public void A_reference_follows_the_paragraph_that_was_renumbered()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper;", "OP2: Requests the Council to act on paragraph 1 above;"),
            Doc("OP1: Deplores the loss of many seeds and soils;", "OP2: Welcomes copper;", "OP3: Requests the Council to act on paragraph 2 above;"));

        var reference = script.Changes[^1];
        Assert.Equal("Requests the Council to act on paragraph [~-1-]{~+2+} above;", reference.Redline());
        Assert.Equal(Consequence.CrossReference, reference.Consequence);
    }

    [Fact]
    public void A_list_of_references_follows_too()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper;", "OP2: Regrets the price of tin;", "OP3: Requests the Council to act on paragraphs 1 and 2 above;"),
            Doc("OP1: Deplores the loss of many seeds and soils;", "OP2: Welcomes copper;", "OP3: Regrets the price of tin;", "OP4: Requests the Council to act on paragraphs 2 and 3 above;"));

        Assert.Equal(Consequence.CrossReference, script.Changes[^1].Consequence);
    }

    [Theory]
    [InlineData("Requests the Council to act on paragraph # (a) of the present resolution;", "en")]
    [InlineData("Requests the Council to act on paragraphs # (a) and # (b);", "en")]
    [InlineData("Requests the Council to act, in the light of paragraphs #, # and # below;", "en")]
    [InlineData("Requests a report on the implementation of the present resolution, in particular of its paragraphs # and #;", "en")]
    [InlineData("Requests the Council to act on paragraphs #-# above;", "en")]
    [InlineData("Requests the Council to act on paragraphs #–# above;", "en")]
    [InlineData("Prie le Conseil d’agir conformément au paragraphe # ci-dessus ;", "fr")]
    [InlineData("Demande un rapport sur l’application de la présente résolution, en particulier de ses paragraphes # et # ;", "fr")]
    [InlineData("Prie le Conseil d’appliquer les paragraphes # et # de la présente résolution ;", "fr")]
    [InlineData("Pide al Consejo que aplique los párrafos # y # de la presente resolución;", "es")]
    [InlineData("просит Совет выполнить положения пункта # выше;", "ru")]
    [InlineData("просит Совет выполнить положения пунктов # и # настоящей резолюции;", "ru")]
    [InlineData("请理事会就第 # 段采取行动；", "zh")]
    [InlineData("请理事会就本决议第#和第#段采取行动；", "zh")]
    [InlineData("请理事会提交报告，说明上文第#和第#段的执行情况；", "zh")]
    [InlineData("请理事会就上文第#至#段采取行动；", "zh")]
    [InlineData("请理事会就上文第#、#段采取行动；", "zh")]
    [InlineData("请理事会就上文第#，#段采取行动；", "zh")]
    [InlineData("تطلب إلى المجلس أن ينفذ الفقرات #، # و # من هذا القرار؛", "ar")]
    [InlineData("تطلب إلى المجلس أن يعمل وفقا للفقرة # أعلاه؛", "ar")]
    [InlineData("تطلب إلى المجلس أن يعمل بهذا القرار، ولا سيما الفقرتان # و # منه؛", "ar")]
    [InlineData("تطلب إلى المجلس أن ينفذ الفقرات # و # و # من هذا القرار؛", "ar")]
    public void References_follow_in_every_language(string text, string language)
    {
        var change = ReferencesTo(text, language);

        Assert.Equal(ChangeKind.Modified, change.Kind);
        Assert.Equal(Consequence.CrossReference, change.Consequence);
    }

    [Theory]
    [InlineData("Takes note of paragraph # of the report of the Council;", "en")]
    [InlineData("Takes note of paragraphs #, # and # of the report of the Council;", "en")]
    [InlineData("Takes note of paragraph # (a) of the annex;", "en")]
    [InlineData("Requests the Council to meet within # days;", "en")]
    [InlineData("Extends the mandate referred to in paragraph # for # years;", "en")]
    [InlineData("Extends the mandate in paragraph # by # posts;", "en")]
    [InlineData("Takes note of paragraph # of the present report;", "en")]
    [InlineData("Recalls the outcome document of the conference, in particular paragraph #, and its annex;", "en")]
    [InlineData("Recalls paragraph # contained in the report;", "en")]
    [InlineData("Recalls paragraph # bis of the Montreal Protocol;", "en")]
    [InlineData("Recalls paragraph #, subparagraph (a), of the Programme of Action;", "en")]
    [InlineData("Recalls paragraph # as well as paragraph 7 of the Programme of Action;", "en")]
    [InlineData("Proroge le mandat visé au paragraphe # par # ans ;", "fr")]
    [InlineData("Rappelle le paragraphe # d’Action 21 ;", "fr")]
    [InlineData("Prorroga el mandato mencionado en el párrafo # por # años;", "es")]
    [InlineData("продлевает мандат, упомянутый в пункте #, на # года;", "ru")]
    [InlineData("ссылается на пункт # Пекинской декларации;", "ru")]
    [InlineData("回顾巴黎协定第#段；", "zh")]
    [InlineData("回顾该决议第#段；", "zh")]
    [InlineData("تمدد الولاية المشار إليها في الفقرة # عن # سنة؛", "ar")]
    [InlineData("تشير إلى الفقرة # الواردة في تقرير المجلس؛", "ar")]
    [InlineData("Prend note du paragraphe # du rapport du Conseil ;", "fr")]
    [InlineData("Toma nota de los párrafos # y # del informe del Consejo;", "es")]
    [InlineData("принимает к сведению положения пункта # доклада Совета;", "ru")]
    [InlineData("принимает к сведению положения пунктов # и # доклада Совета;", "ru")]
    [InlineData("注意到理事会报告第 # 段；", "zh")]
    [InlineData("注意到理事会报告第#和第#段；", "zh")]
    [InlineData("注意到《议程》第#段；", "zh")]
    [InlineData("تحيط علما بالفقرة # من تقرير المجلس؛", "ar")]
    public void Paragraphs_of_another_text_are_the_drafters(string text, string language) => Assert.Null(ReferencesTo(text, language).Consequence);

    /// <summary>The change of a paragraph that names others, each by a #, where a new first one renumbers them.</summary>
    private static Change ReferencesTo(string text, string language)
    {
        string[] Draft(int first) =>
        [
            $"OP{first}: Welcomes copper:", $"OP{first}(a): In the mountains;", $"OP{first}(b): In the sea;",
            $"OP{first + 1}: Regrets the price of tin;", $"OP{first + 2}: Deplores the cost of lead;", $"OP{first + 3}: {Numbers(text, first)}",
        ];
        string Numbers(string words, int number)
        {
            var letters = words.Contains("(b)", StringComparison.Ordinal);
            for (var at = 0; (at = words.IndexOf('#', StringComparison.Ordinal)) >= 0; number += letters ? 0 : 1)
            {
                words = words[..at] + number + words[(at + 1)..];
            }

            return words;
        }

        return Compare(Doc(Draft(1)), Doc(["OP1: Expresses concern at the loss of many seeds and soils;", .. Draft(2)]), language).Changes[^1];
    }

    [Fact]
    public void The_paragraph_that_a_footnote_names_is_the_drafters()
    {
        var script = Compare(
            Doc("OP1: Welcomes copper;", "OP2: Notes the price of tin.[^1]", "FN1: Ibid., paragraph 1."),
            Doc("OP1: Deplores the loss of many seeds and soils;", "OP2: Welcomes copper;", "OP3: Notes the price of tin.[^1]", "FN1: Ibid., paragraph 2."));

        Assert.Null(script.Changes[^1].Consequence);
    }

    [Fact]
    public void A_letter_follows_the_subparagraph_that_got_it()
    {
        var script = Compare(
            Doc("OP1: Decides on:", "OP1(a): Copper of the mountains;", "OP1(b): Tin of the sea;", "OP2: Requests the Council to act on paragraph 1 (b) above;"),
            Doc("OP1: Decides on:", "OP1(a): Tin of the sea;", "OP2: Requests the Council to act on paragraph 1 (a) above;"));

        Assert.Equal("Requests the Council to act on paragraph 1 ([~-b-]{~+a+}) above;", script.Changes[^1].Redline());
    }

    [Fact]
    public void A_Chinese_reference_follows_too()
    {
        var script = Compare(
            Doc("OP1: 欢迎铜；", "OP2: 请理事会就上文第1段采取行动；"),
            Doc("OP1: 谴责种子和土壤的大量流失情况；", "OP2: 欢迎铜；", "OP3: 请理事会就上文第2段采取行动；"),
            "zh");

        Assert.Equal(Consequence.CrossReference, script.Changes[^1].Consequence);
    }

    [Fact]
    public void A_reference_to_another_paragraph_is_the_drafters() => Assert.Null(
        Compare(
            Doc("OP1: Welcomes copper;", "OP2: Regrets the price of tin;", "OP3: Requests the Council to act on paragraph 1 above;"),
            Doc("OP1: Welcomes copper;", "OP2: Regrets the price of tin;", "OP3: Requests the Council to act on paragraph 2 above;")).Changes[^1].Consequence);

    [Theory]
    [InlineData("Requests the Council to act on paragraph 1 of resolution 70/1;", "Requests the Council to act on paragraph 2 of resolution 70/1;")]
    [InlineData("Requests the Council to act within 1 year;", "Requests the Council to act within 2 year;")]
    public void A_figure_is_the_drafters(string old, string @new) => Assert.Null(
        Compare(
            Doc("OP1: Welcomes copper;", "OP2: " + old),
            Doc("OP1: Deplores the loss of many seeds and soils;", "OP2: Welcomes copper;", "OP3: " + @new)).Changes[^1].Consequence);
}
