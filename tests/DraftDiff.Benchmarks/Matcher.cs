using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Syntax;
using DraftDiff.Tests.Differencing;

namespace DraftDiff.Benchmarks;

/// <summary>A way to find which units of one text became which of another.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Match">Matches the old units and the new ones; each unit of both is in one match.</param>
internal sealed record Matcher(
    string Name, Func<ImmutableArray<Unit>, ImmutableArray<Unit>, ImmutableArray<MatchedUnits>> Match)
{
    // Of all hundredths the one with which Roslyn finds most in the texts that people aligned.
    private const double BestLimit = 0.69;

    /// <summary>DraftDiff, and those it is measured against.</summary>
    public static ImmutableArray<Matcher> All { get; } =
    [
        new("DraftDiff", MatchByScript),
        new("Roslyn", new RoslynMatcher(1).Match),
        new(string.Create(CultureInfo.InvariantCulture, $"Roslyn up to {BestLimit}"), new RoslynMatcher(BestLimit).Match),
        new("greedy", GreedyMatcher.Match),
    ];

    // The whole script, with moves and the words of every change: there is no way to ask for less.
    private static ImmutableArray<MatchedUnits> MatchByScript(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits) =>
        [.. BareUnits.Compare(oldUnits, newUnits).Changes.Select(change => new MatchedUnits(change.Old, change.New))];
}
