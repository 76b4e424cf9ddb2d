using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Looks for the words that a language's conventions list, without regard to case.</summary>
internal static class WordList
{
    /// <summary>True where a text begins with one of the words whole, an opening quotation mark aside.</summary>
    public static bool StartsWithAny(ReadOnlySpan<char> text, ImmutableArray<string> words) => LongestStart(text, words) > 0;

    /// <summary>
    /// The length of the longest of the words that a text begins with, 0 where it begins with none. Quotation marks,
    /// brackets and the signs of emphasis in a plain text may stand in front.
    /// </summary>
    public static int LongestStart(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        text = text.TrimStart("“„\"«[_*");
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !Characters.IsSpacedLetterOrDigit(text[word.Length])))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    /// <summary>True where a text ends with one of the words.</summary>
    public static bool EndsWithAny(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a text holds one of the words anywhere.</summary>
    public static bool ContainsAny(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
