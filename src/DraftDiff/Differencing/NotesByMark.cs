namespace DraftDiff.Differencing;

/// <summary>
/// Pairs footnotes whose marks stand at the same words. Those of equal words come first: which of several "Ibid." is
/// which, nothing else says. Then those that say something else than before: "A/76/215." under the mark of last year's
/// report is this year's "A/77/215.", though the two share no word.
/// </summary>
internal sealed class NotesByMark
{
    private readonly Pairing _pairing;
    private readonly Vocabulary _vocabulary;
    private readonly MarkComparer _marks;

    private NotesByMark(Pairing pairing, Vocabulary vocabulary)
    {
        _pairing = pairing;
        _vocabulary = vocabulary;
        _marks = new MarkComparer(pairing);
    }

    public static void Pair(Pairing pairing, List<Relation> paragraphs, Vocabulary vocabulary, WordComparisons comparisons)
    {
        var matcher = new NotesByMark(pairing, vocabulary);
        var inOnePlace = matcher.NotesInOnePlace(paragraphs, comparisons);
        matcher.Pair(inOnePlace, matcher.AreEqual);
        matcher.Pair(inOnePlace, matcher.AreOfOneKind);
    }

    private void Pair(List<(int Old, int New)> inOnePlace, Func<int, int, bool> areSame)
    {
        foreach (var (i, j) in inOnePlace)
        {
            if (_pairing.AreFree(i, j) && areSame(i, j))
            {
                _pairing.Pair(i, j);
            }
        }
    }

    private List<(int Old, int New)> NotesInOnePlace(List<Relation> paragraphs, WordComparisons comparisons)
    {
        var notes = new List<(int Old, int New)>();
        foreach (var relation in paragraphs)
        {
            if (relation.IsKept && HaveMarks(_pairing.Old, relation.Old) && HaveMarks(_pairing.New, relation.New))
            {
                var comparison = comparisons.Of(relation);
                var oldMarks = comparison?.Old.Marks ?? _pairing.Old.Units[relation.MainOld].Marks;
                var newMarks = comparison?.New.Marks ?? _pairing.New.Units[relation.MainNew].Marks;
                notes.AddRange(_marks.NotesInOnePlace(oldMarks, newMarks, comparison?.Places ?? Places.OfEqualWords));
            }
        }

        return notes;
    }

    private static bool HaveMarks(Side side, ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
        {
            if (side.HasMarks(index))
            {
                return true;
            }
        }

        return false;
    }

    private bool AreEqual(int oldNote, int newNote) =>
        _pairing.Old.Units[oldNote].Words.SequenceEqual(_pairing.New.Units[newNote].Words);

    // Two notes that share a word, or the first part of a symbol, as A/76/215 and A/77/215 do.
    private bool AreOfOneKind(int oldNote, int newNote)
    {
        var words = new HashSet<string>(Words(_pairing.Old, oldNote), StringComparer.Ordinal);
        return Words(_pairing.New, newNote).Any(words.Contains);
    }

    private IEnumerable<string> Words(Side side, int note)
    {
        foreach (var token in _vocabulary.Tokenize(side.Units[note].Words))
        {
            var text = _vocabulary.TextOf(token.Id);
            var kind = _vocabulary.KindOf(token.Id);
            if (kind == TokenKind.Symbol)
            {
                var slash = text.IndexOf('/', StringComparison.Ordinal);
                yield return slash < 0 ? text : text[..(slash + 1)];
            }
            else if (kind != TokenKind.Punctuation)
            {
                yield return text;
            }
        }
    }
}
