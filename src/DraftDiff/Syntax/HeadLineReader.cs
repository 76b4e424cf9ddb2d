using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>A piece of a line of the head: a field, or what says nothing of the draft, whose label is null.</summary>
internal readonly record struct HeadPiece(string? Label, TextSpan Span);

/// <summary>
/// Reads the lines of the head of a first page, which stand side by side on paper and on one line in a PDF's text:
/// "United Nations A/C.3/56/L.82", "General Assembly Distr.: Limited", "Arabic Original: English". A line is one of them
/// where nothing else stands on it. Mastheads of every language are partly English.
/// </summary>
internal sealed class HeadLineReader(string content, DraftingConventions conventions)
{
    /// <summary>Cuts a line into its pieces; false where it holds anything else.</summary>
    public bool TryRead(TextSpan line, out List<HeadPiece> pieces)
    {
        pieces = [];
        if (line.Length > LongestLine)
        {
            return false;
        }

        var position = line.Start;
        while (position < line.End)
        {
            if (Characters.IsSpace(content[position]))
            {
                position++;
                continue;
            }

            var text = content.AsSpan(position, line.End - position);
            if (!TryReadPiece(text, out var label, out var length))
            {
                // The organ's letter, which older documents print large: "UNITED NATIONS A".
                if (pieces.Count == 0 || text[0] is not ('A' or 'S' or 'E'))
                {
                    return false;
                }

                length = 1;
            }

            // A star is the mark of the piece it stands behind.
            while (length < text.Length && text[length] == '*')
            {
                length++;
            }

            if (length < text.Length && Characters.IsSpacedLetterOrDigit(text[length]))
            {
                return false;
            }

            pieces.Add(new HeadPiece(label, new TextSpan(position, length)));
            position += length;
        }

        return pieces.Count > 0;
    }

    private bool TryReadPiece(ReadOnlySpan<char> text, out string? label, out int length)
    {
        label = "original";
        length = LengthOfOriginal(text);
        if (length > 0)
        {
            return true;
        }

        label = "symbol";
        if (DocumentSymbolReader.TryReadStart(text, out var symbol, out length) && symbol.Organ is not null)
        {
            return true;
        }

        label = "date";
        length = LengthOfDate(text);
        if (length > 0)
        {
            return true;
        }

        // The longest wins: General is a distribution, the General Assembly is a body.
        var body = LengthOf(text, static conventions => conventions.Bodies);
        var furniture = Math.Max(
            LengthOfDistribution(text),
            Math.Max(LengthOf(text, static conventions => conventions.MastheadFurniture), LengthOf(text, static conventions => conventions.LanguageNames)));
        label = body > furniture ? "body" : null;
        length = Math.Max(body, furniture);
        return length > 0;
    }

    /// <summary>"Original: English", "Original: English and French"; the colon alone where the language stands on the next line.</summary>
    private int LengthOfOriginal(ReadOnlySpan<char> text)
    {
        var length = LengthOf(text, static conventions => conventions.OriginalWords);
        if (length == 0)
        {
            return 0;
        }

        // An unknown language goes on to the end of the line.
        var next = length;
        while (next < text.Length)
        {
            var start = next;
            while (start < text.Length && (Characters.IsSpace(text[start]) || text[start] is '/' or ','))
            {
                start++;
            }

            // A name first: español begins like the word for and.
            var name = LengthOf(text[start..], static conventions => conventions.LanguageNames);
            if (name == 0 && next > length)
            {
                start += LengthOf(text[start..], static conventions => conventions.AndWords);
                while (start < text.Length && Characters.IsSpace(text[start]))
                {
                    start++;
                }

                name = LengthOf(text[start..], static conventions => conventions.LanguageNames);
            }

            if (name == 0)
            {
                return next > length ? next : text.Length;
            }

            next = start + name;
        }

        return next;
    }

    /// <summary>"Distr.: Limited": the word, and the one behind it.</summary>
    private static int LengthOfDistribution(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("Distr.", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var end = "Distr.".Length;
        while (end < text.Length && (Characters.IsSpace(text[end]) || text[end] == ':'))
        {
            end++;
        }

        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The length of a day or of days: from a digit to a year, with a month between, and what ends a date.</summary>
    private int LengthOfDate(ReadOnlySpan<char> text)
    {
        if (!Characters.IsDigit(text[0]))
        {
            return 0;
        }

        text = text[..Math.Min(text.Length, LongestDate)];
        foreach (var ending in conventions.DateEndings)
        {
            var end = text.IndexOf(ending, StringComparison.Ordinal);
            if (end > 0 && Characters.IsDigit(text[..end].TrimEnd()[^1]) && IsDateText(text[..end]) && MastheadFields.IsDate(text[..end], conventions))
            {
                return end + ending.Length;
            }
        }

        var digits = 0;
        for (var i = 0; i < text.Length && IsDateText(text.Slice(i, 1)); i++)
        {
            digits = Characters.IsDigit(text[i]) ? digits + 1 : 0;
            if (digits == 4 && (i + 1 == text.Length || !Characters.IsDigit(text[i + 1])))
            {
                return MastheadFields.IsDate(text[..(i + 1)], conventions) ? i + 1 : 0;
            }
        }

        return 0;
    }

    private static bool IsDateText(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && !Characters.IsSpace(c) && c is not ('.' or ',' or '/' or '’' or '\'' or '-' or '–' or '—' or 'º'))
            {
                return false;
            }
        }

        return true;
    }

    private int LengthOf(ReadOnlySpan<char> text, Func<DraftingConventions, System.Collections.Immutable.ImmutableArray<string>> words) => Math.Max(
        WordList.LongestStart(text, words(conventions)),
        WordList.LongestStart(text, words(DraftingConventions.OfEveryMasthead)));

    private const int LongestLine = 200;
    private const int LongestDate = 48;
}
