using System.Text;
using System.Xml.Linq;
using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>What is tracked in a redline: as little as a drafter would track.</summary>
public sealed class RedlineShapeTests
{
    private const string First = "Decides to hold a world day of gardens every year on the first Saturday in June";
    private const string Second = "invites all agencies to observe the day in schools and universities";
    private const string Third = "Requests the Secretary-General to report on the observance of the day at its next session";

    [Fact]
    public void A_split_tracks_the_mark_of_a_paragraph()
    {
        var redline = Compare([$"{First}; and {Second};", $"{Third}."], [$"{First}; and", $"{Second};", $"{Third}."]);

        // A paragraph begins with a capital; no other word is tracked.
        Assert.Equal(["ins"], Marks(redline));
        Assert.Equal("invites".Length + "Invites".Length, redline.TrackedCharacters());
    }

    [Fact]
    public void A_merger_tracks_the_mark_of_a_paragraph()
    {
        var redline = Compare([$"{First}; and", $"{Second};", $"{Third}."], [$"{First}; and {Second};", $"{Third}."]);

        Assert.Equal(["del"], Marks(redline));
        Assert.Equal(" ".Length + "invites".Length + "Invites".Length, redline.TrackedCharacters());
    }

    [Fact]
    public void A_moved_paragraph_is_tracked_once_as_a_move()
    {
        string[] others = [.. Enumerable.Range(1, 6).Select(i => $"Takes note of the report of the {(char)('A' + i)}. committee on the gardens of region number {i}{i};")];

        var redline = Compare([$"{First};", .. others, $"{Third}."], [.. others, $"{First};", $"{Third}."]);

        Assert.Equal(["moveFrom", "moveTo"], Marks(redline).Order());
        Assert.Equal(0, redline.TrackedCharacters());
        var ranges = redline.Body.Descendants().Where(element => element.Name == W.MovedFromStart || element.Name == W.MovedToStart).ToList();
        Assert.Equal(2, ranges.Count);
        Assert.Single(ranges.Select(range => range.Attribute(W.NameAttribute)!.Value).Distinct());
    }

    [Fact]
    public void What_is_reworded_in_a_moved_paragraph_is_tracked_alone()
    {
        string[] others = [.. Enumerable.Range(1, 6).Select(i => $"Takes note of the report of the {(char)('A' + i)}. committee on the gardens of region number {i}{i};")];

        var redline = Compare([$"{First};", .. others, $"{Third}."], [.. others, $"{First.Replace("June", "July", StringComparison.Ordinal)};", $"{Third}."]);

        Assert.Equal("June".Length + "July".Length, redline.TrackedCharacters());
    }

    [Fact]
    public void A_paragraph_that_comes_in_renumbers_the_others_untracked()
    {
        var redline = Compare([$"{First};", $"{Third}."], [$"{First};", "Calls upon all Member States to plant trees;", $"{Third}."]);

        Assert.Equal("Calls upon all Member States to plant trees;".Length, redline.TrackedCharacters());
        Assert.Empty(redline.Body.Descendants(W.ParagraphChange));
    }

    [Fact]
    public void A_footnote_that_comes_in_is_tracked_and_the_others_count_on()
    {
        var redline = Compare([$"{First};", $"{Third}.1"], [$"{First};1", $"{Third}.2"], "\n__________\n1 A/72/1.\n", "\n__________\n1 A/72/2.\n2 A/72/1.\n");

        Assert.Single(redline.Body.Descendants(W.FootnoteReference), reference => reference.Ancestors(W.Inserted).Any());
        Assert.Equal(2, redline.Body.Descendants(W.FootnoteReference).Count());
        Assert.Equal("A/72/2.".Length, redline.TrackedCharacters());
    }

    [Fact]
    public void Every_change_has_its_author_its_date_and_an_id_of_its_own()
    {
        var redline = TrackedRedline.Of(Fixtures.Seed, Fixtures.Parse(Fixtures.PathOf("fixtures/ict/rev1.zh.txt")));
        var changes = redline.Parts().Values.SelectMany(part => part.Descendants()).Where(element => element.Attribute(W.Author) is not null).ToList();

        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.Equal(("Secretariat", "2042-11-22T10:30:00Z"), (change.Attribute(W.Author)!.Value, change.Attribute(W.Date)!.Value)));
        Assert.Distinct(changes.Select(change => change.Attribute(W.Id)!.Value));
    }

    [Fact]
    public void Arabic_runs_from_the_right()
    {
        var redline = TrackedRedline.Of(
            Fixtures.Parse(Fixtures.PathOf("fixtures/gardens/base.ar.txt")), Fixtures.Parse(Fixtures.PathOf("fixtures/gardens/rev1.ar.txt")));

        Assert.All(redline.Body.Elements(W.Paragraph).Where(paragraph => paragraph.Descendants(W.Text).Any()), paragraph =>
            Assert.NotNull(paragraph.Element(W.ParagraphProperties)?.Element(W.RightToLeftParagraph)));
        Assert.All(redline.Body.Descendants(W.Run).Where(run => run.Elements(W.Text).Any(text => text.Value.Any(c => c > '\u0600'))), run =>
            Assert.NotNull(run.Element(W.RunProperties)?.Element(W.RightToLeft)));
    }

    [Fact]
    public void Drafts_that_say_the_same_track_nothing()
    {
        var redline = TrackedRedline.Of(Fixtures.Seed, Fixtures.Seed).AssertHolds();

        Assert.DoesNotContain(redline.Parts().Values.SelectMany(part => part.Descendants()), element => element.Attribute(W.Author) is not null);
    }

    private static TrackedRedline Compare(string[] before, string[] after, string notesBefore = "", string notesAfter = "") =>
        TrackedRedline.Of(Draft(before, notesBefore), Draft(after, notesAfter)).AssertHolds();

    private static DraftTree Draft(string[] paragraphs, string notes) => DraftFile.Read("draft.txt", Encoding.UTF8.GetBytes(
        $"The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n{string.Concat(paragraphs.Select((text, i) => $"{i + 1}. {char.ToUpperInvariant(text[0])}{text[1..]}\n\n"))}{notes}"), "en");

    /// <summary>What is tracked of the marks of paragraphs.</summary>
    private static IEnumerable<string> Marks(TrackedRedline redline) => redline.Body.Descendants(W.ParagraphProperties)
        .SelectMany(properties => properties.Elements(W.RunProperties).Elements().Where(ChangeResolver.IsChange).Select(change => change.Name.LocalName));
}
