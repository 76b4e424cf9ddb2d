using System.Runtime.InteropServices;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Tells a hyphen that a line's end put into a word (coopera-tion) from one of the word's own (film-makers). The text
/// itself tells first: how it writes the word elsewhere; then whether both halves are words of it.
/// </summary>
internal sealed class LineEndHyphens(string content, DraftingConventions conventions)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>? _words;
    private int _lines;
    private int _hyphens;

    // The words divided at a line's end that the text has elsewhere, without a hyphen and with one.
    private int _joined;
    private int _hyphenated;

    /// <summary>True where the words on both sides of a line's end are one word without the hyphen.</summary>
    /// <param name="hyphen">The hyphen that ends a line.</param>
    /// <param name="next">Where the words go on.</param>
    /// <param name="mayHang">True where the hyphen may hang: sudden- and slow-onset.</param>
    public bool IsOfLineEnd(int hyphen, int next, bool mayHang)
    {
        var start = hyphen;
        while (start > 0 && char.IsLetter(content[start - 1]))
        {
            start--;
        }

        var end = next;
        while (end < content.Length && char.IsLetter(content[end]))
        {
            end++;
        }

        var first = content.AsSpan(start, hyphen - start);
        var second = content.AsSpan(next, end - next);
        if (first.Length < ShortestHalf || second.IsEmpty || !char.IsLower(second[0]) || IsJoined(start - 1) || IsJoined(end))
        {
            return false;
        }

        var joined = CountOf(first, "", second);
        var hyphenated = CountOf(first, "-", second);
        if (joined != hyphenated)
        {
            return joined > hyphenated;
        }

        if (joined > 0 || mayHang || BeginsCompound(first))
        {
            return false;
        }

        // Where hardly a line ends with a hyphen, or more are of words that the text has with one, none was put in. Half a word
        // is no word: coopera, tion; but short ones are: in-ternational.
        return _hyphens * 100 >= _lines * LeastHyphens && _joined >= _hyphenated
            && (CountOf(first, "", "") == 0 || (first.Length < ShortestWord && CountOf(second, "", "") == 0));
    }

    // No word is divided behind its first letter: e-commerce.
    private const int ShortestHalf = 2;
    private const int ShortestWord = 4;
    private const int LeastHyphens = 2;
    private const int LongestWord = 60;

    /// <summary>True for what makes more than a word of it: case-by-case, a number, a link.</summary>
    private bool IsJoined(int position) =>
        position >= 0 && position < content.Length
        && (Characters.IsDigit(content[position]) || (content[position] is '-' or '‐' or '‑' or '/' or '.' or '@' && IsWithinWord(position)));

    private bool IsWithinWord(int position) =>
        position > 0 && position + 1 < content.Length && char.IsLetterOrDigit(content[position - 1]) && char.IsLetterOrDigit(content[position + 1]);

    /// <summary>True for what begins words with hyphens: non-, fifty-, or what does elsewhere in the text.</summary>
    private bool BeginsCompound(ReadOnlySpan<char> first)
    {
        foreach (var prefix in conventions.HyphenPrefixes)
        {
            if (first.Equals(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var (word, _) in conventions.NumberWords)
        {
            if (first.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return CountOf(first, "-", "") > 0;
    }

    /// <summary>Counts how the text has the words elsewhere that it divides at a line's end.</summary>
    private void CountHalves(List<(TextSpan First, TextSpan Second)> halves)
    {
        foreach (var (first, second) in halves)
        {
            var start = content.AsSpan(first.Start, first.Length);
            var end = content.AsSpan(second.Start, second.Length);
            var joined = CountOf(start, "", end);
            var hyphenated = CountOf(start, "-", end);
            _joined += joined > hyphenated ? 1 : 0;
            _hyphenated += hyphenated > joined ? 1 : 0;
        }
    }

    private int CountOf(ReadOnlySpan<char> first, ReadOnlySpan<char> between, ReadOnlySpan<char> second)
    {
        if (first.Length + between.Length + second.Length > LongestWord)
        {
            return 0;
        }

        Span<char> word = stackalloc char[LongestWord];
        first.CopyTo(word);
        between.CopyTo(word[first.Length..]);
        second.CopyTo(word[(first.Length + between.Length)..]);
        if (_words is null)
        {
            _words = ReadWords(out var halves);
            CountHalves(halves);
        }

        return _words.Value.TryGetValue(word[..(first.Length + between.Length + second.Length)], out var count) ? count : 0;
    }

    /// <summary>
    /// Counts the words of the text, without the halves at a line's end. What a word with hyphens begins with counts too,
    /// with its hyphen.
    /// </summary>
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ReadWords(out List<(TextSpan First, TextSpan Second)> halves)
    {
        halves = [];
        var words = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var isHalf = false;
        var position = 0;
        while (position < content.Length)
        {
            if (!char.IsLetter(content[position]) || Characters.IsHan(content[position]))
            {
                _lines += content[position] == '\n' && position > 0 && content[position - 1] != '\n' ? 1 : 0;
                position++;
                continue;
            }

            var start = position;
            var hyphen = -1;
            while (position < content.Length && !Characters.IsHan(content[position])
                && (char.IsLetter(content[position]) || (content[position] == '-' && IsWithinWord(position))))
            {
                hyphen = hyphen < 0 && content[position] == '-' ? position : hyphen;
                position++;
            }

            if (isHalf && halves.Count > 0)
            {
                halves[^1] = halves[^1] with { Second = TextSpan.FromBounds(start, position) };
            }

            var endsLine = position + 1 < content.Length && content[position] == '-' && Characters.IsSpace(content[position + 1]);
            if (!isHalf && !endsLine)
            {
                Add(start, position);
            }

            if (hyphen >= 0)
            {
                Add(start, hyphen + 1);
            }

            if (endsLine)
            {
                _hyphens++;
                halves.Add((TextSpan.FromBounds(start, position), default));
            }

            isHalf = endsLine;
        }

        return words;

        void Add(int start, int end)
        {
            if (end - start <= LongestWord)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(words, content.AsSpan(start, end - start), out _)++;
            }
        }
    }
}
