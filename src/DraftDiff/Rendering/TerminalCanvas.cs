using System.Collections.Immutable;

namespace DraftDiff.Rendering;

/// <summary>A page of so many cells that styled text is written on, from the top down.</summary>
internal sealed class TerminalCanvas(TextWriter output, int width, bool color)
{
    private const string ColumnSeparator = " │ ";
    private const string Reset = "\u001B[0m";

    private readonly LineWrapper _wrapper = new();

    /// <summary>The cells of a line.</summary>
    public int Width => width;

    /// <summary>True where colour tells styles apart, so that marks need not.</summary>
    public bool HasColor => color;

    /// <summary>Ends a line with nothing on it.</summary>
    public void WriteBlankLine() => output.WriteLine();

    /// <summary>Writes a line as it is.</summary>
    public void WriteLine(params ReadOnlySpan<StyledText> texts)
    {
        WritePieces([.. texts], fromTheRight: false);
        output.WriteLine();
    }

    /// <summary>Writes a heading on a rule as wide as the page, where it leaves room for one.</summary>
    public void WriteRule(string title)
    {
        var rest = new string('─', Math.Max(0, width - CellWidth.Of(title) - 4));
        WriteHanging(
            new StyledText("── ", TextStyle.Faint),
            [new StyledText(title, TextStyle.Strong), new StyledText($" {rest}", TextStyle.Faint)]);
    }

    /// <summary>
    /// Writes texts wrapped, behind something that only their first line has, with a hanging indent as wide as that. Those
    /// that are read from the right end at the right edge.
    /// </summary>
    public void WriteHanging(StyledText lead, IEnumerable<StyledText> texts, bool fromTheRight = false)
    {
        var indent = CellWidth.Of(lead.Text);
        var cells = Math.Max(2, width - indent);
        foreach (var line in _wrapper.Wrap(texts, cells))
        {
            WriteStyled(lead.Style, lead.Text);
            WriteSpaces(fromTheRight ? cells - LineWrapper.WidthOf(line) : 0);
            WritePieces(line, fromTheRight);
            output.WriteLine();
            lead = new StyledText(new string(' ', indent), TextStyle.Plain);
        }
    }

    /// <summary>Writes texts in two columns, wrapped and indented, their first lines level with each other.</summary>
    public void WriteColumns(
        int indent,
        bool fromTheRight,
        IEnumerable<ImmutableArray<StyledText>> left,
        IEnumerable<ImmutableArray<StyledText>> right)
    {
        var cells = Math.Max(2, (width - indent - ColumnSeparator.Length) / 2);
        var leftLines = left.SelectMany(texts => _wrapper.Wrap(texts, cells)).ToArray();
        var rightLines = right.SelectMany(texts => _wrapper.Wrap(texts, cells)).ToArray();
        for (var i = 0; i < Math.Max(leftLines.Length, rightLines.Length); i++)
        {
            var leftLine = i < leftLines.Length ? leftLines[i] : [];
            var rightLine = i < rightLines.Length ? rightLines[i] : [];
            var (leftRest, rightRest) = (cells - LineWrapper.WidthOf(leftLine), cells - LineWrapper.WidthOf(rightLine));
            WriteSpaces(fromTheRight ? indent + leftRest : indent);
            WritePieces(leftLine, fromTheRight);
            WriteSpaces(fromTheRight ? 0 : leftRest);
            WriteStyled(TextStyle.Faint, rightLine.IsEmpty ? ColumnSeparator.TrimEnd() : ColumnSeparator);
            WriteSpaces(fromTheRight && !rightLine.IsEmpty ? rightRest : 0);
            WritePieces(rightLine, fromTheRight);
            output.WriteLine();
        }
    }

    // One outer isolate puts the pieces in order from the right; one around the words of each keeps the marks between
    // them, which are neither left nor right, from wandering.
    private void WritePieces(ImmutableArray<StyledText> pieces, bool fromTheRight)
    {
        if (!fromTheRight)
        {
            foreach (var piece in pieces)
            {
                WriteStyled(piece.Style, piece.Open + piece.Text + piece.Close);
            }
        }
        else if (!pieces.IsEmpty)
        {
            output.Write(RightToLeft.Isolate);
            foreach (var piece in pieces)
            {
                WriteStyled(piece.Style, piece.Open + RightToLeft.Isolate + piece.Text + RightToLeft.Pop + piece.Close);
            }

            output.Write(RightToLeft.Pop);
        }
    }

    private void WriteStyled(TextStyle style, string text)
    {
        if (!color || style == TextStyle.Plain || text.Length == 0)
        {
            output.Write(text);
            return;
        }

        output.Write(SelectGraphicRendition(style));
        output.Write(text);
        output.Write(Reset);
    }

    // Struck through and underlined too, because one man in twelve does not see red from green.
    private static string SelectGraphicRendition(TextStyle style) => style switch
    {
        TextStyle.Deleted => "\u001B[31;9m",
        TextStyle.Inserted => "\u001B[32;4m",
        TextStyle.DeletedInConsequence => "\u001B[2;31;9m",
        TextStyle.InsertedInConsequence => "\u001B[2;32;4m",
        TextStyle.Removed => "\u001B[31m",
        TextStyle.Added => "\u001B[32m",
        TextStyle.Strong => "\u001B[1m",
        TextStyle.Faint => "\u001B[2m",
        _ => throw new InvalidOperationException($"There is no colour for {style}."),
    };

    private void WriteSpaces(int count) => output.Write(new string(' ', Math.Max(0, count)));
}
