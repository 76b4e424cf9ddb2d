using System.Collections.Immutable;
using CsCheck;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>What is written into a paragraph's file and into an outline is read back.</summary>
public sealed class StoredFilesTests
{
    private static readonly Gen<string> Ids = Generate.Among<char>([.. "0123456789abcdefghjkmnpqrstvwxyz"]).Array[8].Select(digits => new string(digits));

    [Fact]
    public void Words_and_marks_come_back()
    {
        var pieces = Generate.Among("[", "^", "[^", "]", "\\", "a", " ", "大", "[^1]", "\\[^");
        Gen.Select(pieces.Array[0, 8], Gen.Int[0, 8].Array[0, 3]).Sample((words, places) =>
        {
            ImmutableArray<Mark> marks = [.. places.Select(place => string.Concat(words.Take(place)).Length).Order().Select(at => new Mark("7", "FN7", at))];
            var text = string.Concat(words);
            var unit = new Unit(0, -1, Section.Operative, "OP1", "1.", text.AsMemory(), marks, default);

            var (read, found) = MarkedText.Parse(MarkedText.Of(unit, new Dictionary<string, string> { ["FN7"] = "k3v9q2aa" }));

            Assert.Equal(text, read);
            Assert.Equal(marks.Select(mark => ("k3v9q2aa", mark.At)), found);
        });
    }

    [Fact]
    public void An_outline_comes_back()
    {
        var line = Gen.Select(Gen.Int[0, 3], Generate.Among("OP1", "OP9(a)(i)", "B.PP3", "FN*", "OP4+"), Ids, Ids.Array[0, 3]);
        line.Array[0, 5].Sample(lines =>
        {
            OutlineLine[] outline = [.. lines.Select(each => new OutlineLine(each.Item1, each.Item2, each.Item3, [.. each.Item4]))];

            var read = OutlineFile.Parse(OutlineFile.Format(outline));

            Assert.Equal(OutlineFile.Format(outline), OutlineFile.Format(read));
            Assert.Equal(outline.Select(each => (each.Depth, each.Label, each.Id)), read.Select(each => (each.Depth, each.Label, each.Id)));
        });
    }

    [Theory]
    [InlineData("OP1")]
    [InlineData("OP1\tshort")]
    [InlineData(" OP1\tk3v9q2aa")]
    [InlineData("OP1\tk3v9q2aa\tk3v9q2ab")]
    [InlineData("\tk3v9q2aa")]
    public void A_line_that_is_none_is_named(string line)
    {
        var exception = Assert.Throws<StoreException>(() => OutlineFile.Parse($"title\tk3v9q2aa\n{line}\n"));

        Assert.Contains("line 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_says_all_that_it_is_made_from()
    {
        var id = ParagraphId.Make("A/1", "A/2", "en", "words", 0);

        Assert.True(ParagraphId.IsValid(id));
        Assert.Equal(id, ParagraphId.Make("A/1", "A/2", "en", "words", 0));
        Assert.Equal(6, new HashSet<string>
        {
            id,
            ParagraphId.Make("A/3", "A/2", "en", "words", 0),
            ParagraphId.Make("A/1", "A/3", "en", "words", 0),
            ParagraphId.Make("A/1", "A/2", "fr", "words", 0),
            ParagraphId.Make("A/1", "A/2", "en", "word", 0),
            ParagraphId.Make("A/1", "A/2", "en", "words", 1),
        }.Count);
    }
}
