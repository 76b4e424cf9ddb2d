using System.Collections.Immutable;
using System.Text;

namespace DraftDiff.Versioning;

/// <summary>One line of an outline: a unit that is a paragraph, by its depth, label and id.</summary>
/// <param name="Depth">How many units it stands under.</param>
/// <param name="Label">Its label in this revision.</param>
/// <param name="Id">The id it keeps through all revisions.</param>
/// <param name="Origins">In the revision of a split the id of the one that was split, in that of a merge those that were merged; empty otherwise.</param>
internal sealed record OutlineLine(int Depth, string Label, string Id, ImmutableArray<string> Origins)
{
    /// <summary>True for a person's way to write its label: letter case does not count.</summary>
    public bool IsCalled(string label) => string.Equals(Label, label, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An outline as it stands in a file: a line a unit, in order, two spaces a depth, label, TAB, id, and TAB, <c>&lt;</c> and the origins with <c>+</c> between them.</summary>
internal static class OutlineFile
{
    /// <summary>The file's text.</summary>
    public static string Format(IEnumerable<OutlineLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(' ', 2 * line.Depth).Append(line.Label).Append('\t').Append(line.Id);
            if (line.Origins.Length > 0)
            {
                text.Append("\t<").AppendJoin('+', line.Origins);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="StoreException">A line is not as it should be.</exception>
    public static ImmutableArray<OutlineLine> Parse(string text) =>
        [.. LinesOf(text).Select((line, i) => line ?? throw new StoreException($"line {i + 1} of the outline cannot be read"))];

    /// <summary>Reads a file's text but for lines that are not as they should be, or that repeat the label or the id of another.</summary>
    public static ImmutableArray<OutlineLine> ParseLeniently(string text) =>
    [
        .. LinesOf(text).OfType<OutlineLine>()
            .DistinctBy(line => line.Id, StringComparer.Ordinal)
            .DistinctBy(line => line.Label, StringComparer.Ordinal),
    ];

    /// <summary>Reads a file's text, in which no label and no id may be there twice, as a merge of git's can leave them.</summary>
    /// <exception cref="StoreException">A line is not as it should be, or repeats another one.</exception>
    public static ImmutableArray<OutlineLine> ParseUnique(string text)
    {
        var lines = Parse(text);
        var (labels, ids) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        return lines.FirstOrDefault(line => !labels.Add(line.Label) || !ids.Add(line.Id)) is { } twice
            ? throw new StoreException($"the outline has the label {twice.Label} or its id {twice.Id} twice; 'draftdiff check' says what else is wrong")
            : lines;
    }

    // Null for a line that is not as it should be.
    private static IEnumerable<OutlineLine?> LinesOf(string text)
    {
        var lines = text.Split('\n');
        return lines.Take(lines[^1].Length == 0 ? lines.Length - 1 : lines.Length).Select(ParseLine);
    }

    private static OutlineLine? ParseLine(string line)
    {
        var label = line.TrimStart(' ');
        var indent = line.Length - label.Length;
        if (indent % 2 != 0 || label.Split('\t') is not ([{ Length: > 0 }, _] or [{ Length: > 0 }, _, ['<', ..]]))
        {
            return null;
        }

        var fields = label.Split('\t');
        ImmutableArray<string> origins = fields.Length == 3 ? [.. fields[2][1..].Split('+')] : [];
        return ParagraphId.IsValid(fields[1]) && origins.All(ParagraphId.IsValid)
            ? new OutlineLine(indent / 2, fields[0], fields[1], origins)
            : null;
    }
}
