using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace DraftDiff.Packages.Tests;

/// <summary>What the command is made of is named with its licence.</summary>
public sealed partial class ThirdPartyNoticesTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(PackedPackages.Repository, "THIRD-PARTY-NOTICES.txt"));

    [Fact]
    public void Every_package_that_is_shipped_is_named_in_its_version_and_no_other()
    {
        var named = Heading().Matches(Notices).Select(heading => heading.Groups["package"].Value).Where(name => Version().IsMatch(name));

        Assert.Equal(Shipped().Select(package => package.Name), named);
    }

    [Fact]
    public void Every_package_has_the_licence_that_it_names()
    {
        var licences = Heading().Matches(Notices).ToDictionary(heading => heading.Groups["package"].Value, heading => heading.Groups["licence"].Value);
        var missing = new List<string>();
        foreach (var (name, folder) in Shipped())
        {
            var licence = XDocument.Load(Assert.Single(Directory.GetFiles(folder, "*.nuspec"))).Descendants().First(element => element.Name.LocalName == "license");
            var isThere = licence.Attribute("type")!.Value == "file"
                ? Words(Notices).Contains(Words(File.ReadAllText(Path.Combine(folder, licence.Value))), StringComparison.Ordinal)
                : licences[name] == licence.Value && licences.ContainsKey(licence.Value);
            if (!isThere)
            {
                missing.Add($"{name}: {licence.Value}");
            }
        }

        Assert.Empty(missing);
    }

    // The packages whose files the command has beside it, with the folders they were restored to.
    private static IEnumerable<(string Name, string Folder)> Shipped()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DraftDiff.Cli.deps.json")));
        var root = file.RootElement;
        var target = root.GetProperty("targets").GetProperty(root.GetProperty("runtimeTarget").GetProperty("name").GetString()!);
        return [.. target.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _) || library.Value.TryGetProperty("runtimeTargets", out _))
            .Select(library => (library.Name, Library: root.GetProperty("libraries").GetProperty(library.Name)))
            .Where(library => library.Library.GetProperty("type").GetString() == "package")
            .Select(library => (library.Name.Replace('/', ' '), FolderOf(library.Library.GetProperty("path").GetString()!)))];
    }

    private static string FolderOf(string package) =>
        PackedPackages.RestoredFolders().Select(folder => Path.Combine(folder, package)).First(Directory.Exists);

    private static string Words(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"^={80}\r?\n(?<package>.+?)\r?\n(?<licence>.+?)\r?\n={80}$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@" [0-9]+(\.[0-9]+)+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
