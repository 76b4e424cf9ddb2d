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
        if (FindRuns(content, FirstPrivate, LastPrivate) is var glyphs and >= 0)
        {
            return glyphs;
        }

        if (FindRuns(content, 'À', 'ÿ') is var accents and >= 0)
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
    private static int FindRuns(string content, char from, char to)
    {
        var (first, suspects) = (-1, 0);
        var alphabet = new HashSet<char>();
        var position = 0;
        while (content.AsSpan(position).IndexOfAnyInRange(from, to) is var offset and >= 0)
        {
            var start = position + offset;
            position = start;
            while (position < content.Length && content[position] >= from && content[position] <= to && content[position] is not ('×' or '÷'))
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
            if (position >= content.Length)
            {
                break;
            }
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

    /// <summary>Where so many small Latin letters begin among which vowels are as rare as in no language; looked for in samples.</summary>
    private static int FindWithoutVowels(string content)
    {
        for (var sample = 0; sample < content.Length; sample += SampleEvery)
        {
            if (LacksVowels(content.AsSpan(sample), out var first))
            {
                return sample + first;
            }
        }

        return -1;
    }

    private static bool LacksVowels(ReadOnlySpan<char> text, out int first)
    {
        first = 0;
        var (letters, vowels, alphabet) = (0, 0, 0u);
        text = text[..Math.Min(text.Length, SampleEvery)];
        var i = 0;
        while (letters < EnoughLetters && text[i..].IndexOfAnyInRange('a', 'z') is >= 0 and var others)
        {
            i += others;
            first = letters == 0 ? i : first;
            for (; letters < EnoughLetters && i < text.Length && char.IsAsciiLetterLower(text[i]); i++)
            {
                letters++;
                vowels += text[i] is 'a' or 'e' or 'i' or 'o' or 'u' ? 1 : 0;
                alphabet |= 1u << (text[i] - 'a');
            }
        }

        return letters == EnoughLetters && vowels * FewestLettersOfAVowel < letters
            && BitOperations.PopCount(alphabet) >= SmallestLatinAlphabet;
    }

    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';
    private const int ShortestRun = 3;
    private const int FewestSuspects = 20;
    private const int SmallestAlphabet = 6;
    private const int MostOthers = 20;
    private const int SampleEvery = 1 << 14;
    private const int EnoughLetters = 400;
    private const int FewestLettersOfAVowel = 6;
    private const int SmallestLatinAlphabet = 16;
}
