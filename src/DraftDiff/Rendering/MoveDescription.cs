using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>Says from where a unit moved, by the neighbour it had, and whither, by one that stayed.</summary>
internal sealed class MoveDescription(DraftComparison comparison)
{
    private readonly Change?[] _stayed = Stayed(comparison);

    /// <summary>Whither and whence: <c>moved down from after old OP3</c>, <c>moved up from the beginning of the operative part</c>.</summary>
    public string Of(Change change)
    {
        var unit = change.Old[0];
        var direction = unit.Section != change.New[0].Section ? ""
            : _stayed[unit.Index] is { } stayed && change.New[0].Index < stayed.New[0].Index ? " up"
            : " down";
        return $"moved{direction} from {(NeighbourOf(unit) is { } neighbour ? $"after old {neighbour.Label}" : $"the beginning{BeginningOf(unit)}")}";
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

    // The unit before it on its level, or the one it is the first under.
    private Unit? NeighbourOf(Unit unit)
    {
        var units = comparison.Old.Units;
        var index = unit.Index - 1;
        while (index > unit.Parent && units[index].Parent > unit.Parent)
        {
            index = units[index].Parent;
        }

        return index >= 0 && IsParagraph(units[index]) && units[index].Section == unit.Section ? units[index] : null;
    }

    // For each old unit the change of the nearest one before it that both documents have and that stayed in its place.
    private static Change?[] Stayed(DraftComparison comparison)
    {
        var changes = Departures.ChangesByOldUnit(comparison);
        var stayed = new Change?[changes.Length];
        for (var i = 1; i < stayed.Length; i++)
        {
            stayed[i] = changes[i - 1] is { Moved: false, New.IsEmpty: false } change ? change : stayed[i - 1];
        }

        return stayed;
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
