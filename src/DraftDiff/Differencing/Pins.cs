using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>Sets on the board what a person said of the match, before the matchers begin.</summary>
internal static class Pins
{
    public static void Set(Side old, Side @new, ImmutableArray<MatchOverride> overrides)
    {
        foreach (var said in overrides)
        {
            var (i, j) = (Find(old, said.Old), Find(@new, said.New));
            if (said.Old is null || said.New is null)
            {
                SetAside(old, i);
                SetAside(@new, j);
            }
            else if (i >= 0 && j >= 0 && old.IsFree(i) && @new.IsFree(j) && IsNote(old, i) == IsNote(@new, j))
            {
                old.SetPartner(i, j);
                @new.SetPartner(j, i);
            }
        }
    }

    private static void SetAside(Side side, int index)
    {
        if (index >= 0 && side.IsFree(index))
        {
            side.SetAside(index);
        }
    }

    private static int Find(Side side, string? label)
    {
        for (var i = 0; label is not null && i < side.Count; i++)
        {
            if (side.Units[i].Section != Section.Masthead && side.Units[i].Label == label)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNote(Side side, int index) => side.ZoneOf(index) == Zone.Footnotes;
}
