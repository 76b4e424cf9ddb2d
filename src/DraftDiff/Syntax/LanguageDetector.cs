using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Tells the language of a text from its scripts and, for Latin, from its smallest words.</summary>
internal static class LanguageDetector
{
    /// <summary>The code of the language; <c>en</c> where nothing tells.</summary>
    public static string Detect(ReadOnlySpan<char> content)
    {
        // The beginning says enough, but mastheads are partly English in every language, so much of it is read.
        content = content[..Math.Min(content.Length, Sample)];
        int han = 0, arabic = 0, cyrillic = 0, latin = 0, english = 0, french = 0, spanish = 0;
        var position = 0;
        while (position < content.Length)
        {
            var c = content[position];
            if (!char.IsLetter(c))
            {
                position++;
                continue;
            }

            var start = position;
            while (position < content.Length && char.IsLetter(content[position]))
            {
                position++;
            }

            var word = content[start..position];
            switch (c)
            {
                case >= '\u0400' and <= '\u052F':
                    cyrillic += word.Length;
                    break;
                case (>= '\u0600' and <= '\u06FF') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF'):
                    arabic += word.Length;
                    break;
                case var _ when Characters.IsHan(c):
                    // A Han character says about as much as a short word does.
                    han += word.Length * 3;
                    break;
                default:
                    latin += word.Length;
                    english += word is "the" or "of" or "and" or "to" ? 1 : 0;
                    french += word is "les" or "des" or "et" or "du" or "le" or "au" ? 1 : 0;
                    spanish += word is "los" or "las" or "y" or "el" or "del" ? 1 : 0;
                    break;
            }
        }

        var most = Math.Max(Math.Max(han, arabic), Math.Max(cyrillic, latin));
        return most switch
        {
            0 => "en",
            _ when most == han => "zh",
            _ when most == arabic => "ar",
            _ when most == cyrillic => "ru",
            _ when french > english && french >= spanish => "fr",
            _ when spanish > english => "es",
            _ => "en",
        };
    }

    private const int Sample = 1 << 16;
}
