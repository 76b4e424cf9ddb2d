using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// Which units of one text became which of another, as a person found by reading both: a table whose rows name old and
/// new labels, joined by <c>+</c> in a split or merge, and other readings that are as good.
/// </summary>
internal sealed class Alignment
{
    private readonly ImmutableHashSet<LabelRelation> _relations;
    private readonly ImmutableArray<ImmutableArray<LabelRelation>> _readings;

    private Alignment(string oldName, string newName, IEnumerable<Dictionary<string, string>> rows)
    {
        OldName = oldName;
        NewName = newName;
        _relations = [.. rows.Select(row => new LabelRelation(row["old"], row["new"]))];
        _readings = [.. rows.SelectMany(row => row["alt"].Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(ParseReading)];
    }

    /// <summary>The name of the old text, without its ending.</summary>
    public string OldName { get; }

    /// <summary>The name of the new text, without its ending.</summary>
    public string NewName { get; }

    /// <summary>All tables of a folder, which are called <c>OLD--NEW.tsv</c>.</summary>
    public static ImmutableArray<Alignment> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*--*.tsv").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>True for a unit that alignments name: a paragraph, a subparagraph or a heading.</summary>
    public static bool Names(Unit unit) => unit.Section is Section.Preamble or Section.Operative or Section.Heading;

    /// <summary>The relations of the reading that fits what was found best.</summary>
    public ImmutableHashSet<LabelRelation> BestReading(IReadOnlySet<LabelRelation> found)
    {
        var best = _relations;
        foreach (var reading in _readings)
        {
            var other = best.Where(relation => !reading.Any(relation.SharesUnit)).Concat(reading).ToImmutableHashSet();
            best = LabelRelation.F1(other, found) > LabelRelation.F1(best, found) ? other : best;
        }

        return best;
    }

    private static Alignment Read(string file)
    {
        var names = Path.GetFileNameWithoutExtension(file).Split("--");
        var lines = File.ReadAllText(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split('\t');
        var rows = lines.Skip(1).Select(line => columns.Zip(line.Split('\t').Concat(Enumerable.Repeat("", columns.Length))).ToDictionary());
        return new Alignment(names[0], names[1], rows);
    }

    private static ImmutableArray<LabelRelation> ParseReading(string text) =>
        [.. text.Split(';').Select(relation => relation.Split('>')).Select(sides => new LabelRelation(sides[0], sides[1]))];
}

/// <summary>Units that belong together, by their labels: <c>OP3+OP4</c> and <c>OP3</c>; a side is empty for what was inserted or deleted.</summary>
internal readonly record struct LabelRelation(string Old, string New)
{
    /// <summary>What a change relates.</summary>
    public static LabelRelation Of(Change change) => Of(change.Old, change.New);

    /// <summary>What relates some old units to some new ones, in whatever order they are given.</summary>
    public static LabelRelation Of(IEnumerable<Unit> oldUnits, IEnumerable<Unit> newUnits) => new(Join(oldUnits), Join(newUnits));

    /// <summary>The harmonic mean of precision and recall: twice the relations that both have over those of each.</summary>
    public static double F1(IReadOnlySet<LabelRelation> truth, IReadOnlySet<LabelRelation> found) =>
        truth.Count + found.Count == 0 ? 1 : 2.0 * truth.Count(found.Contains) / (truth.Count + found.Count);

    /// <summary>True where both name a unit of one side.</summary>
    public bool SharesUnit(LabelRelation other) => Share(Old, other.Old) || Share(New, other.New);

    public override string ToString() => $"{Old}>{New}";

    private static string Join(IEnumerable<Unit> units) => string.Join('+', units.OrderBy(unit => unit.Index).Select(unit => unit.Label));

    private static bool Share(string a, string b) => a.Length > 0 && a.Split('+').Intersect(b.Split('+')).Any();
}
