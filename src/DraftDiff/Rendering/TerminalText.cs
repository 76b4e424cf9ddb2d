namespace DraftDiff.Rendering;

/// <summary>Texts on a terminal that are not of a draft's comparison or history.</summary>
public static class TerminalText
{
    /// <summary>The beginning of a text, as much as so many cells hold.</summary>
    public static string Beginning(string text, int cells) => RightToLeft.Embed(CellWidth.Cut(VisibleText.Of(text), cells));

    /// <summary>Writes a text wrapped, behind something that only its first line has, with a hanging indent as wide as that.</summary>
    public static void WriteHanging(string lead, string text, TerminalOptions options, TextWriter output) =>
        new TerminalCanvas(output, options.Width, options.Color).WriteHanging(
            new StyledText(VisibleText.Of(lead), TextStyle.Plain),
            [new StyledText(VisibleText.Of(text), TextStyle.Plain)]);
}
