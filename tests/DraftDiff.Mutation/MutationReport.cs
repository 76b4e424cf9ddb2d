namespace DraftDiff.Mutation;

/// <summary>What became of each mutant, file by file.</summary>
internal sealed class MutationReport(IReadOnlyDictionary<Mutant, string> verdicts)
{
    /// <summary>The mutants that no test noticed, those that no test came by among them.</summary>
    public IEnumerable<Mutant> Survivors => verdicts.Where(each => !IsKilled(each.Value)).Select(each => each.Key).OrderBy(mutant => mutant.Id);

    public void Print(TextWriter output, bool isSample)
    {
        output.WriteLine("| file | mutants | killed | of these without end | not covered | score |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var file in verdicts.GroupBy(each => each.Key.File).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Row(file.Key, [.. file.Select(each => each.Value)]));
        }

        output.WriteLine(Row("all", [.. verdicts.Values]));
        if (isSample)
        {
            var (low, high) = Interval(verdicts.Values.Count(IsKilled), verdicts.Count);
            output.WriteLine($"A sample; 95 % interval {100 * low:0.0} % to {100 * high:0.0} %");
        }
    }

    private static bool IsKilled(string verdict) => verdict.StartsWith("killed", StringComparison.Ordinal);

    private static string Row(string name, List<string> verdicts)
    {
        var killed = verdicts.Count(IsKilled);
        var endless = verdicts.Count(verdict => verdict.EndsWith("did not end", StringComparison.Ordinal));
        return $"| {name} | {verdicts.Count} | {killed} | {endless} | {verdicts.Count(verdict => verdict == "not covered")} | {100.0 * killed / verdicts.Count:0.0} % |";
    }

    // Wilson's interval of a share.
    private static (double Low, double High) Interval(int killed, int all)
    {
        const double Z = 1.96;
        var share = (double)killed / all;
        var centre = share + Z * Z / (2 * all);
        var spread = Z * Math.Sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        return ((centre - spread) / (1 + Z * Z / all), (centre + spread) / (1 + Z * Z / all));
    }
}
