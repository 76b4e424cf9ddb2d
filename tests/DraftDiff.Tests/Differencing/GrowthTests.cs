using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// What a comparison costs, in characters, pairs, features and tokens looked at: it grows with the text, not with its square.
/// </summary>
public sealed class GrowthTests
{
    [Theory]
    [InlineData("revised")]
    [InlineData("all alike")]
    [InlineData("all different")]
    [InlineData("reversed")]
    [InlineData("reversed and reworded")]
    [InlineData("repeated notes")]
    [InlineData("one paragraph against many")]
    [InlineData("one paragraph reworded")]
    [InlineData("one paragraph of few words")]
    [InlineData("one paragraph of figures and marks")]
    public void Ten_times_the_text_costs_at_most_twelve_times_as_much(string shape)
    {
        var small = Operations(shape, 240);
        var large = Operations(shape, 2400);

        Assert.InRange(large, 0, Math.Max(12 * small, 12));
    }

    [Fact]
    public void Unchanged_units_cost_no_look_at_their_words()
    {
        var units = GeneratedRevision.Make(1, isHan: false, 100).OldUnits;

        // Each character is read once, each pair looked at a few times.
        Assert.InRange(Operations(units, units), 0, (2 * units.Sum(unit => unit.Text.Length)) + (40 * units.Length));
    }

    private static long Operations(string shape, int count)
    {
        var revision = GeneratedRevision.Make(1, isHan: false, count);
        var texts = revision.OldUnits.Select(unit => unit.Text).ToArray();
        var revised = texts
            .Where((_, i) => i % 12 != 0)
            .Select((text, i) => i % 4 == 0 ? $"{text} word{i}" : i % 15 == 0 ? $"word{i} {text[..(text.Length / 2)]}" : text)
            .ToArray();
        var (old, @new) = shape switch
        {
            "revised" => (revision.OldUnits, BareUnits.Numbered(revised)),
            "all alike" => (BareUnits.Numbered(Enumerable.Repeat(texts[0], count)), BareUnits.Numbered(Enumerable.Repeat(texts[0] + " again", count))),
            "all different" => (revision.OldUnits, GeneratedRevision.Make(2, isHan: false, count).OldUnits),
            "reversed" => (revision.OldUnits, BareUnits.Numbered(texts.Reverse())),
            "reversed and reworded" => (revision.OldUnits, BareUnits.Numbered(texts.Reverse().Select((text, i) => $"{text} word{i}"))),
            "repeated notes" => (WithNotes(texts), WithNotes(revised)),
            "one paragraph against many" => (BareUnits.Numbered(string.Join(' ', texts)), revision.OldUnits),
            "one paragraph reworded" => (BareUnits.Numbered(string.Join(' ', texts)), BareUnits.Numbered(string.Join(' ', revised))),
            "one paragraph of few words" => (
                BareUnits.Numbered("start " + string.Join(' ', texts.Select((_, i) => $"w{i % 7}"))),
                BareUnits.Numbered("begin " + string.Join(' ', texts.Select((_, i) => $"w{i % 5}")))),
            "one paragraph of figures and marks" => (
                BareUnits.Doc("OP1: start " + string.Concat(texts.Select((_, i) => $"see paragraph {i}[^{i}] and then {i % 7} "))),
                BareUnits.Doc("OP1: begin " + string.Concat(texts.Select((_, i) => $"see paragraph {i + (i % 2)}[^{i}] and so {i % 5} ")))),
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
        return Operations(old, @new);
    }

    private static ImmutableArray<Unit> WithNotes(string[] texts) => BareUnits.Doc(
    [
        .. texts.Select((text, i) => $"OP{i + 1}: {text}[^{i + 1}]"),
        .. texts.Select((text, i) => i % 3 == 0 ? $"FN{i + 1}: See {text[^12..]}." : $"FN{i + 1}: Ibid."),
    ]);

    private static long Operations(ImmutableArray<Unit> old, ImmutableArray<Unit> @new)
    {
        var cost = new Cost();
        EditScript.Compute(old, @new, DraftingConventions.For("en"), [], cost);
        return cost.Operations;
    }
}
