using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// The numeral that heads a part or a section, alone on its line or with a title behind it: <c>B</c>, <c>II</c>,
/// <c>IV.</c>, 三、. One character may be a letter and a roman number; which of them is due decides.
/// </summary>
/// <param name="Roman">Its value as a roman number or as an ordinal of the language; 0 where it is none.</param>
/// <param name="Letter">Its place in the alphabet; 0 where it is no single letter.</param>
/// <param name="Span">Where it stands, with what punctuates it.</param>
internal readonly record struct SectionNumeral(int Roman, int Letter, TextSpan Span)
{
    private const int Longest = 12;

    /// <summary>Reads the numeral at the beginning of a line.</summary>
    public static bool TryRead(string content, TextSpan line, DraftingConventions conventions, out SectionNumeral numeral)
    {
        numeral = default;
        var end = line.Start;
        while (end < line.End && end - line.Start < Longest && !Characters.IsSpace(content[end]) && content[end] is not ('.' or '．' or '、'))
        {
            end++;
        }

        var printed = content.AsSpan(line.Start, end - line.Start);
        var roman = RomanValue(printed);
        if (roman == 0)
        {
            roman = WordList.IndexOf(printed, conventions.SectionOrdinals) + 1;
        }

        var isDotted = end < line.End && !Characters.IsSpace(content[end]);
        end += isDotted ? 1 : 0;

        // "A number of States" is no heading, and neither is "I.e.".
        var letter = printed.Length == 1 && char.IsAsciiLetterUpper(printed[0]) && (isDotted || end == line.End || content[end] == '\t')
            ? printed[0] - 'A' + 1
            : 0;
        var isWord = end == line.End || Characters.IsSpace(content[end]) || Characters.IsHan(content[end]);
        if (!isWord || (roman == 0 && letter == 0))
        {
            return false;
        }

        // What goes on in small letters is a word that was torn apart.
        var title = end;
        while (title < line.End && Characters.IsSpace(content[title]))
        {
            title++;
        }

        if (title < line.End && char.IsLower(content[title]))
        {
            return false;
        }

        numeral = new SectionNumeral(roman, letter, TextSpan.FromBounds(line.Start, end));
        return true;
    }

    /// <summary>The canonical numeral of a section: <c>II</c> for 2.</summary>
    public static string RomanOf(int value) => PrintedLabel.Roman(value).ToUpperInvariant();

    /// <summary>The canonical letter of a part: <c>B</c> for 2.</summary>
    public static string LetterOf(int value) => PrintedLabel.Letter(value).ToUpperInvariant();

    private static int RomanValue(ReadOnlySpan<char> printed)
    {
        if (printed.IsEmpty || printed.IndexOfAnyExcept("IVXL") >= 0)
        {
            return 0;
        }

        var value = PrintedLabel.RomanValue(printed.ToString().ToLowerInvariant());
        return value > 0 && printed.SequenceEqual(RomanOf(value)) ? value : 0;
    }
}
