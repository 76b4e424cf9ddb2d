using System.Buffers;

namespace DraftDiff.Differencing;

/// <summary>
/// Finds the few units of a side that share rare features with a unit of the other: an inverted index, as search engines
/// have it. Looking up a unit costs no more than its features times a constant, however long the documents are.
/// </summary>
internal sealed class CandidateIndex : IDisposable
{
    // A feature of more units than this tells none from another.
    private const int RareEnough = 16;

    private readonly ParagraphComparer _comparer;

    // The units that have feature f are those from _starts[f] to _starts[f + 1]; none for one that is not rare. From the pool:
    // there are many features, and several indices one after the other.
    private readonly int[] _starts;
    private readonly int[] _units;

    private readonly double[] _scores;
    private readonly int[] _lengths;
    private readonly List<int> _found = [];

    /// <summary>Indexes the units of a side that have been read and that a condition lets in.</summary>
    public CandidateIndex(ParagraphComparer comparer, Side side, Func<int, bool> include)
    {
        _comparer = comparer;
        _lengths = new int[side.Count];
        _scores = new double[side.Count];
        var included = new List<int>();
        var rented = ArrayPool<int>.Shared.Rent(comparer.FeatureCount);
        var counts = rented.AsSpan(0, comparer.FeatureCount);
        counts.Clear();
        for (var j = 0; j < side.Count; j++)
        {
            if (side.ProfileOf(j) is { } profile && include(j))
            {
                included.Add(j);
                _lengths[j] = profile.Features.Total;
                foreach (var feature in profile.Features.Features)
                {
                    counts[feature]++;
                }
            }
        }

        _starts = ArrayPool<int>.Shared.Rent(counts.Length + 1);
        _starts[0] = 0;
        for (var feature = 0; feature < counts.Length; feature++)
        {
            _starts[feature + 1] = _starts[feature] + (counts[feature] <= RareEnough ? counts[feature] : 0);
        }

        _units = new int[_starts[counts.Length]];
        foreach (var j in included)
        {
            foreach (var feature in side.ProfileOf(j)!.Features.Features)
            {
                if (counts[feature] <= RareEnough)
                {
                    _units[_starts[feature + 1] - counts[feature]--] = j;
                }
            }
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_starts);

    /// <summary>
    /// The units that share a rare feature with a profile, in no order. The list and what <see cref="RankOf"/> says of
    /// them are good until the next call.
    /// </summary>
    public IReadOnlyList<int> Find(Profile profile)
    {
        foreach (var j in _found)
        {
            _scores[j] = 0;
        }

        _found.Clear();
        foreach (var feature in profile.Features.Features)
        {
            var units = _units.AsSpan(_starts[feature], _starts[feature + 1] - _starts[feature]);
            var weight = _comparer.WeightOf(feature);
            _comparer.Cost.Add(units.Length);
            foreach (var j in units)
            {
                if (_scores[j] == 0)
                {
                    _found.Add(j);
                }

                _scores[j] += weight;
            }
        }

        return _found;
    }

    /// <summary>
    /// How likely a candidate is: the weight of what it shares over its own length, as long units share something with
    /// everything.
    /// </summary>
    public double RankOf(int j) => _scores[j] / (4 + _lengths[j]);
}
