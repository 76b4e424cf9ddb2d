using System.Buffers;

namespace DraftDiff.Rendering;

/// <summary>
/// The characters that drafts in the six languages are mostly made of. Each is seen, and one cluster beside another of them;
/// what is not among them is looked up in the tables of Unicode, which takes many times as long.
/// </summary>
internal static class CommonCharacters
{
    private static readonly SearchValues<char> Ascii = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The cells that one takes; 0 for any other character.</summary>
    public static int WidthOf(char c) => c switch
    {
        // ASCII and Latin letters without the soft hyphen, Cyrillic and Arabic ones, dashes and quotation marks.
        (>= ' ' and <= '~') or (>= '\u00A1' and <= '\u00AC') or (>= '\u00AE' and <= '\u024F') => 1,
        (>= '\u0400' and <= '\u0481') or (>= '\u0620' and <= '\u064A') or (>= '\u2010' and <= '\u2027') => 1,

        // Han characters and the punctuation among them.
        (>= '\u4E00' and <= '\u9FFF') or (>= '\u3001' and <= '\u3029') or (>= '\uFF01' and <= '\uFF60') => 2,
        _ => 0,
    };

    /// <summary>How many letters of one script, or digits, a text begins with.</summary>
    public static int LettersOf(ReadOnlySpan<char> text)
    {
        var end = text[0] switch
        {
            >= '\u4E00' and <= '\u9FFF' => text.IndexOfAnyExceptInRange('\u4E00', '\u9FFF'),
            >= '\u0400' and <= '\u0481' => text.IndexOfAnyExceptInRange('\u0400', '\u0481'),
            >= '\u0620' and <= '\u064A' => text.IndexOfAnyExceptInRange('\u0620', '\u064A'),
            (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => text.IndexOfAnyExcept(Ascii),
            _ => 0,
        };
        return end < 0 ? text.Length : end;
    }
}
