using System.Collections.Immutable;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Looks for the words that a language's conventions list, without regard to case.</summary>
internal static class WordList
{
    // In front of the first word may stand quotation marks, brackets, and the signs of emphasis in a plain text.
    private const string BeforeWords = "“„\"«[_*";

    /// <summary>True where a text begins with one of the words whole.</summary>
    public static bool StartsWithAny(ReadOnlySpan<char> text, ImmutableArray<string> words) => LongestStart(text, words) > 0;

    /// <summary>The length of the longest of the words that a text begins with; 0 where it begins with none whole.</summary>
    public static int LongestStart(ReadOnlySpan<char> text, ImmutableArray<string> words) =>
        LengthOfAny(text.TrimStart(BeforeWords), words);

    /// <summary>
    /// The length of the words that a text begins with, behind any number of others: Decides, and Also decides where also
    /// is an adverb; 0 where it begins with none.
    /// </summary>
    public static int LongestStart(ReadOnlySpan<char> text, ImmutableArray<string> words, ImmutableArray<string> adverbs)
    {
        text = text.TrimStart(BeforeWords);
        var before = 0;
        while (true)
        {
            if (LengthOfAny(text, words) is > 0 and var length)
            {
                return before + length;
            }

            var adverb = LengthOfAny(text, adverbs);
            if (adverb == 0)
            {
                return 0;
            }

            var rest = text[adverb..].TrimStart();
            before += text.Length - rest.Length;
            text = rest;
        }
    }

    private static int LengthOfAny(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && StartsWith(text, word)
                && (text.Length == word.Length || !Characters.IsSpacedLetterOrDigit(text[word.Length])))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

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
            _ => b < FirstWithoutCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b),
        };
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

    // From here on there are no capitals, and looking for those of Han characters takes longer than all else.
    private const char FirstWithoutCase = '\u3000';
}
