using DraftDiff.Differencing;
using DraftDiff.Formats.Html;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using DraftDiff.Tests.Differencing;
using Xunit;
using Xunit.Sdk;
using static DraftDiff.Formats.Tests.Html.HtmlPages;

namespace DraftDiff.Formats.Tests.Html;

/// <summary>A page that the program wrote is read as what it was written from: a draft, or either side of a redline.</summary>
public sealed class OwnPageLaws
{
    private const int EditedDrafts = 25;

    private static readonly string[] Odd = ["A_RES_3274(XXIX).txt", "A_RES_45_158.txt", "A_RES_S-23_3.txt"];

    [Theory]
    [MemberData(nameof(ComparedDrafts.Revisions), MemberType = typeof(ComparedDrafts))]
    public void It_holds_for_the_fixtures(string oldFile, string newFile) =>
        AssertHolds(Fixtures.Parse(Fixtures.PathOf(oldFile)), Fixtures.Parse(Fixtures.PathOf(newFile)));

    [Fact]
    public void It_holds_for_irregular_drafts() => AssertAll(ComparedDrafts.Irregular);

    [SkippableFact]
    public void It_holds_for_real_texts() => AssertAll(ComparedDrafts.Real);

    [Theory]
    [InlineData("seeds/000_4510d16fedc8d16d.txt")]
    [InlineData("fixtures/gardens/base.ar.txt")]
    [InlineData("fixtures/gardens/base.en.txt")]
    [InlineData("fixtures/gardens/base.fr.txt")]
    public void It_holds_whatever_was_edited(string file)
    {
        var draft = Fixtures.Parse(Fixtures.PathOf(file));
        AssertAll(Enumerable.Range(0, EditedDrafts).Select(seed => DraftEditor.Edit(draft, [draft], seed).LayOut(seed)));
    }

    [Theory]
    [InlineData("seeds/000_4510d16fedc8d16d.txt")]
    [InlineData("fixtures/gardens/base.ar.txt")]
    [InlineData("fixtures/gardens/base.en.txt")]
    [InlineData("fixtures/gardens/base.fr.txt")]
    public void A_page_of_a_draft_is_that_draft(string file) => AssertPage(Fixtures.Parse(Fixtures.PathOf(file)));

    [Fact]
    public void A_page_of_an_irregular_draft_is_that_draft()
    {
        AssertNone(Directory.GetFiles(Fixtures.PathOf("fixtures/irregular"), "*.txt").Order(StringComparer.Ordinal)
            .Select(Fixtures.Parse).Where(draft => draft.Kind.IsTextOfDraft()).Select(draft => FailureOf(draft.Source.Name, () => AssertPage(draft))));
    }

    // Words above the opening that read as a paragraph, a label without words, and a heading that reads as a vote: what the page
    // shows is there, and is told apart otherwise.
    [SkippableFact]
    public void A_page_of_a_real_text_is_that_text() =>
        AssertNone(Corpus.Files("documents").Where(file => !Array.Exists(Odd, file.EndsWith)).Select(file => FailureOf(file, () => AssertPage(Fixtures.Parse(file)))));

    [Fact]
    public void What_a_document_sets_in_italics_is_told_from_what_only_opens()
    {
        const string Page = "<p>The General Assembly,</p><p><i>Recalling</i> its resolution 70/1,</p><p>Noting the report,</p><p>1. <i>Decides also</i> to act;</p><p>2. Requests a report.</p>";
        var tree = Read(Page);

        var again = HtmlReader.Read("page.html", PageOf(tree));

        Assert.Equal([0, 9, 0, 12, 0], tree.Units.Select(unit => unit.EmphasisLength));
        Assert.Equal([0, 9, 0, 12, 0], again.Units.Select(unit => unit.EmphasisLength));
    }

    [Fact]
    public void Which_text_of_a_redline_was_read_is_said()
    {
        var draft = Fixtures.Parse(Fixtures.PathOf("fixtures/gardens/base.en.txt"));
        var page = PageOf(DraftComparison.Compare(draft, draft));

        Assert.Contains("rejected", Assert.Single(HtmlReader.Read("page.html", page, changes: TrackedChanges.Reject).Diagnostics, each => each.Descriptor.Id == "DD1005").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redline_of_two_languages_has_no_old_text()
    {
        var page = PageOf(DraftComparison.Compare(Fixtures.Parse(Fixtures.PathOf("fixtures/gardens/base.en.txt")), Fixtures.Parse(Fixtures.PathOf("fixtures/gardens/base.fr.txt"))));

        Assert.Throws<UnreadableFileException>(() => HtmlReader.Read("page.html", page, changes: TrackedChanges.Reject));
        AssertSame(LinesOf(Fixtures.Parse(Fixtures.PathOf("fixtures/gardens/base.fr.txt"))), LinesOf(HtmlReader.Read("page.html", page)));
    }

    private static void AssertPage(DraftTree draft) =>
        AssertSame(LinesOf(draft), LinesOf(AssertWhole(HtmlReader.Read("page.html", PageOf(draft), draft.Language))));

    private static void AssertAll(IEnumerable<(DraftTree Old, DraftTree New)> pairs) =>
        AssertNone(pairs.Select((pair, i) => FailureOf($"{i} {pair.Old.Source.Name} {pair.New.Source.Name}", () => AssertHolds(pair.Old, pair.New))));

    private static void AssertNone(IEnumerable<string?> failures) => Assert.Equal("", string.Join("\n\n", failures.OfType<string>()));

    private static string? FailureOf(string name, Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (XunitException exception)
        {
            return $"{name}: {exception.Message}";
        }
    }

    private static void AssertHolds(DraftTree old, DraftTree @new)
    {
        var comparison = DraftComparison.Compare(old, @new);
        var page = PageOf(comparison);
        AssertSame(LinesOf(@new), LinesOf(AssertWhole(HtmlReader.Read("page.html", page, @new.Language))));
        AssertSame(LinesOf(old), LinesOf(AssertWhole(HtmlReader.Read("page.html", page, old.Language, TrackedChanges.Reject))));
    }
}
