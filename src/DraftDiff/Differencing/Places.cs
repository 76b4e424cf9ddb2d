namespace DraftDiff.Differencing;

/// <summary>
/// Says which places in the old words of a change are which in the new ones. A place between two tokens is the same one where
/// the token before it was kept or the token after it, or where it lies in the stretch that replaced its own.
/// </summary>
internal sealed class Places
{
    /// <summary>The places of words that did not change.</summary>
    public static readonly Places OfEqualWords = new([], [], []);

    private readonly Token[] _old;
    private readonly Token[] _new;
    private readonly IReadOnlyList<TokenEdit> _edits;

    public Places(Token[] old, Token[] @new, IReadOnlyList<TokenEdit> edits)
    {
        _old = old;
        _new = @new;
        _edits = edits;
    }

    /// <summary>True where a position in the old words is the same place as one in the new words.</summary>
    public bool AreSame(int oldAt, int newAt)
    {
        if (_edits.Count == 0)
        {
            return oldAt == newAt;
        }

        // The tokens from i and j on stand after the places.
        var i = TokensBefore(_old, oldAt);
        var j = TokensBefore(_new, newAt);
        var shift = 0;
        foreach (var edit in _edits)
        {
            if (i < edit.OldStart)
            {
                break;
            }

            if (i <= edit.OldEnd && j >= edit.NewStart && j <= edit.NewEnd)
            {
                return true;
            }

            shift += edit.Inserted - edit.Deleted;
            if (i < edit.OldEnd)
            {
                return false;
            }
        }

        return j == i + shift;
    }

    private static int TokensBefore(Token[] tokens, int at)
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
