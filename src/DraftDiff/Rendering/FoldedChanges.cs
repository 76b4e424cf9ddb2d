using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>
/// What is said of changes that are not shown: which paragraphs are unchanged, with the labels they had, and which only
/// follow from other changes. What a line counts is what it names.
/// </summary>
internal static class FoldedChanges
{
    /// <summary>The changes of a section as runs of neighbours that are shown and runs of neighbours that are folded.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="showAll">True to fold nothing.</param>
    /// <param name="departures">What is to be said behind a change, which then ends its run.</param>
    public static IEnumerable<ChangeRun> RunsOf(ImmutableArray<Change> changes, bool showAll, Departures? departures = null)
    {
        for (var start = 0; start < changes.Length;)
        {
            var isShown = showAll || changes[start].IsSubstantive;
            var end = start + 1;
            while (end < changes.Length && (showAll || changes[end].IsSubstantive) == isShown && departures?.Behind(changes[end - 1]) is null or [])
            {
                end++;
            }

            yield return new ChangeRun(isShown, changes[start..end]);
            start = end;
        }
    }

    /// <summary>A line for each thing there is to say of neighbours that no drafter changed, in their order.</summary>
    /// <param name="changes">The neighbours.</param>
    /// <param name="noun">What a unit among them is called.</param>
    /// <param name="description">What is said of the changes of the comparison.</param>
    /// <param name="hint">How to see what follows from other changes; empty where a reader can't.</param>
    public static List<string> Describe(ImmutableArray<Change> changes, string noun, ChangeDescription description, string hint)
    {
        var lines = new List<string>();
        var kinds = KindsOf(changes);
        foreach (var kind in kinds)
        {
            // Concatenated: an interpolated string within another one makes .NET find out how fast it can tell the core it runs on,
            // which takes longer than all that is written here.
            var alike = kind is FoldedKind.Unchanged or FoldedKind.Placed or FoldedKind.Consequential ? AllOf(kind, changes) : [];
            switch (kind)
            {
                case FoldedKind.Unchanged:
                    lines.Add(string.Concat([CountOf(alike, noun), " ", description.Kept, " (", Ranges(alike), ")"]));
                    break;
                case FoldedKind.Placed:
                    lines.Add(string.Join("; ", alike.Select(change => $"{ChangeDescription.LabelOf(change)} {description.Kept}, {MoveDescription.PlaceOf(change)}")));
                    break;
                case FoldedKind.Consequential:
                    lines.Add(string.Concat([CountOf(alike, noun), alike.Length == 1 ? " only follows" : " only follow", " from other changes (", Ranges(alike), hint, ")"]));
                    break;
                default:
                    break;
            }
        }

        foreach (var change in changes)
        {
            if (description.Marks.ChangedNotesOf(change).ToArray() is { Length: > 0 } notes)
            {
                lines.Add($"{(notes.Length == 1 ? "footnote" : "footnotes")} of {ChangeDescription.LabelOf(change)} reworded ({string.Join(", ", notes)})");
            }
        }

        if (kinds.Contains(FoldedKind.OnlyNew))
        {
            lines.Add($"only the new document has {string.Join(", ", AllOf(FoldedKind.OnlyNew, changes).SelectMany(change => change.New).Select(NameOf))}");
        }

        if (kinds.Contains(FoldedKind.OnlyOld))
        {
            lines.Add($"only the old document has {string.Join(", ", AllOf(FoldedKind.OnlyOld, changes).SelectMany(change => change.Old).Select(NameOf))}");
        }

        return lines;
    }

    /// <summary>A number with its noun.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static FoldedKind KindOf(Change change) => change switch
    {
        { Old.IsEmpty: true } => FoldedKind.OnlyNew,
        { New.IsEmpty: true } => FoldedKind.OnlyOld,
        { Kind: not ChangeKind.Unchanged } => FoldedKind.Consequential,
        { Moved: true } => FoldedKind.Moved,
        _ => MoveDescription.PlaceOf(change) is null ? FoldedKind.Unchanged : FoldedKind.Placed,
    };

    /// <summary>The kinds that there are among changes, in the order of the first of each.</summary>
    private static List<FoldedKind> KindsOf(ImmutableArray<Change> changes)
    {
        var kinds = new List<FoldedKind>();
        foreach (var change in changes)
        {
            var kind = KindOf(change);
            if (!kinds.Contains(kind))
            {
                kinds.Add(kind);
            }
        }

        return kinds;
    }

    private static ImmutableArray<Change> AllOf(FoldedKind kind, ImmutableArray<Change> changes) => changes.RemoveAll(change => KindOf(change) != kind);

    /// <summary>How many changes there are: <c>4 paragraphs and 3 subparagraphs</c>.</summary>
    private static string CountOf(ImmutableArray<Change> changes, string noun)
    {
        var under = 0;
        foreach (var change in changes)
        {
            under += change.New[0].Parent >= 0 ? 1 : 0;
        }

        return (changes.Length - under, under) switch
        {
            (var count, 0) => Count(count, noun),
            (0, _) => Count(under, $"sub{noun}"),
            var (count, _) => $"{Count(count, noun)} and {Count(under, $"sub{noun}")}",
        };
    }

    /// <summary>The labels of changes, neighbours as a range: <c>OP1, OP3–OP7, OP9–OP12 were OP8–OP11</c>.</summary>
    private static string Ranges(ImmutableArray<Change> changes)
    {
        var ranges = new List<string>();
        for (var start = 0; start < changes.Length;)
        {
            var end = start + 1;
            while (end < changes.Length && AreNeighbours(changes[end - 1], changes[end]))
            {
                end++;
            }

            var (first, last) = (changes[start], changes[end - 1]);
            var range = Range(NameOf(first.New[0]), NameOf(last.New[0]));
            if (first.Old[0].Label != first.New[0].Label)
            {
                range += (end - start == 1 ? " was " : " were ") + Range(first.Old[0].Label, last.Old[0].Label);
            }

            ranges.Add(range);
            start = end;
        }

        return string.Join(", ", ranges);
    }

    private static string NameOf(Unit unit) =>
        ChangeSections.IsAroundText(unit.Section) ? ChangeDescription.NameOf(unit).ToLowerInvariant() : unit.Label;

    private static string Range(string first, string last) => first == last ? first : $"{first}–{last}";

    private static bool AreNeighbours(Change first, Change second) =>
        second.New[0].Index == first.New[0].Index + 1
        && second.Old[0].Index == first.Old[0].Index + 1
        && second.New[0].Section == first.New[0].Section
        && second.New[0].Section is not (Section.Masthead or Section.Title or Section.Opening)
        && !first.New[0].Label.EndsWith('*')
        && (second.Old[0].Label == second.New[0].Label) == (first.Old[0].Label == first.New[0].Label);

    /// <summary>What there is to say of a change that no drafter made.</summary>
    private enum FoldedKind
    {
        /// <summary>The same words in the same place.</summary>
        Unchanged,

        /// <summary>The same words in another part or on another level.</summary>
        Placed,

        /// <summary>Other words, which follow from other changes.</summary>
        Consequential,

        /// <summary>The same words, moved: nothing that is folded.</summary>
        Moved,

        /// <summary>Words that only the new document has.</summary>
        OnlyNew,

        /// <summary>Words that only the old document has.</summary>
        OnlyOld,
    }
}

/// <summary>Neighbours of which all are shown, or none.</summary>
internal readonly record struct ChangeRun(bool IsShown, ImmutableArray<Change> Changes);
