using System.ComponentModel;
using System.Diagnostics;

namespace DraftDiff.Cli;

/// <summary>This program once more, to read a PDF and nothing else.</summary>
internal static class PdfProcess
{
    /// <summary>The only argument of the process.</summary>
    public const string Argument = "--read-pdf-pages";

    // 1.5 GB, in the digits that the runtime reads.
    private const string MostMemory = "60000000";

    /// <summary>Hands a file to a process and gives its answer, which is cut short where it ends before its time; null where none can be started.</summary>
    public static byte[]? Ask(ReadOnlyMemory<byte> file)
    {
        using var process = Start();
        if (process is null)
        {
            return null;
        }

        // What it says of its end is of no use.
        process.BeginErrorReadLine();
        using var answer = new MemoryStream();
        try
        {
            using (var input = process.StandardInput.BaseStream)
            {
                input.Write(file.Span);
            }

            process.StandardOutput.BaseStream.CopyTo(answer);
        }
        catch (IOException)
        {
            // It has ended.
        }

        process.WaitForExit();
        return answer.ToArray();
    }

    private static Process? Start()
    {
        if (ThisProgram.Words() is not [var program, .. var first])
        {
            return null;
        }

        var start = new ProcessStartInfo(program, [.. first, Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = MostMemory },
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
