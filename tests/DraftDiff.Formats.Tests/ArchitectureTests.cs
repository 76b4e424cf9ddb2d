using Xunit;

namespace DraftDiff.Formats.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Formats_know_the_library_and_neither_git_nor_a_console()
    {
        var known = typeof(DraftFile).Assembly.GetReferencedAssemblies().Select(name => name.Name).ToArray();

        Assert.Contains("DraftDiff", known);
        Assert.DoesNotContain(known, name => name is "DraftDiff.Versioning" or "LibGit2Sharp" or "System.Console" or "System.CommandLine" or "System.Diagnostics.Process");
    }
}
