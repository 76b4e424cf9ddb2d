using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>Says what changes are, in the words of a drafter.</summary>
internal sealed class ChangeDescription(DraftComparison comparison)
{
    private readonly MoveDescription _moves = new(comparison);

    /// <summary>What left its place.</summary>
    public Departures Departures { get; } = new(comparison);

    /// <summary>What became of the footnotes, at their marks.</summary>
    public MarkDescription Marks { get; } = new(comparison);

    /// <summary>What a unit is that both documents have: its words were compared, or only its place.</summary>
    public string Kept { get; } = KeptIn(comparison);

    /// <summary>What units are called that both documents of a comparison have.</summary>
    public static string KeptIn(DraftComparison comparison) => comparison.ComparesWords ? "unchanged" : "in both";

    /// <summary>True where both documents have the words in the same place, under whatever number.</summary>
    public static bool IsUnchanged(Change change) =>
        change is { Kind: ChangeKind.Unchanged, Moved: false, Old.IsEmpty: false, New.IsEmpty: false };

    /// <summary>
    /// The label under which a change is listed: the new one, with the old one where that was another
    /// (<c>OP10 (was OP9)</c>); <c>old OP9</c> for what the new document does not have under a label of its own. What stands
    /// around the text has a name.
    /// </summary>
    public static string LabelOf(Change change)
    {
        var unit = (change.New.IsEmpty ? change.Old : change.New)[0];
        if (ChangeSections.IsAroundText(unit.Section))
        {
            return NameOf(unit);
        }

        if (change.Kind is ChangeKind.Split or ChangeKind.Deleted)
        {
            return $"old {change.Old[0].Label}";
        }

        return change.Old is [{ Label: var old }] && old != unit.Label ? $"{unit.Label} (was {old})" : unit.Label;
    }

    /// <summary>What a unit around the text is called.</summary>
    public static string NameOf(Unit unit) => unit.Label switch
    {
        "symbol" => "Symbol",
        "body" => "Body",
        "date" => "Date",
        "original" => "Original language",
        "session" => "Session",
        "committee" => "Committee",
        "agenda-item" => "Agenda item",
        "document-type" => "Document type",
        "basis" => "Basis",
        "sponsors" => "Sponsors",
        "title" => "Title",
        "opening" => "Opening",
        var label when unit.Section == Section.Closing => $"Closing, line {label[(label.LastIndexOf('-') + 1)..]}",
        var label => label,
    };

    /// <summary>What happened, in a word or two each: <c>reworded, moved up from after OP3</c>.</summary>
    public string KindsOf(Change change) => string.Join(", ", ListKinds(change, isBrief: false)) + Marks.PlacesOf(change);

    /// <summary>What happened, in a word each: <c>reworded, moved</c>.</summary>
    public string BriefKindsOf(Change change) => string.Join(", ", ListKinds(change, isBrief: true));

    /// <summary>
    /// What else there is to say of a change, a line each: its footnotes, and what of it only follows from other changes.
    /// </summary>
    public IEnumerable<string> NotesOf(Change change, bool showAll) => Marks.LinesOf(change, showAll).Concat(ConsequencesOf(change));

    /// <summary>Several labels as a list: <c>OP1, OP2 and OP3</c>.</summary>
    public static string List(IReadOnlyList<string> labels) => labels switch
    {
        [var only] => only,
        _ => $"{string.Join(", ", labels.Take(labels.Count - 1))} and {labels[^1]}",
    };

    /// <summary>The labels of units as a list.</summary>
    public static string List(ImmutableArray<Unit> units, string before = "") => List([.. units.Select(unit => before + unit.Label)]);

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
            case ChangeKind.Unchanged when change.Moved:
                break;
            case ChangeKind.Unchanged:
                yield return change.Renumbered ? $"{Kept}, renumbered" : Kept;
                break;
            case ChangeKind.Modified when change.Consequence is not null:
                yield return isBrief ? "consequential" : "follows from other changes";
                break;
            case ChangeKind.Modified:
                yield return ChangeNatures.Of(change) switch
                {
                    ChangeNature.FootnotesOnly => "footnotes changed",
                    ChangeNature.PunctuationOnly => "punctuation changed",
                    _ => "reworded",
                };
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
                yield return isBrief ? "merged" : $"merged from {List(change.Old, "old ")}";
                break;
            default:
                throw new InvalidOperationException($"There is no kind of change {change.Kind}.");
        }

        if (change.Moved)
        {
            yield return isBrief ? "moved" : _moves.Of(change);
        }

        if (!isBrief && MoveDescription.PlaceOf(change) is { } place)
        {
            yield return place;
        }
    }

    private static IEnumerable<string> ConsequencesOf(Change change)
    {
        for (var i = 0; i < change.Edits.Length; i++)
        {
            if (change.Edits[i] is not { Consequence: { } consequence, Operation: not EditOperation.Equal } edit)
            {
                continue;
            }

            var isReplaced = i + 1 < change.Edits.Length && change.Edits[i + 1] is { Operation: EditOperation.Insert } && edit.Operation == EditOperation.Delete;
            var what = isReplaced ? $"{Quote(edit)} is now {Quote(change.Edits[++i])}"
                : edit.Operation == EditOperation.Insert ? $"{Quote(edit)} added"
                : $"{Quote(edit)} left out";
            yield return $"follows from other changes: {what} ({NameOf(consequence)})";
        }
    }

    private static string Quote(WordEdit edit) => RightToLeft.Embed($"“{VisibleText.Of(edit.Text.Trim())}”");

    private static string NameOf(Consequence consequence) => consequence switch
    {
        Consequence.FootnoteMark => "footnote number",
        Consequence.CrossReference => "cross-reference",
        Consequence.ChainWord => "chain word",
        _ => throw new InvalidOperationException($"There is no consequence {consequence}."),
    };
}
