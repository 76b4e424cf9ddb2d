namespace DraftDiff.Differencing;

/// <summary>Puts the parts of a split or merge in the order in which their words stand in the whole.</summary>
internal sealed class PartOrder(Pairing pairing, Vocabulary vocabulary, Cost cost)
{
    /// <summary>A relation with its parts in that order; null where they stand in it.</summary>
    public Relation? Of(Relation relation)
    {
        if (relation is { Old.Length: 1, New.Length: 1 })
        {
            return null;
        }

        var isSplit = relation.Old.Length == 1;
        var (wholes, parts) = isSplit ? (pairing.Old, pairing.New) : (pairing.New, pairing.Old);
        var (whole, indices) = isSplit ? (relation.MainOld, relation.New.ToArray()) : (relation.MainNew, relation.Old.ToArray());

        var once = PlacesOfUnique(wholes.TokensOf(whole, vocabulary));
        var places = Array.ConvertAll(indices, index => PlaceOf(parts.TokensOf(index, vocabulary), once));
        int[] ordered = [.. indices.Zip(places).OrderBy(pair => pair.Second).Select(pair => pair.First)];
        return ordered.AsSpan().SequenceEqual(indices) ? null
            : isSplit ? new Relation(relation.MainOld, relation.MainNew, severalNew: ordered)
            : new Relation(relation.MainOld, relation.MainNew, severalOld: ordered);
    }

    // Where each token stands that a text has once.
    private Dictionary<int, int> PlacesOfUnique(ReadOnlySpan<Token> tokens)
    {
        cost.Add(tokens.Length);
        var places = new Dictionary<int, int>();
        for (var at = 0; at < tokens.Length; at++)
        {
            places[tokens[at].Id] = places.ContainsKey(tokens[at].Id) ? -1 : at;
        }

        return places;
    }

    // The middle one of the places in the whole of those tokens that both have once; the end where there are none.
    private int PlaceOf(ReadOnlySpan<Token> part, Dictionary<int, int> inWhole)
    {
        int[] places = [
            .. PlacesOfUnique(part).Where(place => place.Value >= 0).Select(place => inWhole.GetValueOrDefault(place.Key, -1)).Where(at => at >= 0).Order(),
        ];
        return places.Length == 0 ? int.MaxValue : places[places.Length / 2];
    }
}
