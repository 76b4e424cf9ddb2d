using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Benchmarks;

/// <summary>
/// How the costs of reading and of matching grow with the length of a draft: medians of runs in one process, for the
/// length of the seed and ten and a hundred times that. A cost that grows with the text, not with its square, stays
/// near 10 for each factor of 10; more than 12 is a fault. Prints, and leaves the judgement to who reads.
/// </summary>
internal static class Growth
{
    private static readonly int[] Lengths = [1, 10, 100];
    private static readonly int Columns = (Lengths.Length * 2) - 1;

    /// <summary>Measures and prints a table.</summary>
    public static void Measure(TextWriter output)
    {
        var pairs = Lengths.Select(DraftPair.OfLength).ToArray();
        var trees = pairs.Select(pair => (Old: DraftPair.Read(pair.Old), New: DraftPair.Read(pair.New))).ToArray();
        var summaries = trees.Select(pair => DraftComparison.Compare(pair.Old, pair.New).Script.Summary).ToArray();

        WriteRow(output, "", Lengths.Select(times => $"{times}x"), ["10x/1x", "100x/10x"]);
        output.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", Lengths.Length * 2))}");
        WriteRow(output, "bytes of both", pairs.Select(pair => Number(pair.Old.Length + pair.New.Length)), []);
        WriteRow(output, "code units", trees.Select(pair => Number(pair.Old.Source.Length)), []);
        WriteRow(output, "units", trees.Select(pair => Number(pair.Old.Units.Length)), []);
        WriteRow(output, "diagnostics", trees.Select(pair => Number(pair.Old.Diagnostics.Length)), []);
        WriteRow(output, "changed units", summaries.Select(summary => Number(Changed(summary))), []);
        TimeSpan[] reading = [.. pairs.Select(pair => Timing.Median(() => DraftPair.Read(pair.Old)))];
        WriteTimes(output, "reading one", reading);
        WriteRow(output, "reading, a second", pairs.Zip(reading, (pair, time) => Mega(pair.Old.Length / time.TotalSeconds)), []);
        WriteTimes(output, "matching and edit script", [.. trees.Select(pair => Timing.Median(() => DraftComparison.Compare(pair.Old, pair.New)))]);
        WriteTimes(output, "reading both, matching, edit script", [.. pairs.Select(pair => Timing.Median(() => Compare(pair)))]);
        WriteRow(output, "allocated for all of it", pairs.Select(pair => Mega(Allocated(() => Compare(pair)))), []);
        WriteMatching(output, "matching the same", trees, static units => (units, units));
        WriteMatching(output, "matching the reverse", trees, static units => (units, Rewrite(units, static (units, i) => units[^(i + 1)].Text)));
        WriteMatching(output, "matching what shares nothing", trees, static units => (units, Rewrite(units, static (units, i) => Strange(units[i].Text))));
        WriteMatching(output, "matching paragraphs that are all alike", trees, static units => (
            Rewrite(units, static (units, _) => Longest(units)), Rewrite(units, static (units, _) => Longest(units)[1..])));
    }

    private static void WriteMatching(
        TextWriter output, string name, (DraftTree Old, DraftTree New)[] trees, Func<ImmutableArray<Unit>, (ImmutableArray<Unit> Old, ImmutableArray<Unit> New)> pair)
    {
        var pairs = trees.Select(tree => pair(tree.Old.Units)).ToArray();
        var conventions = DraftingConventions.For(trees[0].Old.Language);
        WriteTimes(output, name, [.. pairs.Select(pair => Timing.Median(() => EditScript.Compute(pair.Old, pair.New, conventions)))]);
    }

    private static ImmutableArray<Unit> Rewrite(ImmutableArray<Unit> units, Func<ImmutableArray<Unit>, int, string> words) =>
        [.. units.Select((unit, i) => new Unit(i, -1, Section.Operative, $"OP{i + 1}", $"{i + 1}.", words(units, i).AsMemory(), [], default))];

    // The longest of the first ones, whose number is that of the shortest draft at least.
    private static string Longest(ImmutableArray<Unit> units) => units.Take(60).MaxBy(unit => unit.Words.Length)!.Text;

    // Other Han characters in the place of each.
    private static string Strange(string text) => string.Concat(text.Select(c => c is >= '\u4E00' and < '\u9000' ? (char)('\u4E00' + ((c - '\u4E00' + 977) % 0x4200)) : c));

    private static int Changed(EditSummary summary) =>
        summary.Modified + summary.Inserted + summary.Deleted + summary.Split + summary.Merged;

    private static void WriteTimes(TextWriter output, string name, TimeSpan[] medians) => WriteRow(
        output,
        name,
        medians.Select(median => string.Create(CultureInfo.InvariantCulture, $"{median.TotalMilliseconds:N3} ms")),
        medians.Zip(medians.Skip(1), (shorter, longer) => string.Create(CultureInfo.InvariantCulture, $"{longer / shorter:N1}")));

    private static void WriteRow(TextWriter output, string name, IEnumerable<string> values, IEnumerable<string> ratios) =>
        output.WriteLine($"| {name} | {string.Join(" | ", values.Concat(ratios).Concat(Enumerable.Repeat("", Columns)).Take(Columns))} |");

    private static DraftComparison Compare(DraftPair pair) => DraftComparison.Compare(DraftPair.Read(pair.Old), DraftPair.Read(pair.New));

    private static long Allocated(Func<DraftComparison> action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Mega(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
