namespace DraftDiff.Differencing;

/// <summary>Features, as numbers, each with how often it occurs: a multiset.</summary>
internal sealed class FeatureBag
{
    private readonly ReadOnlyMemory<int> _features;
    private readonly Memory<int> _counts;

    private FeatureBag(ReadOnlyMemory<int> features, Memory<int> counts, int total)
    {
        _features = features;
        _counts = counts;
        Total = total;
    }

    /// <summary>The different features, ascending.</summary>
    public ReadOnlySpan<int> Features => _features.Span;

    /// <summary>How often each of <see cref="Features"/> occurs; zero where all of them were taken away.</summary>
    public ReadOnlySpan<int> Counts => _counts.Span;

    /// <summary>How many features there are, each as often as it occurs.</summary>
    public int Total { get; private set; }

    /// <summary>What all of them weigh, kept here by the comparer; null until it was asked.</summary>
    public double? Weight { get; set; }

    /// <summary>Makes a bag of sorted features.</summary>
    public static FeatureBag Of(ReadOnlySpan<int> sorted, IntegerStore store)
    {
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        var (taken, countsTaken) = (store.Take(distinct), store.Take(distinct));
        var features = taken.Span;
        var counts = countsTaken.Span;
        var at = -1;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                features[++at] = sorted[i];
            }

            counts[at]++;
        }

        return new FeatureBag(taken, countsTaken, sorted.Length);
    }

    /// <summary>A bag of the same features from which some can be taken.</summary>
    public FeatureBag Copy() => new(_features, _counts.ToArray(), Total);

    /// <summary>Takes the features of another bag away, as far as they are there.</summary>
    public void Take(FeatureBag other, Cost cost)
    {
        var counts = _counts.Span;
        var shared = new SharedFeatures(this, other);
        while (shared.MoveNext())
        {
            counts[shared.Index] -= shared.Count;
            Total -= shared.Count;
        }

        Weight = null;
        cost.Add(shared.Steps);
    }
}

/// <summary>
/// Walks the features that two bags share, at the cost of the smaller bag times the logarithm of the larger: a paragraph
/// set beside a whole text costs no look at all of the text.
/// </summary>
internal ref struct SharedFeatures
{
    private readonly bool _isOneSmaller;
    private readonly ReadOnlySpan<int> _small;
    private readonly ReadOnlySpan<int> _large;
    private readonly ReadOnlySpan<int> _smallCounts;
    private readonly ReadOnlySpan<int> _largeCounts;
    private int _inSmall = -1;
    private int _inLarge;

    public SharedFeatures(FeatureBag one, FeatureBag other)
    {
        _isOneSmaller = one.Features.Length <= other.Features.Length;
        var (small, large) = _isOneSmaller ? (one, other) : (other, one);
        _small = small.Features;
        _smallCounts = small.Counts;
        _large = large.Features;
        _largeCounts = large.Counts;
    }

    /// <summary>The feature.</summary>
    public readonly int Feature => _small[_inSmall];

    /// <summary>The index of the feature in the first bag.</summary>
    public readonly int Index => _isOneSmaller ? _inSmall : _inLarge;

    /// <summary>How often both have it.</summary>
    public readonly int Count => Math.Min(_smallCounts[_inSmall], _largeCounts[_inLarge]);

    /// <summary>How many features were looked for so far.</summary>
    public readonly long Steps => Math.Min(_inSmall + 1, _small.Length);

    public bool MoveNext()
    {
        while (++_inSmall < _small.Length)
        {
            var feature = _small[_inSmall];

            // Ever longer strides, then halves of the last one (Bentley and Yao 1976).
            var stride = 1;
            while (_inLarge + stride < _large.Length && _large[_inLarge + stride] < feature)
            {
                _inLarge += stride;
                stride *= 2;
            }

            for (; stride > 0; stride /= 2)
            {
                if (_inLarge + stride <= _large.Length && _large[_inLarge + stride - 1] < feature)
                {
                    _inLarge += stride;
                }
            }

            if (_inLarge == _large.Length)
            {
                return false;
            }

            if (_large[_inLarge] == feature)
            {
                return true;
            }
        }

        return false;
    }
}
