using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using Xunit;

namespace DraftDiff.Tests.Differencing;

/// <summary>Bags of features beside multisets that count everything.</summary>
public sealed class FeatureRestTests
{
    private static readonly Gen<string> Words = Gen.Int[0, 5].Array[0, 40].Select(words => string.Join(' ', words.Select(word => $"w{word}")));

    [Fact]
    public void What_two_bags_share_weighs_what_each_shared_feature_weighs_as_often_as_both_have_it() =>
        Gen.Select(Words, Words).Sample((one, other) =>
        {
            var comparer = Read([one, other], out var profiles);

            Assert.Equal(
                Weight(Shared(Features(profiles[0]), Features(profiles[1])), comparer),
                comparer.Common(profiles[0].Features, profiles[1].Features),
                1e-9);
        });

    [Fact]
    public void A_rest_is_what_no_part_has_taken() =>
        Gen.Select(Words, Words.Array[1, 5]).Sample((whole, parts) =>
        {
            var comparer = Read([whole, .. parts], out var profiles);
            var rest = new FeatureRest(profiles[0].Features, comparer);
            var left = Features(profiles[0]);
            foreach (var part in profiles[1..])
            {
                var taken = Shared(left, Features(part));
                Assert.Equal(Weight(taken, comparer), rest.Common(part.Features), 1e-9);

                rest.Take(part.Features);
                taken.ForEach(feature => left.Remove(feature));
                Assert.Equal(Weight(left, comparer), rest.Weight, 1e-9);
            }
        });

    private static ParagraphComparer Read(string[] texts, out List<Profile> profiles)
    {
        var comparer = new ParagraphComparer(new Vocabulary(DraftingConventions.For("en")), texts.Sum(text => text.Length), new Cost());
        profiles = [.. texts.Select(text => comparer.Read(text))];
        comparer.Weigh();
        return comparer;
    }

    private static List<int> Features(Profile profile) => [.. profile.Features.Features];

    private static List<int> Shared(List<int> one, List<int> other)
    {
        var waiting = new List<int>(other);
        return one.FindAll(waiting.Remove);
    }

    private static double Weight(List<int> features, ParagraphComparer comparer) => features.Sum(comparer.WeightOf);
}
