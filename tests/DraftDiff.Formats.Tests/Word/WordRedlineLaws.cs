using DraftDiff.Syntax;
using DraftDiff.Tests;
using DraftDiff.Tests.Differencing;
using Xunit;
using Xunit.Sdk;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>Accepting all tracked changes of a redline gives the new draft, rejecting all gives the old one.</summary>
public sealed class WordRedlineLaws
{
    private const int EditedDrafts = 50;

    public static TheoryData<string, string> Revisions
    {
        get
        {
            var pairs = Fixtures.Revisions;
            foreach (var language in (string[])["en", "es", "fr", "ru", "ar"])
            {
                pairs.Add($"fixtures/gardens/base.{language}.txt", $"fixtures/gardens/rev1.{language}.txt");
                pairs.Add($"fixtures/gardens/rev1.{language}.txt", $"fixtures/gardens/base.{language}.txt");
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public void It_holds_for_the_fixtures(string oldFile, string newFile) =>
        TrackedRedline.Of(Fixtures.Parse(Fixtures.PathOf(oldFile)), Fixtures.Parse(Fixtures.PathOf(newFile))).AssertHolds();

    /// <summary>Drafts that have nothing in common but what is odd about them, each into each.</summary>
    [Fact]
    public void It_holds_for_irregular_drafts()
    {
        DraftTree[] drafts =
        [
            .. Directory.GetFiles(Fixtures.PathOf("fixtures/irregular"), "*.txt").Order(StringComparer.Ordinal)
                .Select(Fixtures.Parse).Where(draft => draft.Kind.IsTextOfDraft()),
        ];
        foreach (var old in drafts)
        {
            foreach (var @new in drafts.Where(other => other.Language == old.Language))
            {
                TrackedRedline.Of(old, @new).AssertHolds();
            }
        }
    }

    [SkippableFact]
    public void It_holds_for_real_texts()
    {
        foreach (var series in Corpus.Files("series").GroupBy(Path.GetDirectoryName))
        {
            foreach (var (old, @new) in series.Zip(series.Skip(1)))
            {
                TrackedRedline.Of(Fixtures.Parse(old), Fixtures.Parse(@new)).AssertHolds();
            }
        }
    }

    [Theory]
    [InlineData("seeds/000_4510d16fedc8d16d.txt")]
    [InlineData("fixtures/gardens/base.ar.txt")]
    [InlineData("fixtures/gardens/base.en.txt")]
    [InlineData("fixtures/gardens/base.fr.txt")]
    public void It_holds_whatever_was_edited(string file)
    {
        var draft = Fixtures.Parse(Fixtures.PathOf(file));
        var failures = new List<string>();
        for (var seed = 0; seed < EditedDrafts; seed++)
        {
            var (old, @new) = DraftEditor.Edit(draft, [draft], seed).LayOut(seed);
            try
            {
                TrackedRedline.Of(old, @new).AssertHolds();
            }
            catch (XunitException exception)
            {
                failures.Add($"Edited with seed {seed}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }
}
