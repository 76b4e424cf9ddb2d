using DraftDiff.Formats.Akn;
using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>What is written is read back to the same draft.</summary>
public sealed class AkomaNtosoLaws
{
    [Fact]
    public void What_is_written_of_the_fixtures_is_read_back() => AssertReadBack(AknDrafts.Files);

    [SkippableFact]
    public void What_is_written_of_real_texts_is_read_back() => AssertReadBack([.. Corpus.Files("series"), .. Corpus.Files("documents"), .. Corpus.Files("pdf-text")]);

    private static void AssertReadBack(IEnumerable<string> files)
    {
        var failures = new List<string>();
        foreach (var file in files)
        {
            var tree = Fixtures.Parse(file);
            var readBack = AkomaNtosoReader.Read(file, AknDrafts.Write(tree));
            var differences = AknDrafts.Differences(tree, readBack);
            if (differences.Length > 0)
            {
                failures.Add($"{file}\n{differences}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} files\n{string.Join("\n\n", failures)}");
    }
}
