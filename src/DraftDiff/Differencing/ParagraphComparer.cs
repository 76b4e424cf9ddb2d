using System.Runtime.InteropServices;

namespace DraftDiff.Differencing;

/// <summary>
/// Says how alike two units are, by the words and pairs of neighbouring words that they share. A feature counts by its
/// rarity in the two documents together (the inverse document frequency of information retrieval), so that openings
/// such as "Reaffirming its resolution" and words such as "of" say little about which paragraph it is. Han text has no
/// words to count: there, a pair of neighbouring characters stands for one.
/// </summary>
internal sealed class ParagraphComparer
{
    private const double PairShare = 0.5;

    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<long, int> _ids = [];
    private readonly List<int> _frequency = [];
    private readonly List<bool> _isPair = [];
    private readonly List<int> _buffer = [];
    private double[] _weights = [];
    private int _profiles;

    public ParagraphComparer(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>How many features there are.</summary>
    public int FeatureCount => _frequency.Count;

    /// <summary>How many features were looked at so far: what a comparison costs.</summary>
    public long Operations { get; set; }

    /// <summary>Reads a unit's words. Every unit that will be compared is read before the first comparison.</summary>
    public Profile Read(ReadOnlySpan<char> words)
    {
        var tokens = _vocabulary.Tokenize(words);
        _buffer.Clear();
        var previous = -1;
        foreach (var token in tokens)
        {
            var kind = _vocabulary.KindOf(token.Id);
            if (kind == TokenKind.Punctuation)
            {
                continue;
            }

            var word = _vocabulary.FoldedOf(token.Id);
            var ideographs = kind == TokenKind.Ideograph;
            if (!ideographs || tokens.Length == 1)
            {
                _buffer.Add(FeatureOf(word, isPair: false));
            }

            if (previous >= 0)
            {
                var joins = ideographs && _vocabulary.KindOf(previous) == TokenKind.Ideograph;
                _buffer.Add(FeatureOf(((long)(previous + 1) << 32) | (uint)word, isPair: !joins));
            }

            previous = word;
        }

        _buffer.Sort();
        int[] features = [.. CollectionsMarshal.AsSpan(_buffer)];
        for (var i = 0; i < features.Length; i++)
        {
            if (i == 0 || features[i] != features[i - 1])
            {
                _frequency[features[i]]++;
            }
        }

        _profiles++;
        Operations += features.Length;
        return new Profile(tokens, features);
    }

    /// <summary>Fixes what each feature weighs, once every unit has been read.</summary>
    public void Weigh()
    {
        _weights = new double[_frequency.Count];
        for (var i = 0; i < _weights.Length; i++)
        {
            // A word of one unit weighs no more than one that two share: or else rewording would count double.
            var weight = Math.Log(1 + ((double)_profiles / Math.Max(_frequency[i], 2)));
            _weights[i] = _isPair[i] ? PairShare * weight : weight;
        }
    }

    /// <summary>What a feature weighs.</summary>
    public double WeightOf(int feature) => _weights[feature];

    /// <summary>In how many units a feature occurs.</summary>
    public int FrequencyOf(int feature) => _frequency[feature];

    /// <summary>What all features of a unit weigh.</summary>
    public double WeightOf(ReadOnlySpan<int> features)
    {
        var sum = 0.0;
        foreach (var feature in features)
        {
            sum += _weights[feature];
        }

        return sum;
    }

    /// <summary>What the features weigh that two units share.</summary>
    public double Common(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var sum = 0.0;
        var i = 0;
        var j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                sum += _weights[a[i]];
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        Operations += i + j;
        return sum;
    }

    /// <summary>Twice the weight of what two units share over the weight of both: 0 for strangers, 1 for equals.</summary>
    public double Similarity(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var all = WeightOf(a) + WeightOf(b);
        return all == 0 ? 0 : 2 * Common(a, b) / all;
    }

    private int FeatureOf(long key, bool isPair)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out var known);
        if (!known)
        {
            id = _frequency.Count;
            _frequency.Add(0);
            _isPair.Add(isPair);
        }

        return id;
    }
}
