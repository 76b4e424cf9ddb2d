namespace DraftDiff.Differencing;

/// <summary>
/// Finds the few units of a side that share rare features with a unit of the other: an inverted index, as search engines
/// have it. Looking up a unit costs no more than its features times a constant, however long the documents are.
/// </summary>
internal sealed class CandidateIndex
{
    // A feature of more units than this tells none from another.
    private const int RareEnough = 16;

    private readonly ParagraphComparer _comparer;
    private readonly Side _side;
    private readonly List<int>?[] _postings;
    private readonly double[] _scores;
    private readonly List<int> _found = [];

    /// <summary>Indexes the units of a side that have been read and that a condition lets in.</summary>
    public CandidateIndex(ParagraphComparer comparer, Side side, Func<int, bool> include)
    {
        _comparer = comparer;
        _side = side;
        _scores = new double[side.Count];
        _postings = new List<int>?[comparer.FeatureCount];
        for (var j = 0; j < side.Count; j++)
        {
            if (include(j) && side.ProfileOf(j) is { } profile)
            {
                foreach (var feature in profile.Features.Features)
                {
                    (_postings[feature] ??= []).Add(j);
                }
            }
        }
    }

    /// <summary>
    /// The units of a zone that share a rare feature with a profile, by the weight of what they share over their own
    /// length, the likeliest first. The list is good until the next call.
    /// </summary>
    public IReadOnlyList<int> Find(Profile profile, Zone zone)
    {
        _found.Clear();
        foreach (var feature in profile.Features.Features)
        {
            if (_postings[feature] is not { Count: <= RareEnough } postings)
            {
                continue;
            }

            _comparer.Cost.Add(postings.Count);
            foreach (var j in postings)
            {
                if (_scores[j] == 0 && _side.ZoneOf(j) == zone)
                {
                    _found.Add(j);
                }

                _scores[j] += _comparer.WeightOf(feature);
            }
        }

        _found.Sort((a, b) =>
        {
            var order = Rank(b).CompareTo(Rank(a));
            return order != 0 ? order : a.CompareTo(b);
        });
        Forget(profile);
        return _found;
    }

    // Long units share something with everything.
    private double Rank(int j) => _scores[j] / (4 + _side.ProfileOf(j)!.Features.Total);

    private void Forget(Profile profile)
    {
        foreach (var feature in profile.Features.Features)
        {
            if (_postings[feature] is { Count: <= RareEnough } postings)
            {
                foreach (var j in postings)
                {
                    _scores[j] = 0;
                }
            }
        }
    }
}
