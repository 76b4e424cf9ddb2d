using System.Text;
using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>Files that somebody made to do harm, or that a disk damaged: each is read, or refused with a sentence, in bounded memory and time.</summary>
public sealed class HostileFileTests
{
    private const string TooLarge = "is XML of far more elements or characters than a draft has; check where it comes from";
    private const string TooDeep = "is XML whose elements are nested as no document's are; check where it comes from";
    private const string Typed = "is XML with a document type definition, which is never read; take the DOCTYPE out and give the characters themselves for its entities";
    private const long MostBytesOfMutated = 64L * 1024 * 1024;
    private const long MostBytesOfBomb = 400L * 1024 * 1024;
    private static readonly string[] Mutated = ["gardens/base.ar.txt", "irregular/annex.en.txt", "irregular/quoted.en.txt", "irregular/preamble-subparagraphs.en.txt"];
    private static readonly string[] Names =
        ["p", "num", "heading", "content", "intro", "authorialNote", "noteRef", "i", "sup", "table", "td", "tr", "unknown", "meta", "preface", "docTitle", "item", "inline"];
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("<!DOCTYPE akomaNtoso [<!ENTITY a \"aaaa\">]>")]
    [InlineData("<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE akomaNtoso SYSTEM \"http://127.0.0.1:1/x.dtd\">")]
    [InlineData("<!DOCTYPE akomaNtoso [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY a \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>")]
    public void No_entity_is_expanded_and_no_definition_read(string definition) =>
        AssertRefused(definition + AknText.Document("<mainBody><p>&a;</p></mainBody>"), Typed);

    [Fact]
    public void Elements_nested_without_end_are_not_followed() => AssertRefused("<akomaNtoso>" + string.Concat(Enumerable.Repeat("<div>", 100_000)), TooDeep);

    [Fact]
    public void Countless_elements_are_not_built() => AssertRefused("<akomaNtoso>" + string.Concat(Enumerable.Repeat("<p/>", 2_000_000)) + "</akomaNtoso>", TooLarge);

    [Fact]
    public void Countless_attributes_are_not_built() => AssertRefused(
        $"<akomaNtoso><p {string.Concat(Enumerable.Range(0, 1_100_000).Select(i => FormattableString.Invariant($"a{i}='' ")))}/></akomaNtoso>", TooLarge);

    [Theory]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<a='")]
    public void Tags_without_end_are_not_read(string tag) => AssertRefused("<akomaNtoso>" + string.Concat(Enumerable.Repeat(tag, 5_000_000)), TooLarge);

    [Fact]
    public void A_text_without_end_is_not_read() => AssertRefused("<akomaNtoso><p>" + new string('a', 70 * 1024 * 1024) + "</p></akomaNtoso>", TooLarge);

    [Theory]
    [InlineData("<akomaNtoso><doc><mainBody><p>Words", "is XML that is damaged at line 1, position 36; correct it there")]
    [InlineData("<akomaNtoso>\n<p>1 < 2</p></akomaNtoso>", "is XML that is damaged at line 2, position 7; correct it there")]
    [InlineData("<akomaNtoso><p>&nbsp;</p></akomaNtoso>", "is XML that is damaged at line 1, position 17; correct it there")]
    [InlineData("<akomaNtoso/>", "is XML, and no Akoma Ntoso; its first element would be akomaNtoso")]
    public void What_is_damaged_is_refused_with_its_place(string xml, string sentence) => AssertRefused(xml, sentence);

    [Fact]
    public void Bytes_that_are_not_of_the_encoding_that_is_named_are_refused()
    {
        var file = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?><akomaNtoso><doc><mainBody><p>Assemblée générale</p></mainBody></doc></akomaNtoso>");

        Assert.StartsWith("is XML that is damaged", Assert.Throws<UnreadableFileException>(() => DraftFile.Read("draft.xml", file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_encoding_that_is_not_known_is_refused() => AssertRefused(
        "<?xml version=\"1.0\" encoding=\"klingon\"?><akomaNtoso><p>a</p></akomaNtoso>", "is XML that is damaged at line 1, position 31; correct it there");

    [Fact]
    public async Task Notes_that_hold_and_name_each_other_end()
    {
        var notes = string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"<authorialNote eId=\"n{i}\"><p>note {i}<noteRef href=\"#n{(i + 1) % 60}\"/>")));
        var ends = string.Concat(Enumerable.Repeat("</p></authorialNote>", 60));

        var tree = await Task.Run(() => AknText.Read($"<mainBody><p>Words{notes}{ends}</p><p>more<noteRef href=\"#n30\"/></p></mainBody>")).WaitAsync(Watchdog);

        Assert.Contains("note 59", tree.Source.Content, StringComparison.Ordinal);
    }

    /// <summary>
    /// Valid files with bytes and elements changed: each is read or refused. To repeat a failure, read the file that its seed
    /// gives.
    /// </summary>
    [Fact]
    public async Task Whatever_is_changed_in_a_file_it_is_read_or_refused()
    {
        byte[][] files =
        [
            .. Mutated.Select(file => AknDrafts.Write(Fixtures.Parse(Fixtures.PathOf("fixtures/" + file)))),
            Encoding.UTF8.GetBytes(AknText.Document("<preface><p><docNumber>A/72/L.1</docNumber></p></preface><mainBody><table><tr><td><p>a</p></td><th>b</th></tr></table><p>m<sup>2</sup><br/><i>w</i></p></mainBody>")),
        ];
        await MutatedFiles.AssertReadOrRefusedAsync(
            MostBytesOfMutated,
            seed => Mutate(files[seed % files.Length], seed),
            (file, _) => DraftFile.Read("draft.xml", file, format: DraftFormat.AkomaNtoso),
            check: tree => Assert.Empty(AknSchema.Check(AknDrafts.WriteText(tree))));
    }

    private static byte[] Mutate(byte[] file, int seed)
    {
        var random = new Random(seed);
        if (random.Next(8) == 0)
        {
            var damaged = (byte[])file.Clone();
            for (var i = random.Next(4); i > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            return random.Next(3) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
        }

        var text = Encoding.UTF8.GetString(file);
        for (var i = 0; i < 4; i++)
        {
            text = MutateMarkup(text, random);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>
    /// Changes an element and leaves the file well-formed, mostly: another name, a repeated or an empty number, another marker,
    /// words of another place in it.
    /// </summary>
    private static string MutateMarkup(string text, Random random)
    {
        var start = text.IndexOf('<', random.Next(text.Length));
        var end = start < 0 ? -1 : text.IndexOf('>', start);
        if (end < 0 || text[start + 1] is '/' or '?')
        {
            return text;
        }

        var tag = text[start..(end + 1)];
        var name = tag[1..tag.IndexOfAny([' ', '>', '/'])];
        var to = Names[random.Next(Names.Length)];
        return random.Next(6) switch
        {
            0 => text.Replace($"<{name} ", $"<{to} ", StringComparison.Ordinal).Replace($"<{name}>", $"<{to}>", StringComparison.Ordinal).Replace($"</{name}>", $"</{to}>", StringComparison.Ordinal),
            1 => text.Insert(end + 1, $"<{to}>{random.Next(2000)}</{to}>"),
            2 => text.Insert(end + 1, $"<{to} eId=\"{random.Next(9)}\" href=\"#{random.Next(9)}\" marker=\"{random.Next(3) * 99999}\"/>"),
            3 => text.Insert(end + 1, $"<{to}><{name}>").Insert(end + 1 + to.Length + name.Length + 4, $"</{name}>\n\t (a) 1. “ * \u0085\u2028\u00B2\uD83D\uDE00</{to}>"),
            4 => text.Remove(start, tag.Length),
            _ => text[..start] + tag.Replace("\"1\"", "\"99999999999\"", StringComparison.Ordinal).Replace("#", "", StringComparison.Ordinal) + text[(end + 1)..],
        };
    }

    private static void AssertRefused(string file, string sentence)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(sentence, Assert.Throws<UnreadableFileException>(() => DraftFile.Read("draft.xml", bytes, format: DraftFormat.AkomaNtoso)).Message);

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < MostBytesOfBomb, $"It took {taken} bytes.");
    }
}
