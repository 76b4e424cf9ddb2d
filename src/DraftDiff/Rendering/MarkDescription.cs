using System.Globalization;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>
/// Says what became of the footnotes of a paragraph, at their marks: marks that came and went, marks of notes whose words
/// are other ones. What the words were is shown at the note.
/// </summary>
internal sealed class MarkDescription
{
    private const int WordsBeforeMark = 24;

    private readonly HashSet<string> _changedNotes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _markedOld;
    private readonly Dictionary<string, List<string>> _markedNew;

    public MarkDescription(DraftComparison comparison)
    {
        _markedOld = UnitsByNote(comparison.Old);
        _markedNew = UnitsByNote(comparison.New);
        foreach (var change in comparison.Script.Changes)
        {
            if (change is { Kind: ChangeKind.Modified, IsSubstantive: true, New: [{ Section: Section.Footnotes } note] })
            {
                _changedNotes.Add(note.Label);
            }
        }
    }

    /// <summary>What there is to say of the marks of a change, a line each.</summary>
    /// <param name="change">The change.</param>
    /// <param name="showAll">True to tell marks too whose number only shifted.</param>
    public IEnumerable<string> LinesOf(Change change, bool showAll)
    {
        foreach (var edit in change.MarkEdits)
        {
            var isAdded = edit.Operation == EditOperation.Insert;
            var units = isAdded ? change.New : change.Old;
            var where = units is [var unit] ? DescribePlace(unit.Text, edit.Mark.At) : "";
            yield return $"footnote mark {(isAdded ? "added" : "removed")}: {VisibleText.Of(edit.Mark.Number)} ({edit.Mark.Note ?? "without a footnote"}){where}";
        }

        foreach (var note in ChangedNotesOf(change))
        {
            yield return $"footnote reworded: {note}";
        }

        foreach (var shift in showAll ? change.MarkShifts : [])
        {
            yield return $"follows from other changes: footnote mark {VisibleText.Of(shift.Old.Number)} is now {VisibleText.Of(shift.New.Number)}";
        }
    }

    /// <summary>The labels of the footnotes of a change that both documents have, in other words.</summary>
    public IEnumerable<string> ChangedNotesOf(Change change) => change.Old.IsEmpty || _changedNotes.Count == 0 ? [] :
        change.New.SelectMany(unit => unit.Marks).Select(mark => mark.Note).OfType<string>().Where(_changedNotes.Contains).Distinct();

    /// <summary>Where a footnote is marked: <c>, marked in PP3 and OP7</c>; empty where it is not.</summary>
    public string PlacesOf(Change change)
    {
        var (units, isNew) = change.New.IsEmpty ? (change.Old, false) : (change.New, true);
        return units is [{ Section: Section.Footnotes } note] && (isNew ? _markedNew : _markedOld).TryGetValue(note.Label, out var labels)
            ? $", marked in {ChangeDescription.List([.. labels.Select(label => isNew ? label : "old " + label)])}"
            : "";
    }

    // The labels of the units that have a mark of each note.
    private static Dictionary<string, List<string>> UnitsByNote(DraftTree tree)
    {
        var marked = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var unit in tree.Units)
        {
            for (var i = 0; i < unit.Marks.Length; i++)
            {
                if (unit.Marks[i].Note is not { } note || IsMarkedBefore(unit, i))
                {
                    continue;
                }

                if (!marked.TryGetValue(note, out var labels))
                {
                    marked.Add(note, labels = []);
                }

                labels.Add(unit.Label);
            }
        }

        return marked;
    }

    private static bool IsMarkedBefore(Unit unit, int mark)
    {
        for (var i = 0; i < mark; i++)
        {
            if (unit.Marks[i].Note == unit.Marks[mark].Note)
            {
                return true;
            }
        }

        return false;
    }

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
