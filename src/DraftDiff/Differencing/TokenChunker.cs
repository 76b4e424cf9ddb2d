using System.Globalization;
using DraftDiff.Text;

namespace DraftDiff.Differencing;

/// <summary>
/// Cuts a text into the tokens that a drafter changes as one: a word with its combining marks, a number (12%, 1,000,
/// ٢٫٥, 七十三), a symbol (A/RES/70/1, 70/1, A/72/64-E/2017/12, 217 A (III)), one ideograph, one mark of punctuation. White
/// space lies between tokens or inside a symbol. Neither surrogate pairs nor combining sequences are ever cut.
/// </summary>
internal static class TokenChunker
{
    /// <summary>Finds the token that starts at or after a position; false at the end of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to look from, in UTF-16 code units from 0; afterwards the end of the token.</param>
    /// <param name="start">Where the token starts.</param>
    /// <param name="kind">What it is.</param>
    public static bool TryNext(ReadOnlySpan<char> text, ref int position, out int start, out TokenKind kind)
    {
        // Most of a Chinese text, and nothing has to be looked up.
        if (position < text.Length && Characters.IsCommonHan(text[position]) && !IsHanNumeral(text[position]))
        {
            (start, kind) = (position++, TokenKind.Ideograph);
            SkipMarks(text, ref position);
            return true;
        }

        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        start = position;
        kind = TokenKind.Punctuation;
        if (position == text.Length)
        {
            return false;
        }

        if (IsWordPart(text, position))
        {
            kind = ReadWord(text, ref position);
            return true;
        }

        if (ReadHanNumber(text, ref position))
        {
            kind = TokenKind.Number;
            return true;
        }

        if (IsIdeograph(text, position))
        {
            kind = TokenKind.Ideograph;
        }

        position += IsPair(text, position) ? 2 : 1;
        SkipMarks(text, ref position);
        return true;
    }

    // A numeral alone is an ideograph as any other: 一 is in many words.
    private static bool ReadHanNumber(ReadOnlySpan<char> text, ref int position)
    {
        var end = position;
        while (end < text.Length && IsHanNumeral(text[end]))
        {
            end++;
        }

        if (end - position < 2)
        {
            return false;
        }

        position = end;
        SkipMarks(text, ref position);
        return true;
    }

    private static TokenKind ReadWord(ReadOnlySpan<char> text, ref int position)
    {
        var start = position;
        var kind = char.IsDigit(text[position]) ? TokenKind.Number : TokenKind.Word;
        while (true)
        {
            SkipWordParts(text, ref position);
            if (!Joins(text, start, position, ref kind))
            {
                break;
            }

            position++;
        }

        if (kind == TokenKind.Number && position < text.Length && IsPercent(text[position]))
        {
            position++;
        }
        else if (kind is TokenKind.Number or TokenKind.Symbol)
        {
            var end = position;
            SymbolEnding.Skip(text, start, ref end, ref kind);
            if (end > position)
            {
                position = end;
                SkipMarks(text, ref position);
            }
        }

        return kind;
    }

    // Whether the character after a run of letters and digits goes on with the token, as the comma of 1,000 and the
    // slash of 70/1 do. A full stop or a hyphen does only inside a symbol: C.2, 64-E/2017.
    private static bool Joins(ReadOnlySpan<char> text, int start, int at, ref TokenKind kind)
    {
        if (at + 1 >= text.Length || !IsWordPart(text, at + 1))
        {
            return false;
        }

        var digits = char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
        switch (text[at])
        {
            case '/':
                kind = TokenKind.Symbol;
                return true;
            case '.':
                return digits || (kind == TokenKind.Symbol && char.IsDigit(text[at + 1]));
            case '-':
                return (kind == TokenKind.Symbol || (text[start..at] is "S" or "ES" && char.IsDigit(text[at + 1])))
                    && RunBeforeSlash(text, at + 1);
            case ',' or '٫' or '٬' or ':':
                return digits && kind == TokenKind.Number;
            case '\'' or '’':
                return kind == TokenKind.Word && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
            default:
                return false;
        }
    }

    private static bool IsPercent(char character) => character is '%' or '‰' or '٪' or '％';

    private static bool RunBeforeSlash(ReadOnlySpan<char> text, int at)
    {
        SkipWordParts(text, ref at);
        return at < text.Length && text[at] == '/';
    }

    private static void SkipWordParts(ReadOnlySpan<char> text, ref int position)
    {
        while (position < text.Length && IsWordPart(text, position))
        {
            position += IsPair(text, position) ? 2 : 1;
            SkipMarks(text, ref position);
        }
    }

    private static void SkipMarks(ReadOnlySpan<char> text, ref int position)
    {
        while (position < text.Length && text[position] >= '\u0300' && !Characters.IsCommonHan(text[position]) && IsMark(text, position))
        {
            position += IsPair(text, position) ? 2 : 1;
        }
    }

    /// <summary>Whether a character belongs to the one before it.</summary>
    public static bool IsMark(ReadOnlySpan<char> text, int at) => CategoryAt(text, at) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || IsJoiner(text[at]);

    private static bool IsJoiner(char character) => character is '\u200C' or '\u200D';

    /// <summary>Whether a character is a letter or a digit, no ideograph.</summary>
    public static bool IsWordPart(ReadOnlySpan<char> text, int at)
    {
        var character = text[at];
        if (char.IsAscii(character))
        {
            return char.IsAsciiLetterOrDigit(character);
        }

        return char.IsSurrogate(character)
            ? IsPair(text, at) && IsLetterOrDigit(CategoryAt(text, at)) && !IsIdeograph(text, at)
            : char.IsLetterOrDigit(character) && !IsIdeograph(text, at);
    }

    private static bool IsLetterOrDigit(UnicodeCategory category) =>
        category is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static bool IsIdeograph(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        < '\u3005' => false,
        <= '\u3007' => true, // 々 〆 〇
        >= '\u3041' and <= '\u30FF' => true,
        >= '\u3400' and <= '\u4DBF' => true,
        >= '\u4E00' and <= '\u9FFF' => true,
        >= '\uF900' and <= '\uFAFF' => true,
        >= '\uD840' and <= '\uD8BF' => IsPair(text, at), // planes 2 and 3
        _ => false,
    };

    private static bool IsHanNumeral(char character) => character is
        '零' or '〇' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿';

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static UnicodeCategory CategoryAt(ReadOnlySpan<char> text, int at) => IsPair(text, at)
        ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1]))
        : char.GetUnicodeCategory(text[at]);
}

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, digits among them at most.</summary>
    Word,

    /// <summary>A number, with its percent sign, several Han numerals, or a date.</summary>
    Number,

    /// <summary>A document symbol or a resolution's number: parts joined by slashes, or a number with its session or year.</summary>
    Symbol,

    /// <summary>A Han character or one of kana.</summary>
    Ideograph,

    /// <summary>Any other character.</summary>
    Punctuation,
}
