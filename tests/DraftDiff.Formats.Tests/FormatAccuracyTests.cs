using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Formats.Akn;
using DraftDiff.Formats.Tests.Pdf;
using DraftDiff.Formats.Word;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using DraftDiff.Tests.Differencing;
using DraftDiff.Tests.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace DraftDiff.Formats.Tests;

/// <summary>
/// Comparisons of drafts whose edits are known, each text in a format of its own: text, Word, HTML, Akoma Ntoso, PDF, every
/// one with every other.
/// </summary>
public sealed class FormatAccuracyTests(Browser.Tests.Browser browser, ITestOutputHelper output) : IClassFixture<Browser.Tests.Browser>
{
    private const int OwnDrafts = 35;
    private const int RealDrafts = 35;
    private static readonly DraftFormat[] Formats = Enum.GetValues<DraftFormat>();

    private static readonly string[] OwnFiles =
    [
        Fixtures.SeedFile, "fixtures/gardens/base.ar.txt", "fixtures/gardens/base.en.txt", "fixtures/gardens/base.es.txt", "fixtures/ict/adopted.zh.txt",
        "fixtures/gardens/base.fr.txt", "fixtures/gardens/base.ru.txt",
    ];

    [SkippableFact]
    public Task Known_edits_of_drafts_in_six_languages_are_found_in_every_pair_of_formats()
    {
        var others = Directory.GetFiles(Fixtures.PathOf("fixtures/irregular"), "*.txt").Select(Fixtures.Parse).ToArray();
        ImmutableArray<DraftTree> drafts = [.. OwnFiles.Select(file => Fixtures.Parse(Fixtures.PathOf(file)))];
        return AssertAccurateAsync(Enumerable.Range(0, OwnDrafts).Select(seed => DraftEditor.Edit(
            drafts[seed % drafts.Length], [.. others.Where(other => other.Language == drafts[seed % drafts.Length].Language)], seed)));
    }

    [SkippableFact]
    public Task Known_edits_of_real_texts_are_found_in_every_pair_of_formats()
    {
        var drafts = Corpus.Files("series").Concat(Corpus.Files("documents")).Select(Fixtures.Parse).Where(PlainDrafts.IsPlain).ToImmutableArray();
        return AssertAccurateAsync(Enumerable.Range(0, RealDrafts).Select(seed => DraftEditor.Edit(
            drafts[seed % drafts.Length], [.. drafts.Where(other => other.Title != drafts[seed % drafts.Length].Title)], seed)));
    }

    private async Task AssertAccurateAsync(IEnumerable<EditedDraft> drafts)
    {
        var scores = new Dictionary<(DraftFormat Old, DraftFormat New), List<AccuracyScore>>();
        var seed = 0;
        foreach (var edited in drafts)
        {
            var (old, @new) = edited.LayOut(seed);
            var both = await Task.WhenAll(InAllFormatsAsync(old, 2 * seed), InAllFormatsAsync(@new, (2 * seed) + 1));
            var (olds, news) = (both[0], both[1]);
            foreach (var oldFormat in Formats)
            {
                foreach (var newFormat in Formats)
                {
                    var (oldTree, newTree) = (olds[oldFormat], news[newFormat]);
                    var score = AccuracyScore.Of(edited, oldTree, newTree, DraftComparison.Compare(oldTree, newTree).Script);
                    if (!scores.TryGetValue((oldFormat, newFormat), out var list))
                    {
                        scores.Add((oldFormat, newFormat), list = []);
                    }

                    list.Add(score);
                    if (oldFormat == newFormat && score.Faults.Length > 0)
                    {
                        output.WriteLine($"seed {seed}, {edited.Draft.Source.Name}, {oldFormat}: {string.Join("; ", score.Faults.Take(6))}");
                    }
                }
            }

            seed++;
        }

        foreach (var old in Formats)
        {
            output.WriteLine($"{old,-12}{string.Concat(Formats.Select(@new => scores[(old, @new)].Average(score => score.F1).ToString("F4", CultureInfo.InvariantCulture).PadLeft(10)))}");
        }

        output.WriteLine($"false moves: {scores.Values.Sum(list => list.Sum(score => score.FalseMoves))}, unchanged reported modified: {scores.Values.Sum(list => list.Sum(score => score.FalselyModified))} of {scores.Values.Sum(list => list.Sum(score => score.Unchanged))}");
        Assert.All(scores, pair => Assert.InRange(
            pair.Value.Average(score => score.F1), pair.Key.Old == DraftFormat.Pdf || pair.Key.New == DraftFormat.Pdf ? 0.98 : 0.99, 1));
    }

    /// <summary>A draft written in each format, and read.</summary>
    private async Task<Dictionary<DraftFormat, DraftTree>> InAllFormatsAsync(DraftTree tree, int seed)
    {
        var read = new Dictionary<DraftFormat, DraftTree> { [DraftFormat.Text] = tree };
        using var word = new MemoryStream();
        WordWriter.Write(tree, word);
        Read(DraftFormat.Word, word.ToArray());
        using var page = new StringWriter { NewLine = "\n" };
        HtmlDocument.Render(tree, tree.Units, "draft", page);
        Read(DraftFormat.Html, Encoding.UTF8.GetBytes(page.ToString()));
        using var akn = new MemoryStream();
        AkomaNtosoWriter.Write(tree, akn);
        Read(DraftFormat.AkomaNtoso, akn.ToArray());
        Read(DraftFormat.Pdf, await PrintedDraft.PrintAsync(browser, tree, PrintStyle.Any.Generate(new PCG(3, (ulong)seed), null, out _)));
        return read;

        void Read(DraftFormat format, byte[] file)
        {
            Assert.Equal(format, DraftFormats.Of(file));
            read.Add(format, DraftFile.Read("draft", file));
        }
    }
}
