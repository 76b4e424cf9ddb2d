using System.ComponentModel;
using System.Diagnostics;

namespace DraftDiff.Benchmarks;

/// <summary>A program that was run to its end.</summary>
/// <param name="Time">From its start to its end.</param>
/// <param name="PeakMemory">The most memory it was seen to hold, in bytes; looked at every few milliseconds where asked, else 0.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record ToolRun(TimeSpan Time, long PeakMemory, string Output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a program, which has to succeed.</summary>
    public static ToolRun Of(string program, params string[] arguments) => Of(program, watchMemory: false, arguments);

    /// <summary>Runs a program, which has to succeed.</summary>
    public static ToolRun Of(string program, bool watchMemory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (watchMemory && !process.WaitForExit(Pause))
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        process.WaitForExit();
        var time = Stopwatch.GetElapsedTime(begun);
        return process.ExitCode == 0
            ? new ToolRun(time, peak, output.Result)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has just ended.
            return 0;
        }
    }
}
