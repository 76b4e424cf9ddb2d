using System.Globalization;
using System.Text.Json;

namespace DraftDiff.Benchmarks;

/// <summary>
/// The published program as a whole process beside other tools, each after the other in one run, medians; how its costs
/// grow from the length of the seed to a thousand times that; and what redlines take.
/// </summary>
internal sealed class Processes : IDisposable
{
    private const int Runs = 41;
    private const int FewRuns = 11;
    private const int Repetitions = 100;
    private static readonly int[] Lengths = [1, 10, 100, 1000];

    private readonly string _program;
    private readonly string _empty;
    private readonly string _place = Directory.CreateTempSubdirectory("draftdiff-benchmark-").FullName;

    /// <summary>Makes the inputs.</summary>
    /// <param name="program">The published program.</param>
    public Processes(string program)
    {
        _program = Path.GetFullPath(program);
        _empty = EmptyProgram.Publish(_place);
        foreach (var length in Lengths)
        {
            Write($"{length}x", DraftPair.OfLength(length));
        }

        Write("repeated", DraftPair.Repeating(Repetitions));
    }

    /// <summary>The tools that are run, with their versions.</summary>
    public string Versions() => string.Join(", ", ((string[])[_program, "git", "wdiff", "dwdiff"]).Select(tool => ToolRun.Of(tool, "--version").Output.Split('\n')[0].Trim()));

    /// <summary>A table of comparisons beside other tools.</summary>
    public void MeasureComparisons(TextWriter output)
    {
        CheckSummary(Repetitions);
        output.WriteLine("| whole process | DraftDiff | git | times git | wdiff | dwdiff |");
        output.WriteLine("|---|---|---|---|---|---|");
        var starts = Interleaved(Runs, () => Spawn.Time(_empty, [], 0), () => Spawn.Time(_program, ["--version"], 0), () => Spawn.Time("git", ["--version"], 0));
        output.WriteLine($"| an empty native program | {Milli(starts[0])} | | | | |");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `--version` | {Milli(starts[1])} | {Milli(starts[2])} | {starts[1] / starts[2]:N1} | | |"));
        Row("the seed and a revision", "1x", Runs);
        Row("100 times as long, all paragraphs distinct", "100x", FewRuns);
        Row("the same paragraphs 100 times", "repeated", FewRuns);

        void Row(string what, string name, int runs)
        {
            var (old, @new) = (Old(name), New(name));
            var medians = Interleaved(
                runs,
                () => Spawn.Time(_program, ["diff", old, @new], 0),
                () => Spawn.Time("git", ["diff", "--no-index", "--word-diff", old, @new], 1),
                () => Spawn.Time("wdiff", [old, @new], 1),
                () => Spawn.Time("dwdiff", [old, @new], 1));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {Milli(medians[0])} | {Milli(medians[1])} | {medians[0] / medians[1]:N1} | {Milli(medians[2])} | {Milli(medians[3])} |"));
        }
    }

    /// <summary>A table of how time and memory grow with the length of the texts.</summary>
    public void MeasureGrowth(TextWriter output)
    {
        output.WriteLine("| times the seed | both files | `diff` | of a tenth of the text | peak memory | above an empty program's, of both files |");
        output.WriteLine("|---|---|---|---|---|---|");
        var least = EmptyProgram.PeakOf(_empty);
        TimeSpan? shorter = null;
        foreach (var length in Lengths)
        {
            CheckSummary(length);
            string[] arguments = ["diff", Old($"{length}x"), New($"{length}x")];
            var time = Interleaved(FewRuns, () => Spawn.Time(_program, arguments, 0))[0];
            var size = new FileInfo(arguments[1]).Length + new FileInfo(arguments[2]).Length;
            var peak = PeakOf(_program, arguments);
            var (held, share) = peak == 0 ? ("", "") : (Mega(peak), string.Create(CultureInfo.InvariantCulture, $"{(double)(peak - least) / size:N1}"));
            var growth = shorter is { } before ? string.Create(CultureInfo.InvariantCulture, $"{time / before:N1}") : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {length:N0} | {Mega(size)} | {Milli(time)} | {growth} | {held} | {share} |"));
            shorter = time;
        }
    }

    /// <summary>A table of what redlines take.</summary>
    public void MeasureRedlines(TextWriter output)
    {
        output.WriteLine("| `redline` | the seed and a revision | 100 times as long |");
        output.WriteLine("|---|---|---|");
        foreach (var ending in (string[])["html", "docx", "md", "json"])
        {
            var target = Path.Combine(_place, $"redline.{ending}");
            var times = ((string[])["1x", "100x"]).Select(name => Interleaved(FewRuns, () => Spawn.Time(_program, ["redline", Old(name), New(name), "-o", target], 0))[0]);
            output.WriteLine($"| `-o redline.{ending}` | {string.Join(" | ", times.Select(Milli))} |");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_place, recursive: true);

    private static TimeSpan[] Interleaved(int runs, params Func<TimeSpan>[] actions)
    {
        var times = actions.Select(_ => new List<TimeSpan>()).ToArray();

        // The first run of each is not counted.
        for (var run = 0; run <= runs; run++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var time = actions[i]();
                if (run > 0)
                {
                    times[i].Add(time);
                }
            }
        }

        return [.. times.Select(each => each.Order().ElementAt(each.Count / 2))];
    }

    // The largest of some runs, as the memory of a process is looked at now and then; 0 where it was over before.
    private static long PeakOf(string program, params string[] arguments) => Enumerable.Range(0, 5).Max(_ => ToolRun.Of(program, watchMemory: true, arguments).PeakMemory);

    // A draft that is read or matched wrongly takes another time.
    private void CheckSummary(int times)
    {
        var name = $"{times}x";
        using var json = JsonDocument.Parse(ToolRun.Of(_program, "diff", Old(name), New(name), "--format", "json").Output);
        var summary = json.RootElement.GetProperty("summary");
        var expected = DraftPair.EditsOf(times);
        foreach (var (what, count) in ((string, int)[])[("inserted", expected.Inserted), ("deleted", expected.Deleted), ("moved", expected.Moved), ("modified", expected.Reworded)])
        {
            var found = summary.GetProperty(what).GetInt32();

            // Footnotes go with their paragraphs, one with seven, and a paragraph may be reworded by nothing that is seen.
            if (Math.Abs(found - count) > count / 6)
            {
                throw new InvalidOperationException($"The comparison of {name} is wrong: {found} {what} instead of {count}.");
            }
        }
    }

    private string Old(string name) => Path.Combine(_place, $"{name}.old.txt");

    private string New(string name) => Path.Combine(_place, $"{name}.new.txt");

    private void Write(string name, DraftPair pair)
    {
        File.WriteAllBytes(Old(name), pair.Old);
        File.WriteAllBytes(New(name), pair.New);
    }

    private static string Milli(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N1} ms");

    private static string Mega(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");
}
