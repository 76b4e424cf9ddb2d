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

    /// <summary>What is left when the features of another bag are taken away, as far as they are there.</summary>
    public FeatureBag Without(FeatureBag other, Cost cost)
    {
        var features = Features;
        var left = new int[features.Length];
        var (count, from) = (0, 0);
        var shared = new SharedFeatures(this, other);
        while (shared.MoveNext())
        {
            Keep(features[from..shared.Index]);
            from = shared.Index + 1;
        }

        Keep(features[from..]);
        cost.Add(shared.Steps);
        return new FeatureBag(new ArraySegment<int>(left, 0, count));

        void Keep(ReadOnlySpan<int> run)
        {
            run.CopyTo(left.AsSpan(count));
            count += run.Length;
        }
    }
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
    private readonly bool _isOneSmaller;
    private readonly ReadOnlySpan<int> _small;
    private readonly ReadOnlySpan<int> _large;
    private int _inSmall = -1;
    private int _inLarge;

    public SharedFeatures(FeatureBag one, FeatureBag other)
    {
        _isOneSmaller = one.Features.Length <= other.Features.Length;
        _small = (_isOneSmaller ? one : other).Features;
        _large = (_isOneSmaller ? other : one).Features;
    }

    /// <summary>The feature.</summary>
    public readonly int Feature => _small[_inSmall];

    /// <summary>The index of the feature in the first bag.</summary>
    public readonly int Index => _isOneSmaller ? _inSmall : _inLarge - 1;

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
                // Where both have it again, it is found again behind.
                _inLarge++;
                return true;
            }
        }

        return false;
    }
}
