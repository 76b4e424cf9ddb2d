using System.Collections.Immutable;

namespace DraftDiff.Differencing;

/// <summary>Turns a change round: what it is when the new document is taken for the old one.</summary>
internal static class ScriptInverse
{
    public static Change Of(Change change) => change with
    {
        Kind = change.Kind switch
        {
            ChangeKind.Unchanged => ChangeKind.Unchanged,
            ChangeKind.Modified => ChangeKind.Modified,
            ChangeKind.Inserted => ChangeKind.Deleted,
            ChangeKind.Deleted => ChangeKind.Inserted,
            ChangeKind.Split => ChangeKind.Merged,
            ChangeKind.Merged => ChangeKind.Split,
            _ => throw new InvalidOperationException($"There is no kind of change {change.Kind}."),
        },
        Old = change.New,
        New = change.Old,
        Edits = Of(change.Edits),
        MarkEdits = Of(change.MarkEdits),
        MarkShifts = change.MarkShifts.IsEmpty ? [] : [.. change.MarkShifts.Select(shift => new MarkShift(shift.New, shift.Old))],
    };

    // What is taken away stands before what is added, either way round.
    private static ImmutableArray<WordEdit> Of(ImmutableArray<WordEdit> edits)
    {
        if (edits.IsEmpty)
        {
            return [];
        }

        var inverse = ImmutableArray.CreateBuilder<WordEdit>(edits.Length);
        foreach (var edit in edits)
        {
            var turned = edit with { Operation = Of(edit.Operation) };
            if (turned.Operation == EditOperation.Delete && inverse.Count > 0 && inverse[^1].Operation == EditOperation.Insert)
            {
                inverse.Insert(inverse.Count - 1, turned);
            }
            else
            {
                inverse.Add(turned);
            }
        }

        return inverse.MoveToImmutable();
    }

    private static ImmutableArray<MarkEdit> Of(ImmutableArray<MarkEdit> edits) => edits.IsEmpty ? [] :
    [
        .. edits.Where(edit => edit.Operation == EditOperation.Insert).Select(Of),
        .. edits.Where(edit => edit.Operation == EditOperation.Delete).Select(Of),
    ];

    private static MarkEdit Of(MarkEdit edit) => edit with { Operation = Of(edit.Operation) };

    private static EditOperation Of(EditOperation operation) => operation switch
    {
        EditOperation.Equal => EditOperation.Equal,
        EditOperation.Delete => EditOperation.Insert,
        EditOperation.Insert => EditOperation.Delete,
        _ => throw new InvalidOperationException($"There is no operation {operation}."),
    };
}
