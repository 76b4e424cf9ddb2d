namespace DraftDiff.Differencing;

/// <summary>How many changes of each kind a script holds. The kinds partition the changes; moved and renumbered overlap them.</summary>
/// <param name="Unchanged">Changes of the kind <see cref="ChangeKind.Unchanged"/>.</param>
/// <param name="Modified">Those of the kind <see cref="ChangeKind.Modified"/>.</param>
/// <param name="Inserted">Those of the kind <see cref="ChangeKind.Inserted"/>.</param>
/// <param name="Deleted">Those of the kind <see cref="ChangeKind.Deleted"/>.</param>
/// <param name="Moved">Those whose place changed.</param>
/// <param name="Renumbered">Those that got another number.</param>
/// <param name="Split">Those of the kind <see cref="ChangeKind.Split"/>.</param>
/// <param name="Merged">Those of the kind <see cref="ChangeKind.Merged"/>.</param>
public readonly record struct EditSummary(
    int Unchanged, int Modified, int Inserted, int Deleted, int Moved, int Renumbered, int Split, int Merged)
{
    /// <summary>Counts the changes of a script.</summary>
    internal static EditSummary Of(IEnumerable<Change> changes)
    {
        var summary = default(EditSummary);
        foreach (var change in changes)
        {
            summary = change.Kind switch
            {
                ChangeKind.Unchanged => summary with { Unchanged = summary.Unchanged + 1 },
                ChangeKind.Modified => summary with { Modified = summary.Modified + 1 },
                ChangeKind.Inserted => summary with { Inserted = summary.Inserted + 1 },
                ChangeKind.Deleted => summary with { Deleted = summary.Deleted + 1 },
                ChangeKind.Split => summary with { Split = summary.Split + 1 },
                ChangeKind.Merged => summary with { Merged = summary.Merged + 1 },
                _ => throw new InvalidOperationException($"There is no kind of change {change.Kind}."),
            };
            summary = summary with
            {
                Moved = summary.Moved + (change.Moved ? 1 : 0),
                Renumbered = summary.Renumbered + (change.Renumbered ? 1 : 0),
            };
        }

        return summary;
    }
}
