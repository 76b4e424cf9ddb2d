namespace DraftDiff.Differencing;

/// <summary>
/// Says which units of two drafts are the same ones, in the steps of Roslyn's matcher and of GumTree: equal ones first,
/// then similar ones in place, then similar ones anywhere, then splits and merges. Unlike Roslyn's, no last pass pairs
/// whatever is left. Labels take no part.
/// </summary>
internal static class Match
{
    // The similarities that were tried on drafts of successive sessions: two strangers rarely reach 0.25, a paragraph
    // brought up to date rarely falls below 0.4.
    private const double AlikeInPlace = 0.5;
    private const double AlikeAnywhere = 0.5;
    private const double AlikeAtLeast = 0.33;

    // How many paragraphs that did not change are read to learn which words both documents use everywhere.
    private const int BackgroundUnits = 16;

    public static Pairing Of(Side old, Side @new, ParagraphComparer comparer)
    {
        var pairing = new Pairing(old, @new);
        EqualWords.Pair(pairing);
        if (ReadFree(pairing.Old, comparer) | ReadFree(pairing.New, comparer))
        {
            ReadBackground(pairing.Old, comparer);
            comparer.Weigh();

            var similar = new SimilarWords(pairing, comparer);
            similar.PairInGaps(AlikeInPlace);
            similar.PairAnywhere(AlikeAnywhere);
            Splits.Find(pairing, comparer);
            similar.PairInGaps(AlikeAtLeast);
            Splits.Find(pairing, comparer);
            PairByPlace(pairing, Zone.Title);
            PairByPlace(pairing, Zone.Opening);
        }

        return pairing;
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

    private static bool ReadFree(Side side, ParagraphComparer comparer)
    {
        var any = false;
        for (var i = 0; i < side.Count; i++)
        {
            if (side.IsFree(i) && side.ZoneOf(i) != Zone.Masthead)
            {
                side.Read(i, comparer);
                any = true;
            }
        }

        return any;
    }

    private static void ReadBackground(Side side, ParagraphComparer comparer)
    {
        var read = Math.Min(BackgroundUnits, side.Count);
        for (var i = 0; i < read; i++)
        {
            var index = (int)((long)i * side.Count / read);
            if (side.ProfileOf(index) is null)
            {
                comparer.ReadBackground(side.Units[index].Words);
            }
        }
    }
}
