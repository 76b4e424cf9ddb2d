namespace DraftDiff.Differencing;

/// <summary>
/// Widens edits to whole hyphenated words: "twenty-third" becomes "twenty-fourth", not "third" "fourth". Parts that are
/// only added or taken away ("multi-" of "multi-stakeholder") and figures ("2015-2030") stay alone.
/// </summary>
internal readonly ref struct Compounds(Vocabulary vocabulary, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
{
    private readonly Vocabulary _vocabulary = vocabulary;
    private readonly ReadOnlySpan<Token> _old = old;
    private readonly ReadOnlySpan<Token> _new = @new;

    /// <summary>The edits, in order, those joined that meet in one word.</summary>
    public List<TokenEdit> Widen(List<TokenEdit> edits)
    {
        var widened = new List<TokenEdit>(edits.Count);
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            if (edit is { Deleted: > 0, Inserted: > 0 })
            {
                var floor = widened.Count > 0 ? widened[^1].OldEnd : 0;
                var ceiling = i + 1 < edits.Count ? edits[i + 1].OldStart : _old.Length;
                edit = WidenBack(edit, floor);
                edit = WidenOn(edit, ceiling);
            }

            if (widened.Count > 0 && widened[^1].OldEnd == edit.OldStart && widened[^1].NewEnd == edit.NewStart)
            {
                edit = edit with { OldStart = widened[^1].OldStart, NewStart = widened[^1].NewStart };
                widened.RemoveAt(widened.Count - 1);
            }

            widened.Add(edit);
        }

        return widened;
    }

    // What stands between edits is the same on both sides; only its spaces may differ.
    private TokenEdit WidenBack(TokenEdit edit, int floor)
    {
        while (edit.OldStart - 2 >= floor
            && IsHyphenBetween(_old, edit.OldStart - 1) && IsHyphenBetween(_new, edit.NewStart - 1)
            && IsWord(_old[edit.OldStart - 2]))
        {
            edit = edit with { OldStart = edit.OldStart - 2, NewStart = edit.NewStart - 2 };
        }

        return edit;
    }

    private TokenEdit WidenOn(TokenEdit edit, int ceiling)
    {
        while (edit.OldEnd + 2 <= ceiling
            && IsHyphenBetween(_old, edit.OldEnd) && IsHyphenBetween(_new, edit.NewEnd)
            && IsWord(_old[edit.OldEnd + 1]))
        {
            edit = edit with { OldEnd = edit.OldEnd + 2, NewEnd = edit.NewEnd + 2 };
        }

        return edit;
    }

    private bool IsWord(Token token) => _vocabulary.KindOf(token.Id) == TokenKind.Word;

    // Whether a token is a hyphen right after the token before it and right before the one after it.
    private bool IsHyphenBetween(ReadOnlySpan<Token> tokens, int at) =>
        at > 0 && at + 1 < tokens.Length
        && tokens[at - 1].End == tokens[at].Start && tokens[at].End == tokens[at + 1].Start
        && _vocabulary.TextOf(tokens[at].Id) is "-" or "\u2010" or "\u2011";
}
