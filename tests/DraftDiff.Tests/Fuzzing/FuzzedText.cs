using System.Text;

namespace DraftDiff.Tests.Fuzzing;

/// <summary>Texts that nobody wrote: random bytes, and texts with something done to them. The same seed gives the same text.</summary>
internal static class FuzzedText
{
    private const int LongestRandom = 4000;
    private const int MostChanges = 6;
    private const int LongestPiece = 400;

    // What means something to the reader, to a terminal, to a browser, or to a decoder.
    private static readonly byte[][] Pieces =
    [
        .. ((string[])
        [
            "\n", "\r\n", "\r", "\n\n\n", "\f", "\t", "\u00A0", "\u00AD", "\uFEFF", "\u200E", "\u2028", "\0", "\u001B[31m", "\u001B]8;;https://example.org\u0007link\u001B]8;;\u0007",
            "\u001B]0;title\u0007", "\u0007", "\b\b", "\u009B2J", "\u202E", "\u2066", "\u2069", "\u061C", "\u200B", "e\u0301", "\U00020BB7", "<script>", "</ins>", "&amp;", "[-", "{+", "[^1]",
            "__________________\n", "1. ", "12. ", "(a) ", "(i) ", " 1 ", "²", "* ", "2/9", "A/C.2/72/L.39", "77/2285", "https://undocs.org/A/RES/70/1", "Annex\n", "附件\n", "大会，\n", "The General Assembly,\n",
            "Page 2\n", "17-20765 (E)\n", "تقرر", "第", "年", "“", "”", "；", "。",
        ]).Select(Encoding.UTF8.GetBytes),
        [0x80], [0xC3], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    /// <summary>Random bytes, some of them nearly text.</summary>
    public static byte[] Random(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(LongestRandom)];
        random.NextBytes(bytes);
        switch (seed % 4)
        {
            case 1:
                // Letters, spaces and lines.
                bytes = [.. bytes.Select(b => b < 32 ? (byte)'\n' : b < 72 ? (byte)' ' : (byte)('a' + (b % 26)))];
                break;
            case 2:
                // UTF-16 with a byte order mark.
                bytes = [0xFF, 0xFE, .. bytes];
                break;
            case 3:
                // Pairs of bytes as GB18030 has them.
                bytes = [.. bytes.Select(b => (byte)(0xA1 + (b % 0x5E)))];
                break;
            default:
                break;
        }

        return bytes;
    }

    /// <summary>A text with something done to it, up to six times.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">Another one, of which a piece may come in.</param>
    /// <param name="seed">Says what is done.</param>
    public static byte[] Mutate(byte[] text, byte[] other, int seed)
    {
        var random = new Random(seed);
        var bytes = text.ToList();
        for (var change = random.Next(MostChanges) + 1; change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(Math.Min(LongestPiece, bytes.Count - at) + 1);
            switch (random.Next(10))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    var moved = bytes.GetRange(at, length);
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                    break;
                case 5 when other.Length > 0:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.Skip(from).Take(random.Next(LongestPiece)));
                    break;
                case 6:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 7:
                    Replace(bytes, (byte)'\n', random.Next(2) == 0 ? "\r\n"u8 : " "u8);
                    break;
                case 8:
                    Replace(bytes, (byte)'\n', "\n\n"u8);
                    break;
                default:
                    Replace(bytes, (byte)' ', random.Next(2) == 0 ? "  "u8 : "\u00A0"u8);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void Replace(List<byte> bytes, byte old, ReadOnlySpan<byte> replacement)
    {
        var replaced = new List<byte>(bytes.Count * 2);
        foreach (var each in bytes)
        {
            if (each == old)
            {
                replaced.AddRange(replacement);
            }
            else
            {
                replaced.Add(each);
            }
        }

        bytes.Clear();
        bytes.AddRange(replaced);
    }
}
