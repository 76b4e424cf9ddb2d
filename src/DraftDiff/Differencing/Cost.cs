namespace DraftDiff.Differencing;

/// <summary>
/// What a comparison costs: how many characters, pairs, features and tokens its steps looked at,
/// a search in a sorted list counting as one look. It grows with the length of
/// the texts, not with its square, and tests hold it to that.
/// </summary>
internal sealed class Cost
{
    /// <summary>How much was looked at so far.</summary>
    public long Operations { get; private set; }

    public void Add(long operations) => Operations += operations;
}
