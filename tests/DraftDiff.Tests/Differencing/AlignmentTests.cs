using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// Pairs of successive resolutions beside alignments that people made by reading them: those in the folder that
/// DRAFTDIFF_GOLD names, with the words of their units, and those beside this test, which name units of the texts in
/// DRAFTDIFF_CORPUS.
/// </summary>
public sealed class AlignmentTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Units_given_one_by_one_pair_as_a_reader_pairs_them()
    {
        var folder = Environment.GetEnvironmentVariable("DRAFTDIFF_GOLD");
        Skip.If(folder is null, "DRAFTDIFF_GOLD names no folder of alignments.");

        AssertAccurate(Alignment.ReadAll(folder), name => BareUnits.Read(Path.Combine(folder, $"{name}.units.tsv")));
    }

    [SkippableFact]
    public void Texts_pair_as_a_reader_pairs_them()
    {
        var texts = Corpus.Files("series").ToDictionary(file => Path.GetFileNameWithoutExtension(file));

        AssertAccurate(Alignment.ReadAll(Fixtures.PathOf("tests/DraftDiff.Tests/Differencing/Alignments")), name => Fixtures.Parse(texts[name]).Units);
    }

    private void AssertAccurate(ImmutableArray<Alignment> alignments, Func<string, ImmutableArray<Unit>> read)
    {
        var figures = new List<double>();
        foreach (var alignment in alignments)
        {
            var script = BareUnits.Compare(read(alignment.OldName), read(alignment.NewName));
            var found = script.Changes.Where(IsAligned).Select(LabelRelation.Of).ToHashSet();
            var truth = alignment.BestReading(found);
            figures.Add(LabelRelation.F1(truth, found));
            output.WriteLine(FormattableString.Invariant(
                $"{figures[^1]:F4} {alignment.OldName} {alignment.NewName} missing {string.Join(' ', truth.Except(found))} extra {string.Join(' ', found.Except(truth))}"));
        }

        output.WriteLine(FormattableString.Invariant($"{figures.Average():F4} on average of {figures.Count}, {figures.Min():F4} at least"));
        Assert.All(figures, figure => Assert.InRange(figure, 0.94, 1));
        Assert.InRange(figures.Average(), 0.97, 1);
    }

    private static bool IsAligned(Change change) => change.Old.Concat(change.New).All(Alignment.Names);
}
