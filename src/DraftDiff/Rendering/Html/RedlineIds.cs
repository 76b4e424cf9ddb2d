using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering.Html;

/// <summary>What the elements of a redline are called, so that a link finds them: <c>OP9</c>, and <c>old-OP9</c> for the old document's.</summary>
internal static class RedlineIds
{
    /// <summary>What stands before the labels of the old document.</summary>
    public const string OldPrefix = "old-";

    /// <summary>The id of a unit of the old document.</summary>
    public static string OfOld(Unit unit) => OldPrefix + unit.Label;

    /// <summary>The id under which a change stands: in a split, that of the part that comes first in the new document.</summary>
    public static string Of(Change change) => change.New.IsEmpty ? OfOld(change.Old[0]) : Of(change.New.MinBy(unit => unit.Index)!);

    /// <summary>The id of a unit of the new document.</summary>
    public static string Of(Unit unit) => unit.Label;
}
