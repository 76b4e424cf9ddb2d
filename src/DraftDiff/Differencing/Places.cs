namespace DraftDiff.Differencing;

/// <summary>
/// Says which places in the old words of a change are which in the new ones. A place between two tokens is the same one where
/// the token before it was kept or the token after it, or where it lies in the stretch that replaced its own.
/// </summary>
internal sealed class Places
{
    /// <summary>The places of words that did not change.</summary>
    public static readonly Places OfEqualWords = new([], [], []);

    private readonly ArraySegment<Token> _old;
    private readonly ArraySegment<Token> _new;
    private readonly IReadOnlyList<TokenEdit> _edits;

    public Places(ArraySegment<Token> old, ArraySegment<Token> @new, IReadOnlyList<TokenEdit> edits)
    {
        _old = old;
        _new = @new;
        _edits = edits;
    }

    /// <summary>
    /// The places in the new words that are the same as one in the old words, from the first to the last, as
    /// <see cref="OfNew"/> numbers them. They never go back where the position goes on.
    /// </summary>
    public (int First, int Last) OfOld(int at)
    {
        if (this == OfEqualWords)
        {
            return (at, at);
        }

        var i = TokensBefore(_old, at);
        var next = EditsBefore(i);
        if (next == 0)
        {
            return (i, i);
        }

        // An edit may end where the place is, and what was kept after it begin there.
        var edit = _edits[next - 1];
        var kept = i + edit.NewEnd - edit.OldEnd;
        return i <= edit.OldEnd ? (edit.NewStart, edit.NewEnd) : (kept, kept);
    }

    /// <summary>The place of a position in the new words: how many tokens begin before it.</summary>
    public int OfNew(int at) => this == OfEqualWords ? at : TokensBefore(_new, at);

    // How many edits begin at or before an old token.
    private int EditsBefore(int token)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_edits[middle].OldStart <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int TokensBefore(ReadOnlySpan<Token> tokens, int at)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
