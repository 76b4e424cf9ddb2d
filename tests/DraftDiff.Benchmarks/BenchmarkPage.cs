using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace DraftDiff.Benchmarks;

/// <summary>The page of all benchmarks: what stands between the marks of its tables is measured and written anew, the rest is left.</summary>
internal static class BenchmarkPage
{
    private const string End = "<!-- end -->";

    /// <summary>Measures everything and renews the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="program">The published program.</param>
    /// <param name="folders">Folders to import.</param>
    public static void Renew(string page, string program, IReadOnlyList<string> folders)
    {
        var content = File.ReadAllText(page);
        using var processes = new Processes(program);
        Table("machine", output => output.WriteLine(Machine(processes)));
        Table("comparisons", processes.MeasureComparisons);
        Table("process growth", processes.MeasureGrowth);
        Table("redlines", processes.MeasureRedlines);
        Table("in process", Growth.Measure);
        Table("reading", Reading.Measure);
        Table("history", output => Repositories.MeasureHistory(program, output));
        if (folders.Count > 0)
        {
            Table("import", output => Repositories.MeasureImports(program, folders, output));
        }

        File.WriteAllText(page, content);

        void Table(string name, Action<TextWriter> measure)
        {
            Console.Error.WriteLine($"{name} …");
            var table = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            measure(table);
            var begin = $"<!-- measured: {name} -->\n";
            var start = content.IndexOf(begin, StringComparison.Ordinal);
            var end = start < 0 ? -1 : content.IndexOf(End, start, StringComparison.Ordinal);
            if (end < 0)
            {
                throw new InvalidOperationException($"{page} has no place for the table {name}.");
            }

            content = string.Concat(content.AsSpan(0, start + begin.Length), table.ToString(), content.AsSpan(end));
        }
    }

    private static string Machine(Processes processes)
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "an unknown processor";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"On {DateTime.UtcNow:d MMMM yyyy}, {Environment.ProcessorCount} cores of {model}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}: {processes.Versions()}.");
        return text.ToString();
    }
}
