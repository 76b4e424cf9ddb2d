using System.Diagnostics;

namespace DraftDiff.Packages.Tests;

/// <summary>What a process said and how it ended.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Error);

/// <summary>Runs programs as a person would, with nothing of the environment of the tests but what every program needs.</summary>
internal static class ChildProcess
{
    // Far above what any of them takes.
    private static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(5);

    private static readonly string[] Kept = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "ProgramFiles", "ProgramData"];

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="environment">Its environment beside what is always kept.</param>
    public static ChildResult Run(string program, IEnumerable<string> arguments, string folder, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var name in Kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(LongestTime))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} does not end.");
        }

        process.WaitForExit();
        return new ChildResult(process.ExitCode, output.Result, error.Result);
    }
}
