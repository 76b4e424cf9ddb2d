using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Xunit;
using static DraftDiff.Tests.Differencing.BareUnits;

namespace DraftDiff.Tests.Differencing;

/// <summary>Comparisons of texts in different languages.</summary>
public sealed class StructureMatchTests
{
    private static readonly string[] Languages = ["ar", "en", "es", "fr", "ru"];

    [Fact]
    public void Translations_of_a_draft_have_the_same_structure()
    {
        // The Spanish draft has a paragraph more.
        foreach (var (one, other) in Languages.Except(["es"]).SelectMany(one => Languages.Except(["es", one]).Select(other => (one, other))))
        {
            var comparison = DraftComparison.Compare(Draft($"base.{one}"), Draft($"base.{other}"));

            Assert.False(comparison.ComparesWords);
            Assert.All(comparison.Script.Changes, change => Assert.Equal(ChangeKind.Unchanged, change.Kind));
            Assert.All(comparison.Script.Changes.Where(IsKept), change => Assert.Equal(change.Old[0].Label, change.New[0].Label));
        }
    }

    [Fact]
    public void A_paragraph_that_the_translation_lacks_is_found_by_numbers_and_lengths()
    {
        var script = EditScript.ComputeStructure(
            Doc("PP1: Recalling its resolution 70/1,", "PP2: Noting the fish,", "PP3: Noting with deep concern that the way to the sea is long and that children walk it every day,", "PP4: Recalling its resolution 71/2,"),
            Doc("PP1: Rappelant sa résolution 70/1,", "PP2: Constatant avec une vive préoccupation que le chemin de la mer est long et que des enfants le font chaque jour,", "PP3: Rappelant sa résolution 71/2,"));

        Assert.Equal(["PP1>PP1", "PP2>", "PP3>PP2", "PP4>PP3"], script.Changes.Select(change => LabelRelation.Of(change).ToString()).Order());
    }

    [Fact]
    public void Numbers_say_which_paragraph_is_which_whatever_their_order_their_digits_and_the_length_of_the_words()
    {
        var script = EditScript.ComputeStructure(
            Doc(
                "PP1: Recalling resolution 70/1,",
                "PP2: Noting with deep concern that the way to the sea is long and that children walk it every day,",
                "PP3: Recalling also resolution 72/199, adopted in 2015,"),
            Doc(
                "PP1: إذ تلاحظ الأسماك في البحار،",
                "PP2: وإذ تشير إلى القرار ٧٠/١ الذي لا يزال الأطفال والصيادون والمزارعون في كل البلدان ينتظرون تنفيذه حتى الآن،",
                "PP3: وإذ يساورها القلق لطول الطريق إلى البحر الذي يقطعه الأطفال سيرا على الأقدام كل يوم،",
                "PP4: وإذ تشير أيضا إلى ما اتخذ في عام ٢٠١٥ من قرار هو القرار ٧٢/١٩٩ بشأن كل ما يتعلق بالبحار والأسماك والصيادين،"));

        Assert.Equal([">PP1", "PP1>PP2", "PP2>PP3", "PP3>PP4"], script.Changes.Select(change => LabelRelation.Of(change).ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fields_of_the_masthead_are_matched_by_name_whatever_their_order()
    {
        var script = EditScript.ComputeStructure(
            Doc("session: Seventy-second session", "committee: Second Committee", "date: 22 November 2017", "PP1: Noting the fish,"),
            Doc("date: 22 novembre 2017", "committee: Deuxième Commission", "session: Soixante-douzième session", "PP1: Notant les poissons,"));

        Assert.All(script.Changes, change => Assert.Equal(change.Old[0].Label, change.New[0].Label));
    }

    [Fact]
    public void Every_unit_stands_in_one_change_and_the_way_back_is_the_inverse() =>
        Gen.Select(Gen.Int[0, Languages.Length - 1], Gen.Int[0, Languages.Length - 1]).Where((a, b) => a != b).Sample(
            (a, b) =>
            {
                var (old, @new) = (Draft($"base.{Languages[a]}").Units, Draft($"rev1.{Languages[b]}").Units);
                var script = EditScript.ComputeStructure(old, @new);

                Assert.Equal(Enumerable.Range(0, old.Length), script.Changes.SelectMany(change => change.Old).Select(unit => unit.Index).Order());
                Assert.Equal(Enumerable.Range(0, @new.Length), script.Changes.SelectMany(change => change.New).Select(unit => unit.Index).Order());
                Assert.Equal(
                    script.Changes.Select(change => LabelRelation.Of(change).ToString()).Order(),
                    EditScript.ComputeStructure(@new, old).Invert().Changes.Select(change => LabelRelation.Of(change).ToString()).Order());
            },
            iter: 50);

    private static bool IsKept(Change change) => !change.Old.IsEmpty && !change.New.IsEmpty;

    private static DraftTree Draft(string name) => Fixtures.Parse(Fixtures.PathOf($"fixtures/gardens/{name}.txt"));

    [Fact]
    public void A_script_of_structure_alone_is_not_applied()
    {
        var (old, @new) = (Draft("base.en").Units, Draft("base.fr").Units);

        Assert.Throws<ArgumentException>(() => EditScript.ComputeStructure(old, @new).Apply(old));
        Assert.Throws<ArgumentException>(() => EditScript.ComputeStructure(@new, old).Apply(@new));
    }
}
