using System.Text;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>Tells a line at the edge of a page that says nothing but what pages are numbered with: 3, 3/12, - 3 -, the document's symbol, its job number.</summary>
internal static class PageNumbers
{
    private const int LongestWord = 5;

    private static readonly HashSet<string> PageWords = DraftingConventions.All
        .SelectMany(conventions => conventions.PageWords)
        .SelectMany(words => (string[])[words.Before, words.After])
        .Where(word => word.Length > 0)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for such a line.</summary>
    public static bool Are(PrintedLine line)
    {
        var any = false;
        foreach (var word in WordsOf(line))
        {
            var isNumber = word.All(c => Characters.IsDigit(c) || c is '/' or '-' or '–' or '*') && word.Any(Characters.IsDigit);
            var isSign = word is "-" or "–" or "/" or "|" || (word is ['(', .., ')'] && word.Length <= LongestWord) || word.All(c => c == '*');
            var isWord = PageWords.Contains(word.TrimEnd('.', ':'));
            var isSymbol = DocumentSymbol.TryParse(word, out var symbol) && symbol.Organ is not null;
            if (!isNumber && !isSign && !isWord && !isSymbol)
            {
                return false;
            }

            any |= isNumber || isSymbol;
        }

        return any;
    }

    private static IEnumerable<string> WordsOf(PrintedLine line)
    {
        var word = new StringBuilder();
        var right = 0.0;
        foreach (var glyph in line.Glyphs)
        {
            if (word.Length > 0 && (glyph.IsSpace || glyph.Left - right > line.Size / 2))
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(glyph.IsSpace ? "" : glyph.Text);
            right = glyph.Right;
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
