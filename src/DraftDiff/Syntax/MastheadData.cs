using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Makes the fields of a masthead data.</summary>
internal static class MastheadData
{
    /// <summary>The masthead that the units hold, and the kind of document that it tells.</summary>
    public static Masthead Of(
        IReadOnlyList<Unit> units,
        Func<Unit, string?> noteOf,
        DraftingConventions conventions,
        out DraftKind kind)
    {
        var masthead = Masthead.Empty;
        kind = DraftKind.Unknown;
        foreach (var unit in units)
        {
            if (unit.Section != Section.Masthead)
            {
                continue;
            }

            switch (unit.Label)
            {
                case "symbol":
                    masthead = masthead with { Symbol = unit.Text };
                    break;
                case "date":
                    masthead = masthead with { Date = unit.Text };
                    break;
                case "original":
                    masthead = masthead with { Original = AfterColon(unit.Text) };
                    break;
                case "session":
                    masthead = masthead with { Session = new Session(unit.Text, NumberOf(unit.Text, conventions)) };
                    break;
                case "committee":
                    masthead = masthead with { Committee = unit.Text };
                    break;
                case "agenda-item":
                    masthead = masthead with { AgendaItem = ReadAgendaItem(unit.Text, conventions) };
                    break;
                case "document-type":
                    masthead = masthead with { DocumentType = unit.Text };
                    kind = MastheadReader.KindOf(unit.Text, conventions);
                    break;
                case "sponsors":
                    masthead = masthead with { Sponsors = new Sponsors(unit.Text.TrimEnd(':', '：', ' '), noteOf(unit)) };
                    break;
            }
        }

        return masthead;
    }

    /// <summary>The number that words name: digits, Chinese numerals, or the words of the language added up.</summary>
    public static int? NumberOf(string text, DraftingConventions conventions)
    {
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits >= 0)
        {
            var end = digits;
            while (end < text.Length && Characters.IsDigit(text[end]))
            {
                end++;
            }

            return int.TryParse(text.AsSpan(digits, end - digits), CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        return HanNumber(text) ?? WordsNumber(text, conventions);
    }

    private static int? HanNumber(string text)
    {
        int total = 0, digit = 0;
        var any = false;
        foreach (var c in text)
        {
            var value = "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
            if (value >= 0)
            {
                digit = value;
            }
            else if (c is '十' or '百')
            {
                total += Math.Max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            }
            else if (any)
            {
                break;
            }
            else
            {
                continue;
            }

            any = true;
        }

        return any ? total + digit : null;
    }

    private static int? WordsNumber(string text, DraftingConventions conventions)
    {
        var total = 0;
        foreach (var range in text.AsSpan().SplitAny(" -‑\u00A0"))
        {
            var word = text.AsSpan()[range];
            foreach (var (name, value) in conventions.NumberWords)
            {
                total += word.Equals(name, StringComparison.OrdinalIgnoreCase) ? value : 0;
            }
        }

        return total > 0 ? total : null;
    }

    private static AgendaItem ReadAgendaItem(string text, DraftingConventions conventions)
    {
        var position = 0;
        foreach (var words in conventions.AgendaItemWords)
        {
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                position = Math.Max(position, words.Length);
            }
        }

        while (position < text.Length && text[position] is ' ' or ':' or '：' or '*')
        {
            position++;
        }

        // The number, then letters in brackets: 119 (b), 16 b).
        var end = position;
        while (end < text.Length && char.IsDigit(text[end]))
        {
            end++;
        }

        var letter = end;
        while (letter < text.Length && (text[letter] is ' ' or '(' or '（'))
        {
            letter++;
        }

        if (end > position && letter + 1 < text.Length && char.IsLetter(text[letter]) && text[letter + 1] is ')' or '）')
        {
            end = letter + 2;
        }

        var number = text[position..end];
        var title = text[end..].Trim(' ', ':', '：');
        return new AgendaItem(number.Length == 0 ? null : number, title.Length == 0 ? null : title);
    }

    private static string AfterColon(string text)
    {
        var colon = text.AsSpan().LastIndexOfAny(':', '：');
        return text[(colon + 1)..].Trim();
    }
}
