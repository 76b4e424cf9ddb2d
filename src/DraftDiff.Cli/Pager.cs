using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DraftDiff.Cli;

/// <summary>The program that shows long output page by page, chosen as git chooses it.</summary>
/// <param name="Command">What the shell runs. Where there is no shell there is no pager.</param>
internal sealed record Pager(string Command)
{
    // What a shell returns where it cannot run a command.
    private const int CannotRun = 126;
    private const int NotFound = 127;

    /// <summary>
    /// The pager of <c>DRAFTDIFF_PAGER</c>, else <c>PAGER</c>, else <c>less</c>; null where that is <c>cat</c> or empty, or
    /// where none is named and the terminal can show no page.
    /// </summary>
    public static Pager? Choose(Func<string, string?> environment)
    {
        var command = environment("DRAFTDIFF_PAGER") ?? environment("PAGER") ?? (environment("TERM") == "dumb" ? "cat" : "less");
        return string.IsNullOrWhiteSpace(command) || command == "cat" ? null : new Pager(command);
    }

    /// <summary>Shows text in UTF-8 and waits until the person has left the pager.</summary>
    /// <returns>False where the pager could not be started and has shown nothing.</returns>
    public bool TryShow(ReadOnlySpan<byte> text)
    {
        var start = new ProcessStartInfo("sh", ["-c", Command]) { RedirectStandardInput = true };

        // Git's: leave where all fits on one page, pass colours on, keep the screen. The text is UTF-8 whatever the locale.
        start.Environment.TryAdd("LESS", "FRX");
        start.Environment.TryAdd("LESSCHARSET", "utf-8");

        // Ctrl-C belongs to the pager, which stops a search with it; the terminal must not come back before it has left.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                process.StandardInput.BaseStream.Write(text);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // The person left before the end.
            }

            process.WaitForExit();
            return process.ExitCode is not (CannotRun or NotFound);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
