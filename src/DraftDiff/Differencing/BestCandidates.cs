namespace DraftDiff.Differencing;

/// <summary>The likeliest of many candidates, as many as wanted, the likeliest first.</summary>
internal sealed class BestCandidates(int capacity)
{
    private readonly (int Index, double Rank)[] _best = new (int, double)[capacity];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The candidate at a place.</summary>
    public int this[int place] => _best[place].Index;

    public void Clear() => Count = 0;

    /// <summary>Lets a candidate in if it is likelier than another, or as likely and first in its document.</summary>
    public void Add(int index, double rank)
    {
        var place = Count;
        while (place > 0 && (rank > _best[place - 1].Rank || (rank == _best[place - 1].Rank && index < _best[place - 1].Index)))
        {
            place--;
        }

        if (place < capacity)
        {
            Count = Math.Min(Count + 1, capacity);
            for (var i = Count - 1; i > place; i--)
            {
                _best[i] = _best[i - 1];
            }

            _best[place] = (index, rank);
        }
    }
}
