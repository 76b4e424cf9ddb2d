namespace DraftDiff.Differencing;

/// <summary>
/// Cuts many short runs of numbers off few arrays, so that the garbage collector has few to follow, and none to copy but the
/// first: what a long comparison keeps of its units is hundreds of thousands of numbers.
/// </summary>
internal sealed class IntegerStore
{
    // Beyond 85,000 bytes an array is never moved.
    private const int LongRun = 1 << 15;

    private int[] _numbers = [];
    private int _used;

    /// <summary>Takes a run of zeros.</summary>
    public Memory<int> Take(int length)
    {
        if (length > _numbers.Length - _used)
        {
            // The first array is short: most comparisons are.
            _numbers = new int[Math.Max(length, _numbers.Length == 0 ? LongRun / 8 : LongRun)];
            _used = 0;
        }

        _used += length;
        return _numbers.AsMemory(_used - length, length);
    }
}
