using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

/// <summary>What holds for the word edits of any two paragraphs.</summary>
public sealed class WordEditLaws
{
    private static readonly string[] Pieces =
    [
        "A/RES/70/1", "70/1", "1,000", "12.5%", "2 June 2017", "1 to 4 June 2021", "2017", "2017年6月2日", "2 июня 2017 года", "1er mars 2017", "5", "(a)",
        "e\u0301", "\U00020BB7", "شَّ", "port", "ports", "climate-resilient", "climate", "resilient", "also", "the", "of", "灯塔", "港", "七十二", "和", ",", ";", "，", "、", " ", " ", " ",
    ];

    private static readonly Gen<string> Text =
        Gen.Int[0, Pieces.Length - 1].Array[1, 30].Select(indexes => string.Join(' ', string.Concat(indexes.Select(index => Pieces[index])).Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static readonly Gen<string> Language = Gen.Int[0, DraftingConventions.All.Length - 1].Select(index => DraftingConventions.All[index].Language);

    [Fact]
    public void No_edit_begins_or_ends_inside_a_word_a_number_a_symbol_or_a_date() =>
        Gen.Select(Text, Text, Language).Sample(
            (old, @new, language) =>
            {
                var change = Compare(Numbered("Notes " + old), Numbered("Notes " + @new), language).Changes[0];
                AssertCuts(change, EditOperation.Delete, language);
                AssertCuts(change, EditOperation.Insert, language);
            },
            iter: 20_000);

    private static void AssertCuts(Change change, EditOperation own, string language)
    {
        var edits = change.Edits.Where(edit => edit.Operation == EditOperation.Equal || edit.Operation == own).ToArray();
        var tokens = new Vocabulary(DraftingConventions.For(language)).Tokenize(string.Concat(edits.Select(edit => edit.Text)));
        var at = 0;
        foreach (var edit in edits)
        {
            at += edit.Text.Length;
            Assert.DoesNotContain(tokens, token => token.Start < at && at < token.End);
        }
    }
}
