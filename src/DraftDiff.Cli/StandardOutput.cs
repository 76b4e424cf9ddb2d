using System.Text;

namespace DraftDiff.Cli;

/// <summary>Where the data of a command goes: standard output, through a pager where a person looks at it.</summary>
internal static class StandardOutput
{
    // Characters, of three bytes each at most, so that what is written at once fits into an empty pipe.
    private const int BufferSize = 1 << 14;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text as <see cref="Write"/> writes bytes.</summary>
    public static void WriteText(ConsoleHost host, bool usePager, Action<TextWriter> write) => Write(host, usePager, stream => WriteTo(stream, write));

    /// <summary>Writes text as bytes, in UTF-8 with line feeds.</summary>
    public static void WriteTo(Stream stream, Action<TextWriter> write)
    {
        var writer = new StreamWriter(stream, Utf8, BufferSize, leaveOpen: true) { NewLine = "\n" };
        write(writer);
        writer.Flush();
    }

    /// <summary>
    /// Writes bytes. A reader that stops reading, as <c>head</c> and a pager do, is no trouble: the console's stream says
    /// nothing of a broken pipe.
    /// </summary>
    /// <exception cref="CommandException">The output cannot be written.</exception>
    public static void Write(ConsoleHost host, bool usePager, Action<Stream> write)
    {
        try
        {
            if (usePager && host.OutputIsTerminal() && Pager.Choose(host.Environment) is { } pager)
            {
                // Whole, so that nothing is lost where the pager cannot be started.
                using var data = new MemoryStream();
                write(data);
                if (!pager.TryShow(data.GetBuffer().AsSpan(0, (int)data.Length)))
                {
                    data.WriteTo(host.Output);
                }
            }
            else
            {
                write(host.Output);
            }

            host.Output.Flush();
        }
        catch (IOException)
        {
            throw new CommandException("the output cannot be written; check that the disk has room");
        }
    }
}
