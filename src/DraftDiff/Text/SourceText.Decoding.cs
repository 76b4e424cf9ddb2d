using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;
using DraftDiff.Diagnostics;

namespace DraftDiff.Text;

/// <content>How bytes become characters.</content>
public sealed partial class SourceText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The bytes of control characters, white space, escape and ^Z, which ends old files, not among them.</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1C, 0x1D, 0x1E, 0x1F]);

    private static readonly Encoding Utf8Unmarked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Utf8Marked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private static readonly Encoding Utf16LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: true);

    /// <summary>
    /// Makes a text of bytes. A byte order mark says that they are UTF-8 or UTF-16; without one they are UTF-8 where
    /// they are valid UTF-8, or nearly; else what they look like: UTF-16, GB18030 or Windows code page 1251, 1252 or 1256,
    /// with a diagnostic. The mark belongs to <see cref="Encoding"/> and not to <see cref="Content"/>, so that files with
    /// and without it hold the same text; the preamble of <see cref="Encoding"/> and its bytes of <see cref="Content"/>
    /// are the file again.
    /// Never throws: what is not valid is read as U+FFFD, in UTF-8 one for each maximal subpart (The Unicode Standard,
    /// section 3.9, best practice), and the first such place has a diagnostic.
    /// </summary>
    public static SourceText Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Utf8Marked.Preamble))
        {
            return DecodeUtf8(name, bytes[Utf8Marked.Preamble.Length..], Utf8Marked);
        }

        if (bytes.StartsWith(Utf16LittleEndian.Preamble))
        {
            return DecodeUtf16(name, bytes[Utf16LittleEndian.Preamble.Length..], Utf16LittleEndian);
        }

        if (bytes.StartsWith(Utf16BigEndian.Preamble))
        {
            return DecodeUtf16(name, bytes[Utf16BigEndian.Preamble.Length..], Utf16BigEndian);
        }

        // Hardly a text in another encoding is valid UTF-8 by chance, so UTF-8 comes first. UTF-16 can be by chance, but
        // then its other bytes are zeros or control characters.
        var text = DecodeUtf8(name, bytes, Utf8Unmarked);
        var mayBeUtf8 = MayBeUtf8(text);
        if (mayBeUtf8 && !bytes.ContainsAny(Controls))
        {
            return text;
        }

        var encoding = EncodingDetector.DetectUtf16(bytes) ?? (mayBeUtf8 ? null : EncodingDetector.DetectCodePage(bytes));
        return encoding is null ? text : DecodeGuessed(name, bytes, encoding);
    }

    /// <summary>True for UTF-8 that is valid, or damaged in no more places than it has characters beyond ASCII.</summary>
    private static bool MayBeUtf8(SourceText text)
    {
        if (text.Diagnostics.IsEmpty)
        {
            return true;
        }

        var (valid, invalid) = (0, 0);
        foreach (var c in text.Content)
        {
            invalid += c == Replacement ? 1 : 0;
            valid += c >= '\u0080' && c != Replacement && !char.IsLowSurrogate(c) ? 1 : 0;
        }

        return valid >= invalid;
    }

    private static SourceText DecodeGuessed(string name, ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding is UnicodeEncoding)
        {
            return DecodeUtf16(name, bytes, encoding).Guessed("UTF-16");
        }

        // A replacement that is text has four bytes in GB18030 and none in the others, so there is none to speak of.
        var content = encoding.GetString(bytes);
        var (unreadable, firstUnreadable) = (content.AsSpan().Count(Replacement), content.IndexOf(Replacement));
        var encodingName = encoding.WebName == "gb18030" ? "GB18030" : encoding.WebName;
        return Decoded(name, content, encoding, encodingName, firstUnreadable, unreadable).Guessed(encodingName);
    }

    private SourceText Guessed(string encodingName) => new(
        Name,
        Content,
        Encoding,
        Diagnostics.Insert(0, Diagnostic.Create(DraftDiagnostics.GuessedEncoding, new TextSpan(0, 0), encodingName)));

    private static SourceText DecodeUtf8(string name, ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        // Nearly all texts are valid, and are written once, at their own length.
        var isValid = false;
        var content = string.Create(LengthOfValid(bytes), bytes, (characters, unread) =>
            isValid = Utf8.ToUtf16(unread, characters, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done && written == characters.Length);
        if (isValid)
        {
            return Decoded(name, content, encoding, "UTF-8", firstUnreadable: 0, unreadable: 0);
        }

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

    /// <summary>The UTF-16 code units of UTF-8 that is valid: one for each byte that begins a character, and one more beyond the BMP.</summary>
    private static int LengthOfValid(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Vector128.IsHardwareAccelerated && bytes.Length >= Vector128<byte>.Count)
        {
            var units = Vector128.Create(bytes);
            length += CountOf(~Vector128.Equals(units & Vector128.Create((byte)0xC0), Vector128.Create((byte)0x80)))
                + CountOf(Vector128.GreaterThanOrEqual(units, Vector128.Create((byte)0xF0)));
            bytes = bytes[Vector128<byte>.Count..];
        }

        foreach (var unit in bytes)
        {
            length += ((unit & 0xC0) != 0x80 ? 1 : 0) + (unit >= 0xF0 ? 1 : 0);
        }

        return length;

        static int CountOf(Vector128<byte> lanes) => BitOperations.PopCount(lanes.ExtractMostSignificantBits());
    }

    private static SourceText DecodeUtf16(string name, ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        // A code unit that pairs with none and half a code unit at the end each become one replacement, so positions
        // stay, and replacements that the text has of its own are told by their bytes.
        var content = encoding.GetString(bytes);
        ReadOnlySpan<byte> replacement = encoding.GetBytes([Replacement]);
        var (unreadable, firstUnreadable) = (0, 0);
        for (var at = content.IndexOf(Replacement); at >= 0; at = content.IndexOf(Replacement, at + 1))
        {
            var codeUnit = bytes[(at * 2)..];
            if (!codeUnit.StartsWith(replacement))
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
            return new SourceText(name, content, encoding, Suspicions(content));
        }

        var amount = unreadable == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{unreadable} bytes");
        var diagnostic = Diagnostic.Create(
            DraftDiagnostics.InvalidEncoding, new TextSpan(firstUnreadable, 1), encodingName, amount);
        return new SourceText(name, content, encoding, [.. Suspicions(content).Add(diagnostic).OrderBy(said => said.Span.Start)]);
    }

    /// <summary>What characters that were decoded well say all the same: that they are not the letters of the text.</summary>
    private static ImmutableArray<Diagnostic> Suspicions(string content) =>
        PrivateFontEncoding.Find(content) is var place and >= 0
            ? [Diagnostic.Create(DraftDiagnostics.PrivateFontEncoding, new TextSpan(place, 1))]
            : [];
}
