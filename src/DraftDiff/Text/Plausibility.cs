using System.Buffers;

namespace DraftDiff.Text;

/// <summary>
/// Says how much characters look like a text, from 0 to 1: whether letters stand together as words write them, in one
/// script, capitals in front, and are those that texts have most. It knows scripts and no language.
/// </summary>
internal static class Plausibility
{
    private const string FrequentLetters =
        "éèàçêôîûâëïùœáíóúñüöÉÀÇÊÎÁÍÓÚÑ" // Latin, beyond ASCII
        + "оеаинтсрвлОЕАИНТСРВЛ"
        + "اليمنوترهبدع";

    private static readonly SearchValues<char> Frequent = SearchValues.Create(FrequentLetters);

    private static readonly SearchValues<char> Signs = SearchValues.Create("“”‘’«»‹›„–—…•·°§№©¿¡ªº¹²³\u00A0\u00AD،؛؟");

    /// <summary>How plausible the characters beyond ASCII are among the others; 0 where there is none.</summary>
    public static double OfForeign(ReadOnlySpan<char> text, HashSet<char> frequentHan) => Of(text, frequentHan, countAscii: false);

    /// <summary>How plausible all characters are; 0 where there is none.</summary>
    public static double OfAll(ReadOnlySpan<char> text, HashSet<char> frequentHan) => Of(text, frequentHan, countAscii: true);

    private static double Of(ReadOnlySpan<char> text, HashSet<char> frequentHan, bool countAscii)
    {
        var (good, all) = (0.0, 0);
        var position = 0;
        while (position < text.Length)
        {
            var c = text[position];
            if (ScriptOf(c) is Script.None)
            {
                var counts = countAscii || c >= '\u0080';
                all += counts ? 1 : 0;
                good += counts ? OfSign(c, frequentHan) : 0;

                // Han text has no spaces; what has them is another text read as one.
                all += c == ' ' && position > 0 && position + 1 < text.Length
                    && Characters.IsHan(text[position - 1]) && Characters.IsHan(text[position + 1]) ? 1 : 0;
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && ScriptOf(text[position]) is not Script.None)
            {
                position++;
            }

            var word = text[start..position];
            var isWord = IsWord(word);
            foreach (var letter in word)
            {
                if (letter < '\u0080' && !countAscii)
                {
                    continue;
                }

                all++;
                good += !isWord ? 0 : letter < '\u0080' || Frequent.Contains(letter) ? 1 : Rare;
            }
        }

        return all == 0 ? 0 : good / all;
    }

    private static double OfSign(char c, HashSet<char> frequentHan) => c switch
    {
        '\t' or '\n' or '\r' or '\f' or '\v' or (>= ' ' and <= '~') => 1,
        _ when Characters.IsHanPunctuation(c) => 1,
        _ when Signs.Contains(c) => 1,
        _ when char.IsSurrogate(c) => 0,
        _ when Characters.IsHan(c) => frequentHan.Contains(c) ? 1 : RareHan,
        _ => 0,
    };

    /// <summary>True where letters stand together as in a word: of one script, no capital behind a small letter, and few accents.</summary>
    private static bool IsWord(ReadOnlySpan<char> word)
    {
        var script = ScriptOf(word[0]);
        var (accents, adjacent) = (0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            if (ScriptOf(word[i]) != script || (i > 0 && char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
                || (i > 1 && char.IsLower(word[i]) && char.IsUpper(word[i - 1]) && char.IsUpper(word[i - 2])))
            {
                return false;
            }

            adjacent = word[i] < '\u0080' ? 0 : adjacent + 1;
            accents += word[i] < '\u0080' ? 0 : 1;
            if (script is Script.Latin && adjacent == AccentsOfNoWord)
            {
                return false;
            }
        }

        return script is not Script.Latin || accents == 0 || word.Length == 1 || accents < word.Length;
    }

    private static Script ScriptOf(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetter(c) ? Script.Latin : Script.None,
        >= '\u00C0' and <= '\u024F' and not ('×' or '÷') => Script.Latin,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0620' and <= '\u06D3' => Script.Arabic,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Latin,
        Cyrillic,
        Arabic,
    }

    // Three letters with accents stand in no word of French or Spanish one behind the other, and other code pages give such.
    private const int AccentsOfNoWord = 3;
    private const double Rare = 0.7;
    private const double RareHan = 0.4;
}
