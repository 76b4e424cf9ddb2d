using System.Collections.Immutable;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Tells the language of a text from its body: from its script, where languages share one from their smallest words, and
/// from its opening. Mastheads are partly English in every language, so what stands above the opening does not count.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>The conventions of the text's language; the first of all where nothing tells.</summary>
    /// <param name="content">The text.</param>
    /// <param name="languages">The languages that come into question.</param>
    /// <param name="isGuess">True where there is neither an opening nor a small word of the language, or hardly more than of another.</param>
    public static DraftingConventions Detect(
        ReadOnlySpan<char> content, ImmutableArray<DraftingConventions> languages, out bool isGuess)
    {
        var opening = FindOpening(content, languages, out var body);
        var (letters, words) = Count(body[..Math.Min(body.Length, Sample)], languages);
        var mostLetters = letters.Max();
        var (best, mostWords) = (0, -1);
        for (var i = 0; i < languages.Length; i++)
        {
            if (letters[i] == mostLetters && words[i] > mostWords)
            {
                (best, mostWords) = (i, words[i]);
            }
        }

        // Quotations in another language can be longer than what is said about them.
        if (opening >= 0 && letters[opening] * 2 >= mostLetters && words[opening] * 2 >= mostWords)
        {
            best = opening;
        }

        words[best] = -1;
        isGuess = mostLetters > 0 && (mostWords > 0 ? words.Max() * 4 >= mostWords * 3 : opening < 0);
        return languages[best];
    }

    /// <summary>The first opening with its comma at the beginning of a line: of which language, and what stands from there on.</summary>
    private static int FindOpening(
        ReadOnlySpan<char> content, ImmutableArray<DraftingConventions> languages, out ReadOnlySpan<char> body)
    {
        var rest = content;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny('\n', '\r');
            var line = rest[..(end < 0 ? rest.Length : end)].TrimStart();
            for (var i = 0; i < languages.Length && !line.IsEmpty; i++)
            {
                foreach (var opening in languages[i].Openings)
                {
                    if (line[0] == opening[0] && line.Length > opening.Length && line[opening.Length] is ',' or '，' or '،'
                        && WordList.StartsWith(line, opening))
                    {
                        body = rest;
                        return i;
                    }
                }
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        body = content;
        return -1;
    }

    /// <summary>How many letters of each language's script a text has, and how many of its small words.</summary>
    private static (int[] Letters, int[] Words) Count(ReadOnlySpan<char> text, ImmutableArray<DraftingConventions> languages)
    {
        var (letters, words) = (new int[languages.Length], new int[languages.Length]);
        var position = 0;

        // Text stays in one script for long, and the languages of the last one are kept.
        var script = (First: '\uFFFF', Last: '\0');
        var ofScript = new List<int>(languages.Length);
        while (position < text.Length)
        {
            var start = position;
            var isHan = Characters.IsHan(text[start]);
            if (!isHan && !char.IsLetter(text[start]))
            {
                position++;
                continue;
            }

            do
            {
                position++;
            }
            while (!isHan && position < text.Length && char.IsLetter(text[position]) && !Characters.IsHan(text[position]));

            var word = text[start..position];
            if (!(word[0] >= script.First && word[0] <= script.Last))
            {
                script = ScriptOf(word[0], languages, ofScript);
            }

            foreach (var i in ofScript)
            {
                letters[i] += isHan ? LettersOfHan : word.Length;
                words[i] += IsFunctionWord(word, languages[i]) ? 1 : 0;
            }
        }

        return (letters, words);
    }

    /// <summary>The range of characters around a letter that the same languages write with, and those languages.</summary>
    private static (char First, char Last) ScriptOf(char letter, ImmutableArray<DraftingConventions> languages, List<int> ofScript)
    {
        var (from, to) = ('\0', '\uFFFF');
        ofScript.Clear();
        for (var i = 0; i < languages.Length; i++)
        {
            var isOf = false;
            foreach (var (first, last) in languages[i].Script)
            {
                if (letter >= first && letter <= last)
                {
                    isOf = true;
                    from = first > from ? first : from;
                    to = last < to ? last : to;
                }
                else if (letter < first)
                {
                    to = first <= to ? (char)(first - 1) : to;
                }
                else
                {
                    from = last >= from ? (char)(last + 1) : from;
                }
            }

            if (isOf)
            {
                ofScript.Add(i);
            }
        }

        return (from, to);
    }

    private static bool IsFunctionWord(ReadOnlySpan<char> word, DraftingConventions language)
    {
        foreach (var known in language.FunctionWords)
        {
            if (word.Length == known.Length && WordList.StartsWith(word, known))
            {
                return true;
            }
        }

        return false;
    }

    // A page or two from the opening on.
    private const int Sample = 1 << 11;

    // A Han character says about as much as a short word does.
    private const int LettersOfHan = 3;
}
