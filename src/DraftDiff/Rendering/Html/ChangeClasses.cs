using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering.Html;

/// <summary>The kinds of change that a reader may show or hide.</summary>
internal static class ChangeClasses
{
    private const string Consequential = "consequential";
    private const string Unchanged = "unchanged";

    /// <summary>The kinds of what a drafter changed, each with what a reader calls it.</summary>
    public static ImmutableArray<(string Kind, string Name)> Names { get; } =
    [
        ("reworded", "Reworded"), ("punctuation", "Punctuation only"), ("footnotes", "Footnotes only"), ("new", "New"), ("deleted", "Deleted"),
        ("split", "Split"), ("merged", "Merged"), ("moved", "Moved"),
    ];

    /// <summary>The kinds that a change is of, at least one.</summary>
    public static ImmutableArray<string> Of(Change change)
    {
        string? kind = ChangeNatures.Of(change) switch
        {
            ChangeNature.Reworded => "reworded",
            ChangeNature.PunctuationOnly => "punctuation",
            ChangeNature.FootnotesOnly => "footnotes",
            ChangeNature.New => "new",
            ChangeNature.Deleted => "deleted",
            ChangeNature.Split => "split",
            ChangeNature.Merged => "merged",
            _ => null,
        };
        return (kind, change.Moved) switch
        {
            (null, false) => [change.Consequence is null ? Unchanged : Consequential],
            (null, true) => ["moved"],
            (_, false) => [kind],
            _ => [kind, "moved"],
        };
    }

    /// <summary>What neighbours have in common that are hidden together; null for what a drafter changed.</summary>
    public static string? RunOf(Change change) => change.IsSubstantive ? null : Of(change)[0];

    /// <summary>What a unit is drawn as: where it stands, which field it is, and how deep.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="units">Those of its document.</param>
    public static string OfUnit(Unit unit, IReadOnlyList<Unit> units)
    {
        var field = unit.Section == Section.Masthead ? $" field-{unit.Label}" : "";
        var depth = unit.DepthIn(units) switch { 0 => "", var steps => $" depth{Math.Min(steps, DeepestIndent).ToString(CultureInfo.InvariantCulture)}" };
        return $"change {unit.Section.ToString().ToLowerInvariant()}{field}{depth}";
    }

    private const int DeepestIndent = 3;
}
