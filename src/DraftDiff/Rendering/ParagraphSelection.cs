using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>Finds what became of the paragraph that a reader names by its label.</summary>
public static class ParagraphSelection
{
    /// <summary>
    /// Finds the changes of the paragraphs that have a label, and those of the units under them: what became of the new
    /// document's paragraph, then of the old one's where that is another. Letter case does not count.
    /// </summary>
    public static bool TryFind(EditScript script, string label, out ImmutableArray<Change> changes)
    {
        var ofNew = Select(script, label, change => change.New);
        var ofOld = Select(script, label, change => change.Old);
        changes = [.. ofNew.Union(ofOld, ReferenceEqualityComparer.Instance).Cast<Change>()];
        return !changes.IsEmpty;
    }

    /// <summary>What <see cref="TryFind"/> finds.</summary>
    /// <exception cref="ArgumentException">Neither document has the label.</exception>
    internal static ImmutableArray<Change> Find(EditScript script, string label) => TryFind(script, label, out var changes)
        ? changes
        : throw new ArgumentException($"Neither document has a paragraph {label}.", nameof(label));

    /// <summary>Which labels a draft has, but for those under others: <c>title, PP1 to PP20, OP1 to OP29</c>.</summary>
    public static string DescribeLabels(IEnumerable<Unit> units) =>
        Labels.Describe(units.Where(unit => unit.Parent < 0 && unit.Section != Section.Masthead).Select(unit => unit.Label));

    /// <summary>The units with a label, and those under them; empty where there is none. Letter case does not count.</summary>
    public static ImmutableArray<Unit> Select(ImmutableArray<Unit> units, string label)
    {
        var selected = Select((IEnumerable<Unit>)units, label);
        return [.. units.Where(unit => selected.Contains(unit.Index))];
    }

    // A unit comes after its parent, so one pass over the units in order finds all that stand under the wanted one.
    private static HashSet<int> Select(IEnumerable<Unit> units, string label)
    {
        var selected = new HashSet<int>();
        foreach (var unit in units)
        {
            if (string.Equals(unit.Label, label, StringComparison.OrdinalIgnoreCase) || selected.Contains(unit.Parent))
            {
                selected.Add(unit.Index);
            }
        }

        return selected;
    }

    private static IEnumerable<Change> Select(EditScript script, string label, Func<Change, ImmutableArray<Unit>> side)
    {
        var selected = Select(script.Changes.SelectMany(change => side(change)).OrderBy(unit => unit.Index), label);
        return script.Changes.Where(change => side(change).Any(unit => selected.Contains(unit.Index)));
    }
}
