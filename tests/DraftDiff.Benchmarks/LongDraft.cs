using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Benchmarks;

/// <summary>
/// A draft as long as wanted: the paragraphs of a real one over and over, preambular ones first, a third of the Han
/// characters of each repetition others, so that no two paragraphs are alike. Operative paragraphs and footnotes count
/// on through the whole. The same arguments give the same draft.
/// </summary>
internal sealed class LongDraft
{
    private const int Randomness = 72;

    // So many paragraphs, and the edits begin again.
    private const int Period = 28;

    // The opening words ("又回顾", "请秘书长") tell what a paragraph is; they stay.
    private const int OpeningWords = 6;

    // After a footnote mark these would make a number of the text out of it ("41 国" are forty-one States).
    private const string NumberWords = "第年月日号届条款次个国人项段名万千百时分天章节种类家位";

    private readonly string _masthead;
    private readonly ImmutableArray<string> _mastheadNotes;
    private readonly ImmutableArray<Paragraph> _paragraphs;

    private LongDraft(string masthead, ImmutableArray<string> mastheadNotes, ImmutableArray<Paragraph> paragraphs)
    {
        _masthead = masthead;
        _mastheadNotes = mastheadNotes;
        _paragraphs = paragraphs;
    }

    /// <summary>Makes a draft of the paragraphs of another, so many times as long.</summary>
    /// <param name="seed">The other one.</param>
    /// <param name="times">How often its paragraphs come.</param>
    /// <param name="areDistinct">True to reword each repetition, false to repeat the same words.</param>
    public static LongDraft Of(DraftTree seed, int times, bool areDistinct = true)
    {
        var random = new Random(Randomness);
        var paragraphs = Paragraphs(seed);
        var vocabulary = Vocabulary(paragraphs);
        var preamble = ImmutableArray.CreateBuilder<Paragraph>();
        var operative = ImmutableArray.CreateBuilder<Paragraph>();
        for (var repetition = 0; repetition < times; repetition++)
        {
            // Read anew, so that each repetition has footnotes of its own.
            foreach (var paragraph in Paragraphs(seed))
            {
                var words = repetition == 0 || !areDistinct ? paragraph.Text : Reword(paragraph.Text, share: 3, vocabulary, random);
                (paragraph.IsOperative ? operative : preamble).Add(paragraph with { Text = words });
            }
        }

        var firstParagraph = seed.Units.First(unit => unit.Section == Section.Preamble);
        var masthead = seed.Source.Content[..firstParagraph.Span.Start].TrimEnd(' ');
        var mastheadNotes = seed.Units
            .Where(unit => unit.Section == Section.Footnotes && unit.Label.EndsWith('*'))
            .Select(unit => $"* {unit.Text}");
        return new LongDraft(masthead, [.. mastheadNotes], [.. preamble, .. operative]);
    }

    /// <summary>
    /// The draft as a committee might send it back: of every twenty-eight paragraphs four reworded, one gone, one new and one
    /// in another place.
    /// </summary>
    public LongDraft Revise() => Revise(out _);

    /// <summary>The same, with the number of its edits.</summary>
    public LongDraft Revise(out KnownEdits edits)
    {
        var (reworded, deleted, inserted, moves) = (0, 0, 0, 0);
        var random = new Random(Randomness);
        var vocabulary = Vocabulary(_paragraphs);
        var revised = ImmutableArray.CreateBuilder<Paragraph>();
        Paragraph? moved = null;
        for (var i = 0; i < _paragraphs.Length; i++)
        {
            var paragraph = _paragraphs[i];
            switch (i % Period)
            {
                case 3 or 10 or 17 or 24:
                    reworded++;
                    revised.Add(paragraph with { Text = Reword(paragraph.Text, share: 12, vocabulary, random) });
                    break;
                case 7:
                    deleted++;
                    break;
                case 13:
                    inserted++;
                    revised.Add(paragraph);
                    revised.Add(paragraph with { Text = Reword(paragraph.Text, share: 1, vocabulary, random), Notes = [] });
                    break;
                case 20 when i + 5 < _paragraphs.Length && _paragraphs[i + 5].IsOperative == paragraph.IsOperative:
                    moved = paragraph;
                    break;
                default:
                    revised.Add(paragraph);
                    break;
            }

            if (i % Period == 26 && moved is not null)
            {
                revised.Add(moved);
                moves++;
                moved = null;
            }
        }

        edits = new KnownEdits(reworded, inserted, deleted, moves);
        return new LongDraft(_masthead, _mastheadNotes, revised.ToImmutable());
    }

    /// <summary>The draft as a file holds it, in the layout of the seed.</summary>
    public string ToText()
    {
        var page = new PageWriter(_masthead, _mastheadNotes);
        var number = 0;
        foreach (var paragraph in _paragraphs)
        {
            page.Write(paragraph, paragraph.IsOperative ? ++number : null);
        }

        return page.Finish();
    }

    private static Paragraph[] Paragraphs(DraftTree seed)
    {
        var notes = seed.Units
            .Where(unit => unit.Section == Section.Footnotes)
            .ToDictionary(unit => unit.Label, unit => new Note(unit.Text));
        return
        [
            .. from unit in seed.Units
               where unit.Section is Section.Preamble or Section.Operative
               select new Paragraph(
                   unit.Section == Section.Operative,
                   unit.Text,
                   [.. unit.Marks.Where(mark => mark.Note is not null).Select(mark => (mark.At, notes[mark.Note!]))]),
        ];
    }

    /// <summary>The Han characters that may take the place of others, each as often as it occurs.</summary>
    private static char[] Vocabulary(IEnumerable<Paragraph> paragraphs) =>
    [
        .. from paragraph in paragraphs
           from character in paragraph.Text
           where IsIdeograph(character) && !NumberWords.Contains(character, StringComparison.Ordinal)
           select character,
    ];

    /// <summary>
    /// Puts another Han character in the place of one of so many. The opening words are left alone, and what stands
    /// beside a number, because a number tells by its unit (月, 号, 段) that it is no footnote mark.
    /// </summary>
    private static string Reword(string text, int share, char[] vocabulary, Random random) =>
        string.Create(text.Length, text, (characters, original) =>
        {
            original.CopyTo(characters);
            for (var i = OpeningWords; i < characters.Length - 1; i++)
            {
                if (IsIdeograph(original[i])
                    && !char.IsAscii(original[i - 1])
                    && !char.IsAscii(original[i + 1])
                    && random.Next(share) == 0)
                {
                    characters[i] = vocabulary[random.Next(vocabulary.Length)];
                }
            }
        });

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';
}

/// <summary>How many paragraphs a revision rewords, adds, takes away and moves.</summary>
internal sealed record KnownEdits(int Reworded, int Inserted, int Deleted, int Moved);

/// <summary>A paragraph of a draft that is being made: its words, and its footnotes with their places in the words.</summary>
internal sealed record Paragraph(bool IsOperative, string Text, ImmutableArray<(int At, Note Note)> Notes);

/// <summary>A footnote, which several marks may point at.</summary>
internal sealed class Note(string text)
{
    public string Text { get; } = text;
}
