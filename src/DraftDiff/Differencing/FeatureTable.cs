using System.Numerics;

namespace DraftDiff.Differencing;

/// <summary>
/// The different features of two documents, each under one number from 0, in the order in which they came. Words have numbers
/// already, which lead to their features; pairs of words are in a hash table with open addressing. Of long documents it is
/// looked up at random all the time, and each look waits for memory, so its slots are short and all that is known of a
/// feature stands in one place.
/// </summary>
internal sealed class FeatureTable
{
    private const int LeastCapacity = 1 << 8;

    // What is known of each feature, by number.
    private Feature[] _features;

    // The number of the feature of each word plus one; and the same for a pair, where its key leads. Half of those places or more
    // are empty.
    private int[] _words = new int[LeastCapacity];
    private int[] _slots;

    // The upper bits of a key say where it leads.
    private int _shift;

    /// <summary>Makes a table that grows when there are more features than were expected.</summary>
    public FeatureTable(int expected)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(expected, LeastCapacity));
        _features = new Feature[capacity];
        _slots = new int[2 * capacity];
        _shift = BitOperations.LeadingZeroCount((ulong)_slots.Length - 1);
    }

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a word's feature, a new one where the feature is new.</summary>
    public int NumberOf(int word)
    {
        if (word >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(word + 1, 2 * _words.Length));
        }

        ref var number = ref _words[word];
        if (number == 0)
        {
            MakeRoom();
            number = Add(key: 0, isPair: false);
        }

        return number - 1;
    }

    /// <summary>The number of the feature of two words, a new one where the feature is new.</summary>
    /// <param name="previous">The first word.</param>
    /// <param name="word">The second.</param>
    /// <param name="isPair">False where the two stand for one word.</param>
    public int NumberOf(int previous, int word, bool isPair)
    {
        MakeRoom();
        var key = KeyOf(previous, word);
        ref var number = ref NumberUnder(key);
        if (number == 0)
        {
            number = Add(key, isPair);
        }

        return number - 1;
    }

    /// <summary>The number of a word's feature; -1 where it is none of the table's.</summary>
    public int Find(int word) => word < _words.Length ? _words[word] - 1 : -1;

    /// <summary>The number of the feature of two words; -1 where it is none of the table's.</summary>
    public int Find(int previous, int word) => NumberUnder(KeyOf(previous, word)) - 1;

    /// <summary>Whether a feature is a pair of words, and not one word or what stands for one.</summary>
    public bool IsPair(int number) => _features[number].IsPair;

    /// <summary>How many units have a feature.</summary>
    public ref int FrequencyOf(int number) => ref _features[number].Frequency;

    // The number of a new feature plus one.
    private int Add(ulong key, bool isPair)
    {
        _features[Count] = new Feature(key, isPair);
        return ++Count;
    }

    // For one feature more.
    private void MakeRoom()
    {
        if (Count < _features.Length)
        {
            return;
        }

        Array.Resize(ref _features, 2 * _features.Length);
        _slots = new int[2 * _slots.Length];
        _shift--;
        for (var number = 0; number < Count; number++)
        {
            if (_features[number].Key is not 0 and var key)
            {
                NumberUnder(key) = number + 1;
            }
        }
    }

    // Where a key leads, or where it would.
    private ref int NumberUnder(ulong key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(key >> _shift);
        while (_slots[slot] > 0 && _features[_slots[slot] - 1].Key != key)
        {
            slot = (slot + 1) & mask;
        }

        return ref _slots[slot];
    }

    // Two numbers side by side, spread over all bits by an odd factor, which keeps different ones apart; zero for none.
    private static ulong KeyOf(int previous, int word) => (((ulong)(previous + 1) << 32) | (uint)word) * 0x9E3779B97F4A7C15;

    private record struct Feature(ulong Key, bool IsPair)
    {
        public int Frequency;
    }
}
