using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using DraftDiff.Differencing;
using DraftDiff.Rendering;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Tests.Rendering;

/// <summary>What holds for the page of every redline: every word of both documents stands in it once, on its own side.</summary>
public sealed partial class HtmlRedlineLaws
{
    public static TheoryData<string, string> Pairs => DiffJsonLaws.Pairs;

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Words_are_kept_for_the_fixtures(string oldFile, string newFile) =>
        AssertWords(Fixtures.PathOf(oldFile), Fixtures.PathOf(newFile));

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ru")]
    [InlineData("ar")]
    public void Words_are_kept_in_every_language(string language) =>
        AssertWords(Fixtures.PathOf($"fixtures/gardens/base.{language}.txt"), Fixtures.PathOf($"fixtures/gardens/rev1.{language}.txt"));

    [SkippableFact]
    public void Words_are_kept_for_real_texts()
    {
        var files = Corpus.Files("series");
        foreach (var (old, @new) in files.Zip(files.Skip(1)))
        {
            AssertWords(old, @new);
        }
    }

    private static void AssertWords(string oldFile, string newFile)
    {
        var comparison = DraftComparison.Compare(Fixtures.Parse(oldFile), Fixtures.Parse(newFile));
        using var writer = new StringWriter { NewLine = "\n" };
        HtmlRedline.Render(comparison, writer);
        var words = Words().Matches(writer.ToString());

        if (comparison.ComparesWords)
        {
            Assert.Equal(Letters(comparison.Old.Units), Letters(words, "old", "ins"));
        }

        Assert.Equal(Letters(comparison.New.Units), Letters(words.Where(each => comparison.ComparesWords || !each.Value.Contains("data-only=\"old\"", StringComparison.Ordinal)), "new", "del"));
    }

    private static string Letters(ImmutableArray<Unit> units) => Sorted(string.Concat(units.Select(unit => VisibleText.Of(unit.Text))));

    private static string Letters(IEnumerable<System.Text.RegularExpressions.Match> words, string own, string gone) => Sorted(string.Concat(words
        .Where(each => each.Groups["only"].Value is var only && (only.Length == 0 || only == own))
        .Select(each => WebUtility.HtmlDecode(Tags().Replace(
            Regex.Replace(Marks().Replace(each.Groups["words"].Value, ""), $"<{gone}( [^>]*)?>.*?</{gone}>", "", RegexOptions.Singleline), "")))));

    // Order is the edit script's; a merge has the old paragraphs where the new words take them up.
    private static string Sorted(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());

    [GeneratedRegex("<div class=\"words[^>]*?(?:data-only=\"(?<only>[a-z]+)\"[^>]*)?>.*?<p>(?<words>.*?)</p></div>", RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex("<sup .*?</sup>", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
