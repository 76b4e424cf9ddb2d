namespace DraftDiff.Differencing;

/// <summary>
/// Finds what a symbol has behind its numbers: the letter of a part (57/270 B, 40/152 سين), the session or the year
/// (3274(XXIX), 217 A (III), 1325 (2000)), the stars of a text issued again (A/69/L.52*). A number without a slash is a
/// symbol only with its session or year: "paragraph 5 A" is none.
/// </summary>
internal static class SymbolEnding
{
    /// <summary>Goes on over what belongs to the symbol or number that ends at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the token starts: UTF-16 code units from 0.</param>
    /// <param name="position">Where it ends so far; afterwards where it ends.</param>
    /// <param name="kind">What it is; a number with its session or year becomes a symbol.</param>
    public static void Skip(ReadOnlySpan<char> text, int start, ref int position, ref TokenKind kind)
    {
        if (!(kind == TokenKind.Symbol ? char.IsDigit(text[position - 1]) : IsResolutionNumber(text[start..position])))
        {
            return;
        }

        var letter = position;
        SkipLetter(text, ref letter);
        var end = letter;
        if (SkipParentheses(text, ref end))
        {
            position = end;
            kind = TokenKind.Symbol;
        }
        else if (kind == TokenKind.Symbol)
        {
            position = letter;
            SkipStars(text, ref position);
        }
    }

    // One digit is more likely a paragraph's number, with a roman subparagraph behind it.
    private static bool IsResolutionNumber(ReadOnlySpan<char> token)
    {
        foreach (var character in token)
        {
            if (!char.IsDigit(character))
            {
                return false;
            }
        }

        return token.Length is >= 2 and <= 4;
    }

    private static void SkipLetter(ReadOnlySpan<char> text, ref int position)
    {
        if (position + 1 >= text.Length || text[position] != ' ')
        {
            return;
        }

        var end = position + 1;
        while (end < text.Length && TokenChunker.IsWordPart(text, end))
        {
            end++;
        }

        var letter = text[(position + 1)..end];
        if ((letter.Length == 1 && char.IsUpper(letter[0]) || IsArabicLetter(letter)) && IsBoundary(text, end))
        {
            position = end;
        }
    }

    // Arabic letters are printed by their names.
    private static bool IsArabicLetter(ReadOnlySpan<char> word) => word is
        "ألف" or "باء" or "جيم" or "دال" or "هاء" or "واو" or "زاي" or "حاء" or "طاء" or "ياء" or "كاف" or "لام" or "ميم"
        or "نون" or "سين" or "عين" or "فاء" or "صاد" or "قاف" or "راء" or "شين" or "تاء" or "ثاء" or "خاء" or "ذال"
        or "ضاد" or "ظاء" or "غين";

    // Whether no word, and no other symbol, goes on at a place.
    private static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        at == text.Length
        || !TokenChunker.IsWordPart(text, at)
        && !TokenChunker.IsMark(text, at)
        && !(text[at] is '/' or '-' or '.' or '\'' or '’' && at + 1 < text.Length && TokenChunker.IsWordPart(text, at + 1));

    private static bool SkipParentheses(ReadOnlySpan<char> text, ref int position)
    {
        const int Longest = 10;
        var open = position < text.Length && text[position] == ' ' ? position + 1 : position;
        if (open >= text.Length || text[open] is not ('(' or '（'))
        {
            return false;
        }

        var rest = text[(open + 1)..Math.Min(text.Length, open + 2 + Longest)];
        var length = rest.IndexOfAny(')', '）');
        if (length < 1 || !(IsYear(rest[..length]) || IsSession(rest[..length])))
        {
            return false;
        }

        position = open + length + 2;
        return true;
    }

    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length == 4
        && char.GetNumericValue(text[0]) * 10 + char.GetNumericValue(text[1]) is 19 or 20
        && char.IsDigit(text[2]) && char.IsDigit(text[3]);

    // III, S-VI, ES-I; in Arabic د-3, د إ-10.
    private static bool IsSession(ReadOnlySpan<char> text)
    {
        var dash = text.LastIndexOf('-');
        var number = text[(dash + 1)..].TrimStart(' ');
        var before = text[..Math.Max(dash, 0)].TrimEnd(' ');
        return dash >= 0 && before is ['د', ..]
            ? IsAll(number, char.IsDigit)
            : before is "" or "S" or "ES" && IsAll(number, IsRoman);
    }

    // Of the sessions that resolutions were numbered with there were not more than XXX. Russian texts type the look-alike.
    private static bool IsRoman(char character) => character is 'I' or 'V' or 'X' or 'Х';

    private static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> test)
    {
        foreach (var character in text)
        {
            if (!test(character))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static void SkipStars(ReadOnlySpan<char> text, ref int position)
    {
        while (position < text.Length && text[position] == '*')
        {
            position++;
        }
    }
}
