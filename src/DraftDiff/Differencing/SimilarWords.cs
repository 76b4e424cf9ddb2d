namespace DraftDiff.Differencing;

/// <summary>
/// Pairs reworded units by their similarity. Each free unit is compared with a bounded number of candidates, so the cost
/// grows with the length of the text. Units of one gap are assigned to each other optimally, their order kept; what is
/// left over anywhere was moved and reworded, and needs to be more alike for that. Nothing pairs below a floor:
/// unrelated paragraphs stay inserted and deleted.
/// </summary>
internal sealed class SimilarWords
{
    private const int CandidatesInGap = 6;
    private const int CandidatesElsewhere = 4;

    // That a paragraph changes its section or its level is a little unlikely; that it becomes a heading, very.
    private const double OtherPlace = 0.95;
    private const double OtherNature = 0.7;

    // How much of a paragraph has to be found in a longer one, and how much of the longer that has to be.
    private const double ContainedShare = 0.6;
    private const double LeastOfLonger = 0.12;
    private const int ShortestContained = 8;

    private readonly Pairing _pairing;
    private readonly ParagraphComparer _comparer;
    private readonly Func<Zone, bool> _include;
    private readonly List<Candidate> _candidates = [];

    /// <summary>Compares the free units of some zones.</summary>
    public SimilarWords(Pairing pairing, ParagraphComparer comparer, Func<Zone, bool> include)
    {
        _include = include;
        _pairing = pairing;
        _comparer = comparer;
        FindCandidates();
    }

    /// <summary>Pairs what is alike enough within the gaps, as much of it as keeps its order; false where there is nothing.</summary>
    public bool PairInGaps(double floor)
    {
        var gaps = _pairing.Gaps();
        var pairs = new List<WeightedPair>();
        foreach (var (old, @new, similarity) in _candidates)
        {
            if (similarity >= floor && _pairing.AreFree(old, @new) && gaps.Share(old, @new))
            {
                // Squared, so that one good pair beats two poor ones that cross it.
                pairs.Add(new WeightedPair(old, @new, 1 + (long)(similarity * similarity * 1e9)));
            }
        }

        foreach (var pair in IncreasingSubsequence.Heaviest(pairs, _pairing.New.Count, _pairing.Cost))
        {
            _pairing.Pair(pair.Old, pair.New);
        }

        return pairs.Count > 0;
    }

    /// <summary>Pairs what is alike enough wherever it stands, the most alike first.</summary>
    public void PairAnywhere(double floor)
    {
        PairBest(_candidates.FindAll(pair => pair.Similarity >= floor && _pairing.AreFree(pair.Old, pair.New)));
    }

    private bool PairBest(List<Candidate> pairs)
    {
        pairs.Sort(static (a, b) =>
        {
            var order = b.Similarity.CompareTo(a.Similarity);
            order = order != 0 ? order : a.Old.CompareTo(b.Old);
            return order != 0 ? order : a.New.CompareTo(b.New);
        });
        foreach (var (old, @new, _) in pairs)
        {
            if (_pairing.AreFree(old, @new))
            {
                _pairing.Pair(old, @new);
            }
        }

        return pairs.Count > 0;
    }

    /// <summary>
    /// Pairs paragraphs of which one went into the other almost whole, wherever they stand: much was added to it, or
    /// taken from it.
    /// </summary>
    public bool PairContained()
    {
        var pairs = new List<Candidate>();
        foreach (var (old, @new, _) in _candidates)
        {
            if (_pairing.AreFree(old, @new) && Contained(old, @new) is >= ContainedShare and var share)
            {
                pairs.Add(new Candidate(old, @new, share));
            }
        }

        return PairBest(pairs);
    }

    private void FindCandidates()
    {
        using var index = new CandidateIndex(_comparer, _pairing.New, j => IsIncluded(_pairing.New, j));
        var gaps = _pairing.Gaps();
        var inGap = new BestCandidates(CandidatesInGap);
        var elsewhere = new BestCandidates(CandidatesElsewhere);
        for (var i = 0; i < _pairing.Old.Count; i++)
        {
            if (!IsIncluded(_pairing.Old, i) || _pairing.Old.ProfileOf(i) is not { } profile)
            {
                continue;
            }

            // Where units are so much alike that no feature is rare, the place says which is which.
            var (fromStart, fromEnd) = gaps.Opposite(i);
            AddOpposite(i, fromStart);
            if (gaps.HoldsOnePair(i) && _candidates.Count > 0 && _candidates[^1].Old == i
                && _candidates[^1].Similarity >= Match.AlikeInPlace)
            {
                // The most common case, and settled: the first pass over the gaps pairs these two, whatever stands elsewhere.
                continue;
            }

            if (fromEnd != fromStart)
            {
                AddOpposite(i, fromEnd);
            }

            inGap.Clear();
            elsewhere.Clear();
            foreach (var (j, rank) in index.Find(profile))
            {
                if (j != fromStart && j != fromEnd && _pairing.New.ZoneOf(j) == _pairing.Old.ZoneOf(i))
                {
                    (gaps.Share(i, j) ? inGap : elsewhere).Add(j, rank);
                }
            }

            AddAll(i, inGap);
            AddAll(i, elsewhere);
        }
    }

    private bool IsIncluded(Side side, int index) => side.IsFree(index) && _include(side.ZoneOf(index));

    private void AddAll(int i, BestCandidates candidates)
    {
        for (var place = 0; place < candidates.Count; place++)
        {
            _candidates.Add(new Candidate(i, candidates[place], Similarity(i, candidates[place])));
        }
    }

    private void AddOpposite(int i, int j)
    {
        if (j >= 0 && IsIncluded(_pairing.New, j) && _pairing.New.ProfileOf(j) is not null
            && _pairing.New.ZoneOf(j) == _pairing.Old.ZoneOf(i))
        {
            _candidates.Add(new Candidate(i, j, Similarity(i, j)));
        }
    }

    private double Similarity(int i, int j)
    {
        var (a, b) = (_pairing.Old.Units[i], _pairing.New.Units[j]);
        var words = _comparer.Similarity(_pairing.Old.ProfileOf(i)!, _pairing.New.ProfileOf(j)!);
        if (a.Section == b.Section && (a.Parent < 0) == (b.Parent < 0))
        {
            return words;
        }

        var areParagraphs = _pairing.Old.IsParagraph(i) && _pairing.New.IsParagraph(j);
        return words * (areParagraphs || a.Section == b.Section ? OtherPlace : OtherNature);
    }

    // How much of the shorter paragraph went into the longer; 0 where that is a phrase that both happen to use.
    private double Contained(int i, int j)
    {
        var (a, b) = (_pairing.Old.ProfileOf(i)!, _pairing.New.ProfileOf(j)!);
        if (!_pairing.Old.IsParagraph(i) || !_pairing.New.IsParagraph(j)
            || Math.Min(a.Tokens.Count, b.Tokens.Count) < ShortestContained)
        {
            return 0;
        }

        var common = _comparer.Common(a.Features, b.Features);
        var (weightA, weightB) = (_comparer.WeightOf(a.Features), _comparer.WeightOf(b.Features));
        return common < LeastOfLonger * Math.Max(weightA, weightB) ? 0 : common / Math.Min(weightA, weightB);
    }

    private readonly record struct Candidate(int Old, int New, double Similarity);
}
