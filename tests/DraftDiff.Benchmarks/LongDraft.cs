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

    // The opening words ("又回顾", "请秘书长") tell what a paragraph is; they stay.
    private const int OpeningWords = 6;

    private readonly string _masthead;
    private readonly ImmutableArray<Paragraph> _paragraphs;

    private LongDraft(string masthead, ImmutableArray<Paragraph> paragraphs)
    {
        _masthead = masthead;
        _paragraphs = paragraphs;
    }

    /// <summary>Makes a draft of the paragraphs of another, so many times as long.</summary>
    public static LongDraft Of(DraftTree seed, int times)
    {
        var random = new Random(Randomness);
        var paragraphs = seed.Units
            .Where(unit => unit.Section is Section.Preamble or Section.Operative)
            .Select(unit => Paragraph.Of(unit, seed.Units))
            .ToArray();
        var ideographs = string.Concat(paragraphs.Select(paragraph => paragraph.Text)).Where(IsIdeograph).ToArray();
        var preamble = ImmutableArray.CreateBuilder<Paragraph>();
        var operative = ImmutableArray.CreateBuilder<Paragraph>();
        for (var repetition = 0; repetition < times; repetition++)
        {
            foreach (var paragraph in paragraphs)
            {
                var words = repetition == 0 ? paragraph.Text : Reword(paragraph.Text, share: 3, ideographs, random);
                (paragraph.IsOperative ? operative : preamble).Add(paragraph with { Text = words });
            }
        }

        var firstParagraph = seed.Units.First(unit => unit.Section == Section.Preamble);
        var masthead = seed.Source.Content[..firstParagraph.Span.Start].TrimEnd(' ');
        return new LongDraft(masthead, [.. preamble, .. operative]);
    }

    /// <summary>
    /// The draft as a committee might send it back: of every forty paragraphs four reworded, one gone, one new and one
    /// in another place.
    /// </summary>
    public LongDraft Revise()
    {
        var random = new Random(Randomness);
        var ideographs = string.Concat(_paragraphs.Select(paragraph => paragraph.Text)).Where(IsIdeograph).ToArray();
        var revised = ImmutableArray.CreateBuilder<Paragraph>();
        Paragraph? moved = null;
        for (var i = 0; i < _paragraphs.Length; i++)
        {
            var paragraph = _paragraphs[i];
            switch (i % 40)
            {
                case 3 or 12 or 21 or 30:
                    revised.Add(paragraph with { Text = Reword(paragraph.Text, share: 12, ideographs, random) });
                    break;
                case 7:
                    break;
                case 16:
                    revised.Add(paragraph);
                    revised.Add(paragraph with { Text = Reword(paragraph.Text, share: 1, ideographs, random), Notes = [] });
                    break;
                case 25 when i + 5 < _paragraphs.Length && _paragraphs[i + 5].IsOperative == paragraph.IsOperative:
                    moved = paragraph;
                    break;
                default:
                    revised.Add(paragraph);
                    break;
            }

            if (i % 40 == 29 && moved is not null)
            {
                revised.Add(moved);
                moved = null;
            }
        }

        return new LongDraft(_masthead, revised.ToImmutable());
    }

    /// <summary>The draft as a file holds it, in the layout of the seed.</summary>
    public string ToText()
    {
        var page = new PageWriter(_masthead);
        var number = 0;
        foreach (var paragraph in _paragraphs)
        {
            page.Write(paragraph, paragraph.IsOperative ? ++number : null);
        }

        return page.Finish();
    }

    /// <summary>Puts another Han character in the place of one of so many, the opening words left alone.</summary>
    private static string Reword(string text, int share, char[] ideographs, Random random) =>
        string.Create(text.Length, text, (characters, original) =>
        {
            original.CopyTo(characters);
            for (var i = OpeningWords; i < characters.Length; i++)
            {
                if (IsIdeograph(characters[i]) && random.Next(share) == 0)
                {
                    characters[i] = ideographs[random.Next(ideographs.Length)];
                }
            }
        });

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';
}

/// <summary>A paragraph of a draft that is being made: its words, and its footnotes with their places in the words.</summary>
internal sealed record Paragraph(bool IsOperative, string Text, ImmutableArray<(int At, string Text)> Notes)
{
    /// <summary>The paragraph of a draft that has been read.</summary>
    public static Paragraph Of(Unit unit, ImmutableArray<Unit> units) => new(
        unit.Section == Section.Operative,
        unit.Text,
        [.. from mark in unit.Marks
            join note in units on mark.Note equals note.Label
            select (mark.At, note.Text)]);
}
