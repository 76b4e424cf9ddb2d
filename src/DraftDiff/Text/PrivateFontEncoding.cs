using System.Numerics;

namespace DraftDiff.Text;

/// <summary>
/// Finds text whose characters are not its letters: the text layers of old PDF files number the glyphs of a font as they
/// like. What comes out are private-use characters, control characters, accents where no word has them (Cyrillic read as
/// Latin), or Latin letters without vowels. It is said and not repaired.
/// </summary>
internal static class PrivateFontEncoding
{
    /// <summary>Where a text's private encoding begins; -1 where it has none.</summary>
    public static int Find(string content)
    {
        // Bullets and other signs of private use stand alone; letters stand together.
        if (content.AsSpan().ContainsAnyInRange(FirstPrivate, LastPrivate)
            && FindRuns(content, c => c is >= FirstPrivate and <= LastPrivate) is var glyphs and >= 0)
        {
            return glyphs;
        }

        if (content.AsSpan().ContainsAnyInRange('\u00C0', '\u00FF')
            && FindRuns(content, c => c is >= '\u00C0' and <= '\u00FF' and not ('×' or '÷')) is var accents and >= 0)
        {
            return accents;
        }

        if ((content.AsSpan().ContainsAnyInRange('\0', '\b') || content.AsSpan().ContainsAnyInRange('\u000E', '\u001F')
                || content.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
            && FindControls(content) is var controls and >= 0)
        {
            return controls;
        }

        return FindWithoutVowels(content);
    }

    /// <summary>The first of the runs that are long enough to be words, where those are many and spell with many letters.</summary>
    private static int FindRuns(string content, Func<char, bool> isSuspect)
    {
        var (first, suspects) = (-1, 0);
        var alphabet = new HashSet<char>();
        var position = 0;
        while (position < content.Length)
        {
            var start = position;
            while (position < content.Length && isSuspect(content[position]))
            {
                position++;
            }

            if (position - start >= ShortestRun)
            {
                first = first < 0 ? start : first;
                suspects += position - start;
                alphabet.UnionWith(content.AsSpan(start, position - start).ToArray());
            }

            position++;
        }

        return suspects >= FewestSuspects && alphabet.Count >= SmallestAlphabet ? first : -1;
    }

    private static int FindControls(string content)
    {
        var (first, suspects, others) = (-1, 0, 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (char.IsControl(content[i]) && !char.IsWhiteSpace(content[i]))
            {
                first = first < 0 ? i : first;
                suspects++;
            }
            else
            {
                others += Characters.IsSpace(content[i]) ? 0 : 1;
            }
        }

        return suspects >= FewestSuspects && suspects * MostOthers >= others ? first : -1;
    }

    /// <summary>Where so many small Latin letters begin among which vowels are as rare as in no language.</summary>
    private static int FindWithoutVowels(string content)
    {
        var (first, letters, vowels, alphabet) = (-1, 0, 0, 0u);
        for (var i = 0; i < content.Length; i++)
        {
            if (!char.IsAsciiLetterLower(content[i]))
            {
                continue;
            }

            first = letters == 0 ? i : first;
            letters++;
            vowels += content[i] is 'a' or 'e' or 'i' or 'o' or 'u' ? 1 : 0;
            alphabet |= 1u << (content[i] - 'a');
            if (letters == EnoughLetters)
            {
                if (vowels * FewestLettersOfAVowel < letters && BitOperations.PopCount(alphabet) >= SmallestLatinAlphabet)
                {
                    return first;
                }

                (letters, vowels, alphabet) = (0, 0, 0u);
            }
        }

        return -1;
    }

    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';
    private const int ShortestRun = 3;
    private const int FewestSuspects = 20;
    private const int SmallestAlphabet = 6;
    private const int MostOthers = 20;
    private const int EnoughLetters = 400;
    private const int FewestLettersOfAVowel = 6;
    private const int SmallestLatinAlphabet = 16;
}
