using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace DraftDiff.Packages.Tests;

/// <summary>What is in the packages.</summary>
[Collection(nameof(PackedPackages))]
public sealed class PackageTests(PackedPackages packages)
{
    private static readonly string[] Names = ["DraftDiff", "DraftDiff.Formats", "DraftDiff.Versioning"];

    public static TheoryData<string> Libraries => [.. Names];

    [Fact]
    public void Only_the_libraries_and_the_tool_are_packed()
    {
        var ids = Directory.GetFiles(packages.LibraryFolder, "*.nupkg").Select(IdOf).Order(StringComparer.Ordinal);

        Assert.Equal(Names, ids);
        Assert.Equal("draftdiff", IdOf(packages.ToolPackage));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_has_its_documentation_licence_and_symbols(string library)
    {
        using var package = ZipFile.OpenRead(PackageOf(library, "nupkg"));
        using var symbols = ZipFile.OpenRead(PackageOf(library, "snupkg"));

        Assert.Equal(
            ["LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", $"lib/net10.0/{library}.dll", $"lib/net10.0/{library}.xml"],
            Contents(package).Where(name => !name.EndsWith(".nuspec", StringComparison.Ordinal)));
        Assert.Contains($"lib/net10.0/{library}.pdb", Contents(symbols));
        Assert.Contains("MIT", NuspecOf(package).Descendants().Where(element => element.Name.LocalName == "license").Select(element => element.Value));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_is_built_the_same_everywhere(string library)
    {
        using var package = ZipFile.OpenRead(PackageOf(library, "nupkg"));
        using var assembly = new MemoryStream();
        using (var stored = package.GetEntry($"lib/net10.0/{library}.dll")!.Open())
        {
            stored.CopyTo(assembly);
        }

        assembly.Position = 0;
        using var reader = new PEReader(assembly);
        Assert.Contains(reader.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Fact]
    public void The_tool_has_the_libraries_of_git_and_the_licences_and_no_symbols()
    {
        using var package = ZipFile.OpenRead(packages.ToolPackage);
        var files = Contents(package).Select(name => name.Replace("tools/net10.0/any/", "", StringComparison.Ordinal)).ToList();

        Assert.All(["linux-x64", "linux-arm64", "win-x64", "osx-arm64"], system => Assert.Contains(files, file => file.StartsWith($"runtimes/{system}/native/", StringComparison.Ordinal)));
        Assert.All(["LICENSE.txt", "THIRD-PARTY-NOTICES.txt", "README.md"], file => Assert.Contains(file, files));
        Assert.DoesNotContain(files, file => file.EndsWith(".pdb", StringComparison.Ordinal) || file.EndsWith(".xml", StringComparison.Ordinal) && file != "DotnetToolSettings.xml");
    }

    [Fact]
    public void The_tool_asks_for_no_newer_NET_than_10()
    {
        using var package = ZipFile.OpenRead(packages.ToolPackage);
        using var configuration = new StreamReader(package.GetEntry("tools/net10.0/any/DraftDiff.Cli.runtimeconfig.json")!.Open());

        Assert.Contains("\"version\": \"10.0.0\"", configuration.ReadToEnd(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Contents(ZipArchive package) => package.Entries.Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
        .Order(StringComparer.Ordinal);

    private static string IdOf(string file)
    {
        using var package = ZipFile.OpenRead(file);
        return NuspecOf(package).Descendants().First(element => element.Name.LocalName == "id").Value;
    }

    private static XDocument NuspecOf(ZipArchive package)
    {
        using var nuspec = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec);
    }

    private string PackageOf(string library, string extension) =>
        Assert.Single(Directory.GetFiles(packages.LibraryFolder, $"*.{extension}"), file => Path.GetFileName(file).StartsWith($"{library}.0", StringComparison.Ordinal));
}
