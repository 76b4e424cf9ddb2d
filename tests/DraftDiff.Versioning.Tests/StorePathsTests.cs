using CsCheck;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>A symbol never leaves its folder.</summary>
public sealed class StorePathsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "store"));

    [Theory]
    [InlineData("A/C.2/72/L.39", "A/C.2/72/L.39")]
    [InlineData("A/C.2/72/L.39/Rev.1", "A/C.2/72/L.39/Rev.1")]
    [InlineData("A/69/L.52*", "A/69/L.52")]
    [InlineData("A/RES/57/270 B", "A/RES/57/270 B")]
    [InlineData("S/RES/2254 (2015)", "S/RES/2254 (2015)")]
    [InlineData("A/72/64-E/2017/12", "A/72/64-E/2017/12")]
    public void A_symbol_is_its_folder(string symbol, string folder)
    {
        Assert.True(StorePaths.TryGetFolder(DocumentSymbol.Parse(symbol), out var found));
        Assert.Equal(folder, found);
        Assert.True(StorePaths.TryReadFileName(StorePaths.FileNameOf(DocumentSymbol.Parse(symbol)), out var read));
        Assert.Equal(symbol, read.ToString());
    }

    [Fact]
    public void Whatever_it_is_given_the_folder_stays_below_the_root()
    {
        var parts = Gen.OneOf(
            Generate.Among("A", "C.2", "72", "L.39", "Rev.1", "..", ".", "", ".git", ".GIT", "git~1", "con", "NUL", "zh", "draft", "draft.json", "RES", "\\", "\0", "L.1*", "E", "2017", "\u202E"),
            Gen.Char.Array[0, 6].Select(letters => new string(letters)),
            Gen.Const(new string('A', 10_000)));
        parts.Array[0, 7].Sample(pieces =>
        {
            var text = string.Join('/', pieces);
            if (DocumentSymbol.TryParse(text, out var symbol) && StorePaths.TryGetFolder(symbol, out var folder))
            {
                Assert.StartsWith(Root + Path.DirectorySeparatorChar, Path.GetFullPath(Path.Combine(Root, folder)), StringComparison.Ordinal);
                Assert.All(folder.Split('/'), part =>
                {
                    Assert.NotEqual("", part);
                    Assert.False(part.StartsWith('.') || StorePaths.IsReserved(part) || part.Contains('~', StringComparison.Ordinal), part);
                });
            }
        });
    }
}
