using System.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>
/// Lets the library for PDF read each file in a process of its own. It follows what a file says without counting: one whose
/// fonts, colours or functions are made of themselves takes it to the end of its stack, which ends a process without a word,
/// and one that draws itself a billion times does not let it stop. Of such a process nothing is left but a sentence.
/// </summary>
public static class PdfWorker
{
    // Nobody waits for a process that takes longer.
    private static readonly TimeSpan LastTime = PdfReader.LongestTime + TimeSpan.FromSeconds(1);

    /// <summary>
    /// Hands a file to a process that calls <see cref="Run"/>, and gives what that wrote until it ended, however it did; null
    /// where none can be started. Null as long as a program has not said how to do it: files are then read in its own process.
    /// </summary>
    public static Func<ReadOnlyMemory<byte>, byte[]?>? Ask { get; set; }

    /// <summary>
    /// Reads a file from one stream and writes what its pages show, or why it cannot be read, to the other. It ends the process
    /// that takes too long.
    /// </summary>
    public static void Run(Stream input, Stream output)
    {
        using var watchdog = new Timer(_ => Environment.Exit(1), null, LastTime, Timeout.InfiniteTimeSpan);
        using var file = new MemoryStream();
        input.CopyTo(file);
        List<PrintedPage> pages = [];
        var refusal = "";
        try
        {
            pages = PdfPages.Read(file.ToArray());
        }
        catch (UnreadableFileException exception)
        {
            refusal = exception.Message;
        }
        catch (OutOfMemoryException)
        {
            refusal = PdfReader.TooMuch;
        }

        using var writer = new BinaryWriter(new BufferedStream(output, 1 << 16), Encoding.UTF8);
        writer.Write(refusal);
        writer.Write(pages.Count);
        pages.ForEach(page => page.Write(writer));
    }

    /// <summary>Reads what the pages of a file show in a process of its own; null where there is none.</summary>
    /// <exception cref="UnreadableFileException">It is no PDF, or an encrypted, a damaged or a hostile one.</exception>
    internal static List<PrintedPage>? Read(ReadOnlyMemory<byte> bytes)
    {
        if (Ask?.Invoke(bytes) is not { } answer)
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(answer), Encoding.UTF8);
        try
        {
            if (reader.ReadString() is { Length: > 0 } refusal)
            {
                throw new UnreadableFileException(refusal);
            }

            var pages = new List<PrintedPage>();
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                pages.Add(PrintedPage.Read(reader));
            }

            return pages;
        }
        catch (EndOfStreamException exception)
        {
            throw new UnreadableFileException(PdfPages.Damaged, exception);
        }
    }
}
