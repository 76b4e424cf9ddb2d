using System.IO.Compression;
using System.Text;
using DraftDiff.Formats.Word;
using Xunit;
using static DraftDiff.Formats.Tests.Word.WordFile;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>Files that somebody made to do harm, or that a disk damaged: each is read, or refused with a sentence, in bounded memory and time.</summary>
public sealed class HostileFileTests
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(10);
    private const long MostBytesOfMutated = 64L * 1024 * 1024;
    private const long MostBytesOfBomb = 800L * 1024 * 1024;

    [Fact]
    public void A_bomb_is_not_unpacked() => AssertRefused(
        OfDocument(Document(P(new string('a', 200 * 1024 * 1024)))), "is a Word file that unpacks to far more than a draft; check where it comes from");

    [Fact]
    public void A_part_of_countless_elements_is_not_built() => AssertRefused(
        OfDocument(Document(string.Concat(Enumerable.Repeat("<w:p/>", 2_000_000)))), "is a Word file that unpacks to far more than a draft; check where it comes from");

    [Fact]
    public void Elements_nested_without_end_are_not_followed() => AssertRefused(
        OfDocument(Document(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100_000)))), "is a Word file whose elements are nested as no document's are; check where it comes from");

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>", "&a;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">", "x")]
    public void No_entity_is_expanded_and_no_definition_read(string definition, string use) => AssertRefused(
        OfDocument(definition + Document($"<w:p><w:r><w:t>{use}</w:t></w:r></w:p>")), "is a damaged Word file; open it in Word, let it be repaired, and save it again");

    [Theory]
    [InlineData("PK\u0003\u0004")]
    [InlineData("PK\u0003\u0004 and then nothing that an archive has")]
    public void What_only_begins_as_an_archive_is_refused(string content) =>
        AssertRefused(Encoding.Latin1.GetBytes(content), "is a damaged Word file; open it in Word, let it be repaired, and save it again");

    [Fact]
    public void An_archive_of_something_else_is_told_so() => AssertRefused(
        OfEntries(("a.txt", "The General Assembly,")), "is an archive, and no Word file; unpack it and name the draft in it");

    [Fact]
    public void A_package_without_a_text_is_refused() => AssertRefused(
        OfDocument("<x/>"), "is a damaged Word file; open it in Word, let it be repaired, and save it again");

    [Fact]
    public void Styles_and_lists_that_refer_to_each_other_end()
    {
        const string Styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
            + "<w:style w:type=\"numbering\" w:styleId=\"N\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        const string Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:styleLink w:val=\"N\"/><w:numStyleLink w:val=\"N\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

        var tree = DraftFile.Read("draft.docx", Of(P("The General Assembly,", "<w:pStyle w:val=\"A\"/>") + P("Words", InList(1)), Numbering, styles: Styles));

        Assert.Contains("Words", tree.Source.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Countless_tracked_changes_are_resolved_in_one_pass()
    {
        var paragraph = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr></w:p>";
        var file = OfDocument(Document(string.Concat(Enumerable.Repeat(paragraph, 200_000)) + P("The General Assembly,")));

        var tree = await Task.Run(() => DraftFile.Read("draft.docx", file)).WaitAsync(Watchdog);

        Assert.Equal("The General Assembly,", tree.Source.Content.Trim());
    }

    [Fact]
    public void A_picture_or_template_elsewhere_is_not_asked_for()
    {
        var file = OfEntries(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"http://127.0.0.1:1/header.xml\" TargetMode=\"External\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://[not an address\" TargetMode=\"External\"/></Relationships>"),
            ("word/document.xml", Document(P("The General Assembly,") + "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId1\"/><w:titlePg/></w:sectPr>")));

        Assert.Contains("The General Assembly,", DraftFile.Read("draft.docx", file).Source.Content, StringComparison.Ordinal);
    }

    /// <summary>
    /// Valid files with bytes changed, in the archive and in its parts: each is read or refused. To repeat a failure, read
    /// the file that its seed gives.
    /// </summary>
    [Fact]
    public async Task Whatever_is_changed_in_a_file_it_is_read_or_refused()
    {
        byte[][] files = [.. Seeds()];
        await MutatedFiles.AssertReadOrRefusedAsync(
            MostBytesOfMutated, seed => Mutate(files[seed % files.Length], seed), (file, _) => DraftFile.Read("draft.docx", file));
    }

    private static IEnumerable<byte[]> Seeds()
    {
        var notes = "<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> See A/72/1.</w:t></w:r></w:p></w:footnote>";
        var body = P("The General Assembly,") + P(R("Recalling its resolution") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + R(","))
            + P("Decides to act;", InList(1)) + P("And (a);", InList(1, 1)) + $"<w:tbl><w:tr><w:tc>{P("cell")}</w:tc></w:tr></w:tbl>"
            + P("<w:ins w:id=\"1\" w:author=\"a\">" + R("new") + "</w:ins><w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>old</w:delText></w:r></w:del>");
        yield return Of(body, List(0, Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "(%2)"), 1), notes, "<w:style w:type=\"paragraph\" w:styleId=\"A\"/>", P("A/72/L.1"));
        foreach (var draft in (string[])["fixtures/gardens/base.en.txt", "fixtures/gardens/base.ar.txt"])
        {
            var stream = new MemoryStream();
            WordWriter.Write(DraftDiff.Tests.Fixtures.Parse(DraftDiff.Tests.Fixtures.PathOf(draft)), stream);
            yield return stream.ToArray();
        }
    }

    private static byte[] Mutate(byte[] file, int seed)
    {
        var random = new Random(seed);
        if (random.Next(4) == 0)
        {
            // In the archive itself.
            var damaged = (byte[])file.Clone();
            Change(damaged, random);
            return random.Next(3) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
        }

        var stream = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(file)))
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(source.Entries.Count);
            for (var i = 0; i < source.Entries.Count; i++)
            {
                var content = new MemoryStream();
                using (var entry = source.Entries[i].Open())
                {
                    entry.CopyTo(content);
                }

                var bytes = content.ToArray();
                if (i == chosen)
                {
                    bytes = random.Next(2) == 0 ? MutateMarkup(bytes, random) : bytes;
                    Change(bytes, random);
                }

                using var written = target.CreateEntry(source.Entries[i].FullName, CompressionLevel.Fastest).Open();
                written.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static void Change(byte[] bytes, Random random)
    {
        for (var i = random.Next(4); i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
    }

    /// <summary>Elements left out, doubled, or given other values.</summary>
    private static byte[] MutateMarkup(byte[] bytes, Random random)
    {
        var text = Encoding.UTF8.GetString(bytes);
        for (var i = 0; i < 3; i++)
        {
            var start = text.IndexOf('<', random.Next(text.Length + 1) is var at && at < text.Length ? at : 0);
            var end = start < 0 ? -1 : text.IndexOf('>', start);
            if (end < 0)
            {
                continue;
            }

            var tag = text[start..(end + 1)];
            text = random.Next(4) switch
            {
                0 => text.Remove(start, tag.Length),
                1 => text.Insert(end + 1, tag),
                2 => text.Replace(tag, tag.Replace("1", "99999999999", StringComparison.Ordinal), StringComparison.Ordinal),
                _ => text[..start] + tag.Replace("w:val=\"", "w:val=\"-", StringComparison.Ordinal) + text[(end + 1)..],
            };
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static void AssertRefused(byte[] file, string sentence)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(sentence, Assert.Throws<UnreadableFileException>(() => DraftFile.Read("draft.docx", file)).Message);

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < MostBytesOfBomb, $"It took {taken} bytes.");
    }
}
