namespace DraftDiff.Differencing;

/// <summary>
/// Pairs footnotes that say something else than before but whose marks stand at the same words: "A/76/215." under the
/// mark of last year's report is this year's "A/77/215.", though the two share no word.
/// </summary>
internal sealed class NotesByMark(Pairing pairing, MarkComparer marks, Vocabulary vocabulary)
{
    /// <summary>Pairs the notes of the marks of one relation; true if there were any to pair.</summary>
    /// <param name="relation">Units that both documents have.</param>
    /// <param name="comparison">Their words; null where they are equal.</param>
    public bool Pair(Relation relation, WordComparison? comparison)
    {
        var any = false;
        var oldMarks = comparison?.Old.Marks ?? pairing.Old.Units[relation.MainOld].Marks;
        var newMarks = comparison?.New.Marks ?? pairing.New.Units[relation.MainNew].Marks;
        foreach (var (i, j) in marks.NotesInOnePlace(oldMarks, newMarks, comparison?.Places ?? Places.OfEqualWords))
        {
            if (pairing.AreFree(i, j) && AreOfOneKind(i, j))
            {
                pairing.Pair(i, j);
                any = true;
            }
        }

        return any;
    }

    // Two notes that share a word, or the first part of a symbol, as A/76/215 and A/77/215 do.
    private bool AreOfOneKind(int oldNote, int newNote)
    {
        var words = new HashSet<string>(Words(pairing.Old, oldNote), StringComparer.Ordinal);
        return Words(pairing.New, newNote).Any(words.Contains);
    }

    private IEnumerable<string> Words(Side side, int note)
    {
        foreach (var token in vocabulary.Tokenize(side.Units[note].Words))
        {
            var text = vocabulary.TextOf(token.Id);
            var kind = vocabulary.KindOf(token.Id);
            if (kind == TokenKind.Symbol)
            {
                yield return text[..(text.IndexOf('/', StringComparison.Ordinal) + 1)];
            }
            else if (kind != TokenKind.Punctuation)
            {
                yield return text;
            }
        }
    }
}
