using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>
/// Says what a script holds in a line or two: paragraphs, then footnotes, then what stands around the text. Each is counted
/// once, and beside that which of them moved or got another number.
/// </summary>
public static class ScriptSummary
{
    private static readonly (ChangeNature Nature, string Name)[] Names =
    [
        (ChangeNature.Reworded, "Reworded"), (ChangeNature.PunctuationOnly, "In punctuation only"), (ChangeNature.FootnotesOnly, "In footnotes only"),
        (ChangeNature.New, "New"), (ChangeNature.Deleted, "Deleted"), (ChangeNature.Split, "Split"), (ChangeNature.Merged, "Merged"), (ChangeNature.OnlyMoved, "Only moved"),
    ];

    /// <summary>The lines, at least one: <c>Paragraphs: 2 reworded, 1 new, 50 unchanged. In all 12 renumbered.</c>.</summary>
    public static ImmutableArray<string> LinesOf(DraftComparison comparison)
    {
        var script = comparison.Script;
        if (AreSame(comparison))
        {
            return ["Nothing changed: both documents say the same, word for word."];
        }

        var (paragraphs, notes, around) = (new Counts(), new Counts(), 0);
        foreach (var change in script.Changes)
        {
            switch (ChangeSections.SectionOf(change))
            {
                case Section.Footnotes:
                    notes.Add(change);
                    break;
                case var section when ChangeSections.IsAroundText(section):
                    around += change.IsSubstantive ? 1 : 0;
                    break;
                default:
                    paragraphs.Add(change);
                    break;
            }
        }

        string?[] lines =
        [
            !comparison.ComparesWords ? DescribeLanguages(comparison) : script.HasChanges ? null : "Nothing changed in substance.",
            LineOf("Paragraphs", ChangeDescription.KeptIn(comparison), paragraphs),
            LineOf("Footnotes", ChangeDescription.KeptIn(comparison), notes),
            around > 0 ? $"Masthead, title and closing: {around} changed" : null,
        ];
        return [.. lines.OfType<string>()];
    }

    /// <summary>Which units changed in substance, a line a kind: <c>Reworded: OP3, OP4</c>.</summary>
    internal static ImmutableArray<string> LabelsOf(DraftComparison comparison) =>
    [
        .. KindsOf(comparison.Script.Changes.Where(change => ChangeSections.SectionOf(change) != Section.Masthead)).Select(kind =>
            $"{kind.Name}: {string.Join(", ", kind.Changes.Select(ChangeDescription.LabelOf))}"),
    ];

    /// <summary>What changed in substance, by kind; what moved and was not left as it was stands with its kind.</summary>
    internal static IEnumerable<(string Name, ImmutableArray<Change> Changes)> KindsOf(IEnumerable<Change> changes)
    {
        var natures = changes.ToLookup(ChangeNatures.Of);
        return Names.Where(each => natures.Contains(each.Nature)).Select(each => (each.Name, natures[each.Nature].ToImmutableArray()));
    }

    /// <summary>Says that two drafts are in different languages.</summary>
    public static string DescribeLanguages(DraftComparison comparison) =>
        $"The old document is in another language ({comparison.Old.Language}) than the new one ({comparison.New.Language}), so only their structure is compared, not their words.";

    /// <summary>True where not even a number is another one.</summary>
    internal static bool AreSame(DraftComparison comparison) => comparison.ComparesWords
        && comparison.Script.Changes.All(change => change is { Kind: ChangeKind.Unchanged, Moved: false, Renumbered: false, Consequence: null });

    private static string? LineOf(string name, string kept, Counts counted)
    {
        var counts = Join([
            .. Names.Select(each => (counted.Natures.GetValueOrDefault(each.Nature), each.Name.ToLowerInvariant())),
            (counted.Consequential, "consequential"),
            (counted.Unchanged, kept),
        ]);
        var among = Join((counted.Moved, "moved"), (counted.Renumbered, "renumbered"), (counted.Shifted, "with another footnote number"));
        return counts.Length == 0 ? null : $"{name}: {counts}{(among.Length > 0 ? $". In all {among}." : "")}";
    }

    private static string Join(params (int Count, string Kind)[] kinds) =>
        string.Join(", ", kinds.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Kind}"));

    /// <summary>How many changes of a part there are, by what is said of them.</summary>
    private sealed class Counts
    {
        public Dictionary<ChangeNature, int> Natures { get; } = [];

        public int Consequential { get; private set; }

        public int Unchanged { get; private set; }

        public int Moved { get; private set; }

        public int Renumbered { get; private set; }

        public int Shifted { get; private set; }

        public void Add(Change change)
        {
            var nature = ChangeNatures.Of(change);
            Natures[nature] = Natures.GetValueOrDefault(nature) + 1;
            Consequential += change.Kind == ChangeKind.Modified && !change.IsSubstantive ? 1 : 0;
            Unchanged += ChangeDescription.IsUnchanged(change) ? 1 : 0;
            Moved += change.Moved ? 1 : 0;
            Renumbered += change.Renumbered ? 1 : 0;
            Shifted += change.MarkShifts.IsEmpty ? 0 : 1;
        }
    }
}
