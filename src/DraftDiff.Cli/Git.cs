using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DraftDiff.Cli;

/// <summary>The program git, for what is its own to say: its configuration, its attributes, its colours, its differences of lines.</summary>
internal static class Git
{
    /// <summary>Runs git to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote, with bytes that are no UTF-8 replaced, and how it ended.</returns>
    /// <exception cref="CommandException">It is not installed.</exception>
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            throw new CommandException("there is no program 'git'; install it first");
        }
    }
}
