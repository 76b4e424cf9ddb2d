using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>
/// Says at the place that a moved unit left where it went, so that nobody looks for it there: behind the nearest unit before
/// it in the old document that stayed or was deleted.
/// </summary>
internal sealed class Departures
{
    private static readonly IReadOnlyList<Change> None = [];

    private readonly Dictionary<Change, List<Change>> _moved = new(ReferenceEqualityComparer.Instance);
    private readonly List<Change> _fromStarts = [];

    public Departures(DraftComparison comparison)
    {
        var changeOf = ChangesByOldUnit(comparison);
        Change? stayed = null;
        foreach (var unit in comparison.Old.Units)
        {
            switch (changeOf[unit.Index])
            {
                case { Moved: true } moved when moved.Old[0] == unit:
                    if (stayed is not null && stayed.Old[0].Section == unit.Section)
                    {
                        Add(stayed, moved);
                    }
                    else
                    {
                        _fromStarts.Add(moved);
                    }

                    break;
                case { Moved: false } here:
                    stayed = here;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What left the place behind a change, in the order of the old document.</summary>
    public IReadOnlyList<Change> Behind(Change change) => _moved.TryGetValue(change, out var moved) ? moved : None;

    /// <summary>What left the start of a section, in the order of the old document.</summary>
    public IEnumerable<Change> FromStartOf(Section section) => _fromStarts.Where(moved => moved.Old[0].Section == section);

    /// <summary>What left the place behind a change, a line each.</summary>
    public IReadOnlyList<string> LinesBehind(Change change) =>
        Behind(change) is { Count: > 0 } left ? [.. left.Select(moved => $"{Describe(moved)} {ChangeDescription.List(moved.New)}")] : [];

    /// <summary>What left, before where to: <c>old OP3 moved to</c>.</summary>
    public static string Describe(Change moved) => $"old {ChangeDescription.List(moved.Old)} moved to";

    /// <summary>What became of each unit of the old document, by its index.</summary>
    public static Change?[] ChangesByOldUnit(DraftComparison comparison)
    {
        var changes = new Change?[comparison.Old.Units.Length];
        foreach (var change in comparison.Script.Changes)
        {
            foreach (var unit in change.Old)
            {
                changes[unit.Index] = change;
            }
        }

        return changes;
    }

    private void Add(Change stayed, Change left)
    {
        if (!_moved.TryGetValue(stayed, out var moved))
        {
            _moved.Add(stayed, moved = []);
        }

        moved.Add(left);
    }
}
