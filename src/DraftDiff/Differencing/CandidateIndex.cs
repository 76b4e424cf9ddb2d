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

    // The indexed units that have feature f are those from _starts[f] to _starts[f + 1]; none for one that is not rare. From the
    // pool: there are many features, and several indices one after the other.
    private readonly int[] _starts;
    private readonly int[] _having;

    // Few units of a long document are indexed, so that all that is counted up stays near the processor.
    private readonly Entry[] _entries;
    private readonly List<int> _touched = [];
    private readonly List<(int Unit, double Rank)> _found = [];

    /// <summary>Indexes the units of a side that have been read and that a condition lets in.</summary>
    public CandidateIndex(ParagraphComparer comparer, Side side, Func<int, bool> include)
    {
        _comparer = comparer;
        var entries = new List<Entry>();

        // How many units have each feature, up to one more than is rare enough.
        var rented = ArrayPool<byte>.Shared.Rent(comparer.FeatureCount);
        var counts = rented.AsSpan(0, comparer.FeatureCount);
        counts.Clear();
        for (var j = 0; j < side.Count; j++)
        {
            if (side.ProfileOf(j) is { } profile && include(j))
            {
                entries.Add(new Entry(j, profile.Features.Features.Length));
                foreach (var feature in profile.Features.Distinct())
                {
                    counts[feature] += (byte)(counts[feature] <= RareEnough ? 1 : 0);
                }
            }
        }

        _entries = [.. entries];
        _starts = ArrayPool<int>.Shared.Rent(counts.Length + 1);
        _starts[0] = 0;
        for (var feature = 0; feature < counts.Length; feature++)
        {
            _starts[feature + 1] = _starts[feature] + (counts[feature] <= RareEnough ? counts[feature] : 0);
        }

        _having = new int[_starts[counts.Length]];
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            foreach (var feature in side.ProfileOf(_entries[entry].Unit)!.Features.Distinct())
            {
                if (counts[feature] <= RareEnough)
                {
                    _having[_starts[feature + 1] - counts[feature]--] = entry;
                }
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_starts);

    /// <summary>
    /// The units that share a rare feature with a profile, in no order, and how likely each is: the weight of what it shares
    /// over its own length, as long units share something with everything. The list is good until the next call.
    /// </summary>
    public IReadOnlyList<(int Unit, double Rank)> Find(Profile profile)
    {
        foreach (var feature in profile.Features.Distinct())
        {
            var having = _having.AsSpan(_starts[feature], _starts[feature + 1] - _starts[feature]);
            if (having.IsEmpty)
            {
                continue;
            }

            var weight = _comparer.WeightOf(feature);
            _comparer.Cost.Add(having.Length);
            foreach (var entry in having)
            {
                ref var score = ref _entries[entry].Score;
                if (score == 0)
                {
                    _touched.Add(entry);
                }

                score += weight;
            }
        }

        _found.Clear();
        foreach (var at in _touched)
        {
            ref var entry = ref _entries[at];
            _found.Add((entry.Unit, entry.Score / (4 + entry.Length)));
            entry.Score = 0;
        }

        _touched.Clear();
        return _found;
    }

    private record struct Entry(int Unit, int Length)
    {
        public double Score;
    }
}
