using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DraftDiff.Differencing;
using DraftDiff.Formats.Word;
using DraftDiff.Syntax;
using Xunit;

namespace DraftDiff.Formats.Tests.Word;

/// <summary>A redline as a Word file, and what holds for every one.</summary>
internal sealed class TrackedRedline
{
    private static readonly DateTimeOffset Date = new(2042, 11, 22, 10, 30, 0, TimeSpan.Zero);

    private TrackedRedline(DraftComparison comparison, byte[] file)
    {
        Comparison = comparison;
        File = file;
    }

    public DraftComparison Comparison { get; }

    public byte[] File { get; }

    /// <summary>Compares two drafts and writes the redline.</summary>
    /// <param name="old">The old draft.</param>
    /// <param name="new">The new draft.</param>
    /// <param name="baseFile">The Word file that the old draft was read from; null for none.</param>
    public static TrackedRedline Of(DraftTree old, DraftTree @new, byte[]? baseFile = null)
    {
        var comparison = DraftComparison.Compare(old, @new);
        var stream = new MemoryStream();
        WordRedline.Write(comparison, baseFile is null ? null : new BaseFile(baseFile), "Secretariat", Date, stream);
        return new TrackedRedline(comparison, stream.ToArray());
    }

    /// <summary>The markup of the text.</summary>
    public XElement Body => Parts()["document"].Root!.Element(W.Body)!;

    /// <summary>The parts of the package that hold text, by their names without ending.</summary>
    public Dictionary<string, XDocument> Parts() => PartsOf(File);

    /// <summary>The parts of a package that hold text, by their names without ending.</summary>
    public static Dictionary<string, XDocument> PartsOf(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var main = package.MainDocumentPart!;
        return ((IEnumerable<OpenXmlPart?>)[main, main.FootnotesPart, .. main.HeaderParts, .. main.FooterParts])
            .OfType<OpenXmlPart>()
            .ToDictionary(part => Path.GetFileNameWithoutExtension(part.Uri.OriginalString), part =>
            {
                using var stream = part.GetStream();
                return XDocument.Load(stream);
            });
    }

    /// <summary>The text as it is when all changes are accepted or rejected.</summary>
    public DraftTree Read(TrackedChanges changes)
    {
        var draft = changes == TrackedChanges.Accept ? Comparison.New : Comparison.Old;
        return DraftFile.Read("redline.docx", File, draft.Language, changes);
    }

    /// <summary>Accepting gives the new draft, rejecting the old one; the file is valid, and tracks hardly more than changed.</summary>
    public TrackedRedline AssertHolds()
    {
        AssertValid(File);
        AssertSame(Lines(Comparison.Old), Lines(Read(TrackedChanges.Reject)));
        AssertSame(Lines(Comparison.New), Lines(Read(TrackedChanges.Accept)));
        Assert.True(TrackedCharacters() <= ChangedCharacters() * 1.2 + Labels, $"{TrackedCharacters()} characters are tracked where {ChangedCharacters()} changed.");
        return this;
    }

    /// <summary>Lines are the same; the first that is not is told whole.</summary>
    public static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (first, second) = (expected.ToArray(), actual.ToArray());
        for (var i = 0; i < Math.Max(first.Length, second.Length); i++)
        {
            Assert.Equal(first.ElementAtOrDefault(i), second.ElementAtOrDefault(i));
        }
    }

    public static void AssertValid(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package);
        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    /// <summary>The units of a draft, a line each. A masthead's field that only one of two drafts prints is no change, so mastheads are left out where there is one.</summary>
    public IEnumerable<string> Lines(DraftTree draft)
    {
        var isOneSided = Comparison.Script.Changes.Any(change => change.Kind == ChangeKind.Unchanged && (change.Old.IsEmpty || change.New.IsEmpty));
        return draft.Units
            .Where(unit => !isOneSided || unit.Section is not (Section.Masthead or Section.Title or Section.Unrecognized))
            .Select(unit => $"{unit.Label}: {unit.Text} {string.Join(' ', unit.Marks.Select(mark => $"{mark.Number}>{mark.Note}@{mark.At}"))}");
    }

    /// <summary>How many characters are inserted or deleted; those of a move are neither.</summary>
    public int TrackedCharacters() => Parts().Values.Sum(part => part.Descendants()
        .Where(element => (element.Name == W.Text || element.Name == W.DeletedText)
            && element.Ancestors().Any(above => above.Name == W.Inserted || above.Name == W.Deleted))
        .Sum(element => element.Value.Length));

    /// <summary>How many characters the edit script inserts or deletes.</summary>
    public int ChangedCharacters() => Comparison.Script.Changes.Sum(change => change.Kind switch
    {
        ChangeKind.Inserted => change.New[0].Text.Length,
        ChangeKind.Deleted => change.Old[0].Text.Length,
        _ => change.Edits.Where(edit => edit.Operation != EditOperation.Equal).Sum(edit => edit.Text.Length),
    });

    // Labels and marks that are literal text are no words of the script's.
    private int Labels => 8 * Comparison.Script.Changes.Count(change => change.Renumbered || change.Kind is not ChangeKind.Unchanged);
}
