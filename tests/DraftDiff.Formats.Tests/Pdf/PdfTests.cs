using DraftDiff.Differencing;
using DraftDiff.Syntax;
using DraftDiff.Tests;
using Xunit;

namespace DraftDiff.Formats.Tests.Pdf;

/// <summary>PDF files, printed from the project's own texts, read back.</summary>
public sealed class PdfTests(Browser.Tests.Browser browser) : IClassFixture<Browser.Tests.Browser>
{
    private static readonly PrintStyle[] Styles =
    [
        new(),
        new(Width: 216, Height: 279, Margin: 45, Size: 11, Gap: 0.8, Indent: 3, HasTypedRule: true),
        new(Size: 12, Leading: 1.5, Gap: 0.3, Hangs: true, IsJustified: false, HasHead: false),
    ];

    private static readonly string[] Files =
    [
        Fixtures.SeedFile, "fixtures/ict/rev2.zh.txt",
        .. from language in (string[])["ar", "en", "es", "fr", "ru"] from name in (string[])["base", "rev1"] select $"fixtures/gardens/{name}.{language}.txt",
    ];

    public static TheoryData<string, int> Prints
    {
        get
        {
            var prints = new TheoryData<string, int>();
            foreach (var file in Files)
            {
                for (var style = 0; style < Styles.Length; style++)
                {
                    prints.Add(file, style);
                }
            }

            return prints;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Prints))]
    public async Task What_is_printed_reads_the_same(string file, int style)
    {
        var draft = Fixtures.Parse(Fixtures.PathOf(file));

        var read = DraftFile.Read("draft.pdf", await PrintedDraft.PrintAsync(browser, draft, Styles[style]), draft.Language);

        Assert.Equal([], UnitsOf(draft).Except(UnitsOf(read)).Select(unit => $"missed {unit}").Concat(UnitsOf(read).Except(UnitsOf(draft)).Select(unit => $"made up {unit}")));
        Assert.Equal(UnitsOf(draft), UnitsOf(read));
        Assert.DoesNotContain(DraftComparison.Compare(draft, read).Script.Changes, change => change.Kind != ChangeKind.Unchanged);
        Assert.Equal(read.Source.Content, read.ToFullString());
    }

    private static IEnumerable<string> UnitsOf(DraftTree draft) => draft.Units.Select(unit =>
        $"{unit.Label} [{unit.Printed}] {unit.Text} {string.Join(' ', unit.Marks.Select(mark => $"{mark.Number}@{mark.At}>{mark.Note}"))}");
}
