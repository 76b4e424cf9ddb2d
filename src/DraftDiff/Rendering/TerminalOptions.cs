namespace DraftDiff.Rendering;

/// <summary>How a comparison or a tree is shown in a terminal.</summary>
/// <param name="Width">Cells a line; lines are as long as they must be where it is less than they can be.</param>
/// <param name="Color">True to tell deleted and inserted words apart by colour; otherwise marks do, as in git's word diff.</param>
/// <param name="ShowAll">True to show what is otherwise folded: unchanged paragraphs, and what only follows from other changes.</param>
/// <param name="SideBySide">True to put the old words left and the new ones right.</param>
/// <param name="Paragraph">The label of the one paragraph to show, with its subparagraphs; null to show all.</param>
/// <param name="NamesOptions">True to say with which option what is folded is shown; false where another program runs this one, and a reader can give none.</param>
public sealed record TerminalOptions(
    int Width = 80, bool Color = false, bool ShowAll = false, bool SideBySide = false, string? Paragraph = null, bool NamesOptions = true);
