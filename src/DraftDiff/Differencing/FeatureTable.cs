using System.Numerics;

namespace DraftDiff.Differencing;

/// <summary>
/// The different features of two documents, each under one number from 0, in the order in which they came. A hash table
/// with open addressing: of long documents it is looked up at random all the time, and each look waits for memory, so its
/// slots are short and all that is known of a feature stands in one place.
/// </summary>
internal sealed class FeatureTable
{
    private const int LeastCapacity = 1 << 8;

    // What is known of each feature, by number; and where its key leads, its number plus one. Half of the places or more are empty.
    private Feature[] _features;
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

    /// <summary>The number of a feature, a new one where the feature is new.</summary>
    public int NumberOf(int previous, int word, bool isPair)
    {
        if (Count == _features.Length)
        {
            Grow();
        }

        var key = KeyOf(previous, word);
        ref var slot = ref SlotOf(key);
        if (slot == 0)
        {
            _features[Count] = new Feature(key, isPair);
            slot = ++Count;
        }

        return slot - 1;
    }

    /// <summary>The number of a feature; -1 where it is none of the table's.</summary>
    public int Find(int previous, int word) => SlotOf(KeyOf(previous, word)) - 1;

    /// <summary>Whether a feature is a pair of words, and not one word or what stands for one.</summary>
    public bool IsPair(int number) => _features[number].IsPair;

    /// <summary>How many units have a feature.</summary>
    public ref int FrequencyOf(int number) => ref _features[number].Frequency;

    private void Grow()
    {
        Array.Resize(ref _features, 2 * _features.Length);
        _slots = new int[2 * _slots.Length];
        _shift--;
        for (var number = 0; number < Count; number++)
        {
            SlotOf(_features[number].Key) = number + 1;
        }
    }

    // Where a key leads, or where it would.
    private ref int SlotOf(ulong key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(key >> _shift);
        while (_slots[slot] > 0 && _features[_slots[slot] - 1].Key != key)
        {
            slot = (slot + 1) & mask;
        }

        return ref _slots[slot];
    }

    // Two numbers side by side, spread over all bits by an odd factor, which keeps different ones apart.
    private static ulong KeyOf(int previous, int word) => (((ulong)(previous + 1) << 32) | (uint)word) * 0x9E3779B97F4A7C15;

    private record struct Feature(ulong Key, bool IsPair)
    {
        public int Frequency;
    }
}
