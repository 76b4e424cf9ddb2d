namespace DraftDiff.Formats.Pdf;

/// <summary>A letter as a page shows it, or several that one shape draws. Lengths are points, from the page's lower left corner.</summary>
/// <param name="Text">The letters, in the order in which they are read; a space where white space is drawn.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">How high it stands.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="IsItalic">True in italics, or in what Chinese sets in their place.</param>
/// <param name="IsBold">True in bold.</param>
/// <param name="IsRaised">True where it is smaller and stands higher than the others of its line, as footnote marks do.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, bool IsItalic, bool IsBold, bool IsRaised = false)
{
    /// <summary>True for white space.</summary>
    public bool IsSpace => Text == " ";
}
