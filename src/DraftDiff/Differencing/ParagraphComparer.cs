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
    // What a pair of words weighs beside one word as rare, and what a word weighs that every unit has.
    private const double PairShare = 0.5;
    private const double Commonplace = 0.1;

    // How many tokens are the beginning of a unit, and how much more a word weighs there.
    private const int LeadTokens = 24;
    private const double LeadShare = 2;

    // In real drafts; Chinese ones have up to three times as many features.
    private const int LettersToFeature = 16;

    // Where no word stands before one.
    private const int None = -1;

    private readonly Vocabulary _vocabulary;
    private readonly FeatureTable _features;
    private readonly List<int> _buffer = [];
    private readonly IntegerSorter _sorter = new();
    private readonly RunStore<int> _store = new();
    private double[] _weights = [];
    private int _profiles;

    /// <summary>Makes a comparer that is to read units of so many UTF-16 code units together.</summary>
    public ParagraphComparer(Vocabulary vocabulary, int length, Cost cost)
    {
        _features = new FeatureTable(length / LettersToFeature);
        _vocabulary = vocabulary;
        Cost = cost;
    }

    /// <summary>What the comparison costs so far: for a comparer, how many features it looked at.</summary>
    public Cost Cost { get; }

    /// <summary>How many features there are.</summary>
    public int FeatureCount => _features.Count;

    /// <summary>Reads a unit's words. Every unit that will be compared is read before the first comparison.</summary>
    public Profile Read(ReadOnlySpan<char> words)
    {
        var tokens = _vocabulary.Tokenize(words);
        _buffer.Clear();
        var previous = None;
        var inLead = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (_vocabulary.KindOf(tokens[i].Id) != TokenKind.Punctuation)
            {
                AddFeatures(_vocabulary.FoldedOf(tokens[i].Id), ref previous);
            }

            inLead = i < LeadTokens ? _buffer.Count : inLead;
        }

        var features = CollectionsMarshal.AsSpan(_buffer);
        _sorter.Sort(features[..inLead]);
        var lead = FeatureBag.Of(features[..inLead], _store);
        _sorter.Sort(features);
        CountFeatures();
        return new Profile(tokens, FeatureBag.Of(features, _store), lead);
    }

    /// <summary>Counts the features of words that will not be compared, as far as units that will be have them.</summary>
    public void ReadBackground(ReadOnlySpan<char> words)
    {
        _buffer.Clear();
        var position = 0;
        var previous = None;
        while (_vocabulary.TryNext(words, ref position, out var start, out var kind))
        {
            if (kind != TokenKind.Punctuation)
            {
                AddKnownFeatures(_vocabulary.FoldedOf(words[start..position]), ref previous);
            }
        }

        _sorter.Sort(CollectionsMarshal.AsSpan(_buffer));
        CountFeatures();
    }

    /// <summary>Fixes what each feature weighs, once every unit has been read.</summary>
    public void Weigh()
    {
        _weights = new double[_features.Count];
        for (var i = 0; i < _weights.Length; i++)
        {
            // A word of one unit weighs no more than one that two share: or else rewording would count double.
            var weight = Commonplace + Math.Log((double)_profiles / Math.Max(_features.FrequencyOf(i), 2));
            _weights[i] = _features.IsPair(i) ? PairShare * weight : weight;
        }
    }

    /// <summary>What a feature weighs.</summary>
    public double WeightOf(int feature) => _weights[feature];

    /// <summary>What all features of a bag weigh.</summary>
    public double WeightOf(FeatureBag bag)
    {
        if (bag.Weight is { } known)
        {
            return known;
        }

        var sum = 0.0;
        foreach (var feature in bag.Features)
        {
            sum += _weights[feature];
        }

        Cost.Add(bag.Features.Length);
        bag.Weight = sum;
        return sum;
    }

    /// <summary>What the features weigh that two bags share.</summary>
    public double Common(FeatureBag a, FeatureBag b)
    {
        var sum = 0.0;
        var shared = new SharedFeatures(a, b);
        while (shared.MoveNext())
        {
            sum += _weights[shared.Feature];
        }

        Cost.Add(shared.Steps);
        return sum;
    }

    /// <summary>
    /// How alike two units are: 0 for strangers, 1 for equals. Twice the weight of what they share over the weight of both,
    /// or the same with their beginnings counted more, whichever is more: who rewrites a paragraph leaves its subject.
    /// </summary>
    public double Similarity(Profile a, Profile b)
    {
        var all = WeightOf(a.Features) + WeightOf(b.Features);
        if (all == 0)
        {
            return 0;
        }

        var common = Common(a.Features, b.Features);
        var lead = LeadShare * Common(a.Lead, b.Lead);
        var allLead = LeadShare * (WeightOf(a.Lead) + WeightOf(b.Lead));
        return Math.Max(2 * common / all, 2 * (common + lead) / (all + allLead));
    }

    private void AddFeatures(int word, ref int previous)
    {
        var isIdeograph = IsIdeograph(word);
        if (!isIdeograph)
        {
            _buffer.Add(_features.NumberOf(word));
        }

        if (previous >= 0)
        {
            _buffer.Add(_features.NumberOf(previous, word, isPair: !(isIdeograph && IsIdeograph(previous))));
        }

        previous = word;
    }

    private void AddKnownFeatures(int word, ref int previous)
    {
        if (word >= 0 && _features.Find(word) is >= 0 and var single)
        {
            _buffer.Add(single);
        }

        if (word >= 0 && previous >= 0 && _features.Find(previous, word) is >= 0 and var pair)
        {
            _buffer.Add(pair);
        }

        previous = word;
    }

    private void CountFeatures()
    {
        foreach (var feature in new DistinctFeatures(CollectionsMarshal.AsSpan(_buffer)))
        {
            _features.FrequencyOf(feature)++;
        }

        _profiles++;
        Cost.Add(_buffer.Count);
    }

    private bool IsIdeograph(int word) => _vocabulary.KindOf(word) == TokenKind.Ideograph;
}
