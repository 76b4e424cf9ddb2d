namespace DraftDiff.Differencing;

/// <summary>Features, as numbers, each as often as it occurs: a multiset. It keeps them sorted, so that nothing has to be counted.</summary>
internal sealed class FeatureBag
{
    private readonly ArraySegment<int> _features;

    private FeatureBag(ArraySegment<int> features) => _features = features;

    /// <summary>The features, ascending.</summary>
    public ReadOnlySpan<int> Features => _features;

    /// <summary>What all of them weigh, kept here by the comparer; null until it was asked.</summary>
    public double? Weight { get; set; }

    /// <summary>Makes a bag of sorted features.</summary>
    public static FeatureBag Of(ReadOnlySpan<int> sorted, RunStore<int> store)
    {
        var features = store.Take(sorted.Length);
        sorted.CopyTo(features);
        return new FeatureBag(features);
    }

    /// <summary>The features, each once.</summary>
    public DistinctFeatures Distinct() => new(Features);
}

/// <summary>Walks sorted features, each once.</summary>
internal ref struct DistinctFeatures(ReadOnlySpan<int> sorted)
{
    private readonly ReadOnlySpan<int> _sorted = sorted;
    private int _at = -1;

    public readonly int Current => _sorted[_at];

    public readonly DistinctFeatures GetEnumerator() => this;

    public bool MoveNext()
    {
        do
        {
            _at++;
        }
        while (_at > 0 && _at < _sorted.Length && _sorted[_at] == _sorted[_at - 1]);

        return _at < _sorted.Length;
    }
}

/// <summary>
/// Walks the features that two bags share, each as often as both have it, at the cost of the smaller bag times the logarithm of
/// the larger: a paragraph set beside a whole text costs no look at all of the text.
/// </summary>
internal ref struct SharedFeatures
{
    private readonly ReadOnlySpan<int> _small;
    private readonly ReadOnlySpan<int> _large;
    private int _inSmall = -1;
    private int _inLarge;

    public SharedFeatures(FeatureBag one, FeatureBag other)
    {
        var isOneSmaller = one.Features.Length <= other.Features.Length;
        _small = (isOneSmaller ? one : other).Features;
        _large = (isOneSmaller ? other : one).Features;
    }

    /// <summary>The feature.</summary>
    public readonly int Feature => _small[_inSmall];

    /// <summary>How many features were looked for so far.</summary>
    public readonly long Steps => Math.Min(_inSmall + 1, _small.Length);

    public bool MoveNext()
    {
        while (++_inSmall < _small.Length)
        {
            _inLarge = Find(_large, _inLarge, _small[_inSmall]);
            if (_inLarge == _large.Length)
            {
                return false;
            }

            if (_large[_inLarge] == _small[_inSmall])
            {
                // Where both have it again, it is found again behind.
                _inLarge++;
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the first of sorted features stands, from a place on, that is no less than one; behind all where there is none.</summary>
    public static int Find(ReadOnlySpan<int> sorted, int from, int feature)
    {
        // Ever longer strides, then halves of the last one (Bentley and Yao 1976).
        var stride = 1;
        while (from + stride < sorted.Length && sorted[from + stride] < feature)
        {
            from += stride;
            stride *= 2;
        }

        for (; stride > 0; stride /= 2)
        {
            if (from + stride <= sorted.Length && sorted[from + stride - 1] < feature)
            {
                from += stride;
            }
        }

        return from;
    }
}
