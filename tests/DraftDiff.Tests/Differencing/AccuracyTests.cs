using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Tests.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// Comparisons of drafts whose edits are known: a draft is edited, both are laid out anew, read and compared, and what is
/// said of them is scored.
/// </summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private const int Drafts = 200;

    private static readonly string[] OwnDrafts =
    [
        Fixtures.SeedFile, "fixtures/gardens/base.ar.txt", "fixtures/gardens/base.en.txt", "fixtures/gardens/base.es.txt", "fixtures/ict/adopted.zh.txt",
        "fixtures/gardens/base.fr.txt", "fixtures/gardens/base.ru.txt",
    ];

    [Fact]
    public void Known_edits_of_drafts_in_six_languages_are_found()
    {
        var others = Directory.GetFiles(Fixtures.PathOf("fixtures/irregular"), "*.txt").Select(Fixtures.Parse).ToArray();

        AssertAccurate([.. OwnDrafts.Select(file => Fixtures.Parse(Fixtures.PathOf(file)))], draft => others.Where(other => other.Language == draft.Language));
    }

    [SkippableFact]
    public void Known_edits_of_real_texts_are_found()
    {
        var drafts = Corpus.Files("series").Concat(Corpus.Files("documents")).Select(Fixtures.Parse).Where(PlainDrafts.IsPlain).ToImmutableArray();

        AssertAccurate(drafts, draft => drafts.Where(other => other.Title != draft.Title));
    }

    private void AssertAccurate(ImmutableArray<DraftTree> drafts, Func<DraftTree, IEnumerable<DraftTree>> strangers)
    {
        var scores = new List<AccuracyScore>();
        for (var seed = 0; seed < Drafts; seed++)
        {
            var draft = drafts[seed % drafts.Length];
            var edited = DraftEditor.Edit(draft, [.. strangers(draft)], seed);
            var (oldTree, newTree) = edited.LayOut(seed);
            var score = AccuracyScore.Of(edited, oldTree, newTree, DraftComparison.Compare(oldTree, newTree).Script);
            scores.Add(score);
            if (score.Faults.Length > 0)
            {
                output.WriteLine($"seed {seed}, {draft.Source.Name}: {string.Join("; ", score.Faults)}");
            }
        }

        var f1 = scores.Average(score => score.F1);
        var ratio = (double)scores.Sum(score => score.ReportedTokens) / scores.Sum(score => score.LeastTokens);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pair F1 {f1:F4}; {scores.Sum(score => score.Moves)} moves, {scores.Sum(score => score.MovesReported)} reported, {scores.Sum(score => score.FalseMoves)} false; {scores.Sum(score => score.FalselyModified)} of {scores.Sum(score => score.Unchanged)} unchanged paragraphs reported modified; tokens {ratio:F3}"));
        Assert.InRange(f1, 0.99, 1);
        Assert.Equal(0, scores.Sum(score => score.FalseMoves));
        Assert.Equal(0, scores.Sum(score => score.FalselyModified));
        Assert.InRange(ratio, 0.99, 1.25);
    }
}
