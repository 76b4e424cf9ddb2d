using System.Collections.Immutable;
using System.Text;
using DraftDiff.Diagnostics;
using DraftDiff.Rendering;
using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary>Where a command says what it has to say beside its data.</summary>
internal static class StandardError
{
    /// <summary>Writes a line.</summary>
    public static void WriteLine(ConsoleHost host, string line) => Write(host, line + "\n");

    /// <summary>Writes the diagnostics of a text that are at least as severe as <paramref name="least"/>, a line each.</summary>
    public static void Write(
        ConsoleHost host, SourceText source, ImmutableArray<Diagnostic> diagnostics, DiagnosticSeverity least)
    {
        var lines = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity >= least)
            {
                lines.Append(DiagnosticFormatter.Format(source, diagnostic)).Append('\n');
            }
        }

        Write(host, lines.ToString());
    }

    /// <summary>Writes text as it is.</summary>
    public static void Write(ConsoleHost host, string text)
    {
        try
        {
            host.Error.Write(Encoding.UTF8.GetBytes(text));
            host.Error.Flush();
        }
        catch (IOException)
        {
            // There is nobody left to tell.
        }
    }
}
