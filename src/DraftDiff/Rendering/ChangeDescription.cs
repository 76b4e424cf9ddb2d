using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>Says what changes are, in the words of a drafter.</summary>
internal sealed class ChangeDescription(DraftComparison comparison)
{
    private const int WordsBeforeMark = 24;

    private readonly Dictionary<int, Change> _changeOfOld = comparison.Script.Changes
        .SelectMany(change => change.Old.Select(unit => (unit.Index, change)))
        .ToDictionary(pair => pair.Index, pair => pair.change);

    /// <summary>What a script holds, in a line: <c>2 reworded, 1 new, 12 renumbered; 50 unchanged</c>.</summary>
    public static string Summarize(EditScript script)
    {
        var summary = script.Summary;
        var consequential = script.Changes.Count(change => change.Kind != ChangeKind.Unchanged && !change.IsSubstantive);
        var reworded = script.Changes.Count(change => change.Kind == ChangeKind.Modified && change.IsSubstantive);
        (int Count, string Kind)[] kinds =
        [
            (reworded, "reworded"),
            (summary.Inserted, "new"),
            (summary.Deleted, "deleted"),
            (summary.Split, "split"),
            (summary.Merged, "merged"),
            (summary.Moved, "moved"),
            (summary.Renumbered, "renumbered"),
            (consequential, "consequential"),
        ];
        if (AreSame(script))
        {
            return "Nothing changed: both documents say the same, word for word.";
        }

        var changed = string.Join(", ", kinds.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Kind}"));
        var unchanged = script.Changes.Count(IsUnchanged);
        return $"{(script.HasChanges ? "" : "Nothing changed in substance: ")}{changed}{(unchanged > 0 ? $"; {unchanged} unchanged" : "")}";
    }

    /// <summary>True where not even a number is another one.</summary>
    public static bool AreSame(EditScript script) =>
        script.Changes.All(change => change is { Kind: ChangeKind.Unchanged, Moved: false, Renumbered: false });

    /// <summary>True where both documents have the words in the same place, under whatever number.</summary>
    public static bool IsUnchanged(Change change) =>
        change is { Kind: ChangeKind.Unchanged, Moved: false, Old.IsEmpty: false, New.IsEmpty: false };

    /// <summary>
    /// The label under which a change is listed: the new one, with the old one where that was another
    /// (<c>OP10 (was OP9)</c>); <c>old OP9</c> for what the new document does not have under a label of its own.
    /// </summary>
    public static string LabelOf(Change change)
    {
        if (change.Kind is ChangeKind.Split or ChangeKind.Deleted)
        {
            return $"old {change.Old[0].Label}";
        }

        if (change.New.IsEmpty)
        {
            return change.Old[0].Label;
        }

        var label = change.New[0].Label;
        return change.Old is [{ Label: var old }] && old != label ? $"{label} (was {old})" : label;
    }

    /// <summary>What happened, in a word or two each: <c>reworded, moved from after OP3</c>.</summary>
    public string KindsOf(Change change) => string.Join(", ", ListKinds(change, isBrief: false));

    /// <summary>What happened, in a word each: <c>reworded, moved</c>.</summary>
    public string BriefKindsOf(Change change) => string.Join(", ", ListKinds(change, isBrief: true));

    /// <summary>The footnote marks that a change added or removed, a line each.</summary>
    public static IEnumerable<string> MarksOf(Change change)
    {
        foreach (var edit in change.MarkEdits)
        {
            var isAdded = edit.Operation == EditOperation.Insert;
            var units = isAdded ? change.New : change.Old;
            var where = units is [var unit] ? DescribePlace(unit.Text, edit.Mark.At) : "";
            yield return $"footnote mark {(isAdded ? "added" : "removed")}: {VisibleText.Of(edit.Mark.Number)} ({edit.Mark.Note ?? "without a footnote"}){where}";
        }
    }

    private IEnumerable<string> ListKinds(Change change, bool isBrief)
    {
        switch (change.Kind)
        {
            case ChangeKind.Unchanged when change.Old.IsEmpty:
                yield return "only in the new document";
                break;
            case ChangeKind.Unchanged when change.New.IsEmpty:
                yield return "only in the old document";
                break;
            case ChangeKind.Unchanged:
                break;
            case ChangeKind.Modified when change.Consequence is { } consequence:
                yield return isBrief ? "consequential" : $"follows from another change ({NameOf(consequence)})";
                break;
            case ChangeKind.Modified:
                yield return change.Edits.Any(edit => edit.Operation != EditOperation.Equal) ? "reworded" : "footnotes changed";
                break;
            case ChangeKind.Inserted:
                yield return "new";
                break;
            case ChangeKind.Deleted:
                yield return "deleted";
                break;
            case ChangeKind.Split:
                yield return isBrief ? "split" : $"split into {List(change.New)}";
                break;
            case ChangeKind.Merged:
                yield return isBrief ? "merged" : $"merged from {List(change.Old)}";
                break;
            default:
                throw new InvalidOperationException($"There is no kind of change {change.Kind}.");
        }

        if (change.Moved)
        {
            yield return isBrief ? "moved" : $"moved from {DescribeOldPlace(change.Old[0])}";
        }

        if (IsUnchanged(change))
        {
            yield return change.Renumbered ? "renumbered" : "unchanged";
        }
    }

    /// <summary>Where a unit stood: after its neighbour of the old document, by the old label and the new one.</summary>
    private string DescribeOldPlace(Unit unit)
    {
        var units = comparison.Old.Units;
        var index = unit.Index - 1;
        while (index >= 0 && units[index].Parent != unit.Parent && index != unit.Parent)
        {
            index--;
        }

        if (index < 0 || units[index].Section is Section.Masthead or Section.Title or Section.Opening)
        {
            return "the beginning";
        }

        var neighbour = units[index];
        var now = _changeOfOld.TryGetValue(neighbour.Index, out var change) ? change.New : [];
        return now switch
        {
            [] => $"after {neighbour.Label} (deleted)",
            [{ Label: var label }] when label == neighbour.Label => $"after {neighbour.Label}",
            _ => $"after {neighbour.Label} (now {List(now)})",
        };
    }

    private static string List(ImmutableArray<Unit> units) => units switch
    {
        [var only] => only.Label,
        _ => $"{string.Join(", ", units[..^1].Select(unit => unit.Label))} and {units[^1].Label}",
    };

    private static string NameOf(Consequence consequence) => consequence switch
    {
        Consequence.FootnoteMark => "footnote number",
        Consequence.CrossReference => "cross-reference",
        Consequence.ChainWord => "chain word",
        _ => throw new InvalidOperationException($"There is no consequence {consequence}."),
    };

    /// <summary>The last words before a mark.</summary>
    private static string DescribePlace(string text, int at)
    {
        var start = Math.Max(0, at - WordsBeforeMark);
        var space = start == 0 ? -1 : text.IndexOf(' ', start, at - start);
        start = space >= 0 && space < at - 1 ? space + 1 : start;
        while (start > 0 && start < at && IsInsideCluster(text[start]))
        {
            start++;
        }

        var words = VisibleText.Of(text[start..at].Trim(' '));
        return words.Length == 0 ? "" : $" after {RightToLeft.Embed($"“{(start > 0 ? "…" : "")}{words}”")}";
    }

    private static bool IsInsideCluster(char c) =>
        char.IsLowSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
