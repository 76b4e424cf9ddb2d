using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DraftDiff.Formats;
using DraftDiff.Tests;
using DraftDiff.Text;
using DraftDiff.Versioning;
using PublicApiGenerator;
using Xunit;
using Xunit.Sdk;

namespace DraftDiff.Packages.Tests;

/// <summary>What each library shows to the programs that use it is what somebody read and approved.</summary>
public sealed partial class PublicSurfaceTests
{
    [Fact]
    public void Surface_of_DraftDiff() => Verify(typeof(SourceText).Assembly);

    [Fact]
    public void Surface_of_DraftDiff_Formats() => Verify(typeof(DraftFile).Assembly);

    [Fact]
    public void Surface_of_DraftDiff_Versioning() => Verify(typeof(DraftRepository).Assembly);

    private static void Verify(Assembly library, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var surface = Namespaces().Replace(library.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }), "").TrimEnd() + '\n';
        var approved = $"{nameof(PublicSurfaceTests)}.{test}.verified.txt";
        try
        {
            Snapshot.Verify(surface, method: test);
        }
        catch (XunitException)
        {
            var old = File.Exists(Beside(file, approved)) ? File.ReadAllLines(Beside(file, approved)) : [];
            var changed = old.Except(surface.Split('\n')).Select(line => $"- {line.Trim()}").Concat(surface.Split('\n').Except(old).Select(line => $"+ {line.Trim()}"));
            Assert.Fail($"""
                The public surface of {library.GetName().Name} is not the approved one:
                {string.Join('\n', changed)}
                Programs that use the library may break. Where that is meant, read {approved.Replace("verified", "received", StringComparison.Ordinal)} beside this test
                and rename it to {approved}.
                """);
        }
    }

    private static string Beside(string file, string name) => Path.Combine(Path.GetDirectoryName(file)!, name);

    // Names read better alone; those of the namespaces that are declared stay.
    [GeneratedRegex(@"(?<!namespace )(?<![\w.])(?:System|DraftDiff)\.(?:[A-Z]\w*\.)*")]
    private static partial Regex Namespaces();
}
