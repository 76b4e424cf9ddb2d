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

    [Theory]
    [MemberData(nameof(ComparedDrafts.Revisions), MemberType = typeof(ComparedDrafts))]
    public void It_holds_for_the_fixtures(string oldFile, string newFile) =>
        TrackedRedline.Of(Fixtures.Parse(Fixtures.PathOf(oldFile)), Fixtures.Parse(Fixtures.PathOf(newFile))).AssertHolds();

    [Fact]
    public void It_holds_for_irregular_drafts() => AssertAll(ComparedDrafts.Irregular);

    [SkippableFact]
    public void It_holds_for_real_texts() => AssertAll(ComparedDrafts.Real);

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

    private static void AssertAll(IEnumerable<(DraftTree Old, DraftTree New)> pairs)
    {
        foreach (var (old, @new) in pairs)
        {
            TrackedRedline.Of(old, @new).AssertHolds();
        }
    }
}
