using System.Text;
using DraftDiff.Formats.Pdf;
using Xunit;

namespace DraftDiff.Formats.Tests.Pdf;

/// <summary>Files that somebody made to do harm, or that a disk damaged: each is read, or refused with a sentence, in bounded memory and time.</summary>
public sealed class HostileFileTests
{
    private const string Damaged = "is a damaged PDF; open it in a viewer and print it to a new one";
    private const string TooLarge = "is a PDF that grows to more than 256 MB when it is opened; print it to a new PDF, or take another one";
    private const string Endless = "is a PDF that takes more time or memory than that of a draft; print it to a new PDF, or take another one";
    private const long MostBytesOfMutated = 300L * 1024 * 1024;
    private static readonly string Words = PdfFile.Line(72, 700, "The General Assembly,");

    [Fact]
    public void What_is_damaged_is_refused()
    {
        AssertRefused("%PDF-1.7\n"u8.ToArray(), Damaged);
        AssertRefused(PdfFile.Showing(string.Concat(Enumerable.Repeat("[", 1_000_000))), Damaged);
        AssertRefused(PdfFile.Of(["<< /Type /Catalog /Pages 6 0 R >>", PdfFile.Pages, PdfFile.Page(), PdfFile.Stream(Words), PdfFile.Font, "7 0 R", "6 0 R"]), Damaged);
    }

    [Fact]
    public void What_is_encrypted_is_refused() => AssertRefused(
        PdfFile.Of(
            [
                PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page(), PdfFile.Stream(Words), PdfFile.Font,
                $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{new string('4', 64)}> /U <{new string('5', 64)}> >>",
            ],
            "/Encrypt 6 0 R /ID [<41424344454647484142434445464748> <41424344454647484142434445464748>]"),
        "is an encrypted PDF; open it with its password and print it to a new PDF");

    [Fact]
    public void What_grows_without_end_is_refused() =>
        AssertRefused(PdfFile.Of([PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page(), PdfFile.Bomb(400), PdfFile.Font]), TooLarge);

    [Fact]
    public void A_million_objects_are_no_harm()
    {
        string[] objects = [PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page(), PdfFile.Stream(Words), PdfFile.Font, .. Enumerable.Repeat("<<>>", 1_000_000)];

        Assert.Contains("The General Assembly,", DraftFile.Read("draft.pdf", PdfFile.Of(objects)).Source.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_hold_themselves_are_read_once()
    {
        var file = PdfFile.Of([PdfFile.Catalogue, "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", PdfFile.Page(), PdfFile.Stream(Words), PdfFile.Font]);

        Assert.Contains("The General Assembly,", DraftFile.Read("draft.pdf", file).Source.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/X Do", "/Resources << /XObject << /X 6 0 R >> >>", "/X Do", "")]
    [InlineData("/Y Do", "/Resources << /XObject << /Y 6 0 R >> >>", "/X Do", "")]
    [InlineData("/F1 10 Tf", "/Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>", "/F1 10 Tf", "/Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>")]
    [InlineData("/Y Do", "/Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>", "/X1 Do", "/Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>")]
    [InlineData("/Y Do", "/Resources << /XObject << /Y 7 0 R >> >>", "/Z Do", "")]
    [InlineData("BT /F1 10 Tf (#5 and /Z#) Tj ET /Y Do", "/Resources << /Font << /F1 5 0 R >> /XObject << /Y 7 0 R >> >>", "(#) Tj", "")]
    public void Forms_that_do_not_go_round_are_read(string first, string firstResources, string second, string secondResources) =>
        Assert.Contains("The General Assembly,", DraftFile.Read("draft.pdf", WithForms(first, firstResources, second, secondResources)).Source.Content, StringComparison.Ordinal);

    [Theory]
    [InlineData("/X Do", "/Resources << /XObject << /X 7 0 R >> >>", "/X Do", "/Resources << /XObject << /X 6 0 R >> >>")]
    [InlineData("/X Do", "", "/X Do", "/Resources << /XObject << /X 6 0 R >> >>")]
    [InlineData("/X Do", "", "", "")]
    [InlineData("/X Do", "/Resources << >>", "", "")]
    [InlineData("/#58 Do", "/Resources << >>", "", "")]
    [InlineData("/Y-_1 Do", "/Resources << /XObject << /Y-_1 7 0 R >> >>", "/X Do", "")]
    [InlineData("/Y Do /Z Do", "/Resources << /XObject << /Y 6 0 R /Z 6 0 R >> >>", "", "")]
    [InlineData("/Y Do", "/Resources << /XObject << /Y 7 0 R >> >>", "/X Do", "")]
    [InlineData("/Y Do", "/Resources 8 0 R", "/X Do", "")]
    [InlineData("2F5920446F>", "/Filter 9 0 R /Resources << /XObject << /Y 7 0 R >> >>", "/X Do", "")]
    public void Forms_that_go_round_are_refused_also_where_the_table_of_objects_is_damaged(string first, string firstResources, string second, string secondResources)
    {
        const string Round = "is a PDF whose drawings hold themselves; print it to a new PDF, or take another one";
        var file = WithForms(first, firstResources, second, secondResources);
        AssertRefused(file, Round);

        var text = Encoding.Latin1.GetString(file);
        AssertRefused(Encoding.Latin1.GetBytes(text[..text.IndexOf("xref", StringComparison.Ordinal)] + "trailer\n<< /Size 10 /Root 1 0 R >>\n%%EOF\n"), Round);
    }

    [Fact]
    public void Letters_without_end_are_not_kept() =>
        AssertRefused(PdfFile.Showing("BT /F1 12 Tf " + string.Concat(Enumerable.Repeat($"({new string('a', 1000)}) Tj ", 9_000)) + "ET"), Endless);

    /// <summary>
    /// Valid files with bytes, words and numbers changed: each is read or refused. To repeat a failure, read the file that its
    /// seed gives.
    /// </summary>
    [Fact]
    public async Task Whatever_is_changed_in_a_file_it_is_read_or_refused()
    {
        byte[][] files = [PdfFile.Showing(Page()), PdfFile.Of([PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page("/XObject << /X 6 0 R >>"), PdfFile.Stream(Page() + "/X Do"), PdfFile.Font, PdfFile.Stream(Words, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")])];

        await MutatedFiles.AssertReadOrRefusedAsync(
            MostBytesOfMutated,
            seed => Mutate(files[seed % files.Length], new Random(seed)),
            (file, _) => PdfTextWriter.Parse(PdfPages.Read(file), "draft.pdf", "en"),
            checkEvery: 1);
    }

    /// <summary>A page that draws a form, object 6, which may draw another, object 7.</summary>
    private static byte[] WithForms(string first, string firstResources, string second, string secondResources) => PdfFile.Of(
    [
        PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page("/XObject << /X 6 0 R >>"), PdfFile.Stream(Words + "/X Do"), PdfFile.Font,
        PdfFile.Stream(first, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + firstResources),
        PdfFile.Stream(second, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + secondResources),
        "<< /XObject << /Y 7 0 R >> >>",
        "/ASCIIHexDecode",
    ]);

    private static string Page() =>
        Words + PdfFile.Line(96, 676, "Recalling its resolution 70/1,") + PdfFile.Line(230, 680, "1", 6) + PdfFile.Line(96, 640, "1. Decides to plant gardens.")
        + "72 110 140 0.5 re f\n" + PdfFile.Line(72, 100, "1", 5) + PdfFile.Line(78, 96, "A/70/998.", 8);

    private static byte[] Mutate(byte[] file, Random random)
    {
        var changed = (byte[])file.Clone();
        for (var i = 1 + random.Next(6); i > 0; i--)
        {
            var at = random.Next(changed.Length);
            switch (random.Next(5))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1 when Array.FindIndex(changed, at, value => value is >= (byte)'0' and <= (byte)'9') is >= 0 and var digit:
                    // A number, which may be a length, a place or an object's.
                    changed[digit] = (byte)('0' + random.Next(10));
                    break;
                case 2:
                    var length = random.Next(Math.Min(40, changed.Length - at));
                    changed = [.. changed[..at], .. changed[(at + length)..]];
                    break;
                case 3:
                    var copied = random.Next(Math.Min(60, changed.Length - at));
                    var to = random.Next(changed.Length);
                    changed = [.. changed[..to], .. changed[at..(at + copied)], .. changed[to..]];
                    break;
                default:
                    changed = random.Next(20) == 0 ? changed[..Math.Max(at, 1)] : changed;
                    break;
            }
        }

        return changed;
    }

    private static void AssertRefused(byte[] file, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<UnreadableFileException>(() => DraftFile.Read("draft.pdf", file, format: DraftFormat.Pdf)).Message);
}
