using System.Collections.Immutable;
using System.Globalization;

namespace DraftDiff.Benchmarks;

/// <summary>
/// How well DraftDiff and other matchers pair the units of texts that people aligned: the pair F1 in the reading that fits
/// best, and the time from units to pairs. All get the same units, and one is measured beside the other in one process.
/// DraftDiff is tested on these same alignments, and the limit of one matcher was chosen by them; both figures flatter.
/// </summary>
internal static class Accuracy
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(1);

    /// <summary>Measures all matchers and prints a table in Markdown.</summary>
    /// <param name="folders">
    /// One of alignments with the units of their texts, and one of the texts that the alignments of the tests name. What
    /// is not given is where the tests find it, or left out.
    /// </param>
    /// <param name="output">Where the table goes.</param>
    public static void Measure(IReadOnlyList<string> folders, TextWriter output)
    {
        var gold = (folders.ElementAtOrDefault(0) ?? FolderOf("DRAFTDIFF_GOLD")) is { } goldFolder ? AlignedTexts.WithUnits(goldFolder) : [];
        var own = (folders.ElementAtOrDefault(1) ?? FolderOf("DRAFTDIFF_CORPUS", "series")) is { } series ? AlignedTexts.OfTests(series) : [];

        // Else the first texts would be measured before the run-time compiler knows which code is worth its while.
        foreach (var matcher in Matcher.All)
        {
            Timing.Median(() => MatchAll(matcher, [.. gold, .. own]), WarmUp);
        }

        WriteRow(output, "", "units", Matcher.All.SelectMany(matcher => (string[])[matcher.Name, "ms"]));
        WriteRow(output, "---", "---", Matcher.All.SelectMany(_ => (string[])["---:", "---:"]));
        var goldFigures = WriteTexts(output, gold);
        var ownFigures = WriteTexts(output, own);
        WriteAverage(output, "average, gold folder", goldFigures);
        WriteAverage(output, "average, own alignments", ownFigures);
    }

    private static string? FolderOf(string variable, string below = "") =>
        Environment.GetEnvironmentVariable(variable) is { } folder ? Path.Combine(folder, below) : null;

    private static void MatchAll(Matcher matcher, ImmutableArray<AlignedTexts> texts)
    {
        foreach (var pair in texts)
        {
            matcher.Match(pair.Old, pair.New);
        }
    }

    private static List<Figure[]> WriteTexts(TextWriter output, ImmutableArray<AlignedTexts> texts)
    {
        var figures = new List<Figure[]>();
        foreach (var pair in texts)
        {
            figures.Add([.. Matcher.All.Select(matcher => new Figure(
                pair.F1(matcher.Match(pair.Old, pair.New)),
                Timing.Median(() => matcher.Match(pair.Old, pair.New), Measuring).TotalMilliseconds))]);
            WriteRow(
                output,
                $"{pair.Alignment.OldName} → {pair.Alignment.NewName}",
                string.Create(CultureInfo.InvariantCulture, $"{pair.Old.Length} → {pair.New.Length}"),
                figures[^1].SelectMany(figure => figure.Cells));
        }

        return figures;
    }

    private static void WriteAverage(TextWriter output, string name, List<Figure[]> figures)
    {
        if (figures.Count > 0)
        {
            var averages = Matcher.All.Select((_, i) => new Figure(figures.Average(row => row[i].F1), figures.Average(row => row[i].Milliseconds)));
            WriteRow(output, name, "", averages.SelectMany(figure => figure.Cells));
        }
    }

    private static void WriteRow(TextWriter output, string name, string units, IEnumerable<string> cells) =>
        output.WriteLine($"| {name} | {units} | {string.Join(" | ", cells)} |");

    private readonly record struct Figure(double F1, double Milliseconds)
    {
        public string[] Cells =>
        [
            F1.ToString("F3", CultureInfo.InvariantCulture), Milliseconds.ToString("F2", CultureInfo.InvariantCulture),
        ];
    }
}
