using DraftDiff.Languages;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>The language of a text is told from its body; a language is data.</summary>
public sealed class LanguageTests
{
    private const string EnglishMasthead = """
        United Nations                                        A/C.2/72/L.999
        General Assembly
        Distr.: Limited
        22 November 2017
        Original: English
        Seventy-second session
        Second Committee
        Agenda item 17 and the title of the item, which is longer than the body of the text and all in English


        """;

    private static readonly DraftingConventions Portuguese = English() with
    {
        Language = "pt",
        FunctionWords = ["o", "os", "as", "do", "da", "dos", "das", "em", "não", "ao"],
        Openings = ["A Assembleia Geral"],
        PreambularOpenings = ["Recordando", "Reafirmando"],
        OperativeOpenings = ["Decide", "Solicita"],
        OpeningAdverbs = [],
        ChainWords = ["também"],
        SessionWords = ["sessão"],
        NumberWords = [("septuagésima", 70), ("segunda", 2)],
        AgendaItemWords = ["Item", "Itens"],
        AgendaWords = ["da agenda"],
        OriginalWords = ["Original:"],
        LanguageNames = ["inglês", "francês"],
        MonthWords = ["novembro"],
        DateEndings = [" d.C."],
        AndWords = ["e"],
        RangeWords = ["até"],
        DocumentTypes = new() { DraftResolution = ["projeto de resolução"], NumberedResolution = [("A", "ª resolução")] },
    };

    private static readonly DraftingConventions Georgian = English() with
    {
        Language = "ka",
        Script = [('\u10A0', '\u10FF')],
        FunctionWords = ["და", "რომ"],
        Openings = ["გენერალური ასამბლეა"],
        PreambularOpenings = ["იხსენებს"],
    };

    [Theory]
    [InlineData("en", "The General Assembly,\n\nRecalling its resolution on drought and on the needs of the region,\n\n1. Decides to remain seized of the matter.\n")]
    [InlineData("fr", "L’Assemblée générale,\n\nRappelant sa résolution sur la sécheresse et les besoins de la région,\n\n1. Décide de rester saisie de la question.\n")]
    [InlineData("es", "La Asamblea General,\n\nRecordando su resolución sobre la sequía y las necesidades de la región,\n\n1. Decide seguir ocupándose de la cuestión.\n")]
    [InlineData("ru", "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию о засухе и о потребностях региона,\n\n1. постановляет продолжить рассмотрение этого вопроса.\n")]
    [InlineData("zh", "大会，\n\n回顾其关于干旱和区域各国需要的决议，\n\n1. 决定继续处理此案。\n")]
    [InlineData("ar", "إن الجمعية العامة،\n\nإذ تشير إلى قرارها بشأن الجفاف وما تحتاج إليه المنطقة،\n\n1 - تقرر أن تبقي المسألة قيد نظرها.\n")]
    public void A_body_tells_its_language_whatever_stands_above_it(string language, string body)
    {
        foreach (var content in (string[])[body, EnglishMasthead + body])
        {
            var tree = DraftTree.Parse(SourceText.From(content));

            Assert.Equal(language, tree.Language);
            Assert.DoesNotContain(tree.Diagnostics, said => said.Id == "DD2007");
            Assert.Equal(["opening", "PP1", "OP1"], tree.Units.Where(unit => unit.Section != Section.Masthead).Select(unit => unit.Label).TakeLast(3));
        }
    }

    [Fact]
    public void Every_fixture_tells_its_language()
    {
        foreach (var file in Directory.GetFiles(Fixtures.PathOf("fixtures"), "*.??.txt", SearchOption.AllDirectories))
        {
            var tree = Fixtures.Parse(file);

            Assert.Equal($"{file} {Path.GetFileNameWithoutExtension(file)[^2..]}", $"{file} {tree.Language}");
            Assert.DoesNotContain(tree.Diagnostics, said => said.Id is "DD1003" or "DD1004" or "DD2007");
        }
    }

    [SkippableFact]
    public void No_real_text_leaves_its_language_or_encoding_to_be_guessed()
    {
        var guessed = Corpus.Files(".").Where(file =>
            Fixtures.Parse(file) is var tree && (tree.Language != "en" || tree.Diagnostics.Any(said => said.Id is "DD1003" or "DD2007")));

        Assert.Empty(guessed);
    }

    [Theory]
    [InlineData("en", "Welcomes the report and calls upon all States to act on it.")]
    [InlineData("fr", "Prie le Secrétaire général de lui rendre compte des progrès et des obstacles.")]
    [InlineData("es", "Pide al Secretario General que la informe sobre los progresos y los obstáculos.")]
    [InlineData("ru", "просит Генерального секретаря доложить о ходе и об итогах работы.")]
    [InlineData("zh", "请秘书长报告进展和障碍。")]
    [InlineData("ar", "تطلب إلى الأمين العام أن يقدم تقريرا عن التقدم المحرز.")]
    public void One_paragraph_is_enough(string language, string paragraph)
    {
        var tree = DraftTree.Parse(SourceText.From(paragraph));

        Assert.Equal(language, tree.Language);
        Assert.DoesNotContain(tree.Diagnostics, said => said.Id == "DD2007");
    }

    [Fact]
    public void A_quotation_in_another_language_does_not_count_against_the_opening()
    {
        var tree = DraftTree.Parse(SourceText.From("""
            The General Assembly,

            Recalling the words of the Charter and of the declaration,

            1. Decides to add: “Les peuples et les nations, pour le bien des générations, dans la paix et par le droit;”

            """));

        Assert.Equal("en", tree.Language);
    }

    [Theory]
    [InlineData("Milk\nEggs\nButter\n", true)]
    [InlineData("大会，\n", false)]
    [InlineData("The water and the food of regions.\n\nL’eau et les vivres dans le pays.\n", true)]
    [InlineData("", false)]
    [InlineData("12. 34\n", false)]
    public void Where_little_tells_the_language_it_is_said(string content, bool isGuess)
    {
        var said = DraftTree.Parse(SourceText.From(content)).Diagnostics.Where(said => said.Id == "DD2007");

        Assert.Equal(isGuess ? 1 : 0, said.Count());
    }

    [Fact]
    public void A_language_that_is_given_is_taken()
    {
        var tree = DraftTree.Parse(SourceText.From("Milk\nEggs\nButter\n"), "es");

        Assert.Equal("es", tree.Language);
        Assert.Equal(["DD2001", "DD2002"], tree.Diagnostics.Select(said => said.Id));
        Assert.Contains("La Asamblea General", tree.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pt", "A Assembleia Geral,\n\nRecordando a sua resolução sobre as necessidades da região,\n\nReafirmando o direito,\n\n1. Decide continuar.\n")]
    [InlineData("ka", "გენერალური ასამბლეა,\n\nიხსენებს რომ წყალი და პური,\n\nიხსენებს რომ წყალი,\n\n1. წყალი და პური.\n")]
    public void Another_language_is_conventions_and_no_code(string language, string content)
    {
        var source = SourceText.From(content);

        var tree = DraftParser.Parse(source, language: null, markup: null, [.. DraftingConventions.All, Portuguese, Georgian]);

        Assert.Equal(language, tree.Language);
        Assert.Equal(["opening", "PP1", "PP2", "OP1"], tree.Units.Select(unit => unit.Label));
        Assert.Empty(tree.Diagnostics);
    }

    [Fact]
    public void The_masthead_of_another_language_is_conventions_and_no_code()
    {
        var source = SourceText.From("""
            United Nations A/72/L.99 Distr.: Limited 8 de novembro de 2017 d.C. Original: inglês e francês
            Septuagésima segunda sessão
            Itens 14 até 16 e 117 (a) da agenda
            Os poços e as fontes
            Angola e
            Cabo Verde: projeto de resolução
            Água clara

            A Assembleia Geral,

            Recordando a sua resolução sobre as necessidades da região,

            1. Decide continuar.

            """);

        var masthead = DraftParser.Parse(source, language: null, markup: null, [.. DraftingConventions.All, Portuguese]).Masthead;

        Assert.Equal("8 de novembro de 2017 d.C.", masthead.Date);
        Assert.Equal("inglês e francês", masthead.Original);
        Assert.Equal(72, masthead.Session!.Number);
        Assert.Equal("14 até 16 e 117 (a)", masthead.AgendaItem!.Number);
        Assert.Equal("Angola e Cabo Verde", masthead.Sponsors!.Text);
        Assert.Equal(DraftKind.AdoptedResolution, MastheadFields.KindOf("A 2254 (2015)ª resolução", Portuguese));
    }

    [Theory]
    [InlineData("en", "Agenda items 14 and 117 (a) to (c)", "14 and 117 (a) to (c)")]
    [InlineData("fr", "Points 14 à 16 et 117 a) et b) de l’ordre du jour", "14 à 16 et 117 a) et b)")]
    [InlineData("es", "Temas 14 a 16 y 117 a) del programa", "14 a 16 y 117 a)")]
    [InlineData("ru", "Пункты 14 и 117 а) повестки дня", "14 и 117 а)")]
    [InlineData("zh", "议程项目 14 至 16 和117(b)", "14 至 16 和117(b)")]
    [InlineData("ar", "البنود 14 و 16 و117 (ج) من جدول الأعمال", "14 و 16 و117 (ج)")]
    public void Agenda_items_are_listed_in_every_language(string language, string line, string numbers)
    {
        var tree = DraftTree.Parse(SourceText.From($"A/72/L.99\n{line}\n{DraftingConventions.For(language).Openings[0]},\n\n1. 2.\n"), language);

        Assert.Equal(numbers, tree.Masthead.AgendaItem?.Number);
    }

    [Theory]
    [InlineData("fr", "8 novembre 2017", "Original : anglais et français", "anglais et français")]
    [InlineData("es", "8 de noviembre de 2017", "Original: español e inglés", "español e inglés")]
    [InlineData("ru", "8 ноября 2017 года", "Original: английский и русский", "английский и русский")]
    [InlineData("zh", "2017 年 11 月 8 日", "原文：英文和中文", "英文和中文")]
    [InlineData("ar", "8 تشرين الثاني 2017", "الأصل: بالإنكليزية والفرنسية", "بالإنكليزية والفرنسية")]
    [InlineData("ar", "8 November 2017", "Original: English and Arabic", "English and Arabic")]
    public void The_head_of_a_page_is_cut_in_every_language(string language, string date, string original, string languages)
    {
        var tree = DraftTree.Parse(
            SourceText.From($"United Nations A/72/L.99 {date} {original} Distr.: Limited\n{DraftingConventions.For(language).Openings[0]},\n\n1. 2.\n"), language);

        Assert.Equal((date, languages), (tree.Masthead.Date, tree.Masthead.Original));
    }

    [Fact]
    public void Every_language_has_what_tells_it()
    {
        Assert.All(DraftingConventions.All, conventions =>
        {
            Assert.NotEmpty(conventions.Script);
            Assert.NotEmpty(conventions.FunctionWords);
            Assert.NotEmpty(conventions.Openings);
            Assert.NotEmpty(conventions.PreambularOpenings);
            Assert.NotEmpty(conventions.OperativeOpenings);
            Assert.Empty(conventions.OperativeOpenings.Intersect(conventions.PreambularOpenings));
            Assert.All(
                (IEnumerable<string>[])[conventions.Openings, conventions.PreambularOpenings, conventions.OperativeOpenings, conventions.FunctionWords],
                words => Assert.Equal(words.Distinct(), words));
        });
    }

    [Fact]
    public void No_code_outside_the_languages_names_one_or_spells_its_words()
    {
        var codes = DraftingConventions.All.Select(conventions => $"\"{conventions.Language}\"").ToArray();
        var wrong = new List<string>();
        foreach (var file in Directory.GetFiles(Fixtures.PathOf("src"), "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Fixtures.PathOf("src"), file).Replace('\\', '/');
            if (path.StartsWith("DraftDiff/Languages/", StringComparison.Ordinal) || path.Contains("/obj/", StringComparison.Ordinal)
                || path.EndsWith(".g.cs", StringComparison.Ordinal) || LettersOfScripts.Contains(path))
            {
                continue;
            }

            foreach (var line in File.ReadLines(file))
            {
                var code = line.Split("//")[0];
                if (codes.Any(name => code.Contains(name, StringComparison.Ordinal)) || code.Any(IsLetterBeyondLatin))
                {
                    wrong.Add($"{path}: {line.Trim()}");
                }
            }
        }

        Assert.Empty(wrong);

        static bool IsLetterBeyondLatin(char c) => c > '\u024F' && char.IsLetter(c) && c != 'ʼ';
    }

    /// <summary>Files that know letters, numerals and look-alikes of a script, whatever the language.</summary>
    private static readonly string[] LettersOfScripts =
    [
        "DraftDiff.Formats/Word/NumberText.cs",
        "DraftDiff/Text/Plausibility.cs",
        "DraftDiff/Syntax/DocumentSymbolReader.cs",
        "DraftDiff/Syntax/PrintedLabel.cs",
        "DraftDiff/Syntax/SectionNumeral.cs",
        "DraftDiff/Differencing/SymbolEnding.cs",
        "DraftDiff/Differencing/TokenChunker.cs",
    ];

    private static DraftingConventions English() => DraftingConventions.For("en");
}
