using System.Text;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>
/// Says which units of two texts in different languages are the same ones, by what a translation keeps: section and
/// level, order, the numbers and symbols of the words, and between those the length of the words (Gale and Church 1993,
/// "A Program for Aligning Sentences in Bilingual Corpora"). Words are not compared.
/// </summary>
internal sealed class StructureMatch
{
    // Two units that only one of the texts has cost as much as a pair of which one is e times as long as it should be.
    private const double Unmatched = 0.5;

    // More pairs than this are not weighed against each other; labels decide.
    private const int MostPairs = 1 << 18;

    private readonly Pairing _pairing;
    private readonly Side _old;
    private readonly Side _new;

    private StructureMatch(Side old, Side @new, Cost cost)
    {
        _pairing = new Pairing(old, @new, cost);
        _old = old;
        _new = @new;
    }

    public static Pairing Of(Side old, Side @new, Cost cost)
    {
        var match = new StructureMatch(old, @new, cost);
        match.PairByName();
        match.PairByNumbers();
        match.PairInGaps();
        return match._pairing;
    }

    // What is matched by its name stands in another order in another language.
    private void PairByName()
    {
        foreach (var (i, j) in OfOneLabel(Enumerable.Range(0, _old.Count), Enumerable.Range(0, _new.Count), static unit => Zones.Of(unit.Section) != Zone.Body))
        {
            _pairing.Pair(i, j);
        }
    }

    private IEnumerable<(int Old, int New)> OfOneLabel(IEnumerable<int> old, IEnumerable<int> @new, Func<Unit, bool> include)
    {
        var places = @new.Where(j => include(_new.Units[j])).ToDictionary(j => _new.Units[j].Label, StringComparer.Ordinal);
        foreach (var i in old)
        {
            if (include(_old.Units[i]) && places.TryGetValue(_old.Units[i].Label, out var j))
            {
                yield return (i, j);
            }
        }
    }

    private void PairInOrder(List<WeightedPair> pairs)
    {
        foreach (var pair in IncreasingSubsequence.Heaviest(pairs, _new.Count, _pairing.Cost))
        {
            _pairing.Pair(pair.Old, pair.New);
        }
    }

    // Paragraphs of one kind that alone hold certain numbers, as far as they keep their order.
    private void PairByNumbers()
    {
        var (inOld, inNew) = (ByNumbers(_old), ByNumbers(_new));
        var pairs = new List<WeightedPair>();
        foreach (var (key, i) in inOld)
        {
            if (i >= 0 && inNew.TryGetValue(key, out var j) && j >= 0)
            {
                pairs.Add(new WeightedPair(i, j, key.Length));
            }
        }

        PairInOrder(pairs);
    }

    private Dictionary<string, int> ByNumbers(Side side)
    {
        var units = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < side.Count; i++)
        {
            if (side.ZoneOf(i) == Zone.Body && NumbersOf(side.Units[i].Words) is { Length: > 0 } numbers)
            {
                _pairing.Cost.Add(side.Units[i].Words.Length);
                var key = $"{KindOf(side.Units[i])} {numbers}";
                units[key] = units.ContainsKey(key) ? -1 : i;
            }
        }

        return units;
    }

    // Years, the numbers of resolutions, symbols: what every language writes alike. Days and small numbers may be spelt out.
    private static string NumbersOf(ReadOnlySpan<char> words)
    {
        var numbers = new List<string>();
        var number = new StringBuilder();
        for (var at = 0; at <= words.Length; at++)
        {
            if (at < words.Length && (char.IsDigit(words[at]) || (words[at] == '/' && number.Length > 0)))
            {
                number.Append(words[at] == '/' ? '/' : (char)('0' + (int)char.GetNumericValue(words[at])));
                continue;
            }

            if (number.Length > 2)
            {
                numbers.Add(number.ToString());
            }

            number.Clear();
        }

        numbers.Sort(StringComparer.Ordinal);
        return string.Join(' ', numbers);
    }

    private void PairInGaps()
    {
        var (oldStart, newStart) = (0, 0);
        foreach (var pair in _pairing.Spine())
        {
            if (_old.ZoneOf(pair.Old) is Zone.Body)
            {
                PairInGap(oldStart, pair.Old, newStart, pair.New);
                (oldStart, newStart) = (pair.Old + 1, pair.New + 1);
            }
        }

        PairInGap(oldStart, _old.NotesStart, newStart, _new.NotesStart);
    }

    private void PairInGap(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        int[] old = [.. Free(_old, oldStart, oldEnd)];
        int[] @new = [.. Free(_new, newStart, newEnd)];
        if (old.Length == 0 || @new.Length == 0)
        {
            return;
        }

        if ((long)old.Length * @new.Length > MostPairs)
        {
            PairInOrder([.. OfOneLabel(old, @new, static _ => true).Select(pair => new WeightedPair(pair.Old, pair.New, 1))]);
            return;
        }

        PairByLength(old, @new);
    }

    private static IEnumerable<int> Free(Side side, int start, int end) =>
        Enumerable.Range(start, Math.Max(0, end - start)).Where(i => side.IsFree(i) && side.ZoneOf(i) == Zone.Body);

    // The cheapest way to set both lists side by side in order.
    private void PairByLength(int[] old, int[] @new)
    {
        _pairing.Cost.Add((long)old.Length * @new.Length);
        var ratio = Math.Log(old.Sum(i => 1.0 + _old.Units[i].Words.Length) / @new.Sum(j => 1.0 + _new.Units[j].Words.Length));
        var costs = new double[old.Length + 1, @new.Length + 1];
        for (var i = old.Length; i >= 0; i--)
        {
            for (var j = @new.Length; j >= 0; j--)
            {
                costs[i, j] = i == old.Length || j == @new.Length
                    ? Unmatched * (old.Length - i + @new.Length - j)
                    : Math.Min(Unmatched + Math.Min(costs[i + 1, j], costs[i, j + 1]), PairCost(i, j) + costs[i + 1, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < old.Length && j < @new.Length;)
        {
            if (PairCost(i, j) + costs[i + 1, j + 1] <= costs[i, j])
            {
                _pairing.Pair(old[i++], @new[j++]);
            }
            else if (Unmatched + costs[i + 1, j] <= costs[i, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        // The same label says a little for two units, another section or level everything against them.
        double PairCost(int i, int j)
        {
            var (a, b) = (_old.Units[old[i]], _new.Units[@new[j]]);
            return KindOf(a) != KindOf(b) ? double.PositiveInfinity
                : Math.Abs(Math.Log((1.0 + a.Words.Length) / (1.0 + b.Words.Length)) - ratio) * (a.Label == b.Label ? 0.5 : 1);
        }
    }

    private static (Section Section, bool IsUnder) KindOf(Unit unit) => (unit.Section, unit.Parent >= 0);
}
