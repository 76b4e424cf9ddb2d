using Xunit;

namespace DraftDiff.Packages.Tests;

/// <summary>The samples of the guide for developers are one program, which is built from the packages and prints what the guide shows.</summary>
[Collection(nameof(PackedPackages))]
public sealed class DeveloperGuideTests(PackedPackages packages)
{
    private static readonly Guide Guide = Guide.Read("guide-developer.md");

    [Fact]
    public void The_samples_print_what_the_guide_shows()
    {
        var folder = MakeDrafts("guide-developer");
        PackedPackages.NameFeed(folder, packages.LibraryFolder);
        File.WriteAllText(Path.Combine(folder, "Sample.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                {Assert.Single(Guide.Blocks, block => block.Language == "xml").Text}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), TextOf("csharp"));

        PackedPackages.Expect(packages.RunDotnet(folder, "build", "--output", "out", "-nodeReuse:false", "-p:UseSharedCompilation=false"));
        var printed = PackedPackages.Expect(packages.RunDotnet(folder, "exec", Path.Combine("out", "Sample.dll")));

        Assert.Equal(TextOf("text"), printed.ReplaceLineEndings("\n"));
        Assert.All(["redline.html", "redline.docx", "diff.json"], file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        Assert.Equal(0, packages.Draftdiff(folder, "diff", "--exit-code", "redline.docx", "revision.docx").ExitCode);
    }

    [Fact]
    public void Its_commands_print_what_it_shows()
    {
        var folder = MakeDrafts("guide-json");

        Assert.All(Guide.Commands, command => Guide.AssertPrints(command.Printed, PackedPackages.Expect(packages.Draftdiff(folder, [.. command.Words.Skip(1)]))));
    }

    private static string TextOf(string language) => string.Concat(Guide.Blocks.Where(block => block.Language == language).Select(block => block.Text));

    private string MakeDrafts(string name)
    {
        var folder = packages.MakeFolder(name);
        packages.WriteDrafts(folder, ("base.en", "draft.docx"), ("rev1.en", "revision.docx"));
        return folder;
    }
}
