using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using DraftDiff.Diagnostics;

namespace DraftDiff.Text;

/// <content>How bytes become characters.</content>
public sealed partial class SourceText
{
    private const char Replacement = '\uFFFD';

    private static readonly Encoding Utf8Unmarked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Utf8Marked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private static readonly Encoding Utf16LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: true);

    /// <summary>
    /// Makes a text of bytes. A byte order mark says that they are UTF-8 or UTF-16; without one they are UTF-8. The mark
    /// belongs to <see cref="Encoding"/> and not to <see cref="Content"/>, so that files with and without it hold the
    /// same text; the preamble of <see cref="Encoding"/> and its bytes of <see cref="Content"/> are the file again.
    /// Never throws: what is not valid is read as U+FFFD, one for each maximal subpart (The Unicode Standard, section
    /// 3.9, best practice), and the first such place has a diagnostic.
    /// </summary>
    public static SourceText Decode(string name, ReadOnlySpan<byte> bytes)
    {
        // Where bytes without a mark are not valid UTF-8 is the place to tell other encodings apart: hardly a text in
        // another one is valid UTF-8 by chance, so UTF-8 comes first.
        if (bytes.StartsWith(Utf8Marked.Preamble))
        {
            return DecodeUtf8(name, bytes[Utf8Marked.Preamble.Length..], Utf8Marked);
        }

        if (bytes.StartsWith(Utf16LittleEndian.Preamble))
        {
            return DecodeUtf16(name, bytes[Utf16LittleEndian.Preamble.Length..], Utf16LittleEndian, BinaryPrimitives.ReadUInt16LittleEndian);
        }

        if (bytes.StartsWith(Utf16BigEndian.Preamble))
        {
            return DecodeUtf16(name, bytes[Utf16BigEndian.Preamble.Length..], Utf16BigEndian, BinaryPrimitives.ReadUInt16BigEndian);
        }

        return DecodeUtf8(name, bytes, Utf8Unmarked);
    }

    private static SourceText DecodeUtf8(string name, ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        // UTF-16 needs at most one code unit for each byte of UTF-8, and so does a replacement for each byte skipped.
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var unread = bytes;
            var (length, unreadable, firstUnreadable) = (0, 0, 0);
            while (true)
            {
                var status = Utf8.ToUtf16(
                    unread, characters.AsSpan(length), out var read, out var written, replaceInvalidSequences: false);
                unread = unread[read..];
                length += written;
                if (status == OperationStatus.Done)
                {
                    break;
                }

                Rune.DecodeFromUtf8(unread, out _, out var skipped);
                unread = unread[skipped..];
                firstUnreadable = unreadable == 0 ? length : firstUnreadable;
                unreadable += skipped;
                characters[length++] = Replacement;
            }

            return Decoded(name, new string(characters, 0, length), encoding, "UTF-8", firstUnreadable, unreadable);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private delegate ushort ReadCodeUnit(ReadOnlySpan<byte> bytes);

    private static SourceText DecodeUtf16(string name, ReadOnlySpan<byte> bytes, Encoding encoding, ReadCodeUnit readCodeUnit)
    {
        // A code unit that pairs with none and half a code unit at the end each become one replacement, so positions
        // stay, and replacements that the text has of its own are told by their bytes.
        var content = encoding.GetString(bytes);
        var (unreadable, firstUnreadable) = (0, 0);
        for (var at = content.IndexOf(Replacement); at >= 0; at = content.IndexOf(Replacement, at + 1))
        {
            var codeUnit = bytes[(at * 2)..];
            if (codeUnit.Length == 1 || readCodeUnit(codeUnit) != Replacement)
            {
                firstUnreadable = unreadable == 0 ? at : firstUnreadable;
                unreadable += Math.Min(codeUnit.Length, 2);
            }
        }

        return Decoded(name, content, encoding, "UTF-16", firstUnreadable, unreadable);
    }

    private static SourceText Decoded(
        string name, string content, Encoding encoding, string encodingName, int firstUnreadable, int unreadable)
    {
        if (unreadable == 0)
        {
            return new SourceText(name, content, encoding, []);
        }

        var amount = unreadable == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{unreadable} bytes");
        var diagnostic = Diagnostic.Create(
            DraftDiagnostics.InvalidEncoding, new TextSpan(firstUnreadable, 1), encodingName, amount);
        return new SourceText(name, content, encoding, [diagnostic]);
    }
}
