using System.Collections.Immutable;
using DraftDiff.Differencing;

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
}
