using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using DraftDiff.Tests.Differencing;
using Xunit;
using Xunit.Sdk;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>Programs that are not ours accept and reject the tracked changes of a redline to the same drafts.</summary>
public sealed class OtherReaderTests
{
    private const int EditedDrafts = 50;

    private static readonly string[] Drafts =
        [Fixtures.SeedFile, "fixtures/gardens/base.ar.txt", "fixtures/gardens/base.en.txt", "fixtures/gardens/base.fr.txt"];

    [SkippableFact]
    public void Pandoc_reads_both_drafts_of_every_fixture() => AssertReads(OtherReaders.Pandoc, Fixtured(), WithoutSpaces, mayCut: false);

    [SkippableFact]
    public void LibreOffice_reads_both_drafts_of_every_fixture() => AssertReads(OtherReaders.LibreOffice, Fixtured(), Clean, mayCut: true);

    [SkippableFact]
    public void Pandoc_reads_both_drafts_whatever_was_edited() => AssertReads(OtherReaders.Pandoc, Edited(), WithoutSpaces, mayCut: false);

    [SkippableFact]
    public void LibreOffice_reads_both_drafts_whatever_was_edited() => AssertReads(OtherReaders.LibreOffice, Edited(), Clean, mayCut: true);

    private static IEnumerable<(string Name, TrackedRedline Redline)> Fixtured() => ComparedDrafts.Revisions.Select(pair => (
        $"{pair[0]} to {pair[1]}",
        TrackedRedline.Of(Fixtures.Parse(Fixtures.PathOf((string)pair[0])), Fixtures.Parse(Fixtures.PathOf((string)pair[1])))));

    private static IEnumerable<(string Name, TrackedRedline Redline)> Edited()
    {
        foreach (var file in Drafts)
        {
            var draft = Fixtures.Parse(Fixtures.PathOf(file));
            for (var seed = 0; seed < EditedDrafts; seed++)
            {
                var (old, @new) = DraftEditor.Edit(draft, [draft], seed).LayOut(seed);
                yield return ($"{file} edited with seed {seed}", TrackedRedline.Of(old, @new));
            }
        }
    }

    private static void AssertReads(
        Func<IReadOnlyList<(byte[] File, TrackedChanges Changes)>, ReadWords[]> read,
        IEnumerable<(string Name, TrackedRedline Redline)> redlines,
        Func<string, string> clean,
        bool mayCut)
    {
        (string Name, TrackedRedline Redline, TrackedChanges Changes)[] sides =
            [.. redlines.SelectMany(each => new[] { (each.Name, each.Redline, TrackedChanges.Accept), (each.Name, each.Redline, TrackedChanges.Reject) })];
        var all = read([.. sides.Select(side => (side.Redline.File, side.Changes))]);
        var failures = new List<string>();
        foreach (var ((name, redline, changes), words) in sides.Zip(all))
        {
            try
            {
                AssertSame(changes == TrackedChanges.Accept ? redline.Comparison.New : redline.Comparison.Old, words, clean, mayCut && HasNoteInJoinedParagraph(redline));
            }
            catch (XunitException exception)
            {
                failures.Add($"{name}, {changes}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>The paragraphs and the notes are those of a draft. Labels that are literal text stand in front of the words; others are no words.</summary>
    private static void AssertSame(DraftTree draft, ReadWords words, Func<string, string> clean, bool isCut)
    {
        var marks = draft.Units.SelectMany(unit => unit.Marks).Select(mark => mark.Note).OfType<string>().Distinct().ToList();
        var typed = draft.Units.Where(unit => unit.Section == Section.Footnotes && !marks.Contains(unit.Label));
        Unit[] units =
        [
            .. draft.Units.Where(unit => unit.Section is not (Section.Masthead or Section.Footnotes) && unit.Text.Length > 0),
            .. typed,
        ];

        var notes = draft.Units.Where(unit => unit.Section == Section.Footnotes).ToDictionary(unit => unit.Label);
        string[] expectedNotes = [.. marks.Where(notes.ContainsKey).Select(mark => clean(notes[mark].Text))];
        var all = words.Paragraphs.Select(clean).ToList();
        var readNotes = words.Notes.Select(note => clean(note.Words)).ToList();
        for (var i = 0; i < Math.Min(readNotes.Count, expectedNotes.Length); i++)
        {
            // pandoc gives the words of a paragraph that is joined with the next one to the first footnote of that.
            if (readNotes[i] != expectedNotes[i] && readNotes[i].EndsWith(expectedNotes[i], StringComparison.Ordinal))
            {
                all[words.Notes[i].Paragraph] = clean(readNotes[i][..^expectedNotes[i].Length] + " " + all[words.Notes[i].Paragraph]);
                readNotes[i] = expectedNotes[i];
            }
        }

        TrackedRedline.AssertSame(expectedNotes, readNotes);

        // Both leave empty paragraphs of their own behind, and what stands above the title is not compared.
        var paragraphs = all.Where(text => text.Length > 0 && !draft.Units.Any(unit => unit.Printed == text)).ToList();
        paragraphs.RemoveRange(0, Math.Max(0, paragraphs.FindIndex(text => WithoutLabel(text, units[0]) == clean(units[0].Text))));
        if (isCut)
        {
            // The words are all there and in order, whatever paragraphs they stand in, but for labels that are literal text.
            var labels = units.Select(unit => unit.Printed).OfType<string>().Distinct().OrderByDescending(label => label.Length).ToList();
            Assert.Equal(
                string.Concat(units.Select(unit => WithoutSpaces(unit.Text))),
                string.Concat(paragraphs.Select(text => WithoutSpaces(labels.Find(label => text.StartsWith(label, StringComparison.Ordinal)) is { } literal ? text[literal.Length..] : text))));
            return;
        }

        TrackedRedline.AssertSame(
            units.Select(unit => clean(unit.Text)),
            paragraphs.Select((text, i) => i < units.Length ? WithoutLabel(text, units[i]) : text));
    }

    /// <summary>A paragraph without the label of its unit, where that is literal text.</summary>
    private static string WithoutLabel(string text, Unit unit) =>
        unit.Printed is { } label && text.StartsWith(label, StringComparison.Ordinal) ? text[label.Length..].Trim() : text;

    /// <summary>
    /// True for a redline with a paragraph that has a footnote and a tracked mark. LibreOffice forgets the mark when it reads
    /// the note, and leaves two paragraphs where one is.
    /// </summary>
    private static bool HasNoteInJoinedParagraph(TrackedRedline redline) => redline.Body.Descendants(W.Paragraph).Any(paragraph =>
        paragraph.Descendants(W.FootnoteReference).Any()
        && paragraph.Element(W.ParagraphProperties)?.Element(W.RunProperties)?.Elements().Any(each => each.Name == W.Inserted || each.Name == W.Deleted) == true);

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>pandoc sets a space of its own where a paragraph's mark goes, so that its spaces say nothing.</summary>
    private static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
