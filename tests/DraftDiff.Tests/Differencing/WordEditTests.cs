using DraftDiff.Differencing;
using DraftDiff.Languages;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

public sealed class WordEditTests
{
    [Theory]
    [InlineData("Notes the grave needs of islands;", "Notes the needs of islands;", "Notes the [-grave -]needs of islands;")]
    [InlineData("Notes the needs of islands;", "Notes the urgent needs of islands;", "Notes the {+urgent +}needs of islands;")]
    [InlineData("Notes the needs of islands;", "Notes the needs of coasts;", "Notes the needs of [-islands-]{+coasts+};")]
    [InlineData("supports capacity development policies", "supports capacity-development policies", "supports [-capacity development-]{+capacity-development+} policies")]
    public void Words_go_and_come_with_one_space(string old, string @new, string redline) =>
        Assert.Equal(redline, Redline(old, @new));

    [Theory]
    [InlineData("Recalls resolution 75/202 of 21 December 2020,", "Recalls resolution 76/189 of 17 December 2021,",
        "Recalls resolution [-75/202-]{+76/189+} of [-21 December 2020-]{+17 December 2021+},")]
    [InlineData("an amount of 1,000,000 dollars or 12.5% of it", "an amount of 1,500,000 dollars or 12% of it",
        "an amount of [-1,000,000-]{+1,500,000+} dollars or [-12.5%-]{+12%+} of it")]
    public void Numbers_and_symbols_change_as_a_whole_and_each_alone(string old, string @new, string redline) =>
        Assert.Equal(redline, Redline(old, @new));

    [Theory]
    [InlineData("held on 2 June 2017.", "held on 3 June 2018.", "held on [-2 June 2017-]{+3 June 2018+}.", "en")]
    [InlineData("held from 1 to 4 June 2021 in Rome.", "held from 30 May to 2 June 2023 in Rome.", "held from [-1 to 4 June 2021-]{+30 May to 2 June 2023+} in Rome.", "en")]
    [InlineData("held from 30 May to 2 June 2023.", "held from 31 May to 2 June 2023.", "held from [-30 May to 2 June 2023-]{+31 May to 2 June 2023+}.", "en")]
    [InlineData("held on 1 - 4 June 2021.", "held on 1 - 5 June 2021.", "held on [-1 - 4 June 2021-]{+1 - 5 June 2021+}.", "en")]
    [InlineData("held on 1-4 June 2021.", "held on 1-5 June 2021.", "held on [-1-4 June 2021-]{+1-5 June 2021+}.", "en")]
    [InlineData("tenue le 1er mars 2017 à Rome", "tenue le 1er avril 2017 à Rome", "tenue le [-1er mars 2017-]{+1er avril 2017+} à Rome", "fr")]
    [InlineData("held in May 2017.", "held in May 2018.", "held in [-May 2017-]{+May 2018+}.", "en")]
    [InlineData("the goals of 2030 and 2 more", "the goals of 2040 and 3 more", "the goals of [-2030-]{+2040+} and [-2-]{+3+} more", "en")]
    [InlineData("tenue le 1er mars 2017 à Rome", "tenue le 2 mars 2017 à Rome", "tenue le [-1er mars 2017-]{+2 mars 2017+} à Rome", "fr")]
    [InlineData("celebrada el 2 de junio de 2017 en Roma", "celebrada el 2 de julio de 2017 en Roma", "celebrada el [-2 de junio de 2017-]{+2 de julio de 2017+} en Roma", "es")]
    [InlineData("состоявшемся 2 июня 2017 года в Риме", "состоявшемся 2 июля 2017 года в Риме", "состоявшемся [-2 июня 2017 года-]{+2 июля 2017 года+} в Риме", "ru")]
    [InlineData("于2017年6月2日举行", "于2018年6月3日举行", "于[-2017年6月2日-]{+2018年6月3日+}举行", "zh")]
    [InlineData("于 2017 年 6 月 2 日至 4 日举行", "于 2017 年 6 月 2 日至 5 日举行", "于 [-2017 年 6 月 2 日至 4 日-]{+2017 年 6 月 2 日至 5 日+}举行", "zh")]
    [InlineData("المعقود في 2 حزيران/يونيه 2017 في روما", "المعقود في 2 تموز/يوليه 2017 في روما", "المعقود في [-2 حزيران/يونيه 2017-]{+2 تموز/يوليه 2017+} في روما", "ar")]
    [InlineData("المعقود في 2 كانون الأول/ديسمبر 2017", "المعقود في 3 كانون الأول/ديسمبر 2017", "المعقود في [-2 كانون الأول/ديسمبر 2017-]{+3 كانون الأول/ديسمبر 2017+}", "ar")]
    [InlineData("réunie du 2 au 5 mai 2017 à Rome", "réunie du 2 au 6 mai 2017 à Rome", "réunie du [-2 au 5 mai 2017-]{+2 au 6 mai 2017+} à Rome", "fr")]
    [InlineData("celebrada el 5 de enero del 2018", "celebrada el 5 de enero del 2019", "celebrada el [-5 de enero del 2018-]{+5 de enero del 2019+}", "es")]
    [InlineData("that 25 may have been lost", "that 35 may have been lost", "that [-25-]{+35+} may have been lost", "en")]
    [InlineData("in May 2015/16 alone", "in May 2015/17 alone", "in May [-2015/16-]{+2015/17+} alone", "en")]
    public void Dates_change_as_a_whole(string old, string @new, string redline, string language) =>
        Assert.Equal(redline, Redline(old, @new, language));

    [Theory]
    [InlineData("1 May to ")]
    [InlineData("1月1日至")]
    [InlineData("a//")]
    [InlineData("a汉")]
    public void What_looks_like_a_date_again_and_again_is_read_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));

        Assert.Equal(ChangeKind.Modified, Compare(Numbered(text + "x"), Numbered(text + "y"), "zh").Changes.Single().Kind);
        Assert.Equal(ChangeKind.Modified, Compare(Numbered(text + "x"), Numbered(text + "y")).Changes.Single().Kind);
    }

    [Theory]
    [InlineData("Looks forward to the launch in early spring of the report;", "Welcomes the launch of the report;", "[-Looks forward to-]{+Welcomes+} the launch [-in early spring -]of the report;", "en")]
    [InlineData("supports a timely and effective manner of work;", "supports a predictable, timely, orderly and coordinated manner of work;", "supports a {+predictable, +}timely[- and effective-]{+, orderly and coordinated+} manner of work;", "en")]
    [InlineData("hosted by Australia and Jamaica;", "hosted by Australia, Jamaica and Portugal;", "hosted by Australia[- and-]{+,+} Jamaica{+ and Portugal+};", "en")]
    [InlineData("by strengthening the effectiveness of work;", "by the strengthening of work;", "by {+the +}strengthening [-the effectiveness -]of work;", "en")]
    [InlineData("Further recognizes the roles of islands;", "Recognizes the role of islands;", "[~-Further recognizes-]{~+Recognizes+} the [-roles-]{+role+} of islands;", "en")]
    [InlineData("促请所有利益攸关方采取行动；", "促请各国政府和所有其他利益攸关方采取行动；", "促请{+各国政府和+}所有{+其他+}利益攸关方采取行动；", "zh")]
    public void Words_that_say_something_are_kept(string old, string @new, string redline, string language) =>
        Assert.Equal(redline, Redline(old, @new, language));

    [Theory]
    [InlineData("震惊地注意到许多国家缺乏安全的饮用水，", "关切地注意到许多国家缺乏安全的饮用水，", "[-震惊-]{+关切+}地注意到许多国家缺乏安全的饮用水，")]
    [InlineData("回顾其第七十二届会议关于商品的决定，", "回顾其第六十三届会议关于商品的决定，", "回顾其第[-七十二-]{+六十三+}届会议关于商品的决定，")]
    [InlineData("注意到第72/200号决议和其他有关决议，", "注意到第73/200号决议和其他有关决议，", "注意到第[-72/200-]{+73/200+}号决议和其他有关决议，")]
    public void Han_text_changes_by_the_character_but_not_in_crumbs(string old, string @new, string redline) =>
        Assert.Equal(redline, Redline(old, @new, "zh"));

    [Theory]
    [InlineData("at its seventy-sixth session", "at its seventy-seventh session", "at its [-seventy-sixth-]{+seventy-seventh+} session")]
    [InlineData("of highly-indebted States", "of heavily-indebted States", "of [-highly-indebted-]{+heavily-indebted+} States")]
    [InlineData("each stakeholder forum", "each multi-stakeholder forum", "each [-stakeholder-]{+multi-stakeholder+} forum")]
    [InlineData("the sovereign contingent debt", "the State-contingent debt", "the [-sovereign contingent-]{+State-contingent+} debt")]
    [InlineData("the well-known-port chart", "the ill-known-bay chart", "the [-well-known-port-]{+ill-known-bay+} chart")]
    [InlineData("the Secretary-General and staff", "the Secretary General and staff", "the [-Secretary-General-]{+Secretary General+} and staff")]
    [InlineData("the Paris Club and others", "the Paris Club and non-Paris Club members and others", "the Paris Club {+and non-Paris Club members +}and others")]
    [InlineData("South-South cooperation at all levels", "South-South cooperation, with support to South-South cooperation at all levels", "South-South cooperation{+, with support to South-South cooperation+} at all levels")]
    [InlineData("in 2015-2030 or later", "in 2016-2030 or later", "in [-2015-]{+2016+}-2030 or later")]
    [InlineData("a land-locked and sea-fed port", "a lake-locked and sea-girt port", "a [-land-locked-]{+lake-locked+} and [-sea-fed-]{+sea-girt+} port")]
    public void Hyphenated_words_change_as_a_whole(string old, string @new, string redline) =>
        Assert.Equal(redline, Redline(old, @new));

    [Fact]
    public void Nothing_is_taken_away_and_added_again_at_the_edge_of_an_edit() => Assert.Equal(
        "Asks for a paper on the present pledge[-, taking into account the context of the response to and the recovery from the flood and the reform of the mint,-]"
        + " and invites the clerk to speak at its [-ninth-]{+tenth+} session.",
        Redline(
            "Asks for a paper on the present pledge, taking into account the context of the response to and the recovery from the flood and the reform of the mint,"
            + " and invites the clerk to speak at its ninth session.",
            "Asks for a paper on the present pledge and invites the clerk to speak at its tenth session."));

    [Fact]
    public void A_stretch_rewritten_around_a_small_word_is_rewritten_whole() => Assert.Equal(
        "Notes that States [-address prevailing challenges to bridge-]{+close, by all means and soon, to end+} the divides;",
        Redline(
            "Notes that States address prevailing challenges to bridge the divides;",
            "Notes that States close, by all means and soon, to end the divides;"));

    [Fact]
    public void An_added_clause_begins_where_the_one_before_it_ends() => Assert.Equal(
        "Welcomes the work on seeds, {+the work on soil, +}the work on water and the reports;",
        Redline(
            "Welcomes the work on seeds, the work on water and the reports;",
            "Welcomes the work on seeds, the work on soil, the work on water and the reports;"));

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData(".")]
    [InlineData(":")]
    [InlineData("!")]
    [InlineData("?")]
    [InlineData("，")]
    [InlineData("；")]
    [InlineData("。")]
    [InlineData("：")]
    [InlineData("、")]
    [InlineData("،")]
    [InlineData("؛")]
    [InlineData("؟")]
    public void A_clause_ends_behind_its_mark_in_every_script(string mark) => Assert.Equal(
        $"Welcomes the work on seeds{mark} {{+the work on soil{mark} +}}the work on water and the reports",
        Redline(
            $"Welcomes the work on seeds{mark} the work on water and the reports",
            $"Welcomes the work on seeds{mark} the work on soil{mark} the work on water and the reports"));

    [Fact]
    public void Similarity_is_twice_the_common_tokens_over_all()
    {
        var change = Compare(Numbered("one two three four"), Numbered("one two three five")).Changes.Single();

        Assert.Equal(0.75, change.Similarity);
    }

    [Fact]
    public void Very_long_words_without_anything_in_common_are_replaced_at_bounded_cost()
    {
        var old = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"w{i % 7}"));
        var @new = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"w{i % 5}"));

        var change = Compare(Doc("title: a " + old), Doc("title: b " + @new)).Changes.Single();

        Assert.InRange(change.Edits.Length, 1, 10);
    }

    [Fact]
    public void Very_long_words_keep_all_that_stands_between_their_changes()
    {
        string Words(string every) => string.Join(' ', Enumerable.Range(0, 6_000).Select(i => i % 250 == 0 ? every : $"w{i}"));

        var change = Compare(Numbered(Words("copper")), Numbered(Words("tin"))).Changes.Single();

        Assert.Equal(24, change.Edits.Count(edit => edit is { Operation: EditOperation.Delete, Text: "copper" }));
        Assert.Equal(24, change.Edits.Count(edit => edit is { Operation: EditOperation.Insert, Text: "tin" }));
        Assert.Equal(72, change.Edits.Length);
    }

    [Fact]
    public void Surrogate_pairs_and_combining_marks_are_never_cut()
    {
        // Two ideographs of plane 2 with the same first half, and e with two different accents.
        var change = Compare(Doc("title: 𠀀一二三四e\u0301x"), Doc("title: 𠀁一二三四e\u0300x")).Changes.Single();

        Assert.Equal("[-𠀀-]{+𠀁+}一二三四[-e\u0301x-]{+e\u0300x+}", change.Redline());
    }

    [Fact]
    public void Of_many_reworded_paragraphs_each_is_what_it_would_be_alone()
    {
        // So many that several threads compare them.
        string[] trees = ["oak", "elm", "ash", "fir", "yew", "box", "fig"];
        var old = Enumerable.Range(0, 500).Select(i => $"Notes garden {i * 7919}, with {trees[i % 7]} and {trees[i % 3]} {i * 31}, of town {i * 104_729};").ToArray();
        var @new = old.Select((words, i) => words.Replace(trees[i % 7], trees[(i + 1) % 7], StringComparison.Ordinal).Replace("town", "the town", StringComparison.Ordinal)).ToArray();

        var changes = Compare(Numbered(old), Numbered(@new)).Changes;

        Assert.Equal(old.Zip(@new, (before, after) => Redline(before, after)), changes.Select(change => change.Redline()));
    }

    [Fact]
    public void Of_many_paragraphs_that_a_person_paired_each_is_what_it_would_be_alone()
    {
        // The matcher has cut none of their words.
        var old = Enumerable.Range(0, 500).Select(i => $"Notes word{i * 7919} and word{i * 31} of town {i * 104_729};").ToArray();
        var @new = Enumerable.Range(0, 500).Select(i => $"Notes word{i * 7919} or word{i * 37} of the town {i * 104_729};").ToArray();

        var script = EditScript.Compute(
            Numbered(old), Numbered(@new), DraftingConventions.For("en"), [.. Enumerable.Range(1, 500).Select(number => new MatchOverride($"OP{number}", $"OP{number}"))]);

        Assert.Equal(old.Zip(@new, (before, after) => Redline(before, after)), script.Changes.Select(change => change.Redline()));
    }
}
