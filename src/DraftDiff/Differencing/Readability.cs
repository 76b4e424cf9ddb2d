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
    /// <param name="edits">The fewest edits.</param>
    /// <param name="old">The old tokens.</param>
    /// <param name="new">The new tokens.</param>
    /// <param name="standsAlone">Whether an edit says something else than its neighbours, and is joined to none.</param>
    public List<TokenEdit> Improve(
        List<TokenEdit> edits, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new, Predicate<TokenEdit> standsAlone)
    {
        if (edits.Count > 1)
        {
            edits = new ShortEqualities(vocabulary, old, @new, standsAlone).Join(AlignFigures(edits, old, @new));
        }

        var compounds = new Compounds(vocabulary, old, @new);
        return compounds.Widen(Slide(edits, old, @new, compounds));
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
            if (a.Id != b.Id && !(vocabulary.IsFigure(a) && vocabulary.IsFigure(b)))
            {
                return false;
            }
        }

        return true;
    }

    private List<TokenEdit> Slide(List<TokenEdit> edits, ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new, Compounds compounds)
    {
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            if (edit.Deleted > 0 && edit.Inserted > 0)
            {
                continue;
            }

            // Two additions or two omissions may meet and become one; of others something stays between them.
            var room = i == 0 ? int.MaxValue : edit.OldStart - edits[i - 1].OldEnd - (AreOfOneKind(edits[i - 1], edit) ? 0 : 1);
            var roomAfter = i == edits.Count - 1 ? int.MaxValue : edits[i + 1].OldStart - edit.OldEnd - (AreOfOneKind(edit, edits[i + 1]) ? 0 : 1);
            var shift = edit.Deleted == 0
                ? BestShift(@new, edit.NewStart, edit.NewEnd, room, roomAfter, compounds)
                : BestShift(old, edit.OldStart, edit.OldEnd, room, roomAfter, compounds);
            edits[i] = new TokenEdit(edit.OldStart + shift, edit.OldEnd + shift, edit.NewStart + shift, edit.NewEnd + shift);
        }

        return edits;
    }

    private static bool AreOfOneKind(TokenEdit a, TokenEdit b) => (a.Deleted == 0 && b.Deleted == 0) || (a.Inserted == 0 && b.Inserted == 0);

    private int BestShift(ReadOnlySpan<Token> tokens, int start, int end, int room, int roomAfter, Compounds compounds)
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
        var bestScore = int.MinValue;
        for (var shift = least; shift <= most; shift++)
        {
            var score = Boundary(tokens, start + shift, compounds) + Boundary(tokens, end + shift, compounds);
            if (score > bestScore)
            {
                (best, bestScore) = (shift, score);
            }
        }

        return best;
    }

    // How clearly something ends or begins right before a token: a clause best behind its comma, then in front of it.
    private int Boundary(ReadOnlySpan<Token> tokens, int at, Compounds compounds)
    {
        if (at == 0)
        {
            return 2;
        }

        if (compounds.Cuts(tokens, at))
        {
            return -4;
        }

        return EndsClause(vocabulary.TextOf(tokens[at - 1].Id)) ? 4
            : at == tokens.Length ? 2
            : EndsClause(vocabulary.TextOf(tokens[at].Id)) ? 3
            : vocabulary.KindOf(tokens[at - 1].Id) == TokenKind.Punctuation || vocabulary.KindOf(tokens[at].Id) == TokenKind.Punctuation ? 1
            : 0;
    }

    private static bool EndsClause(string token) => token is "," or ";" or "." or ":" or "，" or "；" or "。" or "：" or "、"
        or "،" or "؛" or "!" or "?" or "؟";
}
