using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Looks for the words that a language's conventions list, without regard to case.</summary>
internal static class WordList
{
    /// <summary>What may stand in front of the first word: quotation marks, brackets, and the signs of emphasis in a plain text.</summary>
    public const string BeforeWords = "“„\"«[_*";

    /// <summary>True where a text begins with one of the words whole.</summary>
    public static bool StartsWithAny(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        text = text.TrimStart(BeforeWords);
        foreach (var word in words)
        {
            if (StartsWithWhole(text, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which of the words a text is, letter for letter; -1 where it is none.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (text.SequenceEqual(words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The length of the longest of the words that a text begins with; 0 where it begins with none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words.</param>
    /// <param name="isWhole">True to take only a word that ends there.</param>
    public static int LongestStart(ReadOnlySpan<char> text, ImmutableArray<string> words, bool isWhole = false)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && (isWhole ? StartsWithWhole(text, word) : StartsWith(text, word)))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    /// <summary>True where a text begins with a word that ends there.</summary>
    public static bool StartsWithWhole(ReadOnlySpan<char> text, string word) =>
        StartsWith(text, word) && (text.Length == word.Length || !Characters.IsSpacedLetterOrDigit(text[word.Length]));

    /// <summary>True where a text begins with a word, in whatever case, and with whichever apostrophe and space.</summary>
    public static bool StartsWith(ReadOnlySpan<char> text, string word)
    {
        if (text.Length < word.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (text[i] != word[i] && !SameLetter(text[i], word[i]))
            {
                return false;
            }
        }

        return true;

        static bool SameLetter(char a, char b) => b switch
        {
            '’' => a is '\'' or '‘' or 'ʼ',
            ' ' => a == '\u00A0',
            _ => Fold(a) == Fold(b),
        };
    }

    /// <summary>A letter without its case.</summary>
    public static char Fold(char letter) => letter < FirstWithoutCase ? char.ToUpperInvariant(letter) : letter;

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

    // From here on there are no capitals, and looking for those of Han characters takes longer than all else.
    private const char FirstWithoutCase = '\u3000';
}
