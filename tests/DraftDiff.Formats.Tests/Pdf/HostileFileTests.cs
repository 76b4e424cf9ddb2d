using System.Globalization;
using DraftDiff.Formats.Pdf;
using Xunit;

namespace DraftDiff.Formats.Tests.Pdf;

/// <summary>Files that somebody made to do harm, or that a disk damaged: each is read, or refused with a sentence, in bounded memory and time.</summary>
public sealed class HostileFileTests
{
    private const string Damaged = "is a damaged PDF; open it in a viewer and print it to a new one";
    private const string TooLarge = "is a PDF that grows to more than 256 MB when it is opened; print it to a new PDF, or take another one";
    private const string Endless = "is a PDF that takes more time or memory than that of a draft; print it to a new PDF, or take another one";
    private const int MutatedFiles = 20_000;
    private const long MostBytesOfMutated = 300L * 1024 * 1024;
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(10);
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

    [Fact]
    public void A_form_that_draws_itself_ends()
    {
        var file = PdfFile.Of(
        [
            PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page("/XObject << /X 6 0 R >>"), PdfFile.Stream(Words + "/X Do"), PdfFile.Font,
            PdfFile.Stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
        ]);

        Assert.Contains("The General Assembly,", DraftFile.Read("draft.pdf", file).Source.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Resources << /XObject << /X 7 0 R >> >>")]
    public void Forms_that_draw_each_other_are_refused(string resources) => AssertRefused(
        PdfFile.Of(
        [
            PdfFile.Catalogue, PdfFile.Pages, PdfFile.Page("/XObject << /X 6 0 R >>"), PdfFile.Stream(Words + "/X Do"), PdfFile.Font,
            PdfFile.Stream("/X Do", $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}"),
            PdfFile.Stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
        ]),
        "is a PDF whose drawings hold themselves; print it to a new PDF, or take another one");

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

        await Task.Run(() => Parallel.For(0, MutatedFiles, seed =>
        {
            var file = Mutate(files[seed % files.Length], new Random(seed));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var tree = PdfTextWriter.Parse(PdfPages.Read(file), "draft.pdf", "en");
                Assert.Equal(tree.Source.Content, tree.ToFullString());
            }
            catch (UnreadableFileException)
            {
                // Refused with a sentence.
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The file of seed {seed}: {exception}"));
            }

            var taken = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(taken < MostBytesOfMutated, string.Create(CultureInfo.InvariantCulture, $"The file of seed {seed} took {taken} bytes."));
        })).WaitAsync(Watchdog);
    }

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
