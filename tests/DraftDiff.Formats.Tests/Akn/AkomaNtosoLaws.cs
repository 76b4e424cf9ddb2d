using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>What is written keeps the schema, holds all words, and is read back to the same draft.</summary>
public sealed class AkomaNtosoLaws
{
    // A page of a bound volume that begins with the end of another resolution: a running head and a numbered paragraph, wrapped
    // into one paragraph, are one line when they come back, and that line does not look like the end of a resolution.
    private static readonly string[] NotReadBack = ["A_RES_3274(XXIX).txt"];

    [Fact]
    public void They_hold_for_the_fixtures() => AssertHold(AknDrafts.Files);

    [SkippableFact]
    public void They_hold_for_real_texts() => AssertHold(
        [.. Corpus.Files("series"), .. Corpus.Files("documents").Where(file => !NotReadBack.Contains(Path.GetFileName(file))), .. Corpus.Files("pdf-text")]);

    private static void AssertHold(IEnumerable<string> files)
    {
        var failures = new List<string>();
        foreach (var file in files)
        {
            var tree = Fixtures.Parse(file);
            failures.AddRange(Failures(tree).Select(failure => $"{Path.GetFileName(file)}: {failure}"));
        }

        Assert.True(failures.Count == 0, $"{failures.Count}\n{string.Join('\n', failures.Take(40))}");
    }

    private static IEnumerable<string> Failures(DraftTree tree)
    {
        var xml = AknDrafts.WriteText(tree);
        var readBack = AknDrafts.Read(xml);
        foreach (var problem in AknSchema.Check(xml))
        {
            yield return problem;
        }

        if (DraftComparison.Compare(tree, readBack).Script.HasChanges)
        {
            yield return "changed";
        }

        if (AknDrafts.Differences(tree, readBack) is { Length: > 0 } differences)
        {
            yield return differences;
        }

        if (tree.Masthead != readBack.Masthead || tree.Kind != readBack.Kind || tree.Language != readBack.Language)
        {
            yield return $"{tree.Kind} {tree.Language} {tree.Masthead} is read back as {readBack.Kind} {readBack.Language} {readBack.Masthead}";
        }

        if (AknDrafts.WriteText(readBack) is var again && again != xml)
        {
            yield return "written again it is another file";
        }

        if (AknDrafts.LostWord(xml, readBack) is { } lost)
        {
            yield return $"lost: {lost}";
        }
    }
}
