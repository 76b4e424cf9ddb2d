using Xunit;
using Xunit.Abstractions;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// Pairs of successive resolutions that were aligned by hand, in the folder that DRAFTDIFF_GOLD names: for each pair the
/// relations of all units, for each resolution its units.
/// </summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Units_pair_as_a_reader_pairs_them()
    {
        var folder = Environment.GetEnvironmentVariable("DRAFTDIFF_GOLD");
        Skip.If(folder is null, "DRAFTDIFF_GOLD names no folder of alignments.");

        var figures = new List<double>();
        foreach (var file in Directory.GetFiles(folder, "*--*.tsv").Order(StringComparer.Ordinal))
        {
            var names = Path.GetFileNameWithoutExtension(file).Split("--");
            var script = BareUnits.Compare(
                BareUnits.Doc(Units(Path.Combine(folder, names[0]))), BareUnits.Doc(Units(Path.Combine(folder, names[1]))));
            var found = script.Changes.Select(change => new Relation(
                string.Join('+', change.Old.Select(unit => unit.Label)), string.Join('+', change.New.Select(unit => unit.Label)))).ToHashSet();
            var truth = BestReading(File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).ToList(), found);

            figures.Add(PairF1(truth, found));
            output.WriteLine(FormattableString.Invariant($"{figures[^1]:F4} {names[0]} {names[1]}"));
            output.WriteLine($"  missing {string.Join(' ', truth.Except(found))} extra {string.Join(' ', found.Except(truth))}");
        }

        Assert.All(figures, figure => Assert.InRange(figure, 0.94, 1));
        Assert.InRange(figures.Average(), 0.97, 1);
    }

    private static IEnumerable<string> Units(string path) =>
        File.ReadLines(path + ".units.tsv").Skip(1).Select(line => line.Replace("\t", ": ", StringComparison.Ordinal));

    private static double PairF1(HashSet<Relation> truth, HashSet<Relation> found) =>
        2.0 * truth.Intersect(found).Count() / (truth.Count + found.Count);

    // Some rows name other readings that are as good; the one that fits best counts.
    private static HashSet<Relation> BestReading(List<string[]> rows, HashSet<Relation> found)
    {
        var best = rows.Select(row => new Relation(row[0], row[1])).ToHashSet();
        foreach (var reading in rows.Where(row => row.Length > 5 && row[5].Length > 0).SelectMany(row => row[5].Split('|')))
        {
            var relations = reading.Split(';').Select(text => text.Split('>')).Select(sides => new Relation(sides[0], sides[1])).ToList();
            var other = best.Where(relation => !relations.Any(relation.SharesUnit)).Concat(relations).ToHashSet();
            best = PairF1(other, found) > PairF1(best, found) ? other : best;
        }

        return best;
    }

    private readonly record struct Relation(string Old, string New)
    {
        public bool SharesUnit(Relation other) => Share(Old, other.Old) || Share(New, other.New);

        public override string ToString() => $"{Old}>{New}";

        private static bool Share(string a, string b) => a.Length > 0 && a.Split('+').Intersect(b.Split('+')).Any();
    }
}
