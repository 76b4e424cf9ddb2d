using System.Text;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>
/// Texts that are read from the right. They are written in logical order; isolates (Unicode Standard Annex 9) tell a
/// terminal that reorders where they begin and end, and one that does not shows nothing of the isolates.
/// </summary>
internal static class RightToLeft
{
    /// <summary>RIGHT-TO-LEFT ISOLATE.</summary>
    public const string Isolate = "\u2067";

    /// <summary>POP DIRECTIONAL ISOLATE.</summary>
    public const string Pop = "\u2069";

    /// <summary>True where more letters of a text are read from the right than from the left: a note may begin with a symbol.</summary>
    public static bool Reads(ReadOnlySpan<char> text)
    {
        var balance = 0;
        for (var position = 0; position < text.Length;)
        {
            // Most letters that there are.
            if (char.IsAsciiLetter(text[position]) || Characters.IsCommonHan(text[position]))
            {
                balance--;
                position++;
                continue;
            }

            Rune.DecodeFromUtf16(text[position..], out var rune, out var length);
            balance += !Rune.IsLetter(rune) ? 0 : IsRightToLeft(rune.Value) ? 1 : -1;
            position += length;
        }

        return balance > 0;
    }

    /// <summary>True where most of a draft is read from the right.</summary>
    public static bool Reads(IEnumerable<Unit> units) => units.Sum(unit => Reads(unit.Words) ? unit.Words.Length : -unit.Words.Length) > 0;

    /// <summary>A text as it may stand in a line that is read from the left.</summary>
    public static string Embed(string text) => Reads(text) ? Isolate + text + Pop : text;

    /// <summary>The same without what <see cref="Embed"/> put around it, for a reader that tells directions itself.</summary>
    public static string Bare(string text) =>
        text.Replace(Isolate, "", StringComparison.Ordinal).Replace(Pop, "", StringComparison.Ordinal);

    // The blocks that the Unicode Character Database reserves for right-to-left scripts.
    private static bool IsRightToLeft(int letter) =>
        letter is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
