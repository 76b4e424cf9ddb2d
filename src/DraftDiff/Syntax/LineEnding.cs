using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>How the text of a line ends, marks and closing quotation marks aside; from the weakest ending to the strongest.</summary>
internal enum LineEnding : byte
{
    /// <summary>In the middle of a sentence.</summary>
    Open,

    /// <summary>With a comma.</summary>
    Comma,

    /// <summary>With a colon, behind which subparagraphs follow, or the same sentence.</summary>
    Colon,

    /// <summary>With a semicolon.</summary>
    Semicolon,

    /// <summary>With the end of a sentence.</summary>
    FullStop,
}

/// <summary>Tells how a text ends.</summary>
internal static class LineEndings
{
    /// <summary>How the text from <paramref name="start"/> to <paramref name="end"/> ends.</summary>
    public static LineEnding Of(string content, int start, int end)
    {
        while (end > start && Characters.RaisedDigitValue(content[end - 1]) >= 0)
        {
            end--;
        }

        // Older texts print a mark as 1/.
        var isStroke = end > start + 1 && content[end - 1] == '/';
        var digits = isStroke ? end - 1 : end;
        while (digits > start && end - digits < 3 && Characters.IsDigit(content[digits - 1]))
        {
            digits--;
        }

        if (isStroke && digits < end - 1)
        {
            end = digits;
            while (end > start && Characters.IsSpace(content[end - 1]))
            {
                end--;
            }
        }

        // Digits glued to what is no digit and no space may be footnote marks, but 277.5 is a number.
        else if (digits < end && digits > start && !Characters.IsSpace(content[digits - 1]) && !Characters.IsDigit(content[digits - 1])
            && !(content[digits - 1] is '.' or ',' && digits - 2 >= start && Characters.IsDigit(content[digits - 2]))
            && !(content[digits - 1] == '.' && IsAbbreviation(content, start, digits - 1, LongestNumbered)))
        {
            end = digits;
        }

        while (end > start && content[end - 1] is '”' or '’' or '"' or '»' or '）' or ')' or '」' or '』' or ']' or '］' or '*' or NoteLabel.SymbolStar)
        {
            end--;
        }

        if (end == start)
        {
            return LineEnding.Open;
        }

        return content[end - 1] switch
        {
            ',' or '，' or '،' => LineEnding.Comma,
            ';' or '；' or '؛' => LineEnding.Semicolon,
            '.' when IsAbbreviation(content, start, end - 1, 2) => LineEnding.Open,
            '.' or '。' or '!' or '?' or '？' or '؟' => LineEnding.FullStop,
            ':' or '：' => LineEnding.Colon,
            _ => LineEnding.Open,
        };
    }

    // Corr.1, and not the end of a sentence with a mark: Child.1.
    private const int LongestNumbered = 4;

    /// <summary>True for a full stop behind a short word of one capital and small letters: No., Add.</summary>
    private static bool IsAbbreviation(string content, int from, int fullStop, int longest)
    {
        var start = fullStop;
        while (start > from && char.IsLower(content[start - 1]))
        {
            start--;
        }

        return start < fullStop && start > from && char.IsUpper(content[start - 1]) && fullStop - start + 1 <= longest
            && (start - 1 == from || !char.IsLetter(content[start - 2]));
    }
}
