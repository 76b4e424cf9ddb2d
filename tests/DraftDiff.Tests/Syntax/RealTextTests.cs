using System.Globalization;
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

    /// <summary>
    /// The other reader counts paragraphs too and is often wrong. The table beside this test holds what a person counts
    /// where it is not what the other reader found, and why; a row marked <c>reader</c> is one that we read wrongly.
    /// </summary>
    [SkippableFact]
    public void Counts_of_paragraphs_agree_with_another_reader_or_with_the_table_of_its_errors()
    {
        var documents = Corpus.Files("documents");
        var others = Fixtures.ReadTable(Path.Combine(Path.GetDirectoryName(documents[0])!, "silver.tsv")).ToDictionary(row => row["document"], CountsOf);
        var table = Fixtures.ReadTable("tests/DraftDiff.Tests/Syntax/silver-differences.tsv").ToDictionary(row => row["document"]);
        var errors = table.Keys.Except(others.Keys).Select(name => $"{name} is in the table only.").ToList();
        var known = 0;
        foreach (var file in documents)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var read = CountsOf(Fixtures.Parse(file));
            var row = table.GetValueOrDefault(name);
            var expected = row is null ? others[name] : CountsOf(row);
            var isKnown = row?["known"] == "reader";
            known += isKnown ? 1 : 0;
            if (row is not null && (read == others[name] || expected == others[name]))
            {
                errors.Add($"{name} agrees with the other reader and needs no row.");
            }
            else if (isKnown == (read == expected))
            {
                errors.Add($"{name}: read {read}, counted {expected}{(isKnown ? ", so its mark can go" : "")}.");
            }
        }

        output.WriteLine($"{others.Count - table.Count} of {others.Count} agree, {table.Count - known} are in the table, {known} are read wrongly.");
        Assert.Empty(errors);
    }

    [SkippableFact]
    public void Hardly_a_word_of_real_texts_is_left_unrecognized()
    {
        var unrecognized = 0L;
        var length = 0L;
        foreach (var file in Corpus.Files("documents").Concat(Corpus.Files("series")).Concat(Corpus.Files("pdf-text")))
        {
            var tree = Fixtures.Parse(file);
            unrecognized += tree.Units.Where(unit => unit.Section == Section.Unrecognized).Sum(unit => unit.Span.Length);
            length += tree.Source.Length;
        }

        output.WriteLine($"{unrecognized} of {length} characters.");
        Assert.True(unrecognized * 1000 < length, $"{unrecognized} of {length} characters are unrecognized.");
    }

    private static (int Preambular, int Operative) CountsOf(Dictionary<string, string> row) =>
        (int.Parse(row["preambular"], CultureInfo.InvariantCulture), int.Parse(row["operative"], CultureInfo.InvariantCulture));

    /// <summary>The paragraphs of the resolution itself, not those of others on the same pages. An opening counts as preambular.</summary>
    private static (int Preambular, int Operative) CountsOf(DraftTree tree)
    {
        var units = tree.Units.Where(unit => !IsOfAnotherResolution(unit.Label)).ToArray();
        return (units.Count(unit => unit.Section is Section.Opening or Section.Preamble), units.Count(unit => unit.Section == Section.Operative));
    }

    private static bool IsOfAnotherResolution(string label) => label.Length > 1 && label[0] == 'R' && char.IsAsciiDigit(label[1]);
}
