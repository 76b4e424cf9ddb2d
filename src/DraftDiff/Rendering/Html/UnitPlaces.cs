using System.Globalization;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering.Html;

/// <summary>What a page says of units beside what it shows, for whoever reads it again.</summary>
internal static class UnitPlaces
{
    /// <summary>The place of a unit in its document; null for none.</summary>
    public static string? IndexOf(Unit? unit) => unit?.Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The label of a footnote; null of another unit.</summary>
    public static string? NoteLabelOf(Unit? unit) => unit is { Section: Section.Footnotes } ? unit.Label : null;
}
