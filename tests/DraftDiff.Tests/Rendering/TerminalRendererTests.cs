using CsCheck;
using DraftDiff.Differencing;
using DraftDiff.Rendering;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Rendering;

public sealed class TerminalRendererTests
{
    private static readonly Gen<string> AnyWords =
        Gen.OneOf("Requests", " ", "大会", "，", "“", "إن", "\u001B[31m", "\u202E", "\r\n", "\uD800", "e\u0301", "--", "~~").Array[1, 30].Select(string.Concat);

    [Fact]
    public void A_comparison_reads_without_colour() =>
        Snapshot.Verify(Rendered.Terminal(Samples.English(), new TerminalOptions(80)));

    [Fact]
    public void A_comparison_in_colour_needs_no_marks() =>
        Snapshot.Verify(Rendered.Terminal(Samples.English(), new TerminalOptions(80, Color: true)));

    [Fact]
    public void Everything_is_shown_when_asked_for() =>
        Snapshot.Verify(Rendered.Terminal(Samples.English(), new TerminalOptions(80, ShowAll: true)));

    [Fact]
    public void Two_columns_are_level_paragraph_by_paragraph() =>
        Snapshot.Verify(Rendered.Terminal(Samples.English(), new TerminalOptions(120, SideBySide: true)));

    [Fact]
    public void A_narrow_page_still_works() =>
        Snapshot.Verify(Rendered.Terminal(Samples.English(), new TerminalOptions(18)));

    [Fact]
    public void Chinese_is_wrapped_between_characters() =>
        Snapshot.Verify(Rendered.Terminal(Samples.Chinese(), new TerminalOptions(60)));

    [Fact]
    public void Columns_of_Chinese_are_level() =>
        Snapshot.Verify(Rendered.Terminal(Samples.Chinese(), new TerminalOptions(80, SideBySide: true)));

    [Fact]
    public void Arabic_stands_between_isolates_at_the_right_edge() =>
        Snapshot.Verify(Rendered.Terminal(Samples.Arabic(), new TerminalOptions(80)));

    [Fact]
    public void A_paragraph_that_is_asked_for_is_shown_alone() =>
        Snapshot.Verify(Rendered.Terminal(Samples.English(), new TerminalOptions(80, Paragraph: "op11")));

    [Fact]
    public void A_footnote_mark_that_is_all_that_changed_is_named()
    {
        var old = new DraftSketch("old.txt").Operative(1, "Takes note of the report;[^1]").Footnote(1, "A/72/64.");
        var @new = new DraftSketch("new.txt").Operative(1, "Takes note[^2] of the report;").Footnote(2, "A/72/65.");
        var comparison = new ComparisonSketch(old, @new)
            .Reworded("OP1", "OP1", "Takes note of the report;", marks: [
                new MarkEdit(EditOperation.Insert, @new["OP1"].Marks[0]),
                new MarkEdit(EditOperation.Delete, old["OP1"].Marks[0]),
            ])
            .ToComparison();

        Snapshot.Verify(Rendered.Terminal(comparison, new TerminalOptions(80)));
    }

    [Fact]
    public void A_deleted_footnote_stands_among_the_footnotes()
    {
        var old = new DraftSketch("old.txt").Operative(1, "Decides.").Footnote(1, "A/72/64.").Footnote(2, "A/72/65.");
        var @new = new DraftSketch("new.txt").Operative(1, "Decides.").Add(Section.Closing, "closing-1", "20 December 2017").Footnote(1, "A/72/65.");
        var comparison = new ComparisonSketch(old, @new).Same("OP1").Deleted("FN1").Inserted("closing-1").Same("FN2", "FN1").ToComparison();

        Assert.Equal(
            ["Operative paragraphs", "Closing", "Footnotes"],
            ChangeSections.Of(comparison.Script.Changes).Select(section => section.Title));
    }

    [Fact]
    public void A_moved_paragraph_is_shown_once()
    {
        var words = "municipalities, civil society and the private sector";
        Assert.Single(Rendered.Terminal(Samples.English(), new TerminalOptions(200)).Split('\n'), line => line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_documents_are_said_to_be_equal()
    {
        var draft = new DraftSketch("draft.txt").Title("Rivers and lakes").Operative(1, "Decides.");
        var comparison = new ComparisonSketch(draft, draft).Same("title").Same("OP1").ToComparison();

        Snapshot.Verify(Rendered.Terminal(comparison, new TerminalOptions(80)));
    }

    [Fact]
    public void New_numbers_alone_are_no_change_of_substance()
    {
        var old = new DraftSketch("old.txt").Operative(1, "Recalls;").Operative(2, "Decides.");
        var @new = new DraftSketch("new.txt").Operative(2, "Recalls;").Operative(3, "Decides.");
        var comparison = new ComparisonSketch(old, @new).Same("OP1", "OP2").Same("OP2", "OP3").ToComparison();

        Snapshot.Verify(Rendered.Terminal(comparison, new TerminalOptions(80)));
    }

    [Fact]
    public void No_text_commands_the_terminal_and_no_line_is_wider_than_the_page() =>
        Gen.Select(AnyWords, AnyWords, Gen.Int[20, 90], Gen.Bool).Sample((old, @new, width, sideBySide) =>
        {
            var page = Rendered.Terminal(Compare(old, @new), new TerminalOptions(width, SideBySide: sideBySide, ShowAll: true));

            foreach (var line in page.Split('\n'))
            {
                var shown = line.Replace(RightToLeft.Isolate, "", StringComparison.Ordinal).Replace(RightToLeft.Pop, "", StringComparison.Ordinal);
                Assert.Equal(shown, VisibleText.Of(shown));
                Assert.InRange(CellWidth.Of(shown), 0, width);
            }
        });

    [Fact]
    public void A_long_redline_comes_in_the_order_of_the_draft()
    {
        const int Paragraphs = 1000;
        var (old, @new) = (LongDraft("old"), LongDraft("new"));

        var page = Rendered.Terminal(DraftComparison.Compare(old, @new), new TerminalOptions(80));

        var shown = page.Split('\n').Where(line => line.StartsWith("~ OP", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);
        Assert.Equal(Enumerable.Range(1, Paragraphs).Where(number => number % 2 == 0).Select(number => $"OP{number}"), shown);
        Assert.Single(page.Split('\n'), line => line.StartsWith("── Operative paragraphs", StringComparison.Ordinal));

        static DraftTree LongDraft(string name) => DraftTree.Parse(SourceText.From(
            "The General Assembly,\n\n" + string.Concat(Enumerable.Range(1, Paragraphs).Select(number =>
                $"{number}. Requests the gardener of school {number} to water its {(number % 2 == 0 ? name : "own")} trees {number * 7} times;\n\n")), name));
    }

    private static DraftComparison Compare(string oldWords, string newWords)
    {
        var old = new DraftSketch("old.txt" + oldWords).Title(oldWords).Add(Section.Operative, "OP1", oldWords);
        var @new = new DraftSketch("new.txt" + newWords).Title(newWords).Add(Section.Operative, "OP1", newWords);
        return new ComparisonSketch(old, @new)
            .Reworded("title", "title", $"[-{oldWords}-]{{+{newWords}+}}")
            .Deleted("OP1")
            .Inserted("OP1")
            .ToComparison();
    }
}
