using System.Globalization;
using System.Text;

namespace DraftDiff.Rendering;

/// <summary>
/// Texts as they may be shown. What commands a terminal or hides from a reader (control characters, bidi controls, line
/// separators, characters of no width, halves of surrogate pairs) stands there as an escape such as <c>\u001B</c>.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with nothing hidden in it.</summary>
    public static string Of(string text)
    {
        StringBuilder? visible = null;
        var written = 0;
        for (var position = 0; position < text.Length;)
        {
            if (CommonCharacters.WidthOf(text[position]) > 0)
            {
                position++;
                continue;
            }

            var isRune = Rune.TryGetRuneAt(text, position, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (!isRune || IsHidden(rune))
            {
                visible ??= new StringBuilder(text.Length + 5);
                visible.Append(text, written, position - written);
                AppendEscape(visible, isRune ? rune.Value : text[position]);
                written = position + length;
            }

            position += length;
        }

        return visible is null ? text : visible.Append(text, written, text.Length - written).ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => !IsSeenOrShapes(rune.Value),
        _ => false,
    };

    // Of the format characters, the joiners shape the letters beside them, and the Arabic number and verse signs are drawn.
    private static bool IsSeenOrShapes(int character) =>
        character is 0x200C or 0x200D or (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2;

    private static void AppendEscape(StringBuilder visible, int character)
    {
        if (character <= char.MaxValue)
        {
            visible.Append(CultureInfo.InvariantCulture, $"\\u{character:X4}");
        }
        else
        {
            visible.Append(CultureInfo.InvariantCulture, $"\\U{character:X8}");
        }
    }
}
