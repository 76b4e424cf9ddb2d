namespace DraftDiff.Differencing;

/// <summary>
/// What is left of a bag of features as others are taken away, one after another. The features are counted, so that taking a part
/// of a long paragraph costs no more than the part is long.
/// </summary>
internal sealed class FeatureRest
{
    private readonly int[] _features;
    private readonly int[] _counts;
    private readonly ParagraphComparer _comparer;

    /// <summary>All of a bag.</summary>
    public FeatureRest(FeatureBag bag, ParagraphComparer comparer)
    {
        _comparer = comparer;
        comparer.Cost.Add(bag.Features.Length);
        var distinct = 0;
        foreach (var _ in bag.Distinct())
        {
            distinct++;
        }

        _features = new int[distinct];
        _counts = new int[distinct];
        var at = -1;
        foreach (var feature in bag.Features)
        {
            if (at < 0 || _features[at] != feature)
            {
                _features[++at] = feature;
            }

            _counts[at]++;
        }
    }

    /// <summary>What is left weighs so much.</summary>
    public double Weight
    {
        get
        {
            _comparer.Cost.Add(_features.Length);
            var sum = 0.0;
            for (var at = 0; at < _features.Length; at++)
            {
                sum += _counts[at] * _comparer.WeightOf(_features[at]);
            }

            return sum;
        }
    }

    /// <summary>Takes the features of a bag away, as far as they are there.</summary>
    public void Take(FeatureBag bag)
    {
        _comparer.Cost.Add(bag.Features.Length);
        var at = 0;
        foreach (var feature in bag.Features)
        {
            at = SharedFeatures.Find(_features, at, feature);
            if (at < _features.Length && _features[at] == feature && _counts[at] > 0)
            {
                _counts[at]--;
            }
        }
    }

    /// <summary>What the features weigh that are left and in a bag.</summary>
    public double Common(FeatureBag bag)
    {
        _comparer.Cost.Add(bag.Features.Length);
        var sum = 0.0;
        var (at, found) = (0, 0);
        foreach (var feature in bag.Features)
        {
            var next = SharedFeatures.Find(_features, at, feature);
            found = next == at ? found : 0;
            at = next;
            if (at < _features.Length && _features[at] == feature && found < _counts[at])
            {
                found++;
                sum += _comparer.WeightOf(feature);
            }
        }

        return sum;
    }
}
