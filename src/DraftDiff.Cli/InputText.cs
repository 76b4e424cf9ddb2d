using DraftDiff.Text;

namespace DraftDiff.Cli;

/// <summary>The texts that a person names: files, or <c>-</c> for standard input.</summary>
internal static class InputText
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    private const int LongestInMegabytes = 50;
    private const int Longest = LongestInMegabytes * 1024 * 1024;

    /// <summary>Reads a text to its end.</summary>
    /// <exception cref="CommandException">There is no such file, or it cannot be read, or it is too long, or it is not text.</exception>
    public static SourceText Read(ConsoleHost host, string name) => Read(host, name, out _);

    /// <summary>Reads a text to its end, and gives its bytes too.</summary>
    /// <exception cref="CommandException">There is no such file, or it cannot be read, or it is too long, or it is not text.</exception>
    public static SourceText Read(ConsoleHost host, string name, out ReadOnlyMemory<byte> content)
    {
        content = ReadBytes(host, name);
        var bytes = content.Span;
        if (WhatIs(bytes) is { } kind)
        {
            throw new CommandException($"{Called(name)} is {kind}");
        }

        var text = SourceText.Decode(name, bytes);
        if (text.Content.Contains('\0'))
        {
            throw new CommandException($"{Called(name)} is not text; save the draft as plain text in UTF-8 first");
        }

        return text;
    }

    private static ReadOnlyMemory<byte> ReadBytes(ConsoleHost host, string name)
    {
        try
        {
            using var stream = name == StandardInput
                ? host.OpenInput()
                : new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return ReadBytes(stream, name);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"there is no file '{name}'; check its name and folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException(Directory.Exists(name)
                ? $"'{name}' is a folder; name a file in it"
                : $"{Called(name)} cannot be read; ask for the permission to read it");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"{Called(name)} cannot be read; check its name and the disk it is on");
        }
    }

    private static ReadOnlyMemory<byte> ReadBytes(Stream stream, string name)
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
                    $"{Called(name)} is longer than {LongestInMegabytes} MB; check that it is a draft, or divide it");
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(length * 2, Longest + 1));
            }
        }

        return buffer.AsMemory(0, length);
    }

    private static string? WhatIs(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return "a PDF, not text; make text of it first, for example with 'pdftotext -layout'";
        }

        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "a Word document or an archive, not text; save the draft as plain text in UTF-8 first";
        }

        return null;
    }

    private static string Called(string name) => name == StandardInput ? "standard input" : $"'{name}'";
}
