using System.Diagnostics;

namespace DraftDiff.Mutation;

/// <summary>A worker at the other end of two pipes, started anew whenever a mutant ended it.</summary>
internal sealed class WorkerProcess(string program, string testFilter) : IDisposable
{
    private Process? _process;

    public IEnumerable<string> Cover()
    {
        using var process = Start("cover");
        while (process.StandardOutput.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <returns>The worker's answer, or that it came to its end.</returns>
    public string Ask(string order)
    {
        _process ??= Start("serve");
        _process.StandardInput.WriteLine(order);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine();
        if (answer is null || answer.EndsWith("did not end", StringComparison.Ordinal))
        {
            _process.WaitForExit();
            _process.Dispose();
            _process = null;
        }

        return answer ?? "killed the process";
    }

    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.WaitForExit();
        _process?.Dispose();
    }

    private Process Start(string task)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--worker", task, testFilter])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // Few random cases, on one core, and no more memory than two workers may have.
                ["CsCheck_Iter"] = "30",
                ["CsCheck_Threads"] = "1",
                ["DOTNET_GCHeapHardLimit"] = "0x80000000",
                ["CI"] = "true",
            },
        };
        start.Environment.Remove("DRAFTDIFF_CORPUS");
        start.Environment.Remove("DRAFTDIFF_GOLD");
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
