using System.Diagnostics;

namespace DraftDiff.Cli.Tests;

/// <summary>
/// The command as a process of its own: as it was built, or the published program that <c>DRAFTDIFF_PROGRAM</c> names.
/// </summary>
internal static class BuiltCommand
{
    /// <summary>What runs a line for a shell with the command and its arguments in <c>"$@"</c>.</summary>
    public static string[] Shell(string line) => ["sh", "-c", line, "sh"];

    /// <summary>The words that run the command.</summary>
    public static string[] Words { get; } = Environment.GetEnvironmentVariable("DRAFTDIFF_PROGRAM") is { Length: > 0 } program
        ? [Path.GetFullPath(program)]
        : [Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "DraftDiff.Cli.dll")];

    /// <summary>Starts the command.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="through">What runs it, such as <see cref="Shell"/>; nothing where it runs by itself.</param>
    /// <param name="environment">What is to be set, or where it is null not to be set, in its environment.</param>
    public static Process Start(string[] arguments, string[]? through = null, params (string Name, string? Value)[] environment)
    {
        string[] words = [.. through ?? [], .. Words, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the command, with nothing on its standard input, to its end.</summary>
    public static CliResult Run(string[] arguments, string[]? through = null, params (string Name, string? Value)[] environment)
    {
        using var process = Start(arguments, through, environment);
        process.StandardInput.Close();
        return End(process);
    }

    /// <summary>What a process says until it ends, and how it ends.</summary>
    public static CliResult End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();

        // Not a StreamReader, which would hide a byte order mark.
        return new CliResult(process.ExitCode, System.Text.Encoding.UTF8.GetString(output.ToArray()), error.Result);
    }
}
