using System.Collections.Immutable;
using System.Text;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Versioning;

/// <summary>
/// Reads a draft out of its outline and paragraphs alone. A state that git made, by a merge or by an edit of the files, has
/// no source to read; its sections and numbers are those its labels tell.
/// </summary>
internal static class StoredUnits
{
    /// <summary>The draft as it stands in a language's folder.</summary>
    /// <param name="view">The commit.</param>
    /// <param name="folder">The folder of the draft.</param>
    /// <param name="record">The newest revision, whose masthead stands above the text.</param>
    /// <exception cref="StoreException">The outline cannot be read, or one of its paragraphs is missing.</exception>
    public static DraftTree Read(StoreView view, string folder, RevisionRecord record)
    {
        var outline = view.ReadOutline(folder, record.Language);
        var labelOf = outline.ToDictionary(line => line.Id, line => line.Label, StringComparer.Ordinal);
        var units = ImmutableArray.CreateBuilder<Unit>();
        var content = new StringBuilder();
        foreach (var field in record.Masthead)
        {
            Add(field.Label, Section.Masthead, null, -1, field.Text);
        }

        var parents = new List<int>();
        foreach (var line in outline)
        {
            var path = StorePaths.ParagraphFile(StorePaths.LanguageFolder(folder, record.Language), line.Id);
            var text = view.ReadText(path) ?? throw new StoreException($"{path} is missing");
            parents.RemoveRange(Math.Min(line.Depth, parents.Count), Math.Max(0, parents.Count - line.Depth));
            var section = SectionOf(line.Label);
            Add(line.Label, section, PrintedOf(line.Label, section), parents.Count == 0 ? -1 : parents[^1], text.TrimEnd('\n'));
            parents.Add(units.Count - 1);
        }

        return DraftTree.OfUnits(SourceText.From(content.ToString(), record.Symbol), record.Language, units.ToImmutable());

        void Add(string label, Section section, string? printed, int parent, string stored)
        {
            var (words, marks) = MarkedText.Parse(stored);
            units.Add(new Unit(
                units.Count, parent, section, label, printed, words.AsMemory(), [.. marks.Select(MarkOf)], new TextSpan(content.Length, words.Length)));
            content.Append(words).Append('\n');
        }

        Mark MarkOf((string Name, int At) mark) => labelOf.TryGetValue(mark.Name, out var note)
            ? new Mark(Own(note)["FN".Length..], note, mark.At)
            : new Mark(mark.Name, null, mark.At);
    }

    private static Section SectionOf(string label) => Own(label) switch
    {
        "title" => Section.Title,
        "opening" => Section.Opening,
        ['F', 'N', ..] => Section.Footnotes,
        _ when label.StartsWith("AX", StringComparison.Ordinal) => Section.Annex,
        ['P', 'P', ..] => Section.Preamble,
        ['O', 'P', ..] => Section.Operative,
        ['U', >= '0' and <= '9', ..] => Section.Unrecognized,
        var own when own.StartsWith("closing", StringComparison.Ordinal) => Section.Closing,
        _ => Section.Heading,
    };

    // 9. of OP9, (a) of OP9(a); what has no number of its own prints none.
    private static string? PrintedOf(string label, Section section)
    {
        var own = Own(label);
        return section is not (Section.Operative or Section.Annex) || own.AsSpan().IndexOfAny("+/-") >= 0 ? null
            : own.LastIndexOf('(') is >= 0 and var letter ? own[letter..]
            : own.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and var digit ? $"{own[digit..]}."
            : null;
    }

    private static string Own(string label) => label[(label.LastIndexOf('.') + 1)..];
}
