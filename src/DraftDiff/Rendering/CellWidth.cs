using System.Text;
using Wcwidth;

namespace DraftDiff.Rendering;

/// <summary>How many cells of a terminal a text takes: two for a Han character, none for a combining mark, mostly one.</summary>
internal static class CellWidth
{
    /// <summary>The cells of a text in which nothing is hidden, as <see cref="VisibleText"/> gives it.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (!text.IsEmpty)
        {
            var length = 1;
            var cells = CommonCharacters.WidthOf(text[0]);
            if (cells == 0)
            {
                Rune.DecodeFromUtf16(text, out var rune, out length);
                cells = Math.Max(0, UnicodeCalculator.GetWidth(rune));
            }

            width += cells;
            text = text[length..];
        }

        return width;
    }

    /// <summary>The beginning of a text, with … in the place of what does not fit.</summary>
    public static string Cut(string text, int cells)
    {
        if (Of(text) <= cells)
        {
            return text;
        }

        var kept = 0;
        foreach (var cluster in Clusters.Of(text))
        {
            var width = Of(text.AsSpan(cluster.Start, cluster.Length));
            if (width + 1 > cells)
            {
                break;
            }

            cells -= width;
            kept = cluster.End;
        }

        return string.Concat(text.AsSpan(0, kept).TrimEnd(' '), "…");
    }

    /// <summary>A text with spaces after it, up to so many cells.</summary>
    public static string Pad(string text, int cells) => text + new string(' ', Math.Max(0, cells - Of(text)));
}
