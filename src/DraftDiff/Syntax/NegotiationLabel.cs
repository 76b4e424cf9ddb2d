using System.Globalization;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// A label that paragraphs print while they are negotiated: <c>PP1</c>, <c>OP1</c>, <c>PP2bis</c>, <c>OP7 ter</c>,
/// <c>OP6 alt</c>, <c>new OP</c>.
/// </summary>
/// <param name="Canonical">The label without spaces: <c>OP7ter</c>, <c>newOP</c>.</param>
/// <param name="IsPreambular">True for PP.</param>
/// <param name="Number">The number; 0 where it has none.</param>
/// <param name="Span">Where it stands, a full stop, colon or bracket behind it included.</param>
internal readonly record struct NegotiationLabel(string Canonical, bool IsPreambular, int Number, TextSpan Span)
{
    // Latin as in the languages that have them: again, a third time, or another wording of the same paragraph.
    private static readonly string[] Suffixes = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "alt"];

    /// <summary>Reads the label at the beginning of a line, behind opening brackets if there are any.</summary>
    public static bool TryRead(string content, TextSpan line, out NegotiationLabel label)
    {
        label = default;

        // Nearly every line is told to have none by its first character.
        if (line.IsEmpty || !(content[line.Start] is '[' or '［' or 'n' or 'N' or 'O' or 'P' || Characters.IsSpace(content[line.Start])))
        {
            return false;
        }

        var text = content.AsSpan(0, line.End);
        var position = line.Start;
        while (position < line.End && content[position] is '[' or '［')
        {
            position++;
        }

        var start = position;
        var isNew = TryTake(text, "new", ref position);
        SkipSpaces(text, ref position);
        var isPreambular = TryTake(text, "PP", ref position);
        if (!isPreambular && !TryTake(text, "OP", ref position))
        {
            return false;
        }

        var end = position;
        SkipSpaces(text, ref position);
        var number = TakeNumber(text, ref position);
        if (number > 0)
        {
            end = position;
        }
        else if (!isNew)
        {
            return false;
        }

        var canonical = (isNew ? "new" : "") + (isPreambular ? "PP" : "OP")
            + (number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "") + TakeSuffixes(text, ref end);
        if (end < line.End && content[end] is '.' or ':' or ')')
        {
            end++;
        }

        // What goes on in the same word is no label: OP9(a) of a reference, OPCAT.
        if (end < line.End && !Characters.IsSpace(content[end]) && content[end] is not ('[' or ']'))
        {
            return false;
        }

        label = new NegotiationLabel(canonical, isPreambular, number, TextSpan.FromBounds(start, end));
        return true;
    }

    private static string TakeSuffixes(ReadOnlySpan<char> text, ref int end)
    {
        var taken = "";
        while (true)
        {
            var position = end;
            SkipSpaces(text, ref position);
            var suffix = TakeSuffix(text, ref position);
            if (suffix.Length == 0)
            {
                return taken;
            }

            taken += suffix;
            end = position;
        }
    }

    private static string TakeSuffix(ReadOnlySpan<char> text, ref int position)
    {
        foreach (var suffix in Suffixes)
        {
            var after = position;
            if (TryTake(text, suffix, ref after) && !(after < text.Length && char.IsLetter(text[after])))
            {
                position = after;
                return suffix;
            }
        }

        return "";
    }

    private static int TakeNumber(ReadOnlySpan<char> text, ref int position)
    {
        var number = 0;
        while (position < text.Length && Characters.IsDigit(text[position]) && number < 1000)
        {
            number = number * 10 + (text[position++] - '0');
        }

        return number;
    }

    private static bool TryTake(ReadOnlySpan<char> text, string word, ref int position)
    {
        // "New OP" begins a line; "Op. cit." is none.
        var comparison = word == "new" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (!text[position..].StartsWith(word, comparison))
        {
            return false;
        }

        position += word.Length;
        return true;
    }

    private static void SkipSpaces(ReadOnlySpan<char> text, ref int position)
    {
        while (position < text.Length && Characters.IsSpace(text[position]))
        {
            position++;
        }
    }
}
