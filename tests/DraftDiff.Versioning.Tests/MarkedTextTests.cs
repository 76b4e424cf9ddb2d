using System.Collections.Immutable;
using CsCheck;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>What is written into a paragraph's file is read back.</summary>
public sealed class MarkedTextTests
{
    private static readonly Dictionary<string, string> Ids = new() { ["FN7"] = "k3v9q2aa" };

    private static readonly Gen<string> Words =
        Generate.Among("[", "^", "[^", "]", "\\", "\\\\", "a", " ", "大", "[^1]", "\\[^", "\\\\[^", "[^k3v9q2aa]").Array[0, 8].Select(string.Concat);

    [Theory]
    [InlineData("Recalling its resolution,", "Recalling its resolution,")]
    [InlineData("its resolution|,", "its resolution[^k3v9q2aa],")]
    [InlineData("|its||", "[^k3v9q2aa]its[^k3v9q2aa][^k3v9q2aa]")]
    [InlineData("a [b] ^ \\c", "a [b] ^ \\c")]
    [InlineData("a [^1]", "a \\[^1]")]
    [InlineData("a \\[^1]", "a \\\\\\[^1]")]
    [InlineData("a \\\\[^1]", "a \\\\\\\\\\[^1]")]
    [InlineData("a \\|b", "a \\\\[^k3v9q2aa]b")]
    [InlineData("a [|^1]", "a [[^k3v9q2aa]^1]")]
    [InlineData("a \\|[^1]", "a \\\\[^k3v9q2aa]\\[^1]")]
    public void A_mark_stands_in_its_place_and_what_looks_like_one_is_told_from_it(string words, string stored)
    {
        var unit = UnitOf(words, "7", "FN7");

        Assert.Equal(stored, MarkedText.Of(unit, Ids));
        AssertReadBack(unit, "k3v9q2aa");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("FN12")]
    public void A_mark_whose_note_has_no_id_has_its_number(string? note)
    {
        var unit = UnitOf("its resolution|,", "12", note);

        Assert.Equal("its resolution[^12],", MarkedText.Of(unit, Ids));
        AssertReadBack(unit, "12");
    }

    [Fact]
    public void Any_words_and_marks_come_back() =>
        Gen.Select(Words, Gen.Int[0, 40].Array[0, 4]).Sample(
            (words, places) =>
            {
                ImmutableArray<Mark> marks = [.. places.Select(place => Math.Min(place, words.Length)).Order().Select(at => new Mark("7", "FN7", at))];
                AssertReadBack(UnitOf(words, marks), "k3v9q2aa");
            },
            iter: 50_000);

    [Fact]
    public void What_a_person_wrote_into_the_file_is_read_as_it_would_be_stored() =>
        Words.Sample(
            edited =>
            {
                var (words, marks) = MarkedText.Parse(edited);
                var unit = UnitOf(words, [.. marks.Select(mark => new Mark(mark.Name, null, mark.At))]);

                var (again, found) = MarkedText.Parse(MarkedText.Of(unit, Ids));

                Assert.Equal(words, again);
                Assert.Equal(marks, found);
            },
            iter: 50_000);

    private static void AssertReadBack(Unit unit, string name)
    {
        var (words, marks) = MarkedText.Parse(MarkedText.Of(unit, Ids));

        Assert.Equal(unit.Text, words);
        Assert.Equal(unit.Marks.Select(mark => (name, mark.At)), marks);
    }

    /// <summary>A unit with a mark wherever the words have a vertical bar.</summary>
    private static Unit UnitOf(string words, string number, string? note)
    {
        var pieces = words.Split('|');
        return UnitOf(string.Concat(pieces), [.. pieces[..^1].Select((_, i) => new Mark(number, note, pieces[..(i + 1)].Sum(piece => piece.Length)))]);
    }

    private static Unit UnitOf(string words, ImmutableArray<Mark> marks) =>
        new(0, -1, Section.Operative, "OP1", "1.", words.AsMemory(), marks, default);
}
