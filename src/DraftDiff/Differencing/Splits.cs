namespace DraftDiff.Differencing;

/// <summary>
/// Finds units that were split: a free unit whose words are for the most part those that a unit of the other document
/// has and its partner lacks. Merges are the same, seen from the other side. Usually the parts are neighbours, but not
/// always: a recital lifted out of an operative paragraph is one.
/// </summary>
internal sealed class Splits
{
    private const int WholesTried = 3;

    // How much of a part has to come from the whole, how much of the whole has to have gone into it, and how much both
    // together. Below the first the part is new text, below the second it is a phrase that both happen to use. A
    // neighbour may be small.
    private const double PartShare = 0.4;
    private const double WholeShare = 0.1;
    private const double NeighbourShare = 0.03;
    private const double BothShares = 0.8;

    // How much of each part has to come from a whole that none of its parts resembles, and of the whole to have gone into all.
    private const double DividedShare = 0.5;

    // A shorter text, such as a date, occurs within many others.
    private const int ShortestPart = 4;

    private readonly Pairing _pairing;
    private readonly ParagraphComparer _comparer;
    private readonly Side _wholes;
    private readonly Side _parts;

    // What is left of a whole's features once those of its parts are taken away.
    private readonly Dictionary<int, FeatureRest> _rests = [];
    private readonly BestCandidates _likeliest = new(WholesTried);

    private Splits(Pairing pairing, ParagraphComparer comparer, Side wholes, Side parts)
    {
        _pairing = pairing;
        _comparer = comparer;
        _wholes = wholes;
        _parts = parts;
    }

    public static void Find(Pairing pairing, ParagraphComparer comparer)
    {
        new Splits(pairing, comparer, wholes: pairing.Old, parts: pairing.New).Find();
        new Splits(pairing, comparer, wholes: pairing.New, parts: pairing.Old).Find();
    }

    private void Find()
    {
        DivideFreeWholes(PossibleParts());
        AddPartsToWholes(PossibleParts());
    }

    private List<int> PossibleParts()
    {
        var parts = new List<int>();
        for (var j = 0; j < _parts.Count; j++)
        {
            if (_parts.IsFree(j) && _parts.IsParagraph(j) && _parts.ProfileOf(j) is { Tokens.Count: >= ShortestPart })
            {
                parts.Add(j);
            }
        }

        return parts;
    }

    private void AddPartsToWholes(List<int> parts)
    {
        if (parts.Count == 0)
        {
            return;
        }

        using var index = new CandidateIndex(_comparer, _wholes, i => _wholes.IsParagraph(i) && IsMain(i));
        foreach (var j in parts)
        {
            var part = _parts.ProfileOf(j)!;
            if (BestWhole(j, part, index) is >= 0 and var best)
            {
                _pairing.AddPart(_parts, j, best);
                _rests[best].Take(part.Features);
            }
        }
    }

    // A unit cut into so many parts that it resembles none of them.
    private void DivideFreeWholes(List<int> possibleParts)
    {
        if (possibleParts.Count == 0)
        {
            return;
        }

        using var index = new CandidateIndex(_comparer, _wholes, i => _wholes.IsParagraph(i) && _wholes.IsFree(i));
        var partsOf = new SortedDictionary<int, List<int>>();
        foreach (var j in possibleParts)
        {
            if (BestFreeWhole(_parts.ProfileOf(j)!, index) is >= 0 and var best)
            {
                if (!partsOf.TryGetValue(best, out var parts))
                {
                    partsOf.Add(best, parts = []);
                }

                parts.Add(j);
            }
        }

        foreach (var (whole, parts) in partsOf)
        {
            var features = _wholes.ProfileOf(whole)!.Features;
            var rest = new FeatureRest(features, _comparer);
            var main = parts[0];
            foreach (var part in parts)
            {
                rest.Take(_parts.ProfileOf(part)!.Features);
                main = Weight(_parts, part) > Weight(_parts, main) ? part : main;
            }

            if (parts.Count > 1 && rest.Weight <= (1 - DividedShare) * _comparer.WeightOf(features))
            {
                _pairing.Pair(_wholes == _pairing.Old ? whole : main, _wholes == _pairing.Old ? main : whole);
                foreach (var part in parts.Where(part => part != main))
                {
                    _pairing.AddPart(_parts, part, whole);
                }

                _rests[whole] = rest;
            }
        }
    }

    private int BestFreeWhole(Profile part, CandidateIndex index)
    {
        var needed = DividedShare * _comparer.WeightOf(part.Features);
        var best = -1;
        FindLikeliest(part, index);
        for (var place = 0; place < _likeliest.Count; place++)
        {
            var common = _comparer.Common(part.Features, _wholes.ProfileOf(_likeliest[place])!.Features);
            if (common > needed)
            {
                (best, needed) = (_likeliest[place], common);
            }
        }

        return best;
    }

    private void FindLikeliest(Profile part, CandidateIndex index)
    {
        _likeliest.Clear();
        foreach (var (i, rank) in index.Find(part))
        {
            _likeliest.Add(i, rank);
        }
    }

    private double Weight(Side side, int index) => _comparer.WeightOf(side.ProfileOf(index)!.Features);

    // Not a part itself, and not what became of several: no units are both split and merged.
    private bool IsMain(int whole) => _wholes.PartnerOf(whole) is >= 0 and var partner
        && _parts.PartnerOf(partner) == whole && _parts.PartsOf(partner).Count == 0;

    private int BestWhole(int j, Profile part, CandidateIndex index)
    {
        var best = -1;
        var bestShares = BothShares;
        var partWeight = _comparer.WeightOf(part.Features);
        FindLikeliest(part, index);
        for (var place = 0; place < _likeliest.Count; place++)
        {
            var i = _likeliest[place];
            var whole = _wholes.ProfileOf(i)!;
            if (_parts.ProfileOf(_wholes.PartnerOf(i)) is not { } main)
            {
                continue;
            }

            if (!_rests.TryGetValue(i, out var rest))
            {
                rest = new FeatureRest(whole.Features, _comparer);
                rest.Take(main.Features);
                _rests.Add(i, rest);
            }

            var taken = rest.Common(part.Features);
            var partShare = taken / partWeight;
            var wholeShare = taken / _comparer.WeightOf(whole.Features);
            var least = Math.Abs(_wholes.PartnerOf(i) - j) == 1 ? NeighbourShare : WholeShare;
            if (partShare >= PartShare && wholeShare >= least && partShare + wholeShare >= bestShares)
            {
                best = i;
                bestShares = partShare + wholeShare;
            }
        }

        return best;
    }
}
