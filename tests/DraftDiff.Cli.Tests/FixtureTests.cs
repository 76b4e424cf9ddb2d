using System.Runtime.CompilerServices;
using System.Text.Json;
using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Cli.Tests;

/// <summary>What a person sees of the fixtures.</summary>
public sealed class FixtureTests
{
    private const string Seed = "seeds/000_4510d16fedc8d16d.txt";
    private const string Rev1 = "fixtures/ict/rev1.zh.txt";
    private const string Rev2 = "fixtures/ict/rev2.zh.txt";
    private const string Adopted = "fixtures/ict/adopted.zh.txt";

    [Fact]
    public void The_seed_and_its_first_revision() => Snapshot.Verify(Run("diff", Seed, Rev1));

    [Fact]
    public void The_first_and_the_second_revision() => Snapshot.Verify(Run("diff", Rev1, Rev2));

    [Fact]
    public void The_second_revision_and_the_adopted_text() => Snapshot.Verify(Run("diff", Rev2, Adopted));

    [Fact]
    public void The_second_revision_and_the_adopted_text_side_by_side() =>
        Snapshot.Verify(Run("diff", "--side-by-side", "--width", "100", Rev2, Adopted));

    [Fact]
    public void The_first_and_the_second_revision_counted() => Snapshot.Verify(Run("diff", "--stat", Rev1, Rev2));

    [Fact]
    public void The_first_and_the_second_revision_in_Markdown() =>
        Snapshot.Verify(Run("diff", "--format", "markdown", Rev1, Rev2), "md");

    [Fact]
    public void The_tree_of_the_seed() => Snapshot.Verify(Run("parse", Seed));

    [Fact]
    public void Texts_in_different_languages_are_compared_by_their_structure_alone()
    {
        var (english, french) = (PathOf("fixtures/gardens/base.en.txt"), PathOf("fixtures/gardens/base.fr.txt"));

        var said = Cli.Run("diff", english, french).Output;
        var json = Cli.Run("diff", english, french, "--format", "json");
        using var document = JsonDocument.Parse(json.Output);

        Assert.Contains("in another language (en) than the new one (fr)", said, StringComparison.Ordinal);
        Assert.Contains("5 paragraphs in both (PP1–PP5)", said, StringComparison.Ordinal);
        Assert.DoesNotContain("reworded", said, StringComparison.Ordinal);
        Assert.Contains("only their structure is compared", json.Error, StringComparison.Ordinal);
        Assert.Equal("structure", document.RootElement.GetProperty("compared").GetString());
        Assert.Equal(0, document.RootElement.GetProperty("summary").GetProperty("modified").GetInt32());
    }

    private static string Run(params string[] arguments)
    {
        var root = PathOf("");
        var result = Cli.Run([.. arguments.Select(argument => argument.Contains('/', StringComparison.Ordinal) ? root + argument : argument)]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output.Replace(root, "", StringComparison.Ordinal);
    }

    private static string PathOf(string file) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..")) + Path.DirectorySeparatorChar + file;

    private static string Here([CallerFilePath] string here = "") => here;
}
