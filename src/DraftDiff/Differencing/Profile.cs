namespace DraftDiff.Differencing;

/// <summary>What a unit is recognized by: its tokens, and the words and pairs of neighbouring words among them.</summary>
/// <param name="Tokens">Its tokens, in order.</param>
/// <param name="Features">Its features.</param>
/// <param name="Lead">The features of its first words, which say more than others what it is about.</param>
internal sealed record Profile(ArraySegment<Token> Tokens, FeatureBag Features, FeatureBag Lead);
