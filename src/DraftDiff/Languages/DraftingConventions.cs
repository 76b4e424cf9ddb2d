using System.Collections.Immutable;

namespace DraftDiff.Languages;

/// <summary>
/// How the United Nations drafts in one language: what a reader and a matcher need to know of it. One file a language
/// holds one of these; nothing else in the program knows a language. Words are compared without regard to case, and
/// every rule they feed is a hint: real texts disagree.
/// </summary>
public sealed record DraftingConventions
{
    private const int MonthsInYear = 12;

    /// <summary>The language's code: <c>zh</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Its codes of three letters as ISO 639-2 has them, the one that is written first; empty where it has none.</summary>
    public ImmutableArray<string> ThreeLetterCodes { get; init; } = [];

    // What tells the language.

    /// <summary>The ranges of letters that the language is written in, each with its first and last; those of Latin where nothing else is said.</summary>
    public ImmutableArray<(char First, char Last)> Script { get; init; } = [('A', 'Z'), ('a', 'z'), ('\u00C0', '\u024F')];

    /// <summary>True for a language that is written from right to left.</summary>
    public bool IsRightToLeft => Script[0].First is >= '\u0590' and <= '\u08FF';

    /// <summary>True for a language that is written in Han characters.</summary>
    public bool IsHan => Script[0].First is >= '\u3000' and <= '\u9FFF';

    /// <summary>Small words that no text is without and that other languages of the script hardly have: the, 的.</summary>
    public required ImmutableArray<string> FunctionWords { get; init; }

    // What the reader needs.

    /// <summary>The words that open a draft, without the comma: The General Assembly.</summary>
    public required ImmutableArray<string> Openings { get; init; }

    /// <summary>What a preambular paragraph begins with: Recalling, 回顾.</summary>
    public required ImmutableArray<string> PreambularOpenings { get; init; }

    /// <summary>
    /// What an operative paragraph begins with and a preambular one does not: Decides, 决定. Where a language has one form
    /// for both, as Chinese has in 重申, it stands in <see cref="PreambularOpenings"/> alone. Nouns look the same in places
    /// (Requests), so a short line without an end may be a heading all the same.
    /// </summary>
    public required ImmutableArray<string> OperativeOpenings { get; init; }

    /// <summary>Words that may stand in front of either opening: Also, Strongly, 又.</summary>
    public required ImmutableArray<string> OpeningAdverbs { get; init; }

    /// <summary>The letters of subparagraphs in order, each with what is typed for it: in Russian texts Latin letters and their look-alikes.</summary>
    public ImmutableArray<string> Letters { get; init; } =
        [.. "abcdefghijklmnopqrstuvwxyz".Select(letter => letter.ToString())];

    /// <summary>What numbers sections beside roman numbers, in order: 一 二 三. Empty where roman numbers do.</summary>
    public ImmutableArray<string> SectionOrdinals { get; init; } = [];

    /// <summary>What names the session in a line of the masthead: session, 届会议.</summary>
    public required ImmutableArray<string> SessionWords { get; init; }

    /// <summary>
    /// The words of numbers that a session is named with, each with its value; values add up, so that the quatre of
    /// quatre-vingt is 60. What only joins them to a longer word counts nothing.
    /// </summary>
    public required ImmutableArray<(string Word, int Value)> NumberWords { get; init; }

    /// <summary>What a committee's name begins or ends with: Committee, 委员会.</summary>
    public required ImmutableArray<string> CommitteeWords { get; init; }

    /// <summary>What an agenda item's line begins with: Agenda item, 议程项目.</summary>
    public required ImmutableArray<string> AgendaItemWords { get; init; }

    /// <summary>What follows the number of an agenda item before its title: of the provisional agenda, повестки дня.</summary>
    public required ImmutableArray<string> AgendaWords { get; init; }

    /// <summary>What names the original language: Original.</summary>
    public required ImmutableArray<string> OriginalWords { get; init; }

    /// <summary>The languages of the United Nations: English, 英文.</summary>
    public required ImmutableArray<string> LanguageNames { get; init; }

    /// <summary>The names of months, those of one calendar first and in order, or what else makes a short line a date.</summary>
    public required ImmutableArray<string> MonthWords { get; init; }

    /// <summary>The names of the twelve months, January first; empty where months have numbers, or not all of them are known.</summary>
    internal ImmutableArray<string> MonthNames => YearSign.Length > 0 || MonthWords.Length < MonthsInYear ? [] : MonthWords[..MonthsInYear];

    /// <summary>What ends a date behind its last number, where a language has such a word, with the space in front: 日, года.</summary>
    public ImmutableArray<string> DateEndings { get; init; } = [];

    /// <summary>What stands between the first and the last day of a range, beside <see cref="RangeWords"/>: au, al.</summary>
    public ImmutableArray<string> DayRangeWords { get; init; } = [];

    /// <summary>What may be glued to the number of a day: er.</summary>
    public ImmutableArray<string> DaySuffixes { get; init; } = [];

    /// <summary>What stands between the parts of a date, where a language has such a word: de.</summary>
    public ImmutableArray<string> DatePrepositions { get; init; } = [];

    /// <summary>
    /// What follows the number of a year in front of the month, where signs follow the numbers of a date (年); the sign of
    /// the month is then the first of <see cref="MonthWords"/>, that of the day the first of <see cref="DateEndings"/>.
    /// </summary>
    public string YearSign { get; init; } = "";

    /// <summary>What joins the last of several names or numbers to those before it: and, 和.</summary>
    public required ImmutableArray<string> AndWords { get; init; }

    /// <summary>What stands between the first and the last of a range of numbers: to, 至.</summary>
    public required ImmutableArray<string> RangeWords { get; init; }

    /// <summary>The types of document as they are printed.</summary>
    public required DocumentTypes DocumentTypes { get; init; }

    /// <summary>The bodies that a masthead names: General Assembly, 大会.</summary>
    public required ImmutableArray<string> Bodies { get; init; }

    /// <summary>Words of the masthead that say nothing of the draft: United Nations, Distr.</summary>
    public required ImmutableArray<string> MastheadFurniture { get; init; }

    /// <summary>What a line of the closing holds: meeting, adopted, 全体会议.</summary>
    public required ImmutableArray<string> ClosingWords { get; init; }

    /// <summary>What an annex is headed with: Annex, 附件.</summary>
    public required ImmutableArray<string> AnnexWords { get; init; }

    /// <summary>What stands before and after the number of a page: Page 2, 第 2 页.</summary>
    public ImmutableArray<(string Before, string After)> PageWords { get; init; } = [("Page", "")];

    /// <summary>What follows a number that counts or names something, so that the number is no footnote mark: 年, 个.</summary>
    public required string MeasureWords { get; init; }

    /// <summary>What makes an ordinal of the number right behind it, so that it is no footnote mark: 第.</summary>
    public string OrdinalSigns { get; init; } = "";

    /// <summary>What stands in front of a number that names something, so that the number is no footnote mark: 目标, 附件.</summary>
    public required ImmutableArray<string> NumberedWords { get; init; }

    /// <summary>What begins words with a hyphen that stays at the end of a line too: non-governmental, so-called.</summary>
    public ImmutableArray<string> HyphenPrefixes { get; init; } = [];

    /// <summary>Words before which a hyphen may hang: sudden- and slow-onset.</summary>
    public required ImmutableArray<string> Conjunctions { get; init; }

    // What a comparison needs.

    /// <summary>Words that beside an opening verb only chain a paragraph to the one before it: also, further, 又, 还.</summary>
    public required ImmutableArray<string> ChainWords { get; init; }

    /// <summary>The chain words that are adjectives too, as in further efforts.</summary>
    public ImmutableArray<string> ChainAdjectives { get; init; } = [];

    /// <summary>What follows right after a chain adjective where it is none: Notes further that, Decides further to.</summary>
    public ImmutableArray<string> AfterChainAdjectives { get; init; } = [];

    /// <summary>What may need one word more to be an opening verb: Taking note, Se félicite, وإذ تشير.</summary>
    public ImmutableArray<string> HalfOpenings { get; init; } = [];

    /// <summary>What print sets apart with the opening verb before it: upon, in mind, with concern.</summary>
    public ImmutableArray<string> OpeningTails { get; init; } = [];

    /// <summary>What the first word of a paragraph is prefixed with to chain it: و.</summary>
    public string ChainPrefix { get; init; } = "";

    /// <summary>
    /// What stands right before the number in a reference to a paragraph of the same text (paragraph, 第), each with
    /// what stands right after the number there (段), empty where nothing has to.
    /// </summary>
    public required ImmutableArray<(string Before, string After)> ParagraphReferences { get; init; }

    /// <summary>What right after such a reference says that the paragraph is one of the text itself: above, of the present resolution.</summary>
    public ImmutableArray<string> OwnTextAfter { get; init; } = [];

    /// <summary>What behind a comma still says whose paragraph it is: of, du.</summary>
    public ImmutableArray<string> OfWords { get; init; } = [];

    /// <summary>What may end such a reference and says nothing of the text: thereof.</summary>
    public ImmutableArray<string> ReferenceEndings { get; init; } = [];

    /// <summary>What names texts that have paragraphs, so that a reference shortly behind it is one to them: report, 》.</summary>
    public ImmutableArray<string> TextWords { get; init; } = [];

    /// <summary>What stands for a text that was named before: its, 其.</summary>
    public ImmutableArray<string> TextPronouns { get; init; } = [];

    /// <summary>What names the text itself, with such a word or right before a reference: present resolution, 本决议, 上文.</summary>
    public ImmutableArray<string> OwnTextWords { get; init; } = [];

    /// <summary>The conventions of English, which the United Nations puts parts of every language's masthead in: Distr.: Limited.</summary>
    internal static DraftingConventions OfEveryMasthead => English.Conventions;

    /// <summary>The conventions of every language that is known.</summary>
    public static ImmutableArray<DraftingConventions> All { get; } =
        [English.Conventions, French.Conventions, Spanish.Conventions, Russian.Conventions, Chinese.Conventions, Arabic.Conventions];

    /// <summary>The conventions of a language; those of English, with its code kept, for one that is not known.</summary>
    public static DraftingConventions For(string language)
    {
        foreach (var conventions in All)
        {
            if (conventions.Language == language)
            {
                return conventions;
            }
        }

        return English.Conventions with { Language = language, ThreeLetterCodes = [] };
    }
}
