using CsCheck;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>What is written into an outline is read back.</summary>
public sealed class OutlineFileTests
{
    private static readonly Gen<string> Ids = Generate.Among<char>([.. "0123456789abcdefghjkmnpqrstvwxyz"]).Array[8].Select(digits => new string(digits));

    private static readonly Gen<OutlineLine> Lines =
        Gen.Select(Gen.Int[0, 5], Generate.Among("title", "PP3", "OP1", "OP9(a)(i)", "B.PP3", "FN*", "OP4+", "A.closing"), Ids, Ids.Array[0, 3])
            .Select((depth, label, id, origins) => new OutlineLine(depth, label, id, [.. origins]));

    [Fact]
    public void A_line_is_depth_label_id_and_origins() =>
        Assert.Equal(
            "OP9\tk3v9q2aa\n  OP9(a)\tk3v9q2ab\t<k3v9q2ac+k3v9q2ad\n",
            OutlineFile.Format([new OutlineLine(0, "OP9", "k3v9q2aa", []), new OutlineLine(1, "OP9(a)", "k3v9q2ab", ["k3v9q2ac", "k3v9q2ad"])]));

    [Fact]
    public void Any_outline_comes_back() =>
        Lines.Array[0, 6].Sample(outline =>
        {
            var read = OutlineFile.Parse(OutlineFile.Format(outline));

            Assert.Equal(outline.Select(line => (line.Depth, line.Label, line.Id)), read.Select(line => (line.Depth, line.Label, line.Id)));
            Assert.Equal(outline.Select(line => line.Origins), read.Select(line => line.Origins));
        });

    [Fact]
    public void The_end_of_the_last_line_may_be_missing() => Assert.Equal("OP1", Assert.Single(OutlineFile.Parse("OP1\tk3v9q2aa")).Label);

    [Fact]
    public void A_file_that_is_empty_has_no_lines() => Assert.Empty(OutlineFile.Parse(""));

    [Theory]
    [InlineData("")]
    [InlineData("OP1")]
    [InlineData("OP1\t")]
    [InlineData("OP1\tshort")]
    [InlineData("OP1\tK3V9Q2AA")]
    [InlineData("OP1\tk3v9q2au")]
    [InlineData("OP1\tk3v9q2aa\r")]
    [InlineData("OP1\t../../aa")]
    [InlineData(" OP1\tk3v9q2aa")]
    [InlineData("OP1 k3v9q2aa")]
    [InlineData("\tk3v9q2aa")]
    [InlineData("    \tk3v9q2aa")]
    [InlineData("OP1\tk3v9q2aa\tk3v9q2ab")]
    [InlineData("OP1\tk3v9q2aa\t<")]
    [InlineData("OP1\tk3v9q2aa\t<k3v9q2ab+")]
    [InlineData("OP1\tk3v9q2aa\t<k3v9q2ab\t")]
    [InlineData("<<<<<<< HEAD")]
    public void A_line_that_is_none_is_named(string line)
    {
        var exception = Assert.Throws<StoreException>(() => OutlineFile.Parse($"title\tk3v9q2aa\n{line}\nOP2\tk3v9q2ac\n"));

        Assert.Contains("line 2 ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_an_outline_or_is_refused() =>
        Gen.String[Gen.Char["O1\t\n <+k3\u2028"], 0, 40].Sample(text =>
        {
            try
            {
                Assert.Equal(text.TrimEnd('\n'), OutlineFile.Format(OutlineFile.Parse(text)).TrimEnd('\n'));
            }
            catch (StoreException exception)
            {
                Assert.Contains("line ", exception.Message, StringComparison.Ordinal);
            }
        });
}
