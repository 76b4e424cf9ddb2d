using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Says which units of two drafts are the same ones, in the steps of Roslyn's matcher and of GumTree: equal ones first,
/// then similar ones in place, then similar ones anywhere, then splits and merges, and then the footnotes of what was
/// matched. Unlike Roslyn's, no last pass pairs whatever is left. Labels take no part.
/// </summary>
internal static class Match
{
    // The similarities that were tried on drafts of successive sessions: two strangers rarely reach 0.25, a paragraph
    // brought up to date rarely falls below 0.4.
    public const double AlikeInPlace = 0.5;
    private const double AlikeAnywhere = 0.4;
    private const double AlikeAtLeast = 0.33;

    // How many units that did not change are read to learn which words both documents use everywhere.
    private const int BackgroundUnits = 16;

    public static Pairing Of(Side old, Side @new, Vocabulary vocabulary, Cost cost)
    {
        var pairing = new Pairing(old, @new, cost);
        EqualWords.Pair(pairing);
        if (ReadFree(pairing, vocabulary, IsText) is { } comparer)
        {
            var similar = new SimilarWords(pairing, comparer, IsText);
            similar.PairInGaps(AlikeInPlace);
            similar.PairAnywhere(AlikeAnywhere);
            Splits.Find(pairing, comparer);
            if (similar.PairInGaps(AlikeAtLeast) | similar.PairContained())
            {
                Splits.Find(pairing, comparer);
            }

            PairByPlace(pairing, Zone.Title);
            PairByPlace(pairing, Zone.Opening);
            PairClosingLines(pairing, vocabulary);
        }

        return pairing;
    }

    /// <summary>Says which footnotes are the same ones, once the paragraphs are matched that point at them.</summary>
    /// <param name="pairing">What is matched so far.</param>
    /// <param name="paragraphs">The relations of the paragraphs.</param>
    /// <param name="vocabulary">The tokens of both documents.</param>
    /// <param name="comparisons">The words of the paragraphs.</param>
    public static void AddFootnotes(Pairing pairing, List<Relation> paragraphs, Vocabulary vocabulary, WordComparisons comparisons)
    {
        if (HasFreeNotes(pairing.Old) && HasFreeNotes(pairing.New))
        {
            NotesByMark.Pair(pairing, paragraphs, vocabulary, comparisons);
            EqualWords.PairNotesInTurn(pairing);
            if (ReadFree(pairing, vocabulary, IsNote) is { } comparer)
            {
                var similar = new SimilarWords(pairing, comparer, IsNote);
                similar.PairInGaps(AlikeInPlace);
                similar.PairAnywhere(AlikeAnywhere);
                similar.PairInGaps(AlikeAtLeast);
            }
        }
    }

    private static bool IsNote(Zone zone) => zone == Zone.Footnotes;

    private static bool IsText(Zone zone) => zone is not (Zone.Masthead or Zone.Footnotes);

    private static bool HasFreeNotes(Side side)
    {
        for (var i = side.NotesStart; i < side.Count; i++)
        {
            if (side.IsFree(i))
            {
                return true;
            }
        }

        return false;
    }

    // A draft has one title and one opening, whatever they say.
    private static void PairByPlace(Pairing pairing, Zone zone)
    {
        var j = 0;
        for (var i = 0; i < pairing.Old.Count; i++)
        {
            if (!pairing.Old.IsFree(i) || pairing.Old.ZoneOf(i) != zone)
            {
                continue;
            }

            while (j < pairing.New.Count && !(pairing.New.IsFree(j) && pairing.New.ZoneOf(j) == zone))
            {
                j++;
            }

            if (j < pairing.New.Count)
            {
                pairing.Pair(i, j);
            }
        }
    }

    // The date of adoption is the date of adoption, though day, month and year are others.
    private static void PairClosingLines(Pairing pairing, Vocabulary vocabulary)
    {
        var waiting = Free(pairing.Old);
        foreach (var j in Free(pairing.New))
        {
            var i = waiting.FindIndex(i => HaveOneShape(pairing.Old.Units[i], pairing.New.Units[j], vocabulary));
            if (i >= 0)
            {
                pairing.Pair(waiting[i], j);
                waiting.RemoveRange(0, i + 1);
            }
        }

        static List<int> Free(Side side)
        {
            var lines = new List<int>();
            for (var i = 0; i < side.Count; i++)
            {
                if (side.IsFree(i) && side.Units[i].Section == Section.Closing)
                {
                    lines.Add(i);
                }
            }

            return lines;
        }
    }

    private static bool HaveOneShape(Unit old, Unit @new, Vocabulary vocabulary)
    {
        var (a, b) = (vocabulary.Tokenize(old.Words), vocabulary.Tokenize(@new.Words));
        return a.Count == b.Count
            && a.Zip(b).All(pair => vocabulary.KindOf(pair.First.Id) == vocabulary.KindOf(pair.Second.Id));
    }

    // A comparer that has read the free units of some zones; null where there are none.
    private static ParagraphComparer? ReadFree(Pairing pairing, Vocabulary vocabulary, Func<Zone, bool> include)
    {
        var (old, @new) = (Free(pairing.Old, include), Free(pairing.New, include));
        if (old.Count + @new.Count == 0)
        {
            return null;
        }

        var comparer = new ParagraphComparer(vocabulary, LengthOf(pairing.Old, old) + LengthOf(pairing.New, @new), pairing.Cost);
        Read(pairing.Old, old, comparer);
        Read(pairing.New, @new, comparer);
        ReadBackground(pairing.Old, comparer, include);
        ReadBackground(pairing.New, comparer, include);
        comparer.Weigh();
        return comparer;
    }

    private static List<int> Free(Side side, Func<Zone, bool> include)
    {
        var free = new List<int>();
        for (var i = 0; i < side.Count; i++)
        {
            if (side.IsFree(i) && include(side.ZoneOf(i)))
            {
                free.Add(i);
            }
        }

        return free;
    }

    private static int LengthOf(Side side, List<int> units)
    {
        var length = 0;
        foreach (var i in units)
        {
            length += side.LengthOf(i);
        }

        return length;
    }

    private static void Read(Side side, List<int> units, ParagraphComparer comparer)
    {
        foreach (var i in units)
        {
            side.Read(i, comparer);
        }
    }

    private static void ReadBackground(Side side, ParagraphComparer comparer, Func<Zone, bool> include)
    {
        var read = Math.Min(BackgroundUnits, side.Count);
        for (var i = 0; i < read; i++)
        {
            var index = (int)((long)i * side.Count / read);
            if (side.ProfileOf(index) is null && include(side.ZoneOf(index)))
            {
                comparer.ReadBackground(side.Units[index].Words);
            }
        }
    }
}
