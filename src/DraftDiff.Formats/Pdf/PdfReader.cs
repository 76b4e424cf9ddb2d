using System.Diagnostics;
using System.Runtime.ExceptionServices;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Pdf;

/// <summary>Reads PDF files to drafts.</summary>
public static class PdfReader
{
    /// <summary>What is said of a file that takes too long or too much memory.</summary>
    internal const string TooMuch = "is a PDF that takes more time or memory than that of a draft; print it to a new PDF, or take another one";

    /// <summary>How long reading a file may take.</summary>
    internal static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(60);

    private const long MostMemory = 1536L * 1024 * 1024;
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads a PDF. Its text is what its pages show, line by line; the tree is over that text.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    /// <exception cref="UnreadableFileException">It is no PDF, or an encrypted, a damaged or a hostile one.</exception>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null) =>
        Watch(() => PdfTextWriter.Parse(PdfWorker.Read(bytes) ?? PdfPages.Read(bytes), name, language));

    /// <summary>
    /// Reads on a thread of its own, which is left alone where it takes too long or too much memory: a page of a few bytes
    /// may draw itself a billion times, and the library does not stop.
    /// </summary>
    private static DraftTree Watch(Func<DraftTree> read)
    {
        DraftTree? tree = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    tree = read();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize)
        { IsBackground = true };
        var before = HeapSize();
        var watch = Stopwatch.StartNew();
        thread.Start();
        while (!thread.Join(Step))
        {
            if (watch.Elapsed > LongestTime || HeapSize() - before > MostMemory)
            {
                throw new UnreadableFileException(TooMuch);
            }
        }

        failure?.Throw();
        return tree!;
    }

    private static long HeapSize() => GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes;
}
