using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Makes the fields of a masthead data.</summary>
internal static class MastheadData
{
    /// <summary>The masthead that the units hold, and the kind of document that it tells.</summary>
    public static Masthead Of(
        string content,
        IReadOnlyList<Unit> units,
        Func<Unit, string?> noteOf,
        DraftingConventions conventions,
        out DraftKind kind)
    {
        var masthead = Masthead.Empty;
        kind = DraftKind.Unknown;
        var numbered = false;
        foreach (var unit in units)
        {
            // A draft's title has no number yet.
            numbered |= unit.Section == Section.Title && DocumentSymbol.TryParse(unit.Printed?.TrimEnd('.'), out _);
            if (unit.Section != Section.Masthead)
            {
                continue;
            }

            switch (unit.Label)
            {
                case "symbol":
                    // Its words lack the star of a document that was reissued where the star is a mark.
                    masthead = masthead with
                    {
                        Symbol = DocumentSymbol.TryParse(content.AsSpan(unit.Span.Start, unit.Span.Length), out var symbol)
                            || DocumentSymbol.TryParse(unit.Words, out symbol) ? symbol : null,
                    };
                    break;
                case "body":
                    masthead = masthead with { Body = unit.Text.TrimEnd('*') };
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
                    kind = MastheadFields.KindOf(unit.Text, conventions);
                    break;
                case "sponsors":
                    masthead = masthead with { Sponsors = new Sponsors(unit.Text.TrimEnd(':', '：', ' ', '*'), noteOf(unit)) };
                    break;
            }
        }

        kind = kind.With(masthead.Symbol);
        kind = kind == DraftKind.Unknown && numbered ? DraftKind.AdoptedResolution : kind;
        return masthead;
    }

    /// <summary>The number that a session is named with: before the word for session, or, where none is there, behind it.</summary>
    public static int? NumberOf(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        foreach (var words in conventions.SessionWords)
        {
            if (text.IndexOf(words, StringComparison.OrdinalIgnoreCase) is > 0 and var session && FirstNumber(text[..session], conventions) is { } number)
            {
                return number;
            }
        }

        return FirstNumber(text, conventions);
    }

    /// <summary>Digits, or the words of the language added up, whichever come first.</summary>
    private static int? FirstNumber(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        var total = 0;
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            while (position < text.Length && Characters.IsDigit(text[position]))
            {
                position++;
            }

            if (position > start)
            {
                return total > 0 ? total
                    : int.TryParse(text[start..position], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            }

            while (position < text.Length && Characters.IsSpacedLetterOrDigit(text[position]) && !Characters.IsDigit(text[position]))
            {
                position++;
            }

            if (position > start)
            {
                var value = ValueOf(text[start..position], conventions, out var length);
                total += length == position - start ? value : 0;
            }
            else if (ValueOf(text[start..], conventions, out _) is > 0 and var value)
            {
                // Without spaces the number ends where its words do.
                return value;
            }
            else
            {
                position++;
            }
        }

        return total > 0 ? total : null;
    }

    /// <summary>The value of the words of numbers that a text begins with, one glued to the other: decimotercer, السبعون, 七十二.</summary>
    private static int ValueOf(ReadOnlySpan<char> text, DraftingConventions conventions, out int length)
    {
        var total = 0;
        length = 0;
        while (true)
        {
            var (longest, value) = (0, 0);
            foreach (var (name, number) in conventions.NumberWords)
            {
                if (name.Length > longest && StartsWith(text[length..], name))
                {
                    (longest, value) = (name.Length, number);
                }
            }

            if (longest == 0)
            {
                return total;
            }

            total += value;
            length += longest;
        }
    }

    /// <summary>Without regard to case, and to accents, which capitals and longer words lose.</summary>
    private static bool StartsWith(ReadOnlySpan<char> word, string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i == word.Length || Fold(word[i]) != Fold(name[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static char Fold(char c) => char.ToLowerInvariant(c) switch
    {
        'á' => 'a',
        'é' or 'è' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        var other => other,
    };

    private static AgendaItem ReadAgendaItem(string text, DraftingConventions conventions)
    {
        var start = MastheadFields.LengthOfAgendaItemWords(text, conventions);
        var end = EndOfNumbers(text, start, conventions);
        var title = text.AsSpan(end).TrimStart();
        title = title[WordList.LongestStart(title, conventions.AgendaWords)..].Trim(" :：*.");
        return new AgendaItem(end == start ? null : text[start..end], title.IsEmpty ? null : title.ToString());
    }

    /// <summary>The end of numbers with their letters: 119 (b), 16 b), 14 and 117 (a) and (c).</summary>
    private static int EndOfNumbers(string text, int start, DraftingConventions conventions)
    {
        var end = start;
        while (true)
        {
            var next = end;
            while (next < text.Length && (Characters.IsSpace(text[next]) || text[next] is ',' or ';' or '，' or '、' or '،'))
            {
                next++;
            }

            var listed = end == start || text.AsSpan(end, next - end).ContainsAny(",;，、،");
            if (end > start && LengthOfJoin(text.AsSpan(next), conventions) is > 0 and var join)
            {
                listed = true;
                next += join;
            }

            while (next < text.Length && Characters.IsSpace(text[next]))
            {
                next++;
            }

            var number = next;
            while (listed && number < text.Length && char.IsDigit(text[number]))
            {
                number++;
            }

            if (number == next)
            {
                // A letter in brackets, or before one.
                number += next < text.Length && text[next] is '(' or '（' ? 1 : 0;
                var letters = number;
                while (number < text.Length && number - letters < MostLetters && char.IsLetter(text[number]))
                {
                    number++;
                }

                number = end > start && number > letters && number < text.Length && text[number] is ')' or '）' ? number + 1 : next;
            }

            if (number == next)
            {
                return end;
            }

            end = number;
        }
    }

    /// <summary>The length of what joins a number to the one before it, 0 where nothing does: and, to, a dash.</summary>
    private static int LengthOfJoin(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        if (text is ['-' or '–', ..])
        {
            return 1;
        }

        foreach (var words in (ReadOnlySpan<ImmutableArray<string>>)[conventions.AndWords, conventions.RangeWords])
        {
            // In Spanish a) is a letter.
            var length = WordList.LongestStart(text, words);
            if (length > 0 && length < text.Length
                && (Characters.IsSpace(text[length]) || Characters.IsDigit(text[length]) || text[length] is '(' or '（'))
            {
                return length;
            }
        }

        return 0;
    }

    private static string AfterColon(string text)
    {
        var colon = text.AsSpan().LastIndexOfAny(':', '：');
        return text[(colon + 1)..].Trim();
    }

    private const int MostLetters = 4;
}
