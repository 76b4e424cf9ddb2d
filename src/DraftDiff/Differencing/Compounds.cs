namespace DraftDiff.Differencing;

/// <summary>
/// Widens edits to whole hyphenated words: "twenty-third" becomes "twenty-fourth", not "third" "fourth", and "climate
/// resilient" becomes "climate-resilient". Figures ("2015-2030") stay alone.
/// </summary>
internal readonly ref struct Compounds(Vocabulary vocabulary, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
{
    private readonly Vocabulary _vocabulary = vocabulary;
    private readonly ReadOnlySpan<Token> _old = old;
    private readonly ReadOnlySpan<Token> _new = @new;

    /// <summary>The edits, in order, those joined that meet.</summary>
    public List<TokenEdit> Widen(List<TokenEdit> edits)
    {
        var widened = new List<TokenEdit>(edits.Count);
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            var floor = widened.Count > 0 ? widened[^1].OldEnd : 0;
            var ceiling = i + 1 < edits.Count ? edits[i + 1].OldStart : _old.Length;
            edit = WidenOn(WidenBack(edit, floor), ceiling);

            if (widened.Count > 0 && widened[^1].OldEnd == edit.OldStart && widened[^1].NewEnd == edit.NewStart)
            {
                edit = edit with { OldStart = widened[^1].OldStart, NewStart = widened[^1].NewStart };
                widened.RemoveAt(widened.Count - 1);
            }

            widened.Add(edit);
        }

        return widened;
    }

    /// <summary>Whether the place right before a token is inside a hyphenated word.</summary>
    public bool Cuts(ReadOnlySpan<Token> tokens, int at) => IsHyphenBetween(tokens, at - 1) || IsHyphenBetween(tokens, at);

    // What stands between edits is the same on both sides; only its spaces may differ.
    private TokenEdit WidenBack(TokenEdit edit, int floor)
    {
        while (edit.OldStart > floor && (Cuts(_old, edit.OldStart) || Cuts(_new, edit.NewStart)))
        {
            edit = edit with { OldStart = edit.OldStart - 1, NewStart = edit.NewStart - 1 };
        }

        return edit;
    }

    private TokenEdit WidenOn(TokenEdit edit, int ceiling)
    {
        while (edit.OldEnd < ceiling && (Cuts(_old, edit.OldEnd) || Cuts(_new, edit.NewEnd)))
        {
            edit = edit with { OldEnd = edit.OldEnd + 1, NewEnd = edit.NewEnd + 1 };
        }

        return edit;
    }

    // Whether a token is a hyphen right after one word and right before another.
    private bool IsHyphenBetween(ReadOnlySpan<Token> tokens, int at) =>
        at > 0 && at + 1 < tokens.Length
        && tokens[at - 1].End == tokens[at].Start && tokens[at].End == tokens[at + 1].Start
        && _vocabulary.TextOf(tokens[at].Id) is "-" or "\u2010" or "\u2011"
        && _vocabulary.KindOf(tokens[at - 1].Id) == TokenKind.Word && _vocabulary.KindOf(tokens[at + 1].Id) == TokenKind.Word;
}
