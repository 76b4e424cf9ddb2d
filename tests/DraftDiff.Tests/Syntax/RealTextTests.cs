using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;
using Xunit.Abstractions;

namespace DraftDiff.Tests.Syntax;

/// <summary>Real resolutions read as people read them.</summary>
public sealed class RealTextTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Hand_labelled_units_come_out_with_their_labels_and_words()
    {
        var gold = Environment.GetEnvironmentVariable("DRAFTDIFF_GOLD");
        Skip.If(string.IsNullOrEmpty(gold), "DRAFTDIFF_GOLD names no folder of hand-checked texts.");
        var texts = Corpus.Files("series").ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        foreach (var file in Directory.GetFiles(gold!, "*.units.tsv"))
        {
            var name = Path.GetFileName(file)[..^".units.tsv".Length];
            var tree = Fixtures.Parse(texts[name]);
            var words = tree.Units.ToDictionary(unit => unit.Label, unit => unit.Text);
            foreach (var row in Fixtures.ReadTable(file))
            {
                Assert.Equal($"{name} {row["label"]}: {Nfc.Normalize(row["text"])}", $"{name} {row["label"]}: {words.GetValueOrDefault(row["label"])}");
            }
        }
    }

    [SkippableFact]
    public void Most_counts_of_paragraphs_agree_with_another_reader()
    {
        var counts = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Corpus.Files("documents")[0])!, "silver.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => (Preambular: int.Parse(cells[1], null), Operative: int.Parse(cells[2], null)));
        var agreed = 0;
        foreach (var file in Corpus.Files("documents"))
        {
            var tree = Fixtures.Parse(file);

            // The other reader counts the opening as a preambular paragraph.
            var preambular = tree.Units.Count(unit => unit.Section is Section.Opening or Section.Preamble);
            var operative = tree.Units.Count(unit => unit.Section == Section.Operative);
            agreed += counts[Path.GetFileNameWithoutExtension(file)] == (preambular, operative) ? 1 : 0;
        }

        output.WriteLine($"{agreed} of {counts.Count} agree.");
        Assert.InRange(agreed, 220, counts.Count);
    }
}
