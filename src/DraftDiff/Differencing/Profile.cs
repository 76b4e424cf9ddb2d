namespace DraftDiff.Differencing;

/// <summary>What a unit is recognized by: its tokens, and the words and pairs of words among them as sorted numbers.</summary>
/// <param name="Tokens">Its tokens, in order.</param>
/// <param name="Features">Its features, sorted, each as often as it occurs.</param>
internal sealed record Profile(Token[] Tokens, int[] Features);
