using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Differencing;

/// <summary>How well a comparison found the edits of a draft.</summary>
/// <param name="F1">The harmonic mean of the precision and the recall of the relations.</param>
/// <param name="Moves">How many paragraphs were moved.</param>
/// <param name="MovesReported">How many are said to have moved.</param>
/// <param name="FalseMoves">How many of those did not.</param>
/// <param name="Unchanged">How many paragraphs nobody touched.</param>
/// <param name="FalselyModified">How many of those are not reported unchanged.</param>
/// <param name="ReportedTokens">How many tokens the word edits take away and add.</param>
/// <param name="LeastTokens">How many would have to be, by a longest common subsequence.</param>
/// <param name="Faults">What is wrong, in words.</param>
internal sealed record AccuracyScore(
    double F1, int Moves, int MovesReported, int FalseMoves, int Unchanged, int FalselyModified, long ReportedTokens, long LeastTokens, string[] Faults)
{
    public static AccuracyScore Of(EditedDraft edited, DraftTree oldTree, DraftTree newTree, EditScript script)
    {
        var changes = script.Changes.Where(IsScored).ToDictionary(LabelRelation.Of);
        var found = changes.Keys.ToHashSet();
        var moves = changes.Where(change => change.Value.Moved).Select(change => change.Key).ToArray();
        LabelRelation[] falseMoves = [.. moves.Where(move => !edited.Moved.Contains(move))];
        LabelRelation[] falselyModified = [.. edited.Unchanged.Where(relation => !changes.TryGetValue(relation, out var change) || change.Kind != ChangeKind.Unchanged)];
        var vocabulary = new Vocabulary(DraftingConventions.For(oldTree.Language));
        var reported = 0L;
        var least = 0L;
        foreach (var change in changes.Values.Where(change => !change.Edits.IsEmpty))
        {
            reported += change.Edits.Where(edit => edit.Operation != EditOperation.Equal).Sum(edit => vocabulary.Tokenize(edit.Text).Count);
            least += LeastEdits(
                vocabulary.Tokenize(Phrase.Join([.. change.Old], out _)), vocabulary.Tokenize(Phrase.Join([.. change.New], out _)));
        }

        return new AccuracyScore(
            LabelRelation.F1(edited.Relations, found),
            edited.Moved.Count,
            moves.Length,
            falseMoves.Length,
            edited.Unchanged.Count,
            falselyModified.Length,
            reported,
            least,
            [
                .. Misread("old", edited.OldUnits, oldTree), .. Misread("new", edited.NewUnits, newTree),
                .. edited.Relations.Except(found).Select(relation => $"missed {relation}"), .. found.Except(edited.Relations).Select(relation => $"made up {relation}"),
                .. falseMoves.Select(relation => $"{relation} did not move"), .. falselyModified.Select(relation => $"{relation} did not change"),
            ]);
    }

    private static bool IsScored(Change change) =>
        (change.Old.IsEmpty ? change.New : change.Old)[0] is { Section: Section.Preamble or Section.Operative or Section.Footnotes } unit
        && !unit.Label.StartsWith("FN*", StringComparison.Ordinal);

    private static IEnumerable<string> Misread(string side, ImmutableArray<Unit> units, DraftTree tree)
    {
        var texts = tree.Units.ToDictionary(unit => unit.Label, unit => unit.Text);
        return units.Where(unit => unit.Section != Section.Closing && texts.GetValueOrDefault(unit.Label) != unit.Text).Select(unit => $"{side} {unit.Label} was misread");
    }

    // The lengths of both less twice that of a longest common subsequence.
    private static int LeastEdits(ReadOnlySpan<Token> old, ReadOnlySpan<Token> @new)
    {
        var row = new int[@new.Length + 1];
        foreach (var token in old)
        {
            var diagonal = 0;
            for (var j = 1; j <= @new.Length; j++)
            {
                var above = row[j];
                row[j] = token.Id == @new[j - 1].Id ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return old.Length + @new.Length - (2 * row[^1]);
    }
}
