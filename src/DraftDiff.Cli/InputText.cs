using DraftDiff.Formats;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary>The texts that a person names: files, or <c>-</c> for standard input.</summary>
internal static class InputText
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    private const int LongestInMegabytes = 50;
    // More are too many to look through for a sentence; a letter or two begin too many names.
    private const int MostFiles = 10_000;
    private const int ShortestBeginning = 3;

    private const int Longest = LongestInMegabytes * 1024 * 1024;

    /// <summary>Reads a draft from a file of any format that is known.</summary>
    /// <param name="host">The console.</param>
    /// <param name="name">The file.</param>
    /// <param name="reading">How it is read.</param>
    /// <exception cref="CommandException">There is no such file, or it cannot be read, or it is too long, or its format is not known.</exception>
    public static DraftTree Read(ConsoleHost host, string name, Reading reading) => Read(name, ReadBytes(host, name, reading), reading);

    /// <summary>Reads a draft from the bytes of a file.</summary>
    /// <exception cref="CommandException">Its format is not known, or not the one that was said, or it is damaged.</exception>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, Reading reading)
    {
        if (FormatTrouble.Of(name, bytes, reading.Format) is { } trouble)
        {
            throw new CommandException($"{Called(name)} {trouble}");
        }

        return ReadStored(name, bytes, reading);
    }

    /// <summary>Reads a draft from the bytes of a file that was read before.</summary>
    /// <exception cref="CommandException">It is damaged.</exception>
    public static DraftTree ReadStored(string name, ReadOnlyMemory<byte> bytes, Reading reading)
    {
        try
        {
            return DraftFile.Read(name, bytes, reading.Language, reading.Changes, reading.Format);
        }
        catch (UnreadableFileException exception)
        {
            throw new CommandException($"{Called(name)} {exception.Message}");
        }
        catch (OutOfMemoryException)
        {
            throw new CommandException($"{Called(name)} takes more memory than a draft may; check that it is one, or divide it");
        }
    }

    /// <summary>Reads the bytes of a file to its end.</summary>
    /// <param name="host">The console.</param>
    /// <param name="name">The file.</param>
    /// <param name="reading">How it is read.</param>
    /// <exception cref="CommandException">There is no such file, or it cannot be read, or it is too long.</exception>
    public static ReadOnlyMemory<byte> ReadBytes(ConsoleHost host, string name, Reading reading) => ReadBytes(host, name, reading, Called(name));

    /// <summary>Reads the bytes of a file that a person calls otherwise.</summary>
    /// <param name="host">The console.</param>
    /// <param name="name">The file.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="called">What it is called in a sentence.</param>
    /// <exception cref="CommandException">There is no such file, or it cannot be read, or it is too long.</exception>
    public static ReadOnlyMemory<byte> ReadBytes(ConsoleHost host, string name, Reading reading, string called)
    {
        var bytes = ReadBytes(host, name, called);
        return reading.Convert && DraftFormats.IsLegacyWord(bytes.Span) ? LegacyWord.Convert(name, bytes) : bytes;
    }

    private static ReadOnlyMemory<byte> ReadBytes(ConsoleHost host, string name, string called)
    {
        try
        {
            using var stream = name == StandardInput
                ? host.OpenInput()
                : new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return ReadBytes(stream, called);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"there is no file '{name}'; {Suggest(name) ?? "check its name and folder"}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException(Directory.Exists(name)
                ? $"'{name}' is a folder; name a file in it"
                : $"{called} cannot be read; ask for the permission to read it");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"{called} cannot be read; check its name and the disk it is on");
        }
    }

    private static ReadOnlyMemory<byte> ReadBytes(Stream stream, string called)
    {
        // A byte more than the length, so that the end of a file is seen without another buffer; a pipe has no length.
        var buffer = new byte[stream.CanSeek ? Math.Clamp(stream.Length, 0, Longest) + 1 : 1 << 16];
        var length = 0;
        while (stream.Read(buffer, length, buffer.Length - length) is var read and > 0)
        {
            length += read;
            if (length > Longest)
            {
                throw new CommandException(
                    $"{called} is longer than {LongestInMegabytes} MB; check that it is a draft, or divide it");
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(length * 2, Longest + 1));
            }
        }

        return buffer.AsMemory(0, length);
    }

    // Files in its folder that are called much like it, or the same with another ending; not itself, which is a link to nothing.
    private static string? Suggest(string name)
    {
        try
        {
            var folder = Path.GetDirectoryName(name) ?? "";
            var wanted = Path.GetFileName(name);
            string[] files = [.. Directory.EnumerateFiles(folder.Length == 0 ? "." : folder).Take(MostFiles).Select(file => Path.GetFileName(file)).Where(file => file != wanted).Order(StringComparer.Ordinal)];
            var stem = Path.GetFileNameWithoutExtension(wanted);
            string[] found = [.. files.Where(file => stem.Length > 0 && Path.GetFileNameWithoutExtension(file).Equals(stem, StringComparison.OrdinalIgnoreCase))];
            if (found.Length == 0 && wanted.Length >= ShortestBeginning)
            {
                found = Suggestions.For(wanted, files);
            }

            return Suggestions.Ask(found.Select(file => Path.Combine(folder, file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What a text is called in a sentence.</summary>
    public static string Called(string name) => name == StandardInput ? "standard input" : $"'{name}'";
}
