using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Tells edits that only follow from other changes: a reference to a paragraph of this text that got another number, and
/// a chain word ("Recalling also", "Recalling further") that follows from a neighbour. A changed mandate, date or figure
/// is never one.
/// </summary>
internal sealed class Consequences
{
    // As far from a paragraph's number, the resolution may be named that it is a paragraph of.
    private const int ResolutionTokens = 6;
    private const int ListTokens = 8;

    private readonly Pairing _pairing;
    private readonly Vocabulary _vocabulary;
    private readonly ChainWords _chainWords;
    private readonly (int[] Before, int[] After)[] _references;
    private readonly int _longestReference;
    private readonly Dictionary<string, int> _oldLabels;
    private readonly Dictionary<string, int> _newLabels;

    public Consequences(Pairing pairing, Vocabulary vocabulary, DraftingConventions conventions)
    {
        _pairing = pairing;
        _vocabulary = vocabulary;
        _chainWords = new ChainWords(vocabulary, conventions);
        _references = [.. conventions.ParagraphReferences.Select(reference => (Folded(reference.Before), Folded(reference.After)))];
        _longestReference = _references.Max(reference => Math.Max(reference.Before.Length, reference.After.Length));
        _oldLabels = Labels(pairing.Old);
        _newLabels = Labels(pairing.New);
    }

    /// <summary>What an edit follows from; null where a drafter made it.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="old">The old words.</param>
    /// <param name="oldUnit">The unit they are of, in a merge its main one.</param>
    /// <param name="new">The new words.</param>
    /// <param name="newUnit">The unit they are of, in a split its main one.</param>
    public Consequence? Of(TokenEdit edit, Phrase old, Unit oldUnit, Phrase @new, Unit newUnit) =>
        IsParagraph(oldUnit) && IsParagraph(newUnit) && _chainWords.IsChange(edit, old, @new) ? Consequence.ChainWord
        : IsCrossReference(edit, old, oldUnit.Label, @new, newUnit.Label) ? Consequence.CrossReference
        : null;

    // Titles, headings and subparagraphs are not chained: "Further actions", "(a) To promote further".
    private static bool IsParagraph(Unit unit) => unit is { Parent: < 0, Section: Section.Preamble or Section.Operative };

    private bool IsCrossReference(TokenEdit edit, Phrase old, string oldLabel, Phrase @new, string newLabel) =>
        edit is { Deleted: 1, Inserted: 1 }
        && NumberAt(old, edit.OldStart) is { } before && NumberAt(@new, edit.NewStart) is { } after
        && IsReference(old.Tokens, edit.OldStart) && IsReference(@new.Tokens, edit.NewStart)
        && _oldLabels.TryGetValue(Part(oldLabel) + "OP" + before, out var i)
        && _newLabels.TryGetValue(Part(newLabel) + "OP" + after, out var j)
        && (_pairing.Old.PartnerOf(i) == j || _pairing.New.PartnerOf(j) == i);

    private string? NumberAt(Phrase phrase, int token)
    {
        var text = _vocabulary.TextOf(phrase.Tokens[token].Id);
        var number = 0;
        foreach (var character in text)
        {
            if (!char.IsDigit(character) || number > 9999)
            {
                return null;
            }

            number = (number * 10) + (int)char.GetNumericValue(character);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    // Whether a number is that of a paragraph, alone or in a list ("paragraphs 5, 6 and 8"), of no other resolution.
    private bool IsReference(Token[] tokens, int number)
    {
        for (var i = Math.Max(0, number - ResolutionTokens); i < Math.Min(tokens.Length, number + ResolutionTokens + 1); i++)
        {
            if (_vocabulary.KindOf(tokens[i].Id) == TokenKind.Symbol)
            {
                return false;
            }
        }

        // Only what stands around the number is looked at, however long the paragraph is.
        var start = Math.Max(0, number - ListTokens - _longestReference);
        var around = tokens.AsSpan(start..Math.Min(tokens.Length, number + 1 + ListTokens + _longestReference));
        var folded = Folded(around);
        foreach (var (before, after) in _references)
        {
            if (IsBefore(folded, around, number - start, before) && IsAfter(folded, around, number - start + 1, after))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBefore(int[] folded, ReadOnlySpan<Token> tokens, int end, int[] words)
    {
        for (var steps = 0; steps < ListTokens && end > 0; steps++)
        {
            if (folded.AsSpan(0, end).EndsWith(words))
            {
                return true;
            }

            if (!MayStandInList(tokens[--end]))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsAfter(int[] folded, ReadOnlySpan<Token> tokens, int start, int[] words)
    {
        for (var steps = 0; steps < ListTokens && start <= folded.Length; steps++)
        {
            if (folded.AsSpan(start).StartsWith(words))
            {
                return true;
            }

            if (start == folded.Length || !MayStandInList(tokens[start++]))
            {
                return false;
            }
        }

        return false;
    }

    private bool MayStandInList(Token token) => _vocabulary.KindOf(token.Id) switch
    {
        TokenKind.Number or TokenKind.Punctuation => true,
        TokenKind.Word => token.Length <= 3,
        TokenKind.Ideograph or TokenKind.Symbol => false,
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
