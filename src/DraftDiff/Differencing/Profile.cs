namespace DraftDiff.Differencing;

/// <summary>What a unit is recognized by: its tokens, and the words and pairs of words among them as sorted numbers.</summary>
/// <param name="Tokens">Its tokens, in order.</param>
/// <param name="Features">Its features, sorted, each as often as it occurs.</param>
internal sealed record Profile(Token[] Tokens, int[] Features)
{
    /// <summary>Its features, each once.</summary>
    public DistinctEnumerator DistinctFeatures() => new(Features);

    /// <summary>Walks sorted features and leaves repeated ones out.</summary>
    internal struct DistinctEnumerator(int[] features)
    {
        private int _at = -1;

        public readonly int Current => features[_at];

        public bool MoveNext()
        {
            do
            {
                _at++;
            }
            while (_at > 0 && _at < features.Length && features[_at] == features[_at - 1]);

            return _at < features.Length;
        }

        public readonly DistinctEnumerator GetEnumerator() => this;
    }
}
