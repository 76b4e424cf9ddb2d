using System.Net;
using System.Text.RegularExpressions;
using DraftDiff.Differencing;
using DraftDiff.Rendering;
using DraftDiff.Rendering.Html;
using DraftDiff.Syntax;
using DraftDiff.Tests.Differencing;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Rendering;

/// <summary>What holds for the page of every redline: every word of both documents stands in it once, on its own side.</summary>
public sealed partial class HtmlRedlineLaws
{
    private const int EditedDrafts = 50;

    public static TheoryData<string, string> Pairs => Fixtures.Revisions;

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

    [Theory]
    [InlineData("seeds/000_4510d16fedc8d16d.txt")]
    [InlineData("fixtures/gardens/base.ar.txt")]
    [InlineData("fixtures/gardens/base.en.txt")]
    [InlineData("fixtures/gardens/base.fr.txt")]
    public void Words_are_kept_whatever_was_edited(string file)
    {
        var draft = Fixtures.Parse(Fixtures.PathOf(file));
        for (var seed = 0; seed < EditedDrafts; seed++)
        {
            var (old, @new) = DraftEditor.Edit(draft, [draft], seed).LayOut(seed);
            AssertWords(old, @new);
        }
    }

    [Fact]
    public void Marks_are_kept_in_the_parts_of_splits_and_mergers()
    {
        const string First = "Decides to hold a world day of gardens every year on the first Saturday in June";
        var whole = Draft($"1. {First}; invites all agencies to observe the day in schools and universities;");
        var parts = Draft($"1. {First};\n\n2. Invites all agencies to observe the day in schools1 and universities;", "1 See the list of schools.");

        Assert.Contains(AssertWords(whole, parts).Script.Changes, change => change.Kind == ChangeKind.Split);
        Assert.Contains(AssertWords(parts, whole).Script.Changes, change => change.Kind == ChangeKind.Merged);
    }

    [Fact]
    public void A_mark_behind_another_word_is_kept()
    {
        var old = Draft("1. Takes note of the important annual report1 of the Secretary-General;", "1 A/72/1.");
        var @new = Draft("1. Takes note of the important annual study1 of the Secretary-General;", "1 A/72/1.");

        Assert.Contains("<ins>study</ins><sup", PageOf(AssertWords(old, @new)), StringComparison.Ordinal);
    }

    private static DraftTree Draft(string paragraphs, string? note = null) => DraftTree.Parse(SourceText.From(
        $"The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n{paragraphs}\n\n9. Requests the Secretary-General to report on progress.\n{(note is null ? "" : $"\n_______________\n{note}\n")}"));

    private static void AssertWords(string oldFile, string newFile) => AssertWords(Fixtures.Parse(oldFile), Fixtures.Parse(newFile));

    private static string PageOf(DraftComparison comparison)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        HtmlRedline.Render(comparison, writer);
        return writer.ToString();
    }

    private static DraftComparison AssertWords(DraftTree oldTree, DraftTree newTree)
    {
        var comparison = DraftComparison.Compare(oldTree, newTree);
        var words = Words().Matches(PageOf(comparison));

        // Footnotes come last. The order of what is old is the edit script's: what moved stands where it is now.
        if (comparison.ComparesWords)
        {
            var old = TextsOf(words, "old", "ins");
            Assert.Equal(Letters(TextsOf(comparison.Old)).Order(), Letters(old).Order());
            AssertSpaces(TextsOf(comparison.Old), old);
            Assert.Equal(MarksOf(comparison.Old).Order(), MarksOf(words, "old", "ins").Order());
        }

        var @new = TextsOf(words, "new", "del");
        Assert.Equal(Letters(TextsOf(comparison.New)), Letters(@new));
        AssertSpaces(TextsOf(comparison.New), @new);
        Assert.Equal(MarksOf(comparison.New), MarksOf(words, "new", "del"));
        return comparison;
    }

    // A paragraph that is neither split nor merged is given back with its spaces.
    private static void AssertSpaces(IEnumerable<string> units, IEnumerable<(bool IsPart, string Text)> words) =>
        Assert.Empty(words.Where(each => !each.IsPart && each.Text.Length > 0).Select(each => each.Text).Except(units));

    private static string[] TextsOf(DraftTree tree) =>
        [.. InOrder(tree).Select(unit => VisibleText.Of(unit.Text))];

    private static string[] MarksOf(DraftTree tree) => [.. InOrder(tree).SelectMany(unit => unit.Marks).Select(mark => mark.Number)];

    private static IEnumerable<Unit> InOrder(DraftTree tree) => tree.Units.OrderBy(unit => unit.Section == Section.Footnotes);

    private static (bool IsPart, string Text)[] TextsOf(IEnumerable<System.Text.RegularExpressions.Match> words, string own, string gone) =>
        [.. On(words, own, gone).Select(each => (each.IsPart, PlainOf(Marks().Replace(each.Html, ""))))];

    private static string[] MarksOf(IEnumerable<System.Text.RegularExpressions.Match> words, string own, string gone) =>
        [.. On(words, own, gone).SelectMany(each => Marks().Matches(each.Html)).Select(mark => PlainOf(mark.Value))];

    // What one document has of each run of words.
    private static IEnumerable<(bool IsPart, string Html)> On(IEnumerable<System.Text.RegularExpressions.Match> words, string own, string gone) => words
        .Where(each => each.Groups["only"].Value is var only && (only.Length == 0 || only == own))
        .Select(each => (
            each.Value.Contains("partlabel", StringComparison.Ordinal),
            Regex.Replace(each.Groups["words"].Value, $"<{gone}( [^>]*)?>.*?</{gone}>", "", RegexOptions.Singleline)));

    private static string PlainOf(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    private static string Letters(IEnumerable<(bool IsPart, string Text)> words) => Letters(words.Select(each => each.Text));

    private static string Letters(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("<div class=\"words[^>]*?(?:data-only=\"(?<only>[a-z]+)\"[^>]*)?>.*?<p>(?<words>.*?)</p>(?:<small.*?</small>)?</div>", RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex("<sup .*?</sup>", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
