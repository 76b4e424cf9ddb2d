using System.Collections.Immutable;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>What the fields of a masthead look like, each by itself.</summary>
internal static class MastheadFields
{
    /// <summary>The kind of document that a type as printed names.</summary>
    public static DraftKind KindOf(ReadOnlySpan<char> documentType, DraftingConventions conventions)
    {
        var text = documentType.Trim(" *");
        var types = conventions.DocumentTypes;

        // "Addendum" stands alone, or behind the type of what it adds to.
        if (IsLastWord(text, types.Addendum))
        {
            return DraftKind.Addendum;
        }

        if (IsLastWord(text, types.Corrigendum))
        {
            return DraftKind.Corrigendum;
        }

        // An amendment names what it amends, so its own name comes first.
        var kinds = NamesOf(types);
        foreach (var (kind, names) in kinds)
        {
            foreach (var name in names)
            {
                if (WordList.StartsWith(text, name))
                {
                    return kind;
                }
            }
        }

        if (IsNumberedResolution(text, types.NumberedResolution))
        {
            return DraftKind.AdoptedResolution;
        }

        foreach (var (kind, names) in kinds)
        {
            foreach (var name in names)
            {
                if ((kind is not (DraftKind.Amendment or DraftKind.Note) || Characters.IsHan(name[0]))
                    && text.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return kind;
                }
            }
        }

        return DraftKind.Unknown;
    }

    /// <summary>True for a short line that names a day: a month, and a year of four digits.</summary>
    public static bool IsDate(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        if (text.Length > LongestDate)
        {
            return false;
        }

        var digits = 0;
        var year = false;
        foreach (var c in text)
        {
            digits = Characters.IsDigit(c) ? digits + 1 : 0;
            year |= digits == 4;
        }

        return year && (WordList.ContainsAny(text, conventions.MonthWords) || WordList.ContainsAny(text, DraftingConventions.OfEveryMasthead.MonthWords));
    }

    /// <summary>True for a line that begins or ends with what names a committee.</summary>
    public static bool IsCommittee(ReadOnlySpan<char> text, DraftingConventions conventions) =>
        WordList.StartsWithAny(text, conventions.CommitteeWords)
        || WordList.EndsWithAny(text.TrimEnd("*)） "), conventions.CommitteeWords);

    /// <summary>True for a line that begins with an agenda item's number.</summary>
    public static bool IsAgendaItem(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        var number = LengthOfAgendaItemWords(text, conventions);
        return number > 0 && number < text.Length && char.IsDigit(text[number]);
    }

    /// <summary>The length of the words in front of an agenda item's number, 0 where there are none.</summary>
    public static int LengthOfAgendaItemWords(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        var length = WordList.LongestStart(text, conventions.AgendaItemWords);
        while (length > 0 && length < text.Length && (Characters.IsSpace(text[length]) || text[length] is '*' or ':' or '：'))
        {
            length++;
        }

        return length;
    }

    /// <summary>The length of the number in front of a title with its full stop, 0 where there is none: 70/130., 53/…, 3274 (XXIX).</summary>
    public static int LengthOfNumber(ReadOnlySpan<char> title)
    {
        var end = title.IndexOf('.');
        if (end > 0 && DocumentSymbol.TryParse(title[..end], out var symbol) && symbol.Organ is null)
        {
            return end + 1;
        }

        // Where no full stop ends it, and in a draft, whose number is not known.
        end = 0;
        while (end < title.Length && (char.IsDigit(title[end]) || title[end] == '/'))
        {
            end++;
        }

        var slash = title[..end].IndexOf('/');
        if (slash <= 0)
        {
            return 0;
        }

        var dots = end;
        while (dots < title.Length && title[dots] is '…' or '.')
        {
            dots++;
        }

        return char.IsDigit(title[end - 1]) || dots > end ? dots : 0;
    }

    /// <summary>Cuts a line of which a PDF's text made one of several fields: "Fifty-sixth session Third Committee Agenda item 119 (b)".</summary>
    public static List<TextSpan> Cut(string content, TextSpan line, DraftingConventions conventions)
    {
        var parts = new List<TextSpan>();
        if (line.Length > LongestCut)
        {
            return [line];
        }

        var text = content.AsSpan(line.Start, line.Length);
        var item = FindAgendaItem(text, conventions);
        var head = text[..(item < 0 ? text.Length : item)].TrimEnd();
        if (head.IsEmpty)
        {
            return [line];
        }

        var committee = -1;
        foreach (var words in conventions.SessionWords)
        {
            if (head.IndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and var session)
            {
                committee = Math.Max(committee, FindCommittee(head, session + words.Length, conventions));
                item = committee < 0 && item < 0 ? -1 : item;
            }
        }

        if (committee < 0 && (item < 0 || !(WordList.ContainsAny(head, conventions.SessionWords) || IsCommittee(head, conventions))))
        {
            return [line];
        }

        if (committee > 0)
        {
            parts.Add(new TextSpan(line.Start, head[..committee].TrimEnd().Length));
            parts.Add(new TextSpan(line.Start + committee, head.Length - committee));
        }
        else
        {
            parts.Add(new TextSpan(line.Start, head.Length));
        }

        if (item >= 0)
        {
            parts.Add(TextSpan.FromBounds(line.Start + item, line.End));
        }

        return parts;
    }

    /// <summary>Where behind the session a committee's name begins, -1 where none does.</summary>
    private static int FindCommittee(ReadOnlySpan<char> text, int from, DraftingConventions conventions)
    {
        var start = from;
        while (start < text.Length && Characters.IsSpace(text[start]))
        {
            start++;
        }

        if (start == from || start == text.Length)
        {
            return -1;
        }

        if (IsCommittee(text[start..], conventions))
        {
            return start;
        }

        // In Arabic the session's number follows its name, and the committee begins with its.
        for (var i = start; i < text.Length; i++)
        {
            if (text[i - 1] == ' ' && WordList.StartsWithAny(text[i..], conventions.CommitteeWords))
            {
                return i;
            }
        }

        return -1;
    }

    private static int FindAgendaItem(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || Characters.IsSpace(text[i - 1])) && IsAgendaItem(text[i..], conventions))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsLastWord(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || Characters.IsSpace(text[text.Length - word.Length - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Resolution 2254 (2015); 第 2254（2015）号决议.</summary>
    private static bool IsNumberedResolution(ReadOnlySpan<char> text, ImmutableArray<(string Before, string After)> words)
    {
        foreach (var (before, after) in words)
        {
            if (!WordList.StartsWith(text, before))
            {
                continue;
            }

            var number = text[before.Length..].TrimStart();
            var end = after.Length == 0 ? -1 : number.IndexOf(after, StringComparison.Ordinal);
            if (DocumentSymbolReader.TryReadStart(end < 0 ? number : number[..end], out var symbol, out _)
                && symbol is { Organ: null, Series: null } && (symbol.Year ?? symbol.Session?.Number) is not null
                && !symbol.ToString().Contains('/', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<(DraftKind Kind, ImmutableArray<string> Names)> NamesOf(DocumentTypes types) => new[]
    {
        (DraftKind.Amendment, types.Amendment),
        (DraftKind.RevisedDraftResolution, types.RevisedDraftResolution),
        (DraftKind.DraftResolution, types.DraftResolution),
        (DraftKind.DraftDecision, types.DraftDecision),
        (DraftKind.Note, types.Note),
        (DraftKind.AdoptedResolution, types.AdoptedResolution),
    };

    private const int LongestDate = 45;
    private const int LongestCut = 300;
}
