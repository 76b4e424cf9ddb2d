using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>What stands above the title, in six languages and on many kinds of documents.</summary>
public sealed class MastheadTests
{
    private const string English = """
        United Nations A/C.3/61/L.77/Rev.1
        General Assembly Distr.: Limited
        8 November 2006
        Original: English
        Sixty-first session
        Third Committee
        Agenda item 67 (b)
        Human rights questions: the quality of wells and
        springs, and of ponds
        Brazil, Cuba, Bolivia (Plurinational State of), United States
        of America and
        Zambia:* revised draft resolution
        The right to clear water

        The General Assembly,

        Recalling its resolution 60/1 of 16 September 2005,

        1. Decides to remain seized of the matter.

        __________________
        * On behalf of the friends of wells.
        """;

    private const string French = """
        Nations Unies
        A/C.2/72/L.99
        Assemblée générale
        Distr. limitée
        8 novembre 2017
        Français
        Original : anglais
        Soixante-douzième session
        Deuxième Commission
        Point 16 b) de l’ordre du jour
        L’eau et les puits
        Brésil, Cuba
        et Zambie : projet de résolution
        Le droit à l’eau claire

        L’Assemblée générale,

        Rappelant sa résolution 60/1 du 16 septembre 2005,

        1. Décide de rester saisie de la question.
        """;

    private const string Spanish = """
        Naciones Unidas A/C.2/59/L.99
        Asamblea General Distr. limitada
        8 de noviembre de 2004
        Español
        Original: inglés
        Quincuagésimo noveno período de sesiones
        Segunda Comisión
        Tema 156 del programa
        El agua y los pozos
        Brasil: proyecto de resolución
        El derecho al agua clara

        La Asamblea General,

        Recordando los principios de la Carta y los de los pozos,

        1. Decide seguir ocupándose de la cuestión.
        """;

    private const string Russian = """
        Организация Объединенных Наций
        A/C.2/69/L.99
        Генеральная Ассамблея
        Distr.: Limited
        8 November 2014
        Russian
        Original: English
        Шестьдесят девятая сессия
        Второй комитет
        Пункт 129 повестки дня
        Вода и колодцы
        Бразилия и Куба: проект резолюции
        Право на чистую воду

        Генеральная Ассамблея,

        ссылаясь на свою резолюцию 60/1 от 16 сентября 2005 года,

        1. постановляет продолжать заниматься этим вопросом.
        """;

    private const string Chinese = """
        联合国 A/C.2/72/L.99
        大会 Distr.: Limited
        8 November 2017
        Chinese
        Original: English
        第七十二届会议
        第二委员会
        议程项目 16(b)
        水和水井
        巴西、古巴和赞比亚：决议草案
        清水权

        大会，

        回顾其2005年9月16日第60/1号决议，

        1. 决定继续处理此案。
        """;

    private const string Arabic = """
        الأمم المتحدة A/C.2/72/L.99
        الجمعية العامة Distr.: Limited
        8 November 2017
        Arabic Original: English
        الدورة الثانية والسبعون
        اللجنة الثانية
        البند 16 (ج) من جدول الأعمال
        الماء والآبار
        البرازيل: مشروع قرار
        الحق في الماء الصافي

        إن الجمعية العامة،

        إذ تشير إلى قرارها 60/1 المؤرخ 16 أيلول/سبتمبر 2005،

        1 - تقرر أن تبقي المسألة قيد نظرها.
        """;

    [Fact]
    public void An_English_masthead_is_read()
    {
        var tree = Parse(English);

        Assert.Equal(
            new Masthead
            {
                Symbol = DocumentSymbol.Parse("A/C.3/61/L.77/Rev.1"),
                Body = "General Assembly",
                Date = "8 November 2006",
                Original = "English",
                Session = new Session("Sixty-first session", 61),
                Committee = "Third Committee",
                AgendaItem = new AgendaItem("67 (b)", "Human rights questions: the quality of wells and springs, and of ponds"),
                Sponsors = new Sponsors(
                    "Brazil, Cuba, Bolivia (Plurinational State of), United States of America and Zambia", "On behalf of the friends of wells."),
                DocumentType = "revised draft resolution",
            },
            tree.Masthead);
        Assert.Equal(DraftKind.RevisedDraftResolution, tree.Kind);
        Assert.Equal("The right to clear water", tree.Title);
    }

    [Fact]
    public void A_French_masthead_is_read() => AssertRead(
        French,
        "fr",
        "Le droit à l’eau claire",
        new Masthead
        {
            Symbol = DocumentSymbol.Parse("A/C.2/72/L.99"),
            Body = "Assemblée générale",
            Date = "8 novembre 2017",
            Original = "anglais",
            Session = new Session("Soixante-douzième session", 72),
            Committee = "Deuxième Commission",
            AgendaItem = new AgendaItem("16 b)", "L’eau et les puits"),
            Sponsors = new Sponsors("Brésil, Cuba et Zambie", null),
            DocumentType = "projet de résolution",
        });

    [Fact]
    public void A_Spanish_masthead_is_read() => AssertRead(
        Spanish,
        "es",
        "El derecho al agua clara",
        new Masthead
        {
            Symbol = DocumentSymbol.Parse("A/C.2/59/L.99"),
            Body = "Asamblea General",
            Date = "8 de noviembre de 2004",
            Original = "inglés",
            Session = new Session("Quincuagésimo noveno período de sesiones", 59),
            Committee = "Segunda Comisión",
            AgendaItem = new AgendaItem("156", "El agua y los pozos"),
            Sponsors = new Sponsors("Brasil", null),
            DocumentType = "proyecto de resolución",
        });

    [Fact]
    public void A_Russian_masthead_is_read() => AssertRead(
        Russian,
        "ru",
        "Право на чистую воду",
        new Masthead
        {
            Symbol = DocumentSymbol.Parse("A/C.2/69/L.99"),
            Body = "Генеральная Ассамблея",
            Date = "8 November 2014",
            Original = "English",
            Session = new Session("Шестьдесят девятая сессия", 69),
            Committee = "Второй комитет",
            AgendaItem = new AgendaItem("129", "Вода и колодцы"),
            Sponsors = new Sponsors("Бразилия и Куба", null),
            DocumentType = "проект резолюции",
        });

    [Fact]
    public void A_Chinese_masthead_is_read() => AssertRead(
        Chinese,
        "zh",
        "清水权",
        new Masthead
        {
            Symbol = DocumentSymbol.Parse("A/C.2/72/L.99"),
            Body = "大会",
            Date = "8 November 2017",
            Original = "English",
            Session = new Session("第七十二届会议", 72),
            Committee = "第二委员会",
            AgendaItem = new AgendaItem("16(b)", "水和水井"),
            Sponsors = new Sponsors("巴西、古巴和赞比亚", null),
            DocumentType = "决议草案",
        });

    [Fact]
    public void An_Arabic_masthead_is_read() => AssertRead(
        Arabic,
        "ar",
        "الحق في الماء الصافي",
        new Masthead
        {
            Symbol = DocumentSymbol.Parse("A/C.2/72/L.99"),
            Body = "الجمعية العامة",
            Date = "8 November 2017",
            Original = "English",
            Session = new Session("الدورة الثانية والسبعون", 72),
            Committee = "اللجنة الثانية",
            AgendaItem = new AgendaItem("16 (ج)", "الماء والآبار"),
            Sponsors = new Sponsors("البرازيل", null),
            DocumentType = "مشروع قرار",
        });

    [Theory]
    [InlineData("en", "Fiftieth session", 50)]
    [InlineData("en", "Seventy-eighth session", 78)]
    [InlineData("en", "General Assembly—Twenty-ninth Session", 29)]
    [InlineData("en", "Thirtieth special session", 30)]
    [InlineData("en", "Eleventh emergency special session", 11)]
    [InlineData("en", "Sixty-second session (second part)", 62)]
    [InlineData("en", "Fifty-third session 19 June–14 July 2023", 53)]
    [InlineData("en", "2024 session 23 July 2023–24 July 2024", 2024)]
    [InlineData("en", "Substantive session of 2010", 2010)]
    [InlineData("fr", "Quatre-vingt-unième session", 81)]
    [InlineData("fr", "Soixante et onzième session", 71)]
    [InlineData("fr", "Quatre-vingt-dix-septième session", 97)]
    [InlineData("fr", "Dixième session extraordinaire d’urgence", 10)]
    [InlineData("es", "Septuagésimo primer período de sesiones", 71)]
    [InlineData("es", "TRIGESIMO QUINTO PERIODO DE SESIONES", 35)]
    [InlineData("es", "Decimotercer período extraordinario de sesiones", 13)]
    [InlineData("ru", "Семьдесят четвертая сессия", 74)]
    [InlineData("ru", "Сороковая сессия", 40)]
    [InlineData("zh", "第五十届会议", 50)]
    [InlineData("zh", "第三十届特别会议", 30)]
    [InlineData("zh", "第一百一十二届会议", 112)]
    [InlineData("zh", "2024 年会议", 2024)]
    [InlineData("zh", "第十届紧急特别会议", 10)]
    [InlineData("ar", "الدورة التاسعة والخمسون", 59)]
    [InlineData("ar", "الدورة الحادية والسبعون", 71)]
    [InlineData("ar", "الدورة الاستثنائية الثلاثون", 30)]
    [InlineData("ar", "دورة عام 2024", 2024)]
    public void A_session_is_a_number_in_every_language(string language, string text, int number) =>
        Assert.Equal(number, MastheadData.NumberOf(text, DraftDiff.Languages.DraftingConventions.For(language)));

    [Fact]
    public void A_line_that_names_the_distribution_beside_fields_keeps_the_words_of_the_fields()
    {
        var tree = DraftTree.Parse(SourceText.From(
            "الأمم المتحدة A/C.2/72/L.998  الجمعية العامة  Distr.: Limited 9 November 2017 Arabic Original: English  الدورة الثانية والسبعون اللجنة الثانية البند 16 (ب) من جدول الأعمال التنمية المستدامة\n\n(ج) سلامة من يحملون السفن ويفرغونها؛\n\n(د) إضاءة مداخل الحدائق المدرسية؛\n\nمشروع قرار\n"));

        FaithfulReading.Assert(tree);
        Assert.Equal("اللجنة الثانية", tree.Units.Single(unit => unit.Label == "committee").Text);
    }

    [Fact]
    public void The_fields_of_one_line_are_told_apart_and_nothing_between_them_is_lost()
    {
        const string Head = "United Nations A/72/L.99* General Assembly Distr.: Limited 8 November 2017 Original: English\n"
            + "Seventy-second session Agenda items 14 and 117 (a)\nBrazil: draft resolution\nClear water\n";
        var tree = Parse(Head + "The General Assembly,\nRecalling the rules of the well,\n1. Decides.\n");

        Assert.Equal(
            ["symbol A/72/L.99*", "body General Assembly", "date 8 November 2017", "original Original: English", "session Seventy-second session", "agenda-item Agenda items 14 and 117 (a)"],
            tree.Units.Take(6).Select(unit => $"{unit.Label} {tree.Source.Content.Substring(unit.Span.Start, unit.Span.Length)}"));
        Assert.Equal(1, tree.Masthead.Symbol!.Reissues);
        Assert.Equal(new AgendaItem("14 and 117 (a)", null), tree.Masthead.AgendaItem);
        Assert.Equal(Head, tree.Source.Content[..Head.Length]);
        Assert.Equal(tree.Source.Content.Length, tree.Root.FullSpan.End);
    }

    [Theory]
    [InlineData("Fifty-sixth session Third Committee Agenda item 119 (b)", "Fifty-sixth session|Third Committee|Agenda item 119 (b)")]
    [InlineData("Soixante-douzième session Deuxième Commission Point 16 b) de l’ordre du jour", "Soixante-douzième session|Deuxième Commission|Point 16 b) de l’ordre du jour")]
    [InlineData("第七十二届会议 第二委员会 议程项目 16", "第七十二届会议|第二委员会|议程项目 16")]
    [InlineData("الدورة الثانية والسبعون اللجنة الثانية البند 16 من جدول الأعمال", "الدورة الثانية والسبعون|اللجنة الثانية|البند 16 من جدول الأعمال")]
    [InlineData("Report of the Third Committee on agenda item 5 of the session", "Report of the Third Committee on agenda item 5 of the session")]
    public void A_line_of_session_committee_and_item_is_cut(string line, string parts)
    {
        var language = line[0] switch { 'S' => "fr", '第' => "zh", 'ا' => "ar", _ => "en" };

        var cut = MastheadFields.Cut(line, new TextSpan(0, line.Length), DraftDiff.Languages.DraftingConventions.For(language));

        Assert.Equal(parts.Split('|'), cut.Select(span => line.Substring(span.Start, span.Length)));
    }

    [Fact]
    public void The_days_of_a_session_belong_to_it_and_a_body_prints_the_organ_above_it()
    {
        var tree = Parse("""
            United Nations A/HRC/53/L.99
            General Assembly Distr.: Limited
            3 July 2023
            Original: English
            Human Rights Council
            Fifty-third session
            19 June–14 July 2023
            Agenda item 3
            Wells, civil, and springs,
            including ponds
            Albania,* Austria, Belgium,
            Zambia:* draft resolution
            53/… The right to clear water
            The Human Rights Council,
            Recalling the rules of the well,
            1. Decides to remain seized of the matter.
            """);

        Assert.Equal("Human Rights Council", tree.Masthead.Body);
        Assert.Equal("3 July 2023", tree.Masthead.Date);
        Assert.Equal(new Session("Fifty-third session 19 June–14 July 2023", 53), tree.Masthead.Session);
        Assert.Equal(new AgendaItem("3", "Wells, civil, and springs, including ponds"), tree.Masthead.AgendaItem);
        Assert.Equal("Albania,* Austria, Belgium, Zambia", tree.Masthead.Sponsors?.Text);
        Assert.Equal(("The right to clear water", "53/…"), (tree.Title, Unit(tree, "title").Printed));
        Assert.DoesNotContain(tree.Units, unit => unit.Section == Section.Unrecognized);
    }

    [Fact]
    public void A_draft_of_the_Security_Council_has_neither_session_nor_title()
    {
        var tree = Parse("""
            United Nations S/2015/9999
            Security Council Provisional
            18 December 2015
            Original: English
            France, Jordan and
            United States of America: draft
            resolution
            The Security Council,
            Recalling its resolution 2170 (2014),
            1. Decides to remain seized of the matter.
            """);

        Assert.Equal(DraftKind.DraftResolution, tree.Kind);
        Assert.Equal("draft resolution", tree.Masthead.DocumentType);
        Assert.Equal("France, Jordan and United States of America", tree.Masthead.Sponsors?.Text);
        Assert.Equal((2015, 9999), (tree.Masthead.Symbol!.Year, tree.Masthead.Symbol.Number));
        Assert.Null(tree.Title);
        Assert.Empty(tree.Diagnostics);
    }

    [Fact]
    public void A_session_may_meet_over_two_years_and_a_type_may_be_wrapped()
    {
        var tree = Parse("""
            E/2024/L.99
            Economic and Social Council
            3 July 2024
            2024 session
            23 July 2023–24 July 2024
            Agenda item 12 (g)
            Wells and ponds:
            springs and brooks
            Draft resolution submitted by the Vice-President of the Council,
            Ann Well (Zambia), on the basis of consultations
            Clear water
            The Economic and Social Council,
            Recalling the rules of the well,
            1. Decides to remain seized of the matter.
            """);

        Assert.Equal(new Session("2024 session 23 July 2023–24 July 2024", 2024), tree.Masthead.Session);
        Assert.Equal("Wells and ponds: springs and brooks", tree.Masthead.AgendaItem?.Title);
        Assert.Null(tree.Masthead.Sponsors);
        Assert.Equal("Draft resolution submitted by the Vice-President of the Council, Ann Well (Zambia), on the basis of consultations", tree.Masthead.DocumentType);
        Assert.Equal("Clear water", tree.Title);
        Assert.Empty(tree.Diagnostics);
    }

    [Theory]
    [InlineData("The Security Council", "Resolution 2999 (2015)\nAdopted by the Security Council at its 7588th meeting, on\n18 December 2015", null)]
    [InlineData("The Security Council", "RESOLUTION 367 (1975)\n\nAdopted by the Security Council at its 1820th meeting,\n\non 12 March 1975", null)]
    [InlineData("The General Assembly", "Resolution adopted by the General Assembly on 20 December 2017\n[on the report of the Special Political and Decolonization\nCommittee (Fourth Committee) (A/72/999)]\n72/999. Clear water", "72/999.")]
    [InlineData("The General Assembly", "Resolution adopted by the General Assembly on 20 December\n2017\n[on the report of the Third Committee (A/72/999)]\n72/999. Clear water", "72/999.")]
    [InlineData("The Human Rights Council", "Fifty-third session 19 June–14\nJuly 2023\nResolution adopted by the Human Rights Council on 13 July 2023\n53/99. Clear water", "53/99.")]
    [InlineData("The Human Rights Council", "Resolution adopted by the Human Rights Council on 13 July 2023\n53/99. Clear water", "53/99.")]
    [InlineData("L’Assemblée générale", "Résolution adoptée par l’Assemblée générale le 20 décembre\n2017\n72/999. Les puits", "72/999.")]
    [InlineData("The General Assembly", "3999 (XXIX). Clear water", "3999 (XXIX).")]
    [InlineData("Le Conseil de sécurité", "Résolution 2999 (2015)\nAdoptée par le Conseil de sécurité à sa 7588e séance,\nle 18 décembre 2015", null)]
    [InlineData("La Asamblea General", "Resolución aprobada por la Asamblea General el 20 de diciembre de 2017\n72/999. Los pozos y el agua de las aldeas", "72/999.")]
    [InlineData("Генеральная Ассамблея", "Резолюция, принятая Генеральной Ассамблеей 20 декабря 2017 года\n72/999. Чистая вода", "72/999.")]
    [InlineData("大会", "2017年12月20日大会决议\n72/999. 清水", "72/999.")]
    [InlineData("安全理事会", "第2999(2015)号决议\n2015年12月18日安全理事会第7588次会议通过", null)]
    [InlineData("إن الجمعية العامة", "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2017\n72/999. الماء الصافي", "72/999.")]
    public void An_adopted_resolution_says_so(string opening, string masthead, string? number)
    {
        var comma = opening[0] switch { '大' or '安' => '，', 'إ' => '،', _ => ',' };
        var tree = Parse($"{masthead}\n{opening}{comma}\n1. Decides.\n");

        Assert.Equal(DraftKind.AdoptedResolution, tree.Kind);
        Assert.Equal(number, tree.Units.FirstOrDefault(unit => unit.Label == "title")?.Printed);
        Assert.Equal(number is null, tree.Title is null);
        Assert.DoesNotContain(tree.Units, unit => unit.Section == Section.Unrecognized);
    }

    [Theory]
    [InlineData("A/C.3/80/L.99", "Cuba: amendment to draft resolution A/C.3/80/L.20/Rev.1", "In operative paragraph 5, replace ponds with wells.", DraftKind.Amendment)]
    [InlineData("A/C.3/80/L.99", "Cuba, Zambia: amendments to draft resolution", "Delete paragraph 4.", DraftKind.Amendment)]
    [InlineData("A/C.3/80/L.20/Add.1", "Brazil: draft resolution", "Add Zambia to the list of sponsors.", DraftKind.Addendum)]
    [InlineData("A/C.3/80/L.20/Rev.1", "Revised draft resolution\nAddendum", "Add Zambia to the list of sponsors.", DraftKind.Addendum)]
    [InlineData("A/C.3/80/L.20/Corr.1", "Corrigendum", "Page 2, line 3: for ponds read wells.", DraftKind.Corrigendum)]
    [InlineData("A/C.3/80/L.1", "Note by the Secretariat", "The Committee may wish to look into a well.", DraftKind.Note)]
    [InlineData("A/C.5/80/L.9", "Programme budget implications of draft resolution A/C.3/80/L.20", "The wells would cost nothing.", DraftKind.Note)]
    [InlineData("A/C.5/80/L.9", "Draft decision submitted by the Chair", "The Assembly decides to look into the well.", DraftKind.DraftDecision)]
    public void What_is_no_resolution_is_read_without_an_opening(string symbol, string type, string text, DraftKind kind)
    {
        var tree = Parse($"United Nations {symbol}\nGeneral Assembly Distr.: Limited\n8 November 2025\nOriginal: English\nEightieth session\nThird Committee\n"
            + $"Agenda item 71 (b)\nWells and ponds\n{type}\n\n{text}\n");

        Assert.Equal(kind, tree.Kind);
        Assert.Equal(DocumentSymbol.Parse(symbol), tree.Masthead.Symbol);
        Assert.Equal(new AgendaItem("71 (b)", "Wells and ponds"), tree.Masthead.AgendaItem);
        Assert.Equal(text, Assert.Single(tree.Units, unit => unit.Section != Section.Masthead).Text);
        Assert.Equal(kind != DraftKind.DraftDecision, tree.Diagnostics.Any(diagnostic => diagnostic.Id == "DD2005"));
    }

    [Theory]
    [InlineData("fr", "amendement au projet de résolution A/C.3/80/L.20", DraftKind.Amendment)]
    [InlineData("es", "enmiendas al proyecto de resolución A/C.3/80/L.20", DraftKind.Amendment)]
    [InlineData("ru", "поправка к проекту резолюции A/C.3/80/L.20", DraftKind.Amendment)]
    [InlineData("zh", "对决议草案 A/C.3/80/L.20 的修正案", DraftKind.Amendment)]
    [InlineData("ar", "تعديل على مشروع القرار A/C.3/80/L.20", DraftKind.Amendment)]
    [InlineData("fr", "Note du Secrétariat", DraftKind.Note)]
    [InlineData("es", "Nota de la Secretaría", DraftKind.Note)]
    [InlineData("ru", "Записка Секретариата", DraftKind.Note)]
    [InlineData("zh", "秘书处的说明", DraftKind.Note)]
    [InlineData("ar", "مذكرة من الأمانة العامة", DraftKind.Note)]
    [InlineData("fr", "Rectificatif", DraftKind.Corrigendum)]
    [InlineData("zh", "增编", DraftKind.Addendum)]
    [InlineData("ru", "пересмотренный проект резолюции", DraftKind.RevisedDraftResolution)]
    [InlineData("zh", "订正决议草案", DraftKind.RevisedDraftResolution)]
    [InlineData("es", "proyecto de decisión", DraftKind.DraftDecision)]
    [InlineData("ar", "مشروع قرار مقدم من رئيسة اللجنة", DraftKind.DraftResolution)]
    [InlineData("en", "Wells and ponds", DraftKind.Unknown)]
    public void The_kind_is_told_in_every_language(string language, string type, DraftKind kind) =>
        Assert.Equal(kind, MastheadFields.KindOf(type, DraftDiff.Languages.DraftingConventions.For(language)));

    [Theory]
    [InlineData("1. Decides to look into the well.\n\n2. Thanks the friends of wells.\n")]
    [InlineData("United Nations\n\nThe well is deep.\n")]
    public void A_text_without_masthead_and_opening_loses_nothing_to_one(string text)
    {
        var tree = Parse(text);

        Assert.Equal(Masthead.Empty, tree.Masthead);
        Assert.Equal(
            string.Concat(text.Where(c => !char.IsWhiteSpace(c))),
            string.Concat(tree.Units.Select(unit => unit.Printed + unit.Text)).Replace(" ", "", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void No_field_of_a_real_masthead_is_unrecognized()
    {
        foreach (var file in Corpus.Files("."))
        {
            var tree = Fixtures.Parse(file);
            if (tree.Source.Content.StartsWith("<!-- Page", StringComparison.Ordinal))
            {
                // A page of a bound volume begins in the middle of the resolution before.
                continue;
            }

            var opening = tree.Units.FirstOrDefault(unit => unit.Section == Section.Opening)?.Index ?? 0;
            Assert.DoesNotContain(tree.Units.Take(opening), unit => unit.Section == Section.Unrecognized);
        }
    }

    private static void AssertRead(string text, string language, string title, Masthead masthead)
    {
        var tree = Parse(text);

        Assert.Equal(language, tree.Language);
        Assert.Equal(masthead, tree.Masthead);
        Assert.Equal(DraftKind.DraftResolution, tree.Kind);
        Assert.Equal(title, tree.Title);
        Assert.Empty(tree.Diagnostics);
    }

    private static DraftTree Parse(string text) => DraftTree.Parse(SourceText.From(text));

    private static Unit Unit(DraftTree tree, string label) => Assert.Single(tree.Units, unit => unit.Label == label);
}
