using Xunit;

namespace DraftDiff.Packages.Tests;

/// <summary>The guides for people show what the installed command prints.</summary>
[Collection(nameof(PackedPackages))]
public sealed class GuideTests(PackedPackages packages)
{
    [Fact]
    public void The_guide_for_delegates_shows_what_its_commands_print() =>
        Try("guide-delegate.md", ("base.en", "draft.docx"), ("rev1.en", "revision.docx"));

    [Fact]
    public void The_guide_for_editors_shows_what_its_commands_print() =>
        Try("guide-editor.md", ("base.en", "L.998.docx"), ("rev1.en", "proposal.docx"), ("base.fr", "L.998_fr.docx"));

    [Fact]
    public void The_guide_for_delegates_names_the_package_that_is_packed() =>
        Assert.Contains($"`{Path.GetFileName(packages.ToolPackage)}`", File.ReadAllText(Path.Combine(PackedPackages.Repository, "docs", "guide-delegate.md")), StringComparison.Ordinal);

    private void Try(string name, params (string Fixture, string File)[] drafts)
    {
        var folder = packages.MakeFolder(Path.GetFileNameWithoutExtension(name));
        packages.WriteDrafts(folder, drafts);
        foreach (var command in Guide.Read(name).Commands.Where(command => command.Words[0] == "draftdiff"))
        {
            var result = packages.Draftdiff(folder, [.. command.Words.Skip(1)]);
            Assert.True(result.ExitCode == 0, $"{command.Line}\n{result.Output}{result.Error}");
            Guide.AssertPrints(command.Printed, result.Output + result.Error);
        }
    }
}
