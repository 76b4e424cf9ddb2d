namespace DraftDiff.Text;

/// <summary>What a person who wrote a name that there is not most likely meant.</summary>
public static class Suggestions
{
    private const int Most = 3;
    private const int MostAmiss = 2;

    // In half letters: two that changed places, or one for another in the other case, are the likeliest slips.
    private const int Slip = 1;
    private const int Letter = 2;

    /// <summary>
    /// Those of the names that are nearest to a word, at most three: those that begin so, else those with the fewest letters amiss, which are no more
    /// than two and less than half of the word. None where more than three are as near.
    /// </summary>
    public static string[] For(string word, IEnumerable<string> names)
    {
        var nearest = new List<string>();
        var least = int.MaxValue;
        foreach (var name in names)
        {
            var distance = word.Length > 0 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && name.Length > word.Length ? 0 : Distance(word, name);
            if (distance > MostAmiss * Letter || distance > (word.Length - 1) / 2 * Letter || distance > least)
            {
                continue;
            }

            if (distance < least)
            {
                least = distance;
                nearest.Clear();
            }

            nearest.Add(name);
        }

        return nearest.Count <= Most ? [.. nearest] : [];
    }

    /// <summary>The question that names them, <c>did you mean A or B?</c>; null where there are none.</summary>
    /// <param name="word">What the person wrote.</param>
    /// <param name="names">What there is.</param>
    public static string? Ask(string word, IEnumerable<string> names) => Ask(For(word, names));

    /// <summary>The question that names them all; null where there are none, or more than three.</summary>
    public static string? Ask(IEnumerable<string> names) => names.Take(Most + 1).Select(ShellWord.Quote).ToArray() switch
    {
        [] => null,
        { Length: > Most } => null,
        [var only] => $"did you mean {only}?",
        [.. var first, var last] => $"did you mean {string.Join(", ", first)} or {last}?",
    };

    /// <summary>The fewest letters to insert, delete, replace or swap with the next one (the optimal string alignment of Damerau and Levenshtein), in half letters.</summary>
    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).Select(i => i * Letter).ToArray());
        for (var i = 1; i <= a.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i * Letter;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = a[i - 1] == b[j - 1] ? 0 : char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? Slip : Letter;
                row[j] = Math.Min(last[j - 1] + replaced, Math.Min(last[j], row[j - 1]) + Letter);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + Slip);
                }
            }
        }

        return row[^1];
    }
}
