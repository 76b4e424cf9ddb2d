using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Knows the words that only chain a paragraph to the one before it. They do where they stand beside the verb that opens
/// the paragraph ("Also recalling", "Recalling further the") and nowhere else: "the further efforts" are other efforts.
/// Better a chain word is missed than a change of substance called one.
/// </summary>
internal sealed class ChainWords(Vocabulary vocabulary, DraftingConventions conventions)
{
    // What more than this is rewritten in one stretch says more than how a paragraph is chained.
    private const int LongestEdit = 4;

    // No verb is as short in a script that has upper and lower case: to, the, its, они.
    private const int LongestShortWord = 3;

    private readonly int[][] _words = Folded(vocabulary, conventions.ChainWords);
    private readonly int[][] _adjectives = Folded(vocabulary, conventions.ChainAdjectives);
    private readonly int[][] _afterAdjectives = Folded(vocabulary, conventions.AfterChainAdjectives);
    private readonly int[][] _halfOpenings = Folded(vocabulary, conventions.HalfOpenings);

    /// <summary>
    /// Whether units are chained: whole paragraphs, neither titles and headings nor subparagraphs ("Further actions",
    /// "(a) To promote further").
    /// </summary>
    public static bool AreChained(Unit old, Unit @new) => IsParagraph(old) && IsParagraph(@new);

    /// <summary>Whether an edit of a paragraph only adds, takes away or exchanges how it is chained.</summary>
    public bool IsChange(TokenEdit edit, Phrase old, Phrase @new)
    {
        if (edit.Deleted > LongestEdit || edit.Inserted > LongestEdit || Math.Min(edit.OldStart, edit.NewStart) > LongestEdit)
        {
            return false;
        }

        var (before, after) = (Find(old), Find(@new));
        var (i, j) = (edit.OldStart, edit.NewStart);
        var chained = false;
        while (true)
        {
            chained |= Skip(before, ref i, edit.OldEnd) | Skip(after, ref j, edit.NewEnd);
            if (i == edit.OldEnd || j == edit.NewEnd)
            {
                return chained && i == edit.OldEnd && j == edit.NewEnd;
            }

            var (a, b) = (vocabulary.FoldedOf(old.Tokens[i].Id), vocabulary.FoldedOf(@new.Tokens[j].Id));
            if (a != b)
            {
                if (i > 0 || j > 0 || !DifferInPrefix(vocabulary.TextOf(a), vocabulary.TextOf(b)) || !(OpensParagraph(old.Text) || OpensParagraph(@new.Text)))
                {
                    return false;
                }

                chained = true;
            }

            i++;
            j++;
        }
    }

    private static bool IsParagraph(Unit unit) => unit is { Parent: < 0, Section: Section.Preamble or Section.Operative };

    private static bool Skip((int Start, int End)? word, ref int at, int end)
    {
        if (word is not { } found || found.Start != at || found.End > end)
        {
            return false;
        }

        at = found.End;
        return true;
    }

    // The chain word of a paragraph: in front of its opening verb or right behind it.
    private (int Start, int End)? Find(Phrase phrase)
    {
        var tokens = phrase.Tokens;
        if (Length(_words, tokens, 0) is > 0 and var first)
        {
            return Length(_adjectives, tokens, 0) == 0 || OpensParagraph(phrase.Text.AsSpan(tokens[first - 1].End)) ? (0, first) : null;
        }

        return FindAfter(phrase.Text, tokens, 0) ?? (Length(_halfOpenings, tokens, 0) > 0 ? FindAfter(phrase.Text, tokens, 1) : null);
    }

    private bool OpensParagraph(ReadOnlySpan<char> words)
    {
        words = words.TrimStart();
        return OpeningWords.ArePreambular(words, conventions) || OpeningWords.AreOperative(words, conventions);
    }

    private (int Start, int End)? FindAfter(string text, ReadOnlySpan<Token> tokens, int verb)
    {
        var start = verb + 1;
        return start < tokens.Length && IsVerb(tokens[verb])
            && Length(_words, tokens, start) is > 0 and var length && IsAdverb(tokens, start, start + length) && OpensParagraph(text)
            ? (start, start + length)
            : null;
    }

    private bool IsVerb(Token token)
    {
        var text = vocabulary.TextOf(token.Id);
        return vocabulary.KindOf(token.Id) == TokenKind.Word
            && (text.Length > LongestShortWord || char.ToUpperInvariant(text[0]) == char.ToLowerInvariant(text[0]));
    }

    private bool IsAdverb(ReadOnlySpan<Token> tokens, int start, int end) =>
        Length(_adjectives, tokens, start) == 0 || Length(_afterAdjectives, tokens, end) > 0;

    private bool DifferInPrefix(string a, string b) =>
        conventions.ChainPrefix is { Length: > 0 } prefix && (a == prefix + b || b == prefix + a);

    // How many tokens the first of some words takes that stands at a place; 0 where none does.
    private int Length(int[][] words, ReadOnlySpan<Token> tokens, int at)
    {
        foreach (var word in words)
        {
            var i = 0;
            while (i < word.Length && at + i < tokens.Length && vocabulary.FoldedOf(tokens[at + i].Id) == word[i])
            {
                i++;
            }

            if (i == word.Length)
            {
                return i;
            }
        }

        return 0;
    }

    private static int[][] Folded(Vocabulary vocabulary, IEnumerable<string> words) =>
        [.. words.Select(word => vocabulary.Tokenize(word).Select(token => vocabulary.FoldedOf(token.Id)).ToArray())];
}
