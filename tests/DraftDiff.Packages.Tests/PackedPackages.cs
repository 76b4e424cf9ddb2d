using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Xunit;

namespace DraftDiff.Packages.Tests;

/// <summary>
/// The packages, packed from what was built, and the home of a person who has nothing but .NET. The tool is installed there as the guide for
/// delegates says.
/// </summary>
public sealed class PackedPackages : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("draftdiff-packages").FullName;

    /// <summary>Packs, makes the home and installs the tool.</summary>
    public PackedPackages()
    {
        try
        {
            Pack();
            Install();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder of the project.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder where a person works. The folder <c>packages</c> in it has the tool's package.</summary>
    public string WorkFolder => At("work");

    /// <summary>The folder with the packages of the libraries.</summary>
    public string LibraryFolder => At("made/library");

    /// <summary>The package of the tool.</summary>
    public string ToolPackage => Assert.Single(Directory.GetFiles(At("work/packages")));

    /// <summary>Runs the tool that was installed.</summary>
    internal ChildResult Draftdiff(string folder, params string[] arguments) => Run(At($"home/.dotnet/tools/draftdiff{(OperatingSystem.IsWindows() ? ".exe" : "")}"), folder, arguments);

    /// <summary>Runs .NET in the home.</summary>
    internal ChildResult RunDotnet(string folder, params string[] arguments) => Run(Dotnet, folder, arguments);

    /// <summary>Makes an empty folder beside the others.</summary>
    public string MakeFolder(string name) => Directory.CreateDirectory(At(name)).FullName;

    /// <summary>
    /// Lets NuGet take packages in a folder from one feed, which holds packages of this project, and from what the build stands on, and from nowhere
    /// else: neither the network nor the machine's own feeds decide what the tests say.
    /// </summary>
    public static void NameFeed(string folder, string? feed) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources><clear />{(feed is null ? "" : $"<add key=\"feed\" value=\"{feed}\" />")}</packageSources>
          <fallbackPackageFolders><clear />{string.Concat(RestoredFolders().Select((restored, index) => $"<add key=\"restored{index}\" value=\"{restored}\" />"))}</fallbackPackageFolders>
        </configuration>
        """);

    /// <summary>Makes the drafts that the guides speak of, as Word files in a folder.</summary>
    public void WriteDrafts(string folder, params (string Fixture, string File)[] drafts)
    {
        var store = At("store");
        foreach (var (fixture, file) in drafts)
        {
            var symbol = fixture.StartsWith("base", StringComparison.Ordinal) ? "A/C.2/72/L.998" : "A/C.2/72/L.998/Rev.1";
            Expect(Draftdiff(folder, "init", store));
            Expect(Draftdiff(folder, "commit", "-C", store, Path.Combine(Repository, "fixtures", "gardens", $"{fixture}.txt")));
            Expect(Draftdiff(folder, "show", "-C", store, symbol, "-o", Path.Combine(folder, file)));
            Delete(store);
        }
    }

    /// <summary>Fails where a process did not end well; gives what it wrote.</summary>
    internal static string Expect(ChildResult result)
    {
        Assert.True(result.ExitCode == 0, $"It ended with {result.ExitCode}.\n{result.Output}\n{result.Error}");
        return result.Output;
    }

    public void Dispose() => Delete(_folder);

    private static string Dotnet => Path.Combine(DotnetFolder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private static string DotnetFolder { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Configuration { get; } = typeof(PackedPackages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static KeyValuePair<string, string>[] Quiet { get; } =
    [
        new("DOTNET_ROOT", DotnetFolder), new("DOTNET_NOLOGO", "1"), new("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), new("DOTNET_CLI_UI_LANGUAGE", "en"),
        new("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false"), new("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), new("MSBUILDDISABLENODEREUSE", "1"),
    ];

    // What was restored for the build is asked for where that was.
    private void Pack()
    {
        var machine = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name is "HOME" or "USERPROFILE" or "APPDATA" or "LOCALAPPDATA" || name.StartsWith("NUGET_", StringComparison.Ordinal))
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)!));
        Expect(ChildProcess.Run(
            Dotnet,
            ["pack", Path.Combine(Repository, "DraftDiff.sln"), "--no-build", "--configuration", Configuration, $"-p:PackagesFolder={_folder}/made/", "-nodeReuse:false"],
            _folder,
            [.. machine, .. Quiet]));
    }

    private void Install()
    {
        MakeFolder("home");
        NameFeed(MakeFolder("work"), feed: null);
        Directory.Move(At("made/tool"), At("work/packages"));
        var install = Assert.Single(Guide.Read("guide-delegate.md").Commands, command => command.Words[0] == "dotnet");
        Expect(Run(Dotnet, WorkFolder, [.. install.Words.Skip(1)]));
    }

    // Each folder has a cache of its own: one cannot hold both the tool and the library.
    private ChildResult Run(string program, string folder, string[] arguments)
    {
        var home = At("home");
        return ChildProcess.Run(program, arguments, folder,
        [
            .. Quiet, new("HOME", home), new("USERPROFILE", home), new("APPDATA", home), new("LOCALAPPDATA", home), new("DOTNET_CLI_HOME", home),
            new("NUGET_PACKAGES", Path.Combine(folder, ".nuget")),
        ]);
    }

    private string At(string name) => Path.Combine(_folder, name);

    // Git's objects are read-only, which on Windows keeps them from being deleted.
    private static void Delete(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The folders with the packages that the build stands on.</summary>
    public static IEnumerable<string> RestoredFolders([CallerFilePath] string here = "")
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }

    private static string FindRepository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

/// <summary>The tests that share the packages.</summary>
[CollectionDefinition(nameof(PackedPackages))]
public sealed class WithPackages : ICollectionFixture<PackedPackages>;
