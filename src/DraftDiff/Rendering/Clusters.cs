using System.Globalization;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>
/// What a reader takes for one character: a letter with its combining marks, both halves of a surrogate pair. No line
/// ends within one (the extended grapheme clusters of Unicode Standard Annex 29).
/// </summary>
internal static class Clusters
{
    /// <summary>The clusters of a text, which tile it.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = LengthAt(text, start);
            yield return new TextSpan(start, length);
            start += length;
        }
    }

    /// <summary>How long the cluster is that begins at a position.</summary>
    public static int LengthAt(string text, int start) => IsAlone(text, start) ? 1 : StringInfo.GetNextTextElementLength(text.AsSpan(start));

    private static bool IsAlone(string text, int position) =>
        CommonCharacters.WidthOf(text[position]) > 0 && (position + 1 == text.Length || CommonCharacters.WidthOf(text[position + 1]) > 0);
}
