using System.Collections.Immutable;
using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class RedlineTests
{
    private static readonly Gen<string> Words =
        Gen.OneOf("Requests", "report", "大会", "，", "5").Array[1, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<ImmutableArray<WordEdit>> Edits =
        Gen.Select(Gen.Enum<EditOperation>(), Gen.OneOf(" the", "report ", " of ", "决议", "；", " "))
            .Select((operation, text) => new WordEdit(operation, text))
            .Array[1, 8]
            .Select(edits => edits.ToImmutableArray());

    [Theory]
    [InlineData("Requests [-the old -]{+a new +}report", "Requests [-the old-]{+a new+} report")]
    [InlineData("Requests[- the-] report", "Requests [-the-] report")]
    [InlineData("Requests the report{+ and more+}", "Requests the report {+and more+}")]
    [InlineData("a{+ +}b", "a{+ +}b")]
    [InlineData("决议[-草案-]{+，+}", "决议[-草案-]{+，+}")]
    public void Spaces_at_the_ends_of_edits_stand_outside_of_them(string edits, string drawn)
    {
        var old = new DraftSketch("old").Operative(1, "old");
        var change = new ComparisonSketch(old, old).Reworded("OP1", "OP1", edits).ToComparison().Script.Changes[0];

        Assert.Equal(drawn, Draw(Assert.Single(Redline.PartsOf(change))));
    }

    [Fact]
    public void The_parts_of_a_split_are_the_new_paragraphs()
    {
        var split = Samples.English().Script.Changes.Single(change => change.Kind == ChangeKind.Split);

        Assert.Equal(
            split.New.Select(unit => (unit.Label, unit.Text)),
            Redline.PartsOf(split, RedlineSide.New).Select(part => (part.Label!, Join(part.Edits))));
        Assert.Equal(split.Old[0].Text, Join(Assert.Single(Redline.PartsOf(split, RedlineSide.Old)).Edits));
    }

    [Fact]
    public void The_parts_of_a_merger_are_the_old_paragraphs()
    {
        var merger = Samples.English().Script.Changes.Single(change => change.Kind == ChangeKind.Merged);

        Assert.Equal(
            merger.Old.Select(unit => ($"old {unit.Label}", unit.Text)),
            Redline.PartsOf(merger, RedlineSide.Old).Select(part => (part.Label!, Join(part.Edits))));
        Assert.Equal(merger.New[0].Text, Join(Assert.Single(Redline.PartsOf(merger, RedlineSide.New)).Edits));
    }

    [Fact]
    public void Each_side_of_a_redline_is_the_text_of_that_document() =>
        Edits.Sample(edits =>
        {
            var (old, @new) = (TextOf(edits, EditOperation.Delete), TextOf(edits, EditOperation.Insert));
            var change = ChangeOf(ChangeKind.Modified, [old], [@new], edits);

            // The words of a unit neither begin nor end with a space, so those of made-up edits there do not count.
            Assert.Equal(old.Trim(' '), JoinParts(change, RedlineSide.Old).Trim(' '));
            Assert.Equal(@new.Trim(' '), JoinParts(change, RedlineSide.New).Trim(' '));
        });

    [Fact]
    public void However_a_paragraph_is_split_each_part_has_its_words() =>
        Gen.Select(Words.Array[2, 4], Gen.Bool, Gen.Int[0, 30]).Sample((paragraphs, isJoinedBySpace, cut) =>
        {
            var joined = string.Join(isJoinedBySpace ? " " : "", paragraphs);
            cut = Math.Min(cut, joined.Length - 1);
            ImmutableArray<WordEdit> edits =
            [
                new(EditOperation.Delete, "Old words"),
                .. cut == 0 ? ImmutableArray<WordEdit>.Empty : [new WordEdit(EditOperation.Insert, joined[..cut])],
                new(EditOperation.Equal, joined[cut..]),
            ];
            var change = ChangeOf(ChangeKind.Split, ["Old words" + joined[cut..]], paragraphs, edits);

            Assert.Equal(paragraphs, Redline.PartsOf(change, RedlineSide.New).Select(part => Join(part.Edits)));
        });

    private static Change ChangeOf(ChangeKind kind, string[] old, string[] @new, ImmutableArray<WordEdit> edits) =>
        new(kind, false, false, null, UnitsOf(old), UnitsOf(@new), edits, [], null);

    private static ImmutableArray<Unit> UnitsOf(string[] texts) =>
        [.. texts.Select((text, index) => new Unit(index, -1, Section.Operative, $"OP{index + 1}", null, text.AsMemory(), [], default(TextSpan)))];

    private static string TextOf(ImmutableArray<WordEdit> edits, EditOperation own) =>
        string.Concat(edits.Where(edit => edit.Operation == EditOperation.Equal || edit.Operation == own).Select(edit => edit.Text));

    private static string JoinParts(Change change, RedlineSide side) => Join(Assert.Single(Redline.PartsOf(change, side)).Edits);

    private static string Join(ImmutableArray<WordEdit> edits) => string.Concat(edits.Select(edit => edit.Text));

    private static string Draw(RedlinePart part) => string.Concat(part.Edits.Select(edit => edit.Operation switch
    {
        EditOperation.Delete => $"[-{edit.Text}-]",
        EditOperation.Insert => $"{{+{edit.Text}+}}",
        _ => edit.Text,
    }));
}
