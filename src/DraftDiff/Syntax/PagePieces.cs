using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>The kinds of pieces that a line of page furniture holds.</summary>
[Flags]
internal enum PieceKinds : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>2/9.</summary>
    Page = 1,

    /// <summary>23-21227, 01-66657 (E) 291101, a bar code.</summary>
    Job = 2,

    /// <summary>A document's symbol.</summary>
    Symbol = 4,

    /// <summary>Page 2.</summary>
    PageWord = 8,

    /// <summary>https://undocs.org/….</summary>
    Link = 16,
}

/// <summary>Reads page numbers, job numbers, bar codes and symbols, one behind the other, glued or with spaces between.</summary>
/// <param name="content">The text.</param>
/// <param name="symbol">The document's own symbol; null where it is not known.</param>
/// <param name="pageWords">What stands before and after the number of a page.</param>
internal sealed class PagePieces(string content, string? symbol, ImmutableArray<(string Before, string After)> pageWords)
{
    private const int LongestRun = 80;
    private static readonly SearchValues<char> NotOfSymbols = SearchValues.Create(",，。;；()");

    /// <summary>The document's own symbol, empty where it is not known.</summary>
    public string Symbol { get; } = symbol ?? "";

    /// <summary>True where a piece may begin, by its first character.</summary>
    public bool MayBegin(int position) =>
        Characters.IsDigit(content[position]) || content[position] is '*' || Characters.IsHan(content[position]) || char.IsUpper(content[position])
        || IsLink(position);

    /// <summary>Reads as many pieces as follow each other and gives where the last one ends, or <paramref name="start"/> where none does.</summary>
    /// <param name="start">Where the first one begins.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="anySymbol">True to read any symbol, false to read the document's own only, or one behind a job number.</param>
    /// <param name="kinds">What was read.</param>
    /// <param name="total">The number of pages, of 2/9; 0 where there is none.</param>
    public int Read(int start, int end, bool anySymbol, out PieceKinds kinds, out int total)
    {
        kinds = PieceKinds.None;
        total = 0;
        var position = start;
        var last = start;
        while (position < end && (!Characters.IsHan(content[position]) || BeginsPageWord(content[position])))
        {
            var next = ReadPage(position, end, out var pages);
            var kind = PieceKinds.Page;
            if (next < 0)
            {
                (next, kind) = (ReadJob(position, end), PieceKinds.Job);
            }

            if (next < 0)
            {
                (next, kind) = (ReadSymbol(position, end, anySymbol || kinds.HasFlag(PieceKinds.Job)), PieceKinds.Symbol);
            }

            if (next < 0)
            {
                (next, kind) = (ReadPageWord(position, end), PieceKinds.PageWord);
            }

            if (next < 0)
            {
                (next, kind) = (IsLink(position) ? SkipWord(position, end) : -1, PieceKinds.Link);
            }

            // A page has one number and one symbol: in "resolution 4/4 3/9" the first is none of the page.
            if (next < 0 || (kind != PieceKinds.Job && kinds.HasFlag(kind)))
            {
                break;
            }

            total = kind == PieceKinds.Page ? pages : total;
            kinds |= kind;
            last = next;
            position = SkipSpaces(next, end);
        }

        return last;
    }

    /// <summary>Where the longest run of pieces begins that reaches the end of a line behind other text; -1 where none does.</summary>
    public int FindLast(int start, int end, out PieceKinds kinds, out int total)
    {
        kinds = PieceKinds.None;
        total = 0;
        if (!(Characters.IsDigit(content[end - 1]) || content[end - 1] is ')' or '*' || EndsWithSymbol(start, end) || EndsWithPageWord(end)))
        {
            return -1;
        }

        for (var position = Math.Max(start + 1, end - LongestRun); position < end; position++)
        {
            var before = content[position - 1];
            var isApart = Characters.IsDigit(content[position]) ? !Characters.IsDigit(before) && before is not ('/' or '-' or '.') : !Characters.IsLetterOrDigit(before);
            if ((isApart || StartsWithOwnSymbol(position)) && MayBegin(position) && Read(position, end, false, out kinds, out total) == end)
            {
                return position;
            }
        }

        kinds = PieceKinds.None;
        total = 0;
        return -1;
    }

    /// <summary>True for a word with the shape of a document's symbol.</summary>
    public static bool IsSymbol(ReadOnlySpan<char> word) =>
        word.Length >= 5 && char.IsAsciiLetterUpper(word[0]) && word.IndexOf('/') is > 0 and < 6
            && word.IndexOfAnyInRange('0', '9') > 0 && !word.ContainsAny(NotOfSymbols);

    /// <summary>True for 第 of 第 2 页, the only Han character that a piece begins with.</summary>
    private bool BeginsPageWord(char c)
    {
        foreach (var (before, _) in pageWords)
        {
            if (before[0] == c)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where 第 2 页 may end.</summary>
    private bool EndsWithPageWord(int end)
    {
        foreach (var (_, after) in pageWords)
        {
            if (after.Length > 0 && content[end - 1] == after[^1])
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsWithSymbol(int start, int end) =>
        Symbol.Length > 0 && end - start > Symbol.Length && content.AsSpan(end - Symbol.Length, Symbol.Length).SequenceEqual(Symbol);

    private bool StartsWithOwnSymbol(int position) =>
        Symbol.Length > 0 && content.AsSpan(position).StartsWith(Symbol, StringComparison.Ordinal);

    /// <summary>2/9: at most the number of pages, so that it is none of a resolution; a job number may be glued behind it.</summary>
    private int ReadPage(int start, int end, out int total)
    {
        total = 0;
        var slash = SkipDigits(start, end);
        if (slash - start is 0 or > 2 || slash == end || content[slash] != '/')
        {
            return -1;
        }

        var next = SkipDigits(slash + 1, end);
        if (next < end && content[next] == '-' && next - slash > 3)
        {
            next -= 2;
        }

        if (next - slash - 1 is 0 or > 2 || (next < end && content[next] is '/' or '.' or ',' && next + 1 < end && Characters.IsDigit(content[next + 1])))
        {
            return -1;
        }

        total = ValueOf(slash + 1, next);
        return ValueOf(start, slash) is > 0 and var page && page <= total ? next : -1;
    }

    /// <summary>17-20765, GE.17-20765, 01-66657 (E) 291101, *0166657*.</summary>
    private int ReadJob(int start, int end)
    {
        var position = start;
        if (content[start] == '*')
        {
            position = SkipDigits(start + 1, end);
            return position - start > 4 && position < end && content[position] == '*' ? position + 1 : -1;
        }

        while (position < end && position - start < 3 && char.IsAsciiLetterUpper(content[position]))
        {
            position++;
        }

        if (position > start)
        {
            if (position == end || content[position] != '.')
            {
                return -1;
            }

            position++;
        }

        var dash = SkipDigits(position, end);
        if (dash - position != 2 || dash == end || content[dash] != '-')
        {
            return -1;
        }

        position = SkipDigits(dash + 1, end);
        if (position - dash > 6 && position < end && content[position] == '/')
        {
            position = dash + 6;
        }

        if (position - dash != 6 || (position < end && char.IsAsciiLetterLower(content[position])))
        {
            return -1;
        }

        // The language, and the dates of the job.
        var rest = SkipSpaces(position, end);
        if (rest + 2 < end && content[rest] == '(' && char.IsAsciiLetterUpper(content[rest + 1]) && content[rest + 2] == ')')
        {
            position = rest + 3;
            rest = SkipSpaces(position, end);
        }

        while (SkipDigits(rest, end) is var date && date - rest == 6 && (date == end || Characters.IsSpace(content[date])))
        {
            position = date;
            rest = SkipSpaces(position, end);
        }

        return position;
    }

    /// <summary>Where a symbol ends, the document's own or any; -1 where none begins.</summary>
    public int ReadSymbol(int start, int end, bool any)
    {
        if (any && char.IsAsciiLetterUpper(content[start]))
        {
            var word = SkipWord(start, end);
            if (IsSymbol(content.AsSpan(start, word - start)))
            {
                return word;
            }
        }

        if (!StartsWithOwnSymbol(start))
        {
            return -1;
        }

        // A longer symbol is another document's, and what is followed by punctuation stands in a sentence.
        var next = start + Symbol.Length;
        next = next < end && content[next] == '*' ? next + 1 : next;
        next = ReadYear(next, end);
        return next >= end || Characters.IsSpace(content[next]) || char.IsAsciiLetterLower(content[next]) ? next : -1;
    }

    /// <summary>The year behind a symbol: S/RES/2254 (2015).</summary>
    private int ReadYear(int start, int end)
    {
        var bracket = SkipSpaces(start, end);
        var digits = bracket < end && content[bracket] == '(' ? SkipDigits(bracket + 1, end) : bracket;
        return digits - bracket == 5 && digits < end && content[digits] == ')' ? digits + 1 : start;
    }

    private int ReadPageWord(int start, int end)
    {
        foreach (var (before, after) in pageWords)
        {
            if (end - start < before.Length || WordList.Fold(content[start]) != WordList.Fold(before[0])
                || !content.AsSpan(start, before.Length).Equals(before, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var digits = SkipSpaces(start + before.Length, end);
            var next = SkipDigits(digits, end);
            if (next == digits || next - digits > 3)
            {
                continue;
            }

            if (after.Length == 0)
            {
                return next;
            }

            next = SkipSpaces(next, end);
            if (string.CompareOrdinal(content, next, after, 0, after.Length) == 0)
            {
                return next + after.Length;
            }
        }

        return -1;
    }

    private bool IsLink(int position) =>
        content.AsSpan(position).StartsWith("http://", StringComparison.Ordinal) || content.AsSpan(position).StartsWith("https://", StringComparison.Ordinal);

    private int SkipWord(int position, int end)
    {
        while (position < end && !Characters.IsSpace(content[position]))
        {
            position++;
        }

        return position;
    }

    private int SkipDigits(int position, int end)
    {
        while (position < end && Characters.IsDigit(content[position]))
        {
            position++;
        }

        return position;
    }

    private int SkipSpaces(int position, int end)
    {
        while (position < end && Characters.IsSpace(content[position]))
        {
            position++;
        }

        return position;
    }

    private int ValueOf(int start, int end) =>
        int.Parse(content.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
}
