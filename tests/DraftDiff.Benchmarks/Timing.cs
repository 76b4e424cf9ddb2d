using System.Diagnostics;

namespace DraftDiff.Benchmarks;

/// <summary>How long an action takes, warm, in this process.</summary>
internal static class Timing
{
    private const int FewestRuns = 7;

    /// <summary>The median of as many runs as three seconds hold, and seven at least, after three seconds of warming up.</summary>
    public static TimeSpan Median(Action action) => Median(action, TimeSpan.FromSeconds(3));

    /// <summary>The median of as many runs as the time holds, and seven at least, after as long a time of warming up.</summary>
    public static TimeSpan Median(Action action, TimeSpan time)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time;)
        {
            action();
        }

        GC.Collect();
        var runs = new List<TimeSpan>();
        for (var start = Stopwatch.GetTimestamp(); runs.Count < FewestRuns || Stopwatch.GetElapsedTime(start) < time;)
        {
            var run = Stopwatch.GetTimestamp();
            action();
            runs.Add(Stopwatch.GetElapsedTime(run));
        }

        runs.Sort();
        return runs[runs.Count / 2];
    }
}
