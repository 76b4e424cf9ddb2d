using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// The sponsors of a draft, as one or more lines name them before a colon: "Brazil, Cuba and South Africa:* draft
/// resolution". The type of the document stands behind the colon, or on the next line.
/// </summary>
/// <param name="First">The line they begin on.</param>
/// <param name="Colon">The line of the colon.</param>
/// <param name="Last">The last line: that of the colon, or the next one where the type is wrapped.</param>
/// <param name="Names">The names with the colon and the marks behind it.</param>
/// <param name="Type">The type of the document; empty where it stands on the next line.</param>
internal sealed record SponsorLines(int First, int Colon, int Last, TextSpan Names, TextSpan Type)
{
    /// <summary>Finds the sponsors in a range of lines; null where there are none.</summary>
    public static SponsorLines? Find(string content, Line[] lines, Range range, DraftingConventions conventions)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        var blanksSeparate = BlanksSeparate(lines.AsSpan(range));
        for (var i = start; i < end; i++)
        {
            if (lines[i].Role != LineRole.Body || !TryReadColon(content, lines, i, end, conventions, out var names, out var type, out var last))
            {
                continue;
            }

            var first = FindFirst(content, lines, start, i, blanksSeparate, conventions);
            return new SponsorLines(
                first, i, last, TextSpan.FromBounds(lines[first].ContentStart, names), TextSpan.FromBounds(type, lines[last].ContentEnd));
        }

        return null;
    }

    private static bool TryReadColon(
        string content, Line[] lines, int index, int end, DraftingConventions conventions, out int names, out int type, out int last)
    {
        last = index;
        ref readonly var line = ref lines[index];
        var text = content.AsSpan(line.ContentStart, line.Content.Length);
        var colon = text.LastIndexOfAny(':', '：');
        names = type = 0;
        if (colon <= 0 || IsField(text, conventions))
        {
            return false;
        }

        var after = colon + 1;
        while (after < text.Length && (text[after] == '*' || Characters.IsSpace(text[after])))
        {
            after++;
        }

        var behind = after;
        while (Characters.IsSpace(text[behind - 1]))
        {
            behind--;
        }

        names = line.ContentStart + behind;
        type = line.ContentStart + after;
        if (after < text.Length && IsType(text[after..], conventions))
        {
            return true;
        }

        if (FindBody(content, lines, index + 1, end) is not (>= 0 and var next))
        {
            return false;
        }

        var below = content.AsSpan(lines[next].ContentStart, lines[next].Content.Length);
        if (after == text.Length)
        {
            return IsType(below, conventions);
        }

        // The type itself is wrapped: its halves are none.
        last = next;
        return text.Length - after <= LongestType && below.Length <= LongestType && !IsType(below, conventions)
            && IsType($"{text[after..]} {below}", conventions);
    }

    private static bool IsType(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        MastheadFields.KindOf(text, conventions) is not (DraftKind.Unknown or DraftKind.AdoptedResolution);

    /// <summary>The next line of text, one of stars aside; -1 where there is none.</summary>
    private static int FindBody(string content, Line[] lines, int from, int end)
    {
        while (from < end && (lines[from].Role != LineRole.Body
            || content.AsSpan(lines[from].ContentStart, lines[from].Content.Length).IndexOfAnyExcept('*', ' ') < 0))
        {
            from++;
        }

        return from < end ? from : -1;
    }

    /// <summary>Goes up from the line of the colon as long as the lines above look like names of States.</summary>
    private static int FindFirst(string content, Line[] lines, int start, int last, bool blanksSeparate, DraftingConventions conventions)
    {
        var first = last;
        for (var i = last; i > start && last - i < MostLines; i--)
        {
            ref readonly var above = ref lines[i - 1];
            if (above.IsBlank && !blanksSeparate)
            {
                continue;
            }

            if (above.Role != LineRole.Body)
            {
                break;
            }

            var text = content.AsSpan(above.ContentStart, above.Content.Length);
            if (IsField(text, conventions) || IsBelowNumber(content, lines, i - 1, conventions) || !LooksLikeNames(text, conventions, out var beginsWithName))
            {
                break;
            }

            first = beginsWithName ? i - 1 : first;
        }

        return first;
    }

    private static bool IsField(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        MastheadFields.IsAgendaItem(text, conventions) || WordList.ContainsAny(text, conventions.SessionWords)
        || WordList.LongestStart(text, conventions.OriginalWords) > 0 || WordList.LongestStart(text, DraftingConventions.OfEveryMasthead.OriginalWords) > 0
        || MastheadFields.IsCommittee(text, conventions) || text[0] == '[';

    /// <summary>True right below the number of an agenda item that has no title beside it: there stands the title.</summary>
    private static bool IsBelowNumber(string content, Line[] lines, int index, DraftingConventions conventions)
    {
        do
        {
            index--;
        }
        while (index >= 0 && lines[index].Role != LineRole.Body);

        return index >= 0 && lines[index].Content.Length < LongestNumber
            && MastheadFields.IsAgendaItem(content.AsSpan(lines[index].ContentStart, lines[index].Content.Length), conventions);
    }

    /// <summary>
    /// True for names between commas, each with a capital where the script has any. The first may be the end of one
    /// that the line above begins.
    /// </summary>
    private static bool LooksLikeNames(ReadOnlySpan<char> text, DraftingConventions conventions, out bool beginsWithName)
    {
        beginsWithName = !char.IsLower(text[0]);
        var count = 0;
        foreach (var range in text.SplitAny(",，、،;"))
        {
            var name = text[range].Trim(" *\u00A0");
            if (name.IsEmpty)
            {
                continue;
            }

            if (count++ > 0 && char.IsLower(name[0]) && !BeginsWithShortWord(name))
            {
                return false;
            }
        }

        return count > 1 || EndsWithAnd(text, conventions) || text[^1] is ',' or '，' or '、' or '،' || text.Count('(') > text.Count(')');
    }

    private static bool EndsWithAnd(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        var last = text[(text.LastIndexOf(' ') + 1)..];
        foreach (var word in conventions.AndWords)
        {
            if (last.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a name behind a short word, as and is in every language that has small letters: and Zambia.</summary>
    private static bool BeginsWithShortWord(ReadOnlySpan<char> name)
    {
        var space = name.IndexOf(' ');
        return space is > 0 and < 4 && space + 1 < name.Length && !char.IsLower(name[space + 1]);
    }

    /// <summary>True where some lines of the masthead stand under a blank line and others do not.</summary>
    private static bool BlanksSeparate(ReadOnlySpan<Line> lines)
    {
        bool with = false, without = false;
        for (var i = 1; i < lines.Length; i++)
        {
            with |= lines[i].Role == LineRole.Body && lines[i].BlanksAbove > 0;
            without |= lines[i].Role == LineRole.Body && lines[i].BlanksAbove == 0;
        }

        return with && without;
    }

    private const int MostLines = 40;
    private const int LongestNumber = 60;
    private const int LongestType = 40;
}
