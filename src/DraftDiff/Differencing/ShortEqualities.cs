namespace DraftDiff.Differencing;

/// <summary>
/// Joins edits across words too small to be read as kept: two rewritten stretches that happen to share a "to" or an "of"
/// are one rewritten stretch. A word that says something is kept, unless it stands lost between two rewritten clauses.
/// </summary>
internal readonly ref struct ShortEqualities
{
    private const int LongestConfetti = 3;

    // How many times longer the edits around are that small words do not stand between, or other words are lost between.
    private const int AroundIdeograph = 1;
    private const int AroundSmallWords = 2;
    private const int AroundLostWords = 6;

    private readonly Vocabulary _vocabulary;
    private readonly ReadOnlySpan<Token> _old;
    private readonly ReadOnlySpan<Token> _new;

    // How many characters of words stand before each token, so that no edit is measured twice as it grows.
    private readonly int[] _oldLengths;
    private readonly int[] _newLengths;

    private readonly Predicate<TokenEdit> _standsAlone;

    public ShortEqualities(Vocabulary vocabulary, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new, Predicate<TokenEdit> standsAlone)
    {
        _standsAlone = standsAlone;
        _vocabulary = vocabulary;
        _old = old;
        _new = @new;
        _oldLengths = Lengths(vocabulary, old);
        _newLengths = Lengths(vocabulary, @new);
    }

    /// <summary>The edits, in order, joined where too little stands between them.</summary>
    public List<TokenEdit> Join(List<TokenEdit> edits)
    {
        var joined = new List<TokenEdit>(edits.Count);
        foreach (var edit in edits)
        {
            var current = edit;

            // A joined edit is longer than its parts were, so what stood before it may be short beside it now.
            while (joined.Count > 0 && IsConfetti(joined[^1], current))
            {
                current = current with { OldStart = joined[^1].OldStart, NewStart = joined[^1].NewStart };
                joined.RemoveAt(joined.Count - 1);
            }

            joined.Add(current);
        }

        for (var i = 0; i < joined.Count; i++)
        {
            joined[i] = Trim(joined[i]);
        }

        return joined;
    }

    // Both sides of a joined edit may begin or end alike: what was kept inside one of them is kept at its edge.
    private TokenEdit Trim(TokenEdit edit)
    {
        while (edit is { Deleted: > 0, Inserted: > 0 } && _old[edit.OldStart].Id == _new[edit.NewStart].Id)
        {
            edit = edit with { OldStart = edit.OldStart + 1, NewStart = edit.NewStart + 1 };
        }

        while (edit is { Deleted: > 0, Inserted: > 0 } && _old[edit.OldEnd - 1].Id == _new[edit.NewEnd - 1].Id)
        {
            edit = edit with { OldEnd = edit.OldEnd - 1, NewEnd = edit.NewEnd - 1 };
        }

        return edit;
    }

    // Whether what two edits leave standing between them is too little to be read as kept.
    private bool IsConfetti(TokenEdit before, TokenEdit after)
    {
        if (after.OldStart - before.OldEnd > LongestConfetti || IsFigure(before) || IsFigure(after) || _standsAlone(before) || _standsAlone(after))
        {
            return false;
        }

        var kept = _oldLengths[after.OldStart] - _oldLengths[before.OldEnd];
        var areReplaced = before.Deleted + after.Deleted > 0 && before.Inserted + after.Inserted > 0;
        return ShareOf(_old[before.OldEnd..after.OldStart], areReplaced) is { } share && share * kept <= Math.Min(Size(before), Size(after));
    }

    // How many times longer the edits around some tokens have to be; null where they are kept whatever stands around.
    private int? ShareOf(ReadOnlySpan<Token> tokens, bool areReplaced)
    {
        var ideographs = 0;
        foreach (var token in tokens)
        {
            switch (_vocabulary.KindOf(token.Id))
            {
                case TokenKind.Ideograph:
                    ideographs++;
                    break;
                case TokenKind.Word when !_vocabulary.IsSmallWord(token):
                case TokenKind.Number or TokenKind.Symbol:
                    return areReplaced ? AroundLostWords : null;
                default:
                    break;
            }
        }

        return ideographs switch
        {
            0 => AroundSmallWords,
            1 => AroundIdeograph,
            _ => areReplaced ? AroundLostWords : null,
        };
    }

    // One number or symbol for another, which reads best alone: 75/202 of 21 December, 76/189 of 17 December.
    private bool IsFigure(TokenEdit edit) =>
        edit is { Deleted: 1, Inserted: 1 } && _vocabulary.IsFigure(_old[edit.OldStart]) && _vocabulary.IsFigure(_new[edit.NewStart]);

    private int Size(TokenEdit edit) => Math.Max(
        _oldLengths[edit.OldEnd] - _oldLengths[edit.OldStart], _newLengths[edit.NewEnd] - _newLengths[edit.NewStart]);

    // Punctuation is no reason to keep anything.
    private static int[] Lengths(Vocabulary vocabulary, ReadOnlySpan<Token> tokens)
    {
        var lengths = new int[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            lengths[i + 1] = lengths[i] + (vocabulary.KindOf(tokens[i].Id) == TokenKind.Punctuation ? 0 : tokens[i].Length);
        }

        return lengths;
    }
}
