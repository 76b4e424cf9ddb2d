using System.Text;

namespace DraftDiff.Text;

/// <summary>
/// Tells the encoding of bytes that neither have a byte order mark nor are UTF-8: UTF-16, or GB18030 and the Windows code
/// pages of Latin, Cyrillic and Arabic. Each is tried on a part of the bytes, and the one that makes the best text is
/// taken, where it makes one.
/// </summary>
internal static class EncodingDetector
{
    // In this order: of equal ones the first is taken, and what Latin has in common with others is Latin.
    private const int Latin = 1252;
    private const int Cyrillic = 1251;
    private const int Arabic = 1256;
    private const int Han = 54936;

    private static readonly HashSet<char> FrequentHan = ReadFrequentHan();

    /// <summary>The UTF-16 that bytes are text in; null where they are none.</summary>
    public static Encoding? DetectUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        var (best, mostPlausible) = ((Encoding?)null, LeastPlausibleUtf16);
        foreach (var bigEndian in (ReadOnlySpan<bool>)[false, true])
        {
            var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: false);
            var plausibility = Plausibility.OfAll(encoding.GetString(sample), FrequentHan);
            if (plausibility > mostPlausible)
            {
                (best, mostPlausible) = (encoding, plausibility);
            }
        }

        return best;
    }

    /// <summary>The code page that bytes are text in; null where they are none.</summary>
    public static Encoding? DetectCodePage(ReadOnlySpan<byte> bytes)
    {
        // All bytes above the first of these are ASCII in every code page.
        var first = bytes.IndexOfAnyInRange((byte)0x80, byte.MaxValue);
        if (first < 0)
        {
            return null;
        }

        // What a letter is like is told by its word, so the word that the first one stands in is read from its beginning.
        first -= LettersBefore(bytes, first);
        var sample = bytes.Slice(first, Math.Min(bytes.Length - first, Sample));
        var (best, mostPlausible) = ((Encoding?)null, LeastPlausible);
        foreach (var codePage in (ReadOnlySpan<int>)[Latin, Cyrillic, Arabic, Han])
        {
            var encoding = CodePage(codePage);
            var plausibility = Plausibility.OfForeign(encoding.GetString(sample), FrequentHan);
            if (plausibility > mostPlausible)
            {
                (best, mostPlausible) = (encoding, plausibility);
            }
        }

        return best;
    }

    private static int LettersBefore(ReadOnlySpan<byte> bytes, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsAsciiLetter((char)bytes[start - 1]))
        {
            start--;
        }

        return end - start;
    }

    /// <summary>The 3,755 characters of the first level of GB 2312, which are nearly all of a Chinese text.</summary>
    private static HashSet<char> ReadFrequentHan()
    {
        var codes = new List<byte>();
        for (var lead = 0xB0; lead <= 0xD7; lead++)
        {
            for (var trail = 0xA1; trail <= (lead == 0xD7 ? 0xF9 : 0xFE); trail++)
            {
                codes.Add((byte)lead);
                codes.Add((byte)trail);
            }
        }

        return [.. CodePage(Han).GetString([.. codes])];
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
            ?? throw new InvalidOperationException($"There is no code page {number}.");

    private const int Sample = 1 << 16;
    private const int LongestWord = 40;
    private const double LeastPlausible = 0.75;
    private const double LeastPlausibleUtf16 = 0.75;
}
