namespace DraftDiff.Differencing;

/// <summary>
/// Makes edits read as a drafter would say them, without changing what they amount to: short words that two rewritten
/// stretches happen to share are rewritten with them, and an addition or omission that could stand in several places
/// stands where a clause begins or ends (the semantic clean-up of Neil Fraser's diff-match-patch, on tokens). Figures that
/// shifted together ("paragraphs 5 and 6", "paragraphs 6 and 7") are set against each other one by one.
/// </summary>
internal sealed class Readability(Vocabulary vocabulary)
{
    private const int LongestShift = 16;
    private const int MostShifted = 4;

    /// <summary>The edits that read better, in order, no two of them touching.</summary>
    public List<TokenEdit> Improve(List<TokenEdit> edits, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        if (edits.Count > 1)
        {
            edits = new ShortEqualities(vocabulary, old, @new).Join(AlignFigures(edits, old, @new));
        }

        return new Compounds(vocabulary, old, @new).Widen(Slide(edits, old, @new));
    }

    private List<TokenEdit> AlignFigures(List<TokenEdit> edits, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        var aligned = new List<TokenEdit>(edits.Count);
        for (var i = 0; i < edits.Count; i++)
        {
            var last = Math.Min(i + MostShifted, edits.Count) - 1;
            while (last > i && !DifferInFigures(edits[i], edits[last], old, @new))
            {
                last--;
            }

            if (last > i)
            {
                var shift = edits[i].NewStart - edits[i].OldStart;
                for (var at = edits[i].OldStart; at < edits[last].OldEnd; at++)
                {
                    if (old[at].Id != @new[at + shift].Id)
                    {
                        aligned.Add(new TokenEdit(at, at + 1, at + shift, at + shift + 1));
                    }
                }

                i = last;
            }
            else
            {
                aligned.Add(edits[i]);
            }
        }

        return aligned;
    }

    // Whether all from one edit to another amounts to other figures in the same words.
    private bool DifferInFigures(TokenEdit before, TokenEdit after, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        var length = after.OldEnd - before.OldStart;
        if (length != after.NewEnd - before.NewStart || length > LongestShift)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            var (a, b) = (old[before.OldStart + i], @new[before.NewStart + i]);
            if (a.Id != b.Id && !(IsFigure(a) && IsFigure(b)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFigure(Token token) => vocabulary.KindOf(token.Id) is TokenKind.Number or TokenKind.Symbol;

    private List<TokenEdit> Slide(List<TokenEdit> edits, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            var room = i == 0 ? int.MaxValue : edit.OldStart - edits[i - 1].OldEnd - 1;
            var roomAfter = i == edits.Count - 1 ? int.MaxValue : edits[i + 1].OldStart - edit.OldEnd - 1;
            if (edit.Deleted == 0)
            {
                var shift = BestShift(@new, edit.NewStart, edit.NewEnd, room, roomAfter);
                edits[i] = Shift(edit, shift);
            }
            else if (edit.Inserted == 0)
            {
                var shift = BestShift(old, edit.OldStart, edit.OldEnd, room, roomAfter);
                edits[i] = Shift(edit, shift);
            }
        }

        return edits;
    }

    private static TokenEdit Shift(TokenEdit edit, int by) =>
        new(edit.OldStart + by, edit.OldEnd + by, edit.NewStart + by, edit.NewEnd + by);

    private int BestShift(ReadOnlySpan<Token> tokens, int start, int end, int room, int roomAfter)
    {
        var least = 0;
        while (-least < room && start + least > 0 && tokens[start + least - 1].Id == tokens[end + least - 1].Id)
        {
            least--;
        }

        var most = 0;
        while (most < roomAfter && end + most < tokens.Length && tokens[start + most].Id == tokens[end + most].Id)
        {
            most++;
        }

        var best = least;
        for (var shift = least; shift <= most; shift++)
        {
            if (Boundaries(tokens, start + shift, end + shift) > Boundaries(tokens, start + best, end + best))
            {
                best = shift;
            }
        }

        return best;
    }

    private int Boundaries(ReadOnlySpan<Token> tokens, int start, int end) => Boundary(tokens, start) + Boundary(tokens, end);

    // How clearly something ends or begins right before a token.
    private int Boundary(ReadOnlySpan<Token> tokens, int at)
    {
        if (at == 0 || at == tokens.Length)
        {
            return 3;
        }

        if (EndsClause(vocabulary.TextOf(tokens[at - 1].Id)))
        {
            return 2;
        }

        return vocabulary.KindOf(tokens[at - 1].Id) == TokenKind.Punctuation
            || vocabulary.KindOf(tokens[at].Id) == TokenKind.Punctuation ? 1 : 0;
    }

    private static bool EndsClause(string token) => token is "," or ";" or "." or ":" or "，" or "；" or "。" or "：" or "、"
        or "،" or "؛" or "!" or "?" or "؟";
}
