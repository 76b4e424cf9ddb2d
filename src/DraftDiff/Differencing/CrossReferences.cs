using System.Globalization;
using System.Text;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Knows the references of a text to its own paragraphs ("paragraphs 5 and 6 above", "paragraph 5 (a) of the present
/// resolution", 第 5 段), and whether one that changed still means the same paragraph, which only got another number. A
/// paragraph of another text (of resolution 70/1, of the report) is none: its number is what a drafter wrote. So where words
/// go on behind the number they have to say that the text itself is meant, and where they do not, none before may name
/// another text. Better a reference is missed than a change of substance called one.
/// </summary>
internal sealed class CrossReferences
{
    // As far from a paragraph's number, the text may be named that it is a paragraph of.
    private const int NearTokens = 8;
    private const int ListTokens = 8;
    private const int LongestLetter = 4;

    private readonly Pairing _pairing;
    private readonly Vocabulary _vocabulary;
    private readonly (int[] Before, int[] After)[] _references;
    private readonly int _longestReference;
    private readonly int[][] _ownAfter;
    private readonly int[][] _ofWords;
    private readonly int[][] _endings;
    private readonly int[][] _texts;
    private readonly int[][] _pronouns;
    private readonly int[][] _ownTexts;
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
        _ofWords = [.. conventions.OfWords.Select(Folded)];
        _endings = [.. conventions.ReferenceEndings.Select(Folded)];
        _texts = [.. conventions.TextWords.Select(Folded)];
        _pronouns = [.. conventions.TextPronouns.Select(Folded)];
        _ownTexts = [.. conventions.OwnTextWords.Select(Folded)];
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
    /// <param name="oldUnit">The unit they are of.</param>
    /// <param name="new">The new words.</param>
    /// <param name="newUnit">The unit they are of.</param>
    public bool IsChange(TokenEdit edit, Phrase old, Unit oldUnit, Phrase @new, Unit newUnit) =>
        edit is { Deleted: 1, Inserted: 1 }
        && Refers(oldUnit) && Refers(newUnit)
        && LabelAt(old.Tokens, edit.OldStart) is { } before
        && LabelAt(@new.Tokens, edit.NewStart) is { } after
        && _oldLabels.TryGetValue(Part(oldUnit.Label) + before, out var i)
        && _newLabels.TryGetValue(Part(newUnit.Label) + after, out var j)
        && (_pairing.Old.PartnerOf(i) == j || _pairing.New.PartnerOf(j) == i);

    // The "para. 5" of a footnote is one of the document that the note names.
    private static bool Refers(Unit unit) => unit.Section is Section.Preamble or Section.Operative or Section.Annex;

    /// <summary>The label that the reference names which a token is a number or a letter of; null where it is of none.</summary>
    private string? LabelAt(ReadOnlySpan<Token> tokens, int token)
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

    private bool IsParenthesized(ReadOnlySpan<Token> tokens, int at) =>
        at >= 1 && at + 1 < tokens.Length
        && _vocabulary.TextOf(tokens[at - 1].Id) is "(" && _vocabulary.TextOf(tokens[at + 1].Id) is ")"
        && tokens[at].Length <= LongestLetter && _vocabulary.KindOf(tokens[at].Id) == TokenKind.Word;

    private string? NumberAt(ReadOnlySpan<Token> tokens, int token)
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
    private bool IsReference(ReadOnlySpan<Token> tokens, int number, int end)
    {
        for (var i = Math.Max(0, number - NearTokens); i < Math.Min(tokens.Length, end + NearTokens); i++)
        {
            if (_vocabulary.KindOf(tokens[i].Id) == TokenKind.Symbol)
            {
                return false;
            }
        }

        // Only what stands around the number is looked at, however long the paragraph is.
        var start = Math.Max(0, number - ListTokens - NearTokens - _longestReference);
        var around = tokens[start..Math.Min(tokens.Length, end + ListTokens + NearTokens + _longestReference)];
        var folded = Folded(around);
        foreach (var (before, after) in _references)
        {
            if (FindBefore(folded, around, number - start, before) is { } first && FindAfter(folded, around, end - start, after) is { } last)
            {
                return IsOfThisText(folded, around, first, last);
            }
        }

        return false;
    }

    private bool IsOfThisText(int[] folded, ReadOnlySpan<Token> tokens, int start, int end)
    {
        while (end < tokens.Length && GoesOn(tokens, end))
        {
            end++;
        }

        while (start > 0 && (_listWords.Contains(folded[start - 1]) || _vocabulary.KindOf(tokens[start - 1].Id) == TokenKind.Number))
        {
            start--;
        }

        var before = folded[..start];
        if (Length(_ownAfter, folded.AsSpan(end)) > 0 || Array.Exists(_ownTexts, words => before.AsSpan().EndsWith(words)))
        {
            return true;
        }

        end += Length(_endings, folded.AsSpan(end));
        return EndsReference(folded, tokens, end) && !NamesAnotherText(before.AsSpan(Math.Max(0, start - NearTokens)));
    }

    // Whether a list of numbers goes on at a token: "5 (a), 6 and 8".
    private bool GoesOn(ReadOnlySpan<Token> tokens, int at) => _vocabulary.KindOf(tokens[at].Id) switch
    {
        TokenKind.Number => true,
        TokenKind.Punctuation => _vocabulary.TextOf(tokens[at].Id) is "(" or ")"
            || (at + 1 < tokens.Length && _vocabulary.KindOf(tokens[at + 1].Id) == TokenKind.Number),
        _ => _listWords.Contains(_vocabulary.FoldedOf(tokens[at].Id)) || IsParenthesized(tokens, at),
    };

    // Whether nothing behind the numbers says whose paragraphs they are: a Han character, or a comma and no "of" behind it.
    private bool EndsReference(int[] folded, ReadOnlySpan<Token> tokens, int end) =>
        end >= tokens.Length
        || _vocabulary.KindOf(tokens[end].Id) == TokenKind.Ideograph
        || (_vocabulary.KindOf(tokens[end].Id) == TokenKind.Punctuation
            && Length(_ofWords, folded.AsSpan(end + 1)) == 0
            && !(end + 1 < tokens.Length && _listWords.Contains(folded[end + 1])));

    // "the report, in particular paragraph 5" and "its paragraph 5", but not "the present resolution, in particular its paragraph 5".
    private bool NamesAnotherText(ReadOnlySpan<int> folded)
    {
        var isOwn = false;
        for (var at = 0; at < folded.Length; at++)
        {
            if (Length(_ownTexts, folded[at..]) is > 0 and var own)
            {
                isOwn = true;
                at += own - 1;
            }
            else if (Length(_texts, folded[at..]) > 0 || (!isOwn && Length(_pronouns, folded[at..]) > 0))
            {
                return true;
            }
        }

        return false;
    }

    // How long the first of some phrases is that a text begins with; 0 where none does.
    private static int Length(int[][] phrases, ReadOnlySpan<int> folded)
    {
        foreach (var words in phrases)
        {
            if (folded.StartsWith(words))
            {
                return words.Length;
            }
        }

        return 0;
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
        TokenKind.Number => true,
        TokenKind.Punctuation => _vocabulary.TextOf(tokens[at].Id) is "," or "(" or ")" or "-" or "–" or "、" or "，" or "،",
        _ => _listWords.Contains(_vocabulary.FoldedOf(tokens[at].Id)) || IsParenthesized(tokens, at),
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
