using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>Says from where a unit moved, by the neighbour it had, and whither, by one that stayed.</summary>
internal sealed class MoveDescription(DraftComparison comparison)
{
    private readonly Dictionary<int, Change> _changeOfOld = comparison.Script.Changes
        .SelectMany(change => change.Old.Select(unit => (unit.Index, change)))
        .ToDictionary(pair => pair.Index, pair => pair.change);

    /// <summary>Whither and whence: <c>moved down from after old OP3</c>, <c>moved up from the beginning of the operative part</c>.</summary>
    public string Of(Change change)
    {
        var unit = change.Old[0];
        var stayed = NeighbourOf(unit, isKept: true);
        var isUp = stayed is not null && change.New[0].Index < _changeOfOld[stayed.Index].New[0].Index;
        var from = NeighbourOf(unit, isKept: false) is { } neighbour ? $"after old {neighbour.Label}" : $"the beginning{BeginningOf(unit)}";
        return $"moved {(isUp ? "up" : "down")} from {from}";
    }

    /// <summary>What a unit became that stands in another part or on another level than before; null where it does not.</summary>
    public static string? PlaceOf(Change change)
    {
        if (change is not { Old: [var old], New: [var @new] })
        {
            return null;
        }

        return (old.Section, @new.Section) switch
        {
            (Section.Preamble, Section.Operative) => "from the preamble to the operative part",
            (Section.Operative, Section.Preamble) => "from the operative part to the preamble",
            (Section.Annex, Section.Preamble or Section.Operative) => "from the annex to the resolution",
            (Section.Preamble or Section.Operative, Section.Annex) => "from the resolution to the annex",
            _ when old.Section != @new.Section || (old.Parent < 0) == (@new.Parent < 0) => null,
            _ => @new.Parent < 0 ? "no longer a subparagraph" : "now a subparagraph",
        };
    }

    // The nearest unit before it, on its level or above it; if wanted, one that both documents have and that stayed in its place.
    private Unit? NeighbourOf(Unit unit, bool isKept)
    {
        var units = comparison.Old.Units;
        for (var index = unit.Index - 1; index >= 0; index--)
        {
            var other = units[index];
            if (!IsParagraph(other))
            {
                return null;
            }

            if ((other.Parent == unit.Parent || index == unit.Parent) && other.Section == unit.Section
                && (!isKept || _changeOfOld[index] is { Moved: false, New.IsEmpty: false }))
            {
                return other;
            }
        }

        return null;
    }

    private static bool IsParagraph(Unit unit) => unit.Section is not (Section.Masthead or Section.Title or Section.Opening);

    private static string BeginningOf(Unit unit) => unit.Section switch
    {
        _ when unit.Parent >= 0 => " of the subparagraphs",
        Section.Preamble => " of the preamble",
        Section.Operative => " of the operative part",
        Section.Annex => " of the annex",
        _ => "",
    };
}
