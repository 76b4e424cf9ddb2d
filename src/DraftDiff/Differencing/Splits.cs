namespace DraftDiff.Differencing;

/// <summary>
/// Finds units that were split: a free unit whose words are for the most part those that a unit of the other document
/// has and its partner lacks. Merges are the same, seen from the other side. Usually the parts are neighbours, but not
/// always: a recital lifted out of an operative paragraph is one.
/// </summary>
internal sealed class Splits
{
    private const int WholesTried = 3;

    // How much of a part has to come from the whole, and how much of the whole has to have gone into a part. Below the
    // first the part is new text, below the second it is a phrase that both happen to use.
    private const double PartShare = 0.5;
    private const double WholeShare = 0.12;

    // A shorter text, such as a date, occurs within many others.
    private const int ShortestPart = 4;

    private readonly Pairing _pairing;
    private readonly ParagraphComparer _comparer;
    private readonly Side _wholes;
    private readonly Side _parts;

    // What is left of a whole's features once those of its parts are taken away.
    private readonly Dictionary<int, FeatureBag> _rests = [];

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
        DivideFreeWholes();

        var index = new CandidateIndex(_comparer, _wholes, i => IsParagraph(_wholes, i) && IsMain(i));
        for (var j = 0; j < _parts.Count; j++)
        {
            if (MayBePart(j) && _parts.ProfileOf(j) is { } part)
            {
                var best = BestWhole(part, index.Find(part, _parts.ZoneOf(j)));
                if (best >= 0)
                {
                    _pairing.AddPart(_parts, j, best);
                    _rests[best].Take(part.Features, _comparer.Cost);
                }
            }
        }
    }

    // A unit cut into so many parts that it resembles none of them.
    private void DivideFreeWholes()
    {
        var index = new CandidateIndex(_comparer, _wholes, i => IsParagraph(_wholes, i) && _wholes.IsFree(i));
        var partsOf = new SortedDictionary<int, List<int>>();
        for (var j = 0; j < _parts.Count; j++)
        {
            if (MayBePart(j) && _parts.ProfileOf(j) is { } part && BestFreeWhole(part, j, index) is >= 0 and var best)
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
            var rest = features.Copy();
            var main = parts[0];
            foreach (var part in parts)
            {
                rest.Take(_parts.ProfileOf(part)!.Features, _comparer.Cost);
                main = Weight(_parts, part) > Weight(_parts, main) ? part : main;
            }

            if (parts.Count > 1 && _comparer.WeightOf(rest) <= (1 - PartShare) * _comparer.WeightOf(features))
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

    private int BestFreeWhole(Profile part, int partIndex, CandidateIndex index)
    {
        var candidates = index.Find(part, _parts.ZoneOf(partIndex));
        var needed = PartShare * _comparer.WeightOf(part.Features);
        var best = -1;
        for (var i = 0; i < Math.Min(WholesTried, candidates.Count); i++)
        {
            var common = _comparer.Common(part.Features, _wholes.ProfileOf(candidates[i])!.Features);
            if (common > needed)
            {
                (best, needed) = (candidates[i], common);
            }
        }

        return best;
    }

    private double Weight(Side side, int index) => _comparer.WeightOf(side.ProfileOf(index)!.Features);

    private static bool IsParagraph(Side side, int index) => Zones.HoldsParagraphs(side.Units[index].Section);

    private bool MayBePart(int index) => _parts.IsFree(index) && IsParagraph(_parts, index)
        && _parts.ProfileOf(index) is { Tokens.Length: >= ShortestPart };

    // Not a part itself, and not what became of several: no units are both split and merged.
    private bool IsMain(int whole) => _wholes.PartnerOf(whole) is >= 0 and var partner
        && _parts.PartnerOf(partner) == whole && _parts.PartsOf(partner).Count == 0;

    private int BestWhole(Profile part, IReadOnlyList<int> wholes)
    {
        var best = -1;
        var bestShare = PartShare;
        var partWeight = _comparer.WeightOf(part.Features);
        for (var i = 0; i < Math.Min(WholesTried, wholes.Count); i++)
        {
            var whole = _wholes.ProfileOf(wholes[i])!;
            if (_parts.ProfileOf(_wholes.PartnerOf(wholes[i])) is not { } main)
            {
                continue;
            }

            if (!_rests.TryGetValue(wholes[i], out var rest))
            {
                rest = whole.Features.Copy();
                rest.Take(main.Features, _comparer.Cost);
                _rests.Add(wholes[i], rest);
            }

            var taken = _comparer.Common(part.Features, rest);
            var share = taken / partWeight;
            if (share > bestShare && taken >= WholeShare * _comparer.WeightOf(whole.Features))
            {
                best = wholes[i];
                bestShare = share;
            }
        }

        return best;
    }
}
