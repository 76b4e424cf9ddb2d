using CsCheck;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>A symbol never leaves its folder.</summary>
public sealed class StorePathsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "store"));

    private static readonly Gen<string> Parts = Gen.Frequency(
        (6, Generate.Among("A", "E", "S", "C.2", "72", "2017", "57", "270 B", "2254 (2015)", "L.39", "Rev.1", "RES", "L.1*", "64-E", "6 (Part I)")),
        (3, Generate.Among(
            "..", ".", "", ".git", ".GIT", "git~1", "GIT~1", "GIT", "con", "CON", "Nul.1", "COM1", "CON(I)", "zh", "ZH", "En.5", "draft", "Draft.json", "Outline",
            "REVISIONS", "\\", "\0", "\r\n", "\u202E", "\uFF0E\uFF0E", "\u2025", "\u0661", "\uD800", "\u200B", "A:", "L.1.", "L.1 ", "~", "%2F", "..%2F..", "etc")),
        (1, Gen.Char.Array[0, 6].Select(letters => new string(letters))),
        (1, Generate.Among(new string('A', 10_000), string.Concat(Enumerable.Repeat("../", 3_333)))));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Parts.Array[0, 7].Select(parts => string.Join('/', parts)),
        Gen.Select(Generate.Among("A/72/", "A/C.2/", "S/", "/", "72/"), Parts, Generate.Among("", "/1", "/L.1", "/Rev.1", "*", "-E/2017/12"))
            .Select((before, part, after) => before + part + after),
        Gen.String[Gen.Char["A/1.-(*) ~\\%"], 0, 40]);

    [Theory]
    [InlineData("A/C.2/72/L.39", "A/C.2/72/L.39", "A%2FC.2%2F72%2FL.39")]
    [InlineData("A/C.2/72/L.39/Rev.1", "A/C.2/72/L.39/Rev.1", "A%2FC.2%2F72%2FL.39%2FRev.1")]
    [InlineData("A/69/L.52*", "A/69/L.52", "A%2F69%2FL.52%2A")]
    [InlineData("A/RES/57/270 B", "A/RES/57/270 B", "A%2FRES%2F57%2F270 B")]
    [InlineData("S/RES/2254 (2015)", "S/RES/2254 (2015)", "S%2FRES%2F2254 (2015)")]
    [InlineData("A/72/64-E/2017/12", "A/72/64-E/2017/12", "A%2F72%2F64-E%2F2017%2F12")]
    public void A_symbol_is_its_folder_and_the_name_of_its_files(string symbol, string folder, string fileName)
    {
        Assert.True(StorePaths.TryGetFolder(DocumentSymbol.Parse(symbol), out var found));
        Assert.Equal(folder, found);
        Assert.Equal(fileName, StorePaths.FileNameOf(DocumentSymbol.Parse(symbol)));
        Assert.True(StorePaths.TryReadFileName(fileName, out var read));
        Assert.Equal(symbol, read.ToString());
    }

    [Theory]
    [InlineData("A/DRAFT/72/L.1")]
    [InlineData("A/Draft.json/72/L.1")]
    [InlineData("A/CON/72/L.1")]
    [InlineData("A/Nul.5/72/L.1")]
    [InlineData("A/COM1/72/L.1")]
    [InlineData("A/ZH/72/L.1")]
    [InlineData("A/Outline/72/L.1")]
    public void A_symbol_with_a_part_that_the_store_or_a_system_uses_has_no_folder(string text)
    {
        Assert.True(DocumentSymbol.TryParse(text, out var symbol));
        Assert.False(StorePaths.TryGetFolder(symbol, out var folder));
        Assert.Null(folder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..%2F..")]
    [InlineData("A/72/L.5")]
    [InlineData("A%2f72%2FL.5")]
    [InlineData("A%2F72%2FL.5 ")]
    [InlineData("A%2F72%2F007%2AB")]
    public void A_file_name_that_is_none_of_the_stores_is_no_symbol(string name) => Assert.False(StorePaths.TryReadFileName(name, out _));

    [Fact]
    public void Whatever_it_is_given_the_folder_stays_below_the_root() =>
        Texts.Sample(
            text =>
            {
                if (!DocumentSymbol.TryParse(text, out var symbol) || !StorePaths.TryGetFolder(symbol, out var folder))
                {
                    return;
                }

                Assert.False(Path.IsPathRooted(folder));
                Assert.StartsWith(Root + Path.DirectorySeparatorChar, Path.GetFullPath(Path.Combine(Root, folder)), StringComparison.Ordinal);
                Assert.All(folder.Split('/'), part =>
                {
                    Assert.NotEqual("", part);
                    Assert.False(part[0] is '.' or ' ' || part[^1] is '.' or ' ', part);
                    Assert.False(StorePaths.IsReserved(part) || StorePaths.IsReserved(part.Split('.')[0]), part);
                    Assert.DoesNotContain(part, letter => letter is '~' or '\\' or ':' or '*' || char.IsControl(letter) || !char.IsAscii(letter));
                });
            },
            iter: 50_000);

    [Fact]
    public void Whatever_it_is_given_the_file_name_is_one_name_and_is_read_back() =>
        Texts.Sample(
            text =>
            {
                if (!DocumentSymbol.TryParse(text, out var symbol))
                {
                    return;
                }

                var name = StorePaths.FileNameOf(symbol);
                Assert.Equal(Path.Combine(Root, name), Path.GetFullPath(Path.Combine(Root, name)));
                Assert.DoesNotContain(name, letter => letter is '/' or '\\' or '*');
                Assert.True(StorePaths.TryReadFileName(name, out var read));
                Assert.Equal(symbol, read);
            },
            iter: 50_000);
}
