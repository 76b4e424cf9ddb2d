namespace DraftDiff.Differencing;

/// <summary>
/// Cuts many short runs off few arrays, so that the garbage collector has few to follow, and none to copy but the first: what a
/// long comparison keeps of its units is hundreds of thousands of tokens and numbers.
/// </summary>
internal sealed class RunStore<T>
{
    // Beyond 85,000 bytes an array is never moved.
    private const int LongRun = 1 << 15;

    private T[] _items = [];
    private int _used;

    /// <summary>Takes a run that nothing was put into yet.</summary>
    public ArraySegment<T> Take(int length)
    {
        if (length > _items.Length - _used)
        {
            // The first array is short: most comparisons are.
            _items = new T[Math.Max(length, _items.Length == 0 ? LongRun / 8 : LongRun)];
            _used = 0;
        }

        _used += length;
        return new ArraySegment<T>(_items, _used - length, length);
    }
}
