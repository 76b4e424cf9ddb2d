using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using Xunit;
using static DraftDiff.Formats.Tests.Word.WordFile;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>The redline of a draft that is a Word file is that file, with tracked changes added and nothing else.</summary>
public sealed class BaseFileTests
{
    [SkippableFact]
    public void Official_files_are_edited_and_not_made_anew()
    {
        foreach (var file in WordCorpus.Files().Select(File.ReadAllBytes))
        {
            var tracked = 0;
            for (var seed = 0; seed < 10; seed++)
            {
                var redline = TrackedRedline.Of(Read(file), Read(Edited(file, seed)), file).AssertHolds();

                tracked += redline.TrackedCharacters();
                AssertOnlyTracked(file, redline.File);
            }

            Assert.NotEqual(0, tracked);
        }
    }

    [SkippableFact]
    public void A_text_edits_an_official_file()
    {
        var file = File.ReadAllBytes(WordCorpus.Files().Single(name => name.Contains("PLANOUTLINE", StringComparison.Ordinal)));
        var old = Read(file);
        var text = old.Source.Content.Replace("Organization", "Office", StringComparison.Ordinal);

        var redline = TrackedRedline.Of(old, DraftFile.Read("new.txt", Encoding.UTF8.GetBytes(text), "en"), file);

        TrackedRedline.AssertSame(redline.Lines(old), redline.Lines(redline.Read(TrackedChanges.Reject)));
        Assert.DoesNotContain("Organization", redline.Read(TrackedChanges.Accept).Units.Where(unit => unit.Section == Section.Operative).SelectMany(unit => unit.Text.Split(' ')));
    }

    [Fact]
    public void Numbers_that_were_typed_are_tracked_and_numbers_that_Word_counts_are_not()
    {
        var opening = P("The General Assembly,") + P("Recalling its resolution 70/1 of 25 September 2015,");
        var numbering = List(0, Level(0, "decimal", "%1."), 1);
        string[] words = ["Decides to act upon the plan of action at once;", "Calls upon all Member States to plant gardens in schools;", "Requests the Secretary-General to report thereon."];
        var typed = Of(opening + string.Concat(words.Select((text, i) => P($"<w:r><w:tab/><w:t>{i + 1}.</w:t><w:tab/><w:t>{text}</w:t></w:r>"))));
        var counted = Of(opening + string.Concat(words.Select(text => P(text, InList(1)))), numbering);
        var without = DraftFile.Read("new.txt", Encoding.UTF8.GetBytes(
            $"The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n1. {words[0]}\n\n2. {words[2]}\n"), "en");

        var ofTyped = TrackedRedline.Of(Read(typed), without, typed).AssertHolds();
        var ofCounted = TrackedRedline.Of(Read(counted), without, counted).AssertHolds();

        Assert.Equal(words[1].Length + 2 + 2, ofTyped.TrackedCharacters());
        Assert.Equal(words[1].Length, ofCounted.TrackedCharacters());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_last_paragraph_keeps_its_mark(bool isCounted)
    {
        const string Lead = "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n";
        string[] words = ["Decides to act upon the plan of action at once;", "Requests the Secretary-General to report thereon."];
        string[] more = [.. words, "Calls upon all Member States to plant gardens in schools;", "Decides to remain seized of the matter."];
        var (few, many) = (FileOf(words), FileOf(more));

        foreach (var redline in (TrackedRedline[])[TrackedRedline.Of(Read(few), Draft(more), few), TrackedRedline.Of(Read(many), Draft(words), many)])
        {
            redline.AssertHolds();
            Assert.DoesNotContain(
                redline.Body.Elements(W.Paragraph).Last().Element(W.ParagraphProperties)!.Elements(W.RunProperties).Elements(), ChangeResolver.IsChange);
        }

        byte[] FileOf(string[] paragraphs) => Of(
            P("The General Assembly,") + P("Recalling its resolution 70/1 of 25 September 2015,")
            + string.Concat(paragraphs.Select((text, i) => isCounted ? P(text, InList(1)) : P($"{i + 1}. {text}"))),
            List(0, Level(0, "decimal", "%1."), 1));

        DraftTree Draft(string[] paragraphs) => DraftFile.Read(
            "new.txt", Encoding.UTF8.GetBytes(Lead + string.Concat(paragraphs.Select((text, i) => $"{i + 1}. {text}\n\n"))), "en");
    }

    [Fact]
    public void Changes_that_a_file_tracks_already_are_resolved_first()
    {
        const string By = "w:id=\"1\" w:author=\"A\" w:date=\"2020-01-01T00:00:00Z\"";
        var file = Of(P("The General Assembly,") + P("Recalling its resolution 70/1,")
            + P(R("1. Decides to ") + $"<w:del {By}><w:r><w:delText>act</w:delText></w:r></w:del><w:ins {By}>{R("wait")}</w:ins>" + R(".")));
        var @new = DraftFile.Read("new.txt", "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides to wait for a year.\n"u8.ToArray(), "en");

        var redline = TrackedRedline.Of(Read(file), @new, file).AssertHolds();

        Assert.Equal(["Secretariat"], redline.Body.Descendants().Attributes(W.Author).Select(author => author.Value).Distinct());
    }

    /// <summary>The reader drops a hyphen at the end of a line, so the words are not letter by letter those of the file.</summary>
    [Fact]
    public void Words_that_cannot_be_found_letter_by_letter_go_and_come_as_a_whole()
    {
        string[] lines =
        [
            "The General Assembly,", "Recalling its resolution 70/1 of 25 September 2015, and the inter-", "national conference on gardens, and the international plan of",
            "action that the international conference adopted for all years", "that follow it and for all States in which gardens are planted,", "1. Decides to act upon the plan of action with the States in",
            "which gardens are planted and to ask all others to do so with", "them and each by its own means and according to its own laws", "and customs and to tell the Secretary-General what came of it", "and what it cost.",
        ];
        var file = Of(string.Concat(lines.Select(line => P(line))));
        var old = Read(file);
        Assert.Contains(old.Units, unit => unit.Text.Contains("the international conference", StringComparison.Ordinal));
        var @new = DraftFile.Read("new.txt", Encoding.UTF8.GetBytes(old.Source.Content.Replace("gardens, and", "parks, and", StringComparison.Ordinal)), "en");

        var redline = TrackedRedline.Of(old, @new, file);

        TrackedRedline.AssertSame(redline.Lines(old), redline.Lines(redline.Read(TrackedChanges.Reject)));
        Assert.Contains(redline.Read(TrackedChanges.Accept).Units, unit => unit.Text.Contains("conference on parks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_footnotes_gets_some_and_a_link_that_is_no_address_stays()
    {
        const string Link = "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://[no address\" TargetMode=\"External\" />";
        var file = WithRelationships(OfDocument(Document(P("The General Assembly,") + P("Recalling its resolution 70/1 of 25 September 2015,") + P("Decides to act."))), Link);
        const string New = "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,1\n\nDecides to act.\n\n____________\n1 Transforming our world.\n";

        var redline = TrackedRedline.Of(Read(file), DraftFile.Read("new.txt", Encoding.UTF8.GetBytes(New), "en"), file).AssertHolds();

        using var archive = new ZipArchive(new MemoryStream(redline.File));
        using var relationships = new StreamReader(archive.GetEntry("word/_rels/document.xml.rels")!.Open());
        Assert.Contains(Link, relationships.ReadToEnd(), StringComparison.Ordinal);
        Assert.Contains("Transforming our world.", redline.Read(TrackedChanges.Accept).Units.Single(unit => unit.Label == "FN1").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_no_base()
    {
        var file = Of(P("The General Assembly,"));
        var other = Of(P("The Security Council,"));

        Assert.Throws<ArgumentException>(() => TrackedRedline.Of(Read(file), Read(file), other));
    }

    private static byte[] WithRelationships(byte[] file, string relationships)
    {
        var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry("word/_rels/document.xml.rels").Open()))
        {
            writer.Write($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relationships}</Relationships>");
        }

        return stream.ToArray();
    }

    private static DraftTree Read(byte[] file) => DraftFile.Read("base.docx", file, "en");

    /// <summary>A file with words, sentences and paragraphs of its body changed, by a seed.</summary>
    private static byte[] Edited(byte[] file, int seed)
    {
        var random = new Random(seed);
        var stream = new MemoryStream();
        stream.Write(file);
        using (var package = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = package.MainDocumentPart!;
            XDocument document;
            using (var part = main.GetStream())
            {
                document = XDocument.Load(part, LoadOptions.PreserveWhitespace);
            }

            foreach (var paragraph in document.Root!.Element(W.Body)!.Elements(W.Paragraph).ToList())
            {
                var texts = paragraph.Descendants(W.Text).Where(text => text.Value.Split(' ').Length > 5).ToList();
                if (texts.Count == 0)
                {
                    continue;
                }

                var text = texts[random.Next(texts.Count)];
                var words = text.Value.Split(' ').ToList();
                switch (random.Next(8))
                {
                    case 0:
                        words[random.Next(1, words.Count - 1)] = "certainly";
                        break;
                    case 1:
                        words.RemoveAt(random.Next(1, words.Count - 1));
                        break;
                    case 2:
                        words.Insert(random.Next(1, words.Count - 1), "and also");
                        break;
                    case 3 when paragraph.Descendants(W.Tab).Any():
                        paragraph.Remove();
                        break;
                    default:
                        continue;
                }

                text.Value = string.Join(' ', words);
            }

            using var changed = main.GetStream(FileMode.Create, FileAccess.Write);
            document.Save(changed);
        }

        return stream.ToArray();
    }

    /// <summary>All parts but those of text are the same to the byte, and those of text are when all changes are rejected.</summary>
    private static void AssertOnlyTracked(byte[] baseFile, byte[] redline)
    {
        var (before, after) = (EntriesOf(baseFile), EntriesOf(redline));
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        foreach (var (name, content) in before.Where(entry => !entry.Value.AsSpan().SequenceEqual(after[entry.Key])))
        {
            Assert.Contains(name, (string[])["word/document.xml", "word/header3.xml"]);
            var (was, now) = (XDocument.Load(new MemoryStream(content)), XDocument.Load(new MemoryStream(after[name])));
            ChangeResolver.Resolve(now, TrackedChanges.Reject);
            Assert.Equal(ParagraphsOf(was), ParagraphsOf(now));
        }

        static SortedDictionary<string, byte[]> EntriesOf(byte[] file)
        {
            using var archive = new ZipArchive(new MemoryStream(file));
            return new(archive.Entries.ToDictionary(entry => entry.FullName, entry =>
            {
                using var stream = entry.Open();
                var content = new MemoryStream();
                stream.CopyTo(content);
                return content.ToArray();
            }));
        }

        static IEnumerable<string> ParagraphsOf(XDocument part) => part.Descendants(W.Paragraph).Select(paragraph =>
            $"{paragraph.Element(W.ParagraphProperties)?.ToString(SaveOptions.DisableFormatting).Replace("<w:rPr></w:rPr>", "", StringComparison.Ordinal)} {string.Concat(paragraph.Descendants().Select(element => element.Name == W.Text ? element.Value : element.Name == W.Tab ? "\t" : ""))}");
    }
}
