using System.Globalization;
using System.Text;
using DraftDiff.Languages;

namespace DraftDiff.Differencing;

/// <summary>
/// Knows the references of a text to its own paragraphs ("paragraphs 5 and 6 above", "paragraph 5 (a) of the present
/// resolution", 第 5 段), and whether one that changed still means the same paragraph, which only got another number. A
/// paragraph of another text (of resolution 70/1, of the report) is none: its number is what a drafter wrote.
/// </summary>
internal sealed class CrossReferences
{
    // As far from a paragraph's number, the resolution may be named that it is a paragraph of.
    private const int ResolutionTokens = 6;
    private const int ListTokens = 8;

    private readonly Pairing _pairing;
    private readonly Vocabulary _vocabulary;
    private readonly (int[] Before, int[] After)[] _references;
    private readonly int _longestReference;
    private readonly int[][] _ownAfter;
    private readonly int[][] _otherAfter;
    private readonly int[][] _otherBefore;
    private readonly HashSet<int> _listWords;
    private readonly Dictionary<string, int> _oldLabels;
    private readonly Dictionary<string, int> _newLabels;

    public CrossReferences(Pairing pairing, Vocabulary vocabulary, DraftingConventions conventions)
    {
        _pairing = pairing;
        _vocabulary = vocabulary;
        _references = [.. conventions.ParagraphReferences.Select(reference => (Folded(reference.Before), Folded(reference.After)))];
        _longestReference = _references.Max(reference => Math.Max(reference.Before.Length, reference.After.Length));
        _ownAfter = [.. conventions.OwnTextAfter.Select(Folded)];
        _otherAfter = [.. conventions.OtherTextAfter.Select(Folded)];
        _otherBefore = [.. conventions.OtherTextBefore.Select(Folded)];
        _listWords = [
            .. conventions.AndWords.Concat(conventions.RangeWords).Concat(conventions.ParagraphReferences.Select(reference => reference.Before)).Select(Folded)
                .Where(words => words.Length == 1).Select(words => words[0]),
        ];
        _oldLabels = Labels(pairing.Old);
        _newLabels = Labels(pairing.New);
    }

    /// <summary>Whether an edit only gives a paragraph that is referred to its new number or letter.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="old">The old words.</param>
    /// <param name="oldLabel">The label of the unit they are of.</param>
    /// <param name="new">The new words.</param>
    /// <param name="newLabel">The label of the unit they are of.</param>
    public bool IsChange(TokenEdit edit, Phrase old, string oldLabel, Phrase @new, string newLabel) =>
        edit is { Deleted: 1, Inserted: 1 }
        && LabelAt(old.Tokens, edit.OldStart) is { } before
        && LabelAt(@new.Tokens, edit.NewStart) is { } after
        && _oldLabels.TryGetValue(Part(oldLabel) + before, out var i)
        && _newLabels.TryGetValue(Part(newLabel) + after, out var j)
        && (_pairing.Old.PartnerOf(i) == j || _pairing.New.PartnerOf(j) == i);

    /// <summary>The label that the reference names which a token is a number or a letter of; null where it is of none.</summary>
    private string? LabelAt(Token[] tokens, int token)
    {
        // From a letter back to the number: 5 (a) (i).
        var number = token;
        while (number >= 2 && number + 1 < tokens.Length && NumberAt(tokens, number) is null && IsParenthesized(tokens, number))
        {
            number -= IsParenthesized(tokens, number - 3) ? 3 : 2;
        }

        if (NumberAt(tokens, number) is not { } value)
        {
            return null;
        }

        var label = new StringBuilder($"OP{value}");
        var end = number + 1;
        while (IsParenthesized(tokens, end + 1))
        {
            label.Append(CultureInfo.InvariantCulture, $"({_vocabulary.TextOf(tokens[end + 1].Id)})");
            end += 3;
        }

        return token < end && IsReference(tokens, number, end) ? label.ToString() : null;
    }

    private bool IsParenthesized(Token[] tokens, int at) =>
        at >= 1 && at + 1 < tokens.Length
        && _vocabulary.TextOf(tokens[at - 1].Id) is "(" && _vocabulary.TextOf(tokens[at + 1].Id) is ")"
        && tokens[at].Length <= 4 && _vocabulary.KindOf(tokens[at].Id) == TokenKind.Word;

    private string? NumberAt(Token[] tokens, int token)
    {
        var number = 0;
        foreach (var character in _vocabulary.TextOf(tokens[token].Id))
        {
            if (!char.IsDigit(character) || number > 9999)
            {
                return null;
            }

            number = (number * 10) + (int)char.GetNumericValue(character);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    // Whether a number, with its letters, is that of a paragraph of this text, alone or in a list ("paragraphs 5, 6 and 8").
    private bool IsReference(Token[] tokens, int number, int end)
    {
        for (var i = Math.Max(0, number - ResolutionTokens); i < Math.Min(tokens.Length, end + ResolutionTokens); i++)
        {
            if (_vocabulary.KindOf(tokens[i].Id) == TokenKind.Symbol)
            {
                return false;
            }
        }

        // Only what stands around the number is looked at, however long the paragraph is.
        var start = Math.Max(0, number - (2 * ListTokens) - _longestReference);
        var around = tokens.AsSpan(start..Math.Min(tokens.Length, end + (2 * ListTokens) + _longestReference));
        var folded = Folded(around);
        foreach (var (before, after) in _references)
        {
            if (FindBefore(folded, around, number - start, before) is { } first && FindAfter(folded, around, end - start, after) is { } last)
            {
                return !IsOfAnotherText(folded, around, first, last);
            }
        }

        return false;
    }

    // What stands behind a list of numbers, or before it, may say that the paragraphs are those of another text.
    private bool IsOfAnotherText(int[] folded, ReadOnlySpan<Token> tokens, int start, int end)
    {
        while (end < tokens.Length && GoesOn(tokens, end))
        {
            end++;
        }

        while (start > 0 && (_listWords.Contains(folded[start - 1]) || _vocabulary.KindOf(tokens[start - 1].Id) == TokenKind.Number))
        {
            start--;
        }

        return !StartsWithAny(folded.AsSpan(end), _ownAfter)
            && (StartsWithAny(folded.AsSpan(end), _otherAfter) || Array.Exists(_otherBefore, words => folded.AsSpan(0, start).EndsWith(words)));
    }

    // Whether a list of numbers goes on at a token: "5 (a), 6 and 8".
    private bool GoesOn(ReadOnlySpan<Token> tokens, int at) => _vocabulary.KindOf(tokens[at].Id) switch
    {
        TokenKind.Number => true,
        TokenKind.Punctuation => _vocabulary.TextOf(tokens[at].Id) is "(" or ")"
            || (at + 1 < tokens.Length && _vocabulary.KindOf(tokens[at + 1].Id) == TokenKind.Number),
        _ => _listWords.Contains(_vocabulary.FoldedOf(tokens[at].Id)) || (at > 0 && _vocabulary.TextOf(tokens[at - 1].Id) is "("),
    };

    private static bool StartsWithAny(ReadOnlySpan<int> folded, int[][] phrases)
    {
        foreach (var words in phrases)
        {
            if (folded.StartsWith(words))
            {
                return true;
            }
        }

        return false;
    }

    // Where the words begin that stand before a number or its list.
    private int? FindBefore(int[] folded, ReadOnlySpan<Token> tokens, int end, int[] words)
    {
        for (var steps = 0; steps < ListTokens && end > 0; steps++)
        {
            if (folded.AsSpan(0, end).EndsWith(words))
            {
                return end - words.Length;
            }

            if (!MayStandInList(tokens, --end))
            {
                return null;
            }
        }

        return null;
    }

    // Where the words end that stand behind a number or its list.
    private int? FindAfter(int[] folded, ReadOnlySpan<Token> tokens, int start, int[] words)
    {
        for (var steps = 0; steps < ListTokens && start <= folded.Length; steps++)
        {
            if (folded.AsSpan(start).StartsWith(words))
            {
                return start + words.Length;
            }

            if (start == folded.Length || !MayStandInList(tokens, start++))
            {
                return null;
            }
        }

        return null;
    }

    private bool MayStandInList(ReadOnlySpan<Token> tokens, int at) => _vocabulary.KindOf(tokens[at].Id) switch
    {
        TokenKind.Number or TokenKind.Punctuation => true,
        TokenKind.Word => tokens[at].Length <= 3,
        TokenKind.Ideograph => _listWords.Contains(_vocabulary.FoldedOf(tokens[at].Id)),
        TokenKind.Symbol => false,
        var kind => throw new InvalidOperationException($"There is no kind of token {kind}."),
    };

    private int[] Folded(string words) => Folded(_vocabulary.Tokenize(words));

    private int[] Folded(ReadOnlySpan<Token> tokens)
    {
        var folded = new int[tokens.Length];
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = _vocabulary.FoldedOf(tokens[i].Id);
        }

        return folded;
    }

    // What labels begin with in the part or section that counts for itself: "B." of "B.OP5".
    private static string Part(string label) => label[..(label.LastIndexOf('.') + 1)];

    private static Dictionary<string, int> Labels(Side side)
    {
        var labels = new Dictionary<string, int>(side.Count, StringComparer.Ordinal);
        for (var i = 0; i < side.Count; i++)
        {
            labels.TryAdd(side.Units[i].Label, i);
        }

        return labels;
    }
}
