using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Pairs reworded units by their similarity. Each free unit is compared with a bounded number of candidates, found by
/// the rare words they share, so the cost grows with the length of the text. Units of one gap are assigned to each other
/// optimally, their order kept; what is left over anywhere was moved and reworded, and needs to be more alike for that.
/// Nothing pairs below a floor: unrelated paragraphs stay inserted and deleted.
/// </summary>
internal sealed class SimilarWords
{
    // A feature of more units than this tells no candidate from another.
    private const int RareEnough = 16;
    private const int CandidatesInGap = 6;
    private const int CandidatesAnywhere = 6;

    // How much more alike a unit elsewhere must be than the best one in place.
    private const double MoveMargin = 0.15;

    private readonly Pairing _pairing;
    private readonly ParagraphComparer _comparer;
    private readonly Profile?[] _oldProfiles;
    private readonly Profile?[] _newProfiles;
    private readonly List<Candidate> _candidates = [];

    public SimilarWords(Pairing pairing, ParagraphComparer comparer, Profile?[] oldProfiles, Profile?[] newProfiles)
    {
        _pairing = pairing;
        _comparer = comparer;
        _oldProfiles = oldProfiles;
        _newProfiles = newProfiles;
        FindCandidates();
    }

    /// <summary>Pairs what is alike enough within the gaps, as much of it as keeps its order.</summary>
    public void PairInGaps(double floor)
    {
        var gaps = CurrentGaps();
        var pairs = new List<WeightedPair>();
        foreach (var candidate in _candidates)
        {
            if (candidate.Similarity >= floor && _pairing.AreFree(candidate.Old, candidate.New)
                && gaps.Share(candidate.Old, candidate.New))
            {
                // Squared, so that one good pair beats two poor ones that cross it.
                var weight = candidate.Similarity * candidate.Similarity;
                pairs.Add(new WeightedPair(candidate.Old, candidate.New, 1 + (long)(weight * 1e9)));
            }
        }

        foreach (var pair in IncreasingSubsequence.Heaviest(pairs, _newProfiles.Length))
        {
            _pairing.Pair(pair.Old, pair.New);
        }
    }

    /// <summary>Pairs what is alike enough wherever it stands, the most alike first.</summary>
    public void PairAnywhere(double floor)
    {
        var gaps = CurrentGaps();
        var bestInGap = new Dictionary<(bool IsOld, int Index), double>();
        var pairs = new List<Candidate>();
        foreach (var candidate in _candidates)
        {
            if (!_pairing.AreFree(candidate.Old, candidate.New))
            {
                continue;
            }

            if (candidate.Similarity >= floor)
            {
                pairs.Add(candidate);
            }
        }

        pairs.Sort(static (a, b) =>
        {
            var order = b.Similarity.CompareTo(a.Similarity);
            order = order != 0 ? order : a.Old.CompareTo(b.Old);
            return order != 0 ? order : a.New.CompareTo(b.New);
        });
        foreach (var pair in pairs)
        {
            if (_pairing.AreFree(pair.Old, pair.New))
            {
                _pairing.Pair(pair.Old, pair.New);
            }
        }
    }

    private Gaps CurrentGaps() => new(_oldProfiles.Length, _newProfiles.Length, _pairing.Spine());

    private void FindCandidates()
    {
        var postings = Postings();
        var gaps = CurrentGaps();
        var score = new double[_newProfiles.Length];
        var touched = new List<int>();
        for (var i = 0; i < _oldProfiles.Length; i++)
        {
            if (_pairing.NewOf(i) >= 0 || _oldProfiles[i] is not { } profile)
            {
                continue;
            }

            var zone = Zones.Of(_pairing.OldUnits[i].Section);
            touched.Clear();
            var features = profile.Features;
            for (var f = 0; f < features.Length; f++)
            {
                if ((f > 0 && features[f] == features[f - 1]) || postings[features[f]] is not { Count: <= RareEnough } found)
                {
                    continue;
                }

                Operations += found.Count;
                var weight = _comparer.WeightOf(features[f]);
                foreach (var j in found)
                {
                    if (Zones.Of(_pairing.NewUnits[j].Section) != zone)
                    {
                        continue;
                    }

                    if (score[j] == 0)
                    {
                        touched.Add(j);
                    }

                    score[j] += weight;
                }
            }

            AddBest(i, touched, score, gaps);
            foreach (var j in touched)
            {
                score[j] = 0;
            }
        }
    }

    private void AddBest(int i, List<int> touched, double[] score, Gaps gaps)
    {
        // The weight of what is shared, over the size of the other: long units share something with everything.
        double Rank(int j) => score[j] / (4 + _newProfiles[j]!.Features.Length);
        touched.Sort((a, b) =>
        {
            var order = Rank(b).CompareTo(Rank(a));
            return order != 0 ? order : a.CompareTo(b);
        });
        var inGap = 0;
        var anywhere = 0;
        foreach (var j in touched)
        {
            ref var count = ref gaps.Share(i, j) ? ref inGap : ref anywhere;
            if (count++ < (gaps.Share(i, j) ? CandidatesInGap : CandidatesAnywhere))
            {
                _candidates.Add(new Candidate(i, j, Similarity(i, j)));
            }
        }
    }

    private double Similarity(int i, int j)
    {
        var words = _comparer.Similarity(_oldProfiles[i]!.Features, _newProfiles[j]!.Features);
        var (a, b) = (_pairing.OldUnits[i], _pairing.NewUnits[j]);
        if ((a.Section == Section.Heading) != (b.Section == Section.Heading))
        {
            return words * 0.7;
        }

        return a.Section == b.Section && (a.Parent < 0) == (b.Parent < 0) ? words : words * 0.95;
    }

    private List<int>?[] Postings()
    {
        var postings = new List<int>?[_comparer.FeatureCount];
        for (var j = 0; j < _newProfiles.Length; j++)
        {
            if (_pairing.OldOf(j) >= 0 || _newProfiles[j] is not { } profile)
            {
                continue;
            }

            var features = profile.Features;
            for (var f = 0; f < features.Length; f++)
            {
                if (f == 0 || features[f] != features[f - 1])
                {
                    (postings[features[f]] ??= []).Add(j);
                }
            }
        }

        return postings;
    }

    /// <summary>How many postings were looked at.</summary>
    public long Operations { get; private set; }

    private readonly record struct Candidate(int Old, int New, double Similarity);
}
