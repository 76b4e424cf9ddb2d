using System.Text;
using CsCheck;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Syntax;

/// <summary>What holds for the reading of any text.</summary>
public sealed class ReadingLaws
{
    /// <summary>Pieces that mean something to the reader, in any order.</summary>
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\r", "\n\n", " ", "\t", "\f", "\u00A0", "\u00AD", "\uFEFF", "\u200E", "大会，", "The General Assembly,", "回顾", "Recalling ",
        "1. ", "2. ", "12. ", "(a) ", "(i) ", "__________________", " 1 ", "1", "5", "77/2285", "* ", "*", "，", "；", "。", ",", ";", ".", "《", "》",
        "https://undocs.org/A/RES/70/1", "A/C.2/72/L.39", "2/9", "Annex", "附件", "\uD840\uDC00", "\uD840", "\uDC00", "e\u0301", "第", "年", "Agenda item 16",
        "议程项目 16", "决议草案", "厄瓜多尔：", "[", "]", "“", "”",
    ];

    private static readonly Gen<string> Adversarial =
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(indexes => string.Concat(indexes.Select(index => Pieces[index])));

    [Fact]
    public void Any_text_is_given_back() =>
        Gen.OneOf(Adversarial, Gen.String[Gen.Char, 0, 200]).Sample(AssertFaithful, iter: 5_000);

    [Theory]
    [InlineData("议程项目1\n决议草案\nR\n尔：决议草案\n9")]
    [InlineData("年大会\n议程项目 16\n《，回顾大会，《决议草案\n 1 (i)\n附件第大会，决议草案5决议草案")]
    [InlineData("A/C.2/72/L.39\n[\n，决议草案，\tAnnex决议草案 1 *\n\n厄瓜多尔： 《*The General Assembly,Recalling ")]
    public void What_looks_like_the_rest_of_a_masthead_is_given_back(string text) => AssertFaithful(text);

    [Fact]
    public void A_damaged_draft_is_given_back()
    {
        var seed = Fixtures.Seed.Source.Content;
        var damage =
            from at in Gen.Int[0, seed.Length]
            from length in Gen.Int[0, 400]
            from inserted in Adversarial
            select string.Concat(seed.AsSpan(0, at), inserted, seed.AsSpan(Math.Min(seed.Length, at + length)));
        damage.Sample(AssertFaithful, iter: 500);
    }

    [Fact]
    public void A_new_layout_of_the_same_words_reads_the_same() =>
        PageStyles.Any.Sample(style => AssertReadsTheSame(Fixtures.Seed, style), iter: 500);

    [SkippableFact]
    public void A_new_layout_of_a_real_text_reads_the_same()
    {
        var trees = Corpus.Files("series").Where((_, index) => index % 5 == 0).Select(Fixtures.Parse).ToArray();
        PageStyles.Any.Select(Gen.Int[0, trees.Length - 1]).Sample((style, index) => AssertReadsTheSame(trees[index], style), iter: 500);
    }

    [SkippableFact]
    public void Every_plain_real_text_reads_the_same_in_a_layout_of_its_own()
    {
        var trees = Corpus.Files("documents").Concat(Corpus.Files("series")).Select(Fixtures.Parse).Where(PlainDrafts.IsPlain).ToArray();
        Assert.InRange(trees.Length, 50, int.MaxValue);
        PageStyles.Any.Select(Gen.Int[0, trees.Length - 1]).Sample((style, index) => AssertReadsTheSame(trees[index], style), iter: 1_000);
        foreach (var tree in trees)
        {
            AssertReadsTheSame(tree, PageStyles.Pasted);
        }
    }

    [SkippableFact]
    public void Every_real_text_is_given_back()
    {
        foreach (var file in Corpus.Files("."))
        {
            FaithfulReading.Assert(Fixtures.Parse(file));
        }
    }

    private static void AssertReadsTheSame(DraftTree tree, PageStyle style)
    {
        var again = DraftTree.Parse(SourceText.From(Typesetter.Set(tree, style)));

        Assert.Equal(Describe(tree), Describe(again));
    }

    private static string Describe(DraftTree tree)
    {
        var description = new StringBuilder();
        foreach (var unit in tree.Units)
        {
            if (unit.Section is Section.Preamble or Section.Operative or Section.Footnotes or Section.Opening or Section.Unrecognized)
            {
                var marks = string.Join(' ', unit.Marks.Select(mark => $"{mark.Number}@{mark.At}"));
                description.AppendLine($"{unit.Label} [{marks}] {unit.Text}");
            }
        }

        return description.ToString();
    }

    private static void AssertFaithful(string text) => FaithfulReading.Assert(DraftTree.Parse(SourceText.From(text)));
}
