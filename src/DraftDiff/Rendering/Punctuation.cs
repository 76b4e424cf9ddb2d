using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>What a character is to the end of a line.</summary>
internal static class Punctuation
{
    private const string Closing = "，。；：、？！·…—》〉」』】〕〗）］｝”’»),.;:!?]}%℃،؛؟";
    private const string Opening = "《〈「『【〔〖（［｛“‘«([{";

    /// <summary>True for one that no line begins with.</summary>
    public static bool Closes(char c) => Closing.Contains(c);

    /// <summary>True for one that no line ends with.</summary>
    public static bool Opens(char c) => Opening.Contains(c);

    /// <summary>True for nearly all letters and digits of the six languages, and for nothing that opens or closes.</summary>
    public static bool IsCommonLetter(char c) =>
        char.IsAsciiLetterOrDigit(c) || Characters.IsCommonHan(c) || c is (>= '\u00C0' and <= '\u0481') or (>= '\u0620' and <= '\u064A');

    /// <summary>True for ideographs, kana, and the punctuation of their width, around which a line can end without a space.</summary>
    public static bool IsEastAsian(char c) =>
        c is (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
            or (>= '\uFF00' and <= '\uFF60') || char.IsHighSurrogate(c);
}
