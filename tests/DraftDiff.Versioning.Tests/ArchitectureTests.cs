using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Versioning.Tests;

/// <summary>The store knows no renderer.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_store_uses_nothing_that_renders()
    {
        var references = TypeReferences.Of(typeof(DraftRepository).Assembly).ToArray();

        Assert.Contains(references, use => use.To.Namespace == "DraftDiff.Differencing");
        Assert.DoesNotContain(references, use => use.To.Namespace == "DraftDiff.Rendering");
    }
}
