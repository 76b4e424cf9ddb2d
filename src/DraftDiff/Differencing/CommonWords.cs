namespace DraftDiff.Differencing;

/// <summary>
/// Finds the common subsequence of two runs of tokens that says most: a word that says something counts more than a small
/// one, a small one more than a comma, and words that stay together more than words apart. Of "Australia and Jamaica" and
/// "Australia, Jamaica and Portugal" it keeps Jamaica, where the mere number of tokens would as well keep "and". The
/// dynamic programme of Needleman and Wunsch (1970), with a bonus for going on.
/// </summary>
internal sealed class CommonWords(Vocabulary vocabulary, Cost cost)
{
    private const int GoesOn = 1;

    // Kept from one comparison to the next. A token that is kept weighs nine at most, and of the pairs that WordDiffer.MostCells
    // allows the shorter run has 128.
    private ushort[] _best = [];
    private ushort[] _kept = [];

    /// <summary>The edits between two runs, in order, no two of them touching.</summary>
    public List<TokenEdit> Compare(ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        cost.Add((long)old.Length * @new.Length);

        // What can still be kept from a place on: at best, and with both tokens of the place kept.
        var width = @new.Length + 1;
        var best = Cells(ref _best, (old.Length + 1) * width);
        var kept = Cells(ref _kept, (old.Length + 1) * width);
        for (var i = old.Length - 1; i >= 0; i--)
        {
            var (id, weight) = (old[i].Id, WeightOf(old[i]));
            var bestHere = best.Slice(i * width, width);
            var bestBelow = best.Slice((i + 1) * width, width);
            var keptHere = kept.Slice(i * width, width);
            var keptBelow = kept.Slice((i + 1) * width, width);
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                var both = Math.Max(bestBelow[j], bestHere[j + 1]);
                if (id == @new[j].Id)
                {
                    keptHere[j] = (ushort)(weight + Math.Max(bestBelow[j + 1], keptBelow[j + 1] > 0 ? keptBelow[j + 1] + GoesOn : 0));
                    both = Math.Max(both, keptHere[j]);
                }

                bestHere[j] = both;
            }
        }

        return Trace(best, kept, old.Length, @new.Length);
    }

    private static Span<ushort> Cells(ref ushort[] buffer, int count)
    {
        if (buffer.Length < count)
        {
            buffer = new ushort[Math.Max(count, buffer.Length * 2)];
            return buffer.AsSpan(0, count);
        }

        var cells = buffer.AsSpan(0, count);
        cells.Clear();
        return cells;
    }

    private static List<TokenEdit> Trace(ReadOnlySpan<ushort> best, ReadOnlySpan<ushort> kept, int oldLength, int newLength)
    {
        var edits = new List<TokenEdit>();
        var width = newLength + 1;
        var (i, j) = (0, 0);
        var (oldStart, newStart) = (0, 0);
        var goesOn = false;
        while (i < oldLength && j < newLength)
        {
            var at = (i * width) + j;
            if (kept[at] > 0 && kept[at] + (goesOn ? GoesOn : 0) >= best[at])
            {
                Add(i, j);
                (i, j) = (i + 1, j + 1);
                (oldStart, newStart) = (i, j);
                goesOn = true;
            }
            else
            {
                goesOn = false;
                if (best[at + width] >= best[at + 1])
                {
                    i++;
                }
                else
                {
                    j++;
                }
            }
        }

        Add(oldLength, newLength);
        return edits;

        void Add(int oldEnd, int newEnd)
        {
            if (oldEnd > oldStart || newEnd > newStart)
            {
                edits.Add(new TokenEdit(oldStart, oldEnd, newStart, newEnd));
            }
        }
    }

    private int WeightOf(Token token) => vocabulary.KindOf(token.Id) switch
    {
        TokenKind.Word => vocabulary.IsSmallWord(token) ? 4 : 8,
        TokenKind.Number or TokenKind.Symbol => 8,
        TokenKind.Ideograph => 5,
        TokenKind.Punctuation => 2,
        var kind => throw new InvalidOperationException($"There is no kind of token {kind}."),
    };
}
