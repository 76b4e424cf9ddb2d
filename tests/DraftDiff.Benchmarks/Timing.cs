using System.Diagnostics;

namespace DraftDiff.Benchmarks;

/// <summary>How long an action takes, warm, in this process.</summary>
internal static class Timing
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(3);
    private const int FewestRuns = 7;

    /// <summary>The median of as many runs as three seconds hold, and seven at least, after three seconds of warming up.</summary>
    public static TimeSpan Median(Action action)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            action();
        }

        GC.Collect();
        var runs = new List<TimeSpan>();
        for (var start = Stopwatch.GetTimestamp(); runs.Count < FewestRuns || Stopwatch.GetElapsedTime(start) < Measuring;)
        {
            var run = Stopwatch.GetTimestamp();
            action();
            runs.Add(Stopwatch.GetElapsedTime(run));
        }

        runs.Sort();
        return runs[runs.Count / 2];
    }
}
