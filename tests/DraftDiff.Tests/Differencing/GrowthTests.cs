using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Differencing;

/// <summary>What a match costs, in features looked at: it grows with the text, not with its square.</summary>
public sealed class GrowthTests
{
    [Theory]
    [InlineData("revised")]
    [InlineData("all alike")]
    [InlineData("all different")]
    [InlineData("reversed")]
    [InlineData("reversed and reworded")]
    public void Ten_times_the_text_costs_at_most_twelve_times_as_much(string shape)
    {
        var small = Operations(shape, 240);
        var large = Operations(shape, 2400);

        Assert.InRange(large, 0, Math.Max(12 * small, 12));
    }

    [Fact]
    public void Unchanged_units_cost_no_look_at_their_words() => Assert.Equal(0, Operations("equal", 100));

    private static long Operations(string shape, int count)
    {
        var revision = GeneratedRevision.Make(1, isHan: false, count);
        var texts = revision.OldUnits.Select(unit => unit.Text).ToArray();
        var (old, @new) = shape switch
        {
            "equal" => (revision.OldUnits, revision.OldUnits),
            "revised" => (revision.OldUnits, BareUnits.Numbered(texts
                .Where((_, i) => i % 12 != 0)
                .Select((text, i) => i % 4 == 0 ? $"{text} word{i}" : i % 15 == 0 ? $"word{i} {text[..(text.Length / 2)]}" : text))),
            "all alike" => (BareUnits.Numbered(Enumerable.Repeat(texts[0], count)), BareUnits.Numbered(Enumerable.Repeat(texts[0] + " again", count))),
            "all different" => (revision.OldUnits, GeneratedRevision.Make(2, isHan: false, count).OldUnits),
            "reversed" => (revision.OldUnits, BareUnits.Numbered(texts.Reverse())),
            "reversed and reworded" => (revision.OldUnits, BareUnits.Numbered(texts.Reverse().Select((text, i) => $"{text} word{i}"))),
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
        return Operations(old, @new);
    }

    private static long Operations(ImmutableArray<Unit> old, ImmutableArray<Unit> @new)
    {
        var comparer = new ParagraphComparer(new Vocabulary());
        Match.Of(new Side(old), new Side(@new), comparer);
        return comparer.Operations;
    }
}
