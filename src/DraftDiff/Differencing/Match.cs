using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>Which units of two drafts are the same ones.</summary>
internal sealed class Match
{
    private readonly Pairing _pairing;
    private readonly Vocabulary _vocabulary = new();
    private readonly ParagraphComparer _comparer;
    private readonly Profile?[] _oldProfiles;
    private readonly Profile?[] _newProfiles;

    private Match(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        _pairing = new Pairing(oldUnits, newUnits);
        _comparer = new ParagraphComparer(_vocabulary);
        _oldProfiles = new Profile?[oldUnits.Length];
        _newProfiles = new Profile?[newUnits.Length];
    }

    public Pairing Pairing => _pairing;

    public static Match Of(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        var match = new Match(oldUnits, newUnits);
        EqualWords.Pair(match._pairing);
        match.ReadFree();
        var similar = new SimilarWords(match._pairing, match._comparer, match._oldProfiles, match._newProfiles);
        similar.PairInGaps(0.5);
        similar.PairAnywhere(0.5);
        similar.PairInGaps(0.3);
        return match;
    }

    private void ReadFree()
    {
        var all = Environment.GetEnvironmentVariable("ALL") == "1";
        for (var i = 0; i < _oldProfiles.Length; i++)
        {
            if (all || _pairing.NewOf(i) < 0)
            {
                _oldProfiles[i] = _comparer.Read(_pairing.OldUnits[i].Words);
            }
        }

        for (var j = 0; j < _newProfiles.Length; j++)
        {
            if (all || _pairing.OldOf(j) < 0)
            {
                _newProfiles[j] = _comparer.Read(_pairing.NewUnits[j].Words);
            }
        }

        _comparer.Weigh();
    }
}
