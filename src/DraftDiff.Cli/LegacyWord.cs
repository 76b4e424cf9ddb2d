using System.ComponentModel;
using System.Diagnostics;
using DraftDiff.Versioning;

namespace DraftDiff.Cli;

/// <summary>Files of an older Word (.doc), which LibreOffice makes into Word files, where it is installed.</summary>
internal static class LegacyWord
{
    private const string Program = "soffice";
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Makes a Word file (.docx) of the bytes of an older one.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <exception cref="CommandException">LibreOffice is not installed, or cannot read the file.</exception>
    public static ReadOnlyMemory<byte> Convert(string name, ReadOnlyMemory<byte> bytes)
    {
        // LibreOffice, which Ctrl-C ends, too, has written something by then.
        using var held = new HeldInterruption();

        // A profile of its own, so that a LibreOffice that is open is not asked.
        var folder = Directory.CreateTempSubdirectory("draftdiff");
        try
        {
            var source = Path.Combine(folder.FullName, "draft.doc");
            File.WriteAllBytes(source, bytes.Span);
            var start = new ProcessStartInfo(
                Program,
                [$"-env:UserInstallation={new Uri(folder.FullName)}/profile", "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder.FullName, source])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(LongestWait))
            {
                process.Kill(entireProcessTree: true);
            }

            var converted = Path.ChangeExtension(source, "docx");
            return File.Exists(converted)
                ? File.ReadAllBytes(converted)
                : throw new CommandException($"'{name}' cannot be converted by LibreOffice; open it in Word and save it as .docx");
        }
        catch (Win32Exception)
        {
            throw new CommandException($"'{name}' is a file of an older Word (.doc), and LibreOffice, which would convert it, is not installed; open it in Word and save it as .docx");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
