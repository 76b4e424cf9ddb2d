namespace DraftDiff.Rendering;

/// <summary>A page of so many cells that styled text is written on, from the top down.</summary>
internal sealed class TerminalCanvas(TextWriter output, int width, bool color)
{
    private const string ColumnSeparator = " │ ";
    private const string Reset = "\u001B[0m";

    // Each line is put into it in its turn, for there are many.
    private readonly List<LinePiece> _line = [];

    /// <summary>The cells of a line.</summary>
    public int Width => width;

    /// <summary>True where colour tells styles apart, so that marks need not.</summary>
    public bool HasColor => color;

    /// <summary>Ends a line with nothing on it.</summary>
    public void WriteBlankLine() => output.WriteLine();

    /// <summary>Writes a line as it is.</summary>
    public void WriteLine(params ReadOnlySpan<StyledText> texts)
    {
        foreach (var text in texts)
        {
            WriteStyled(text.Style, text.Text, text.Open, text.Close);
        }

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
    public void WriteHanging(StyledText lead, ReadOnlySpan<StyledText> texts, bool fromTheRight = false)
    {
        var indent = CellWidth.Of(lead.Text);
        var cells = Math.Max(2, width - indent);
        WriteStyled(lead.Style, lead.Text);
        var isFirst = true;
        foreach (var line in new LineWrapper(texts, cells, _line))
        {
            WriteSpaces(isFirst ? 0 : indent);
            WriteSpaces(fromTheRight ? cells - LineWrapper.WidthOf(line) : 0);
            WritePieces(line, fromTheRight);
            output.WriteLine();
            isFirst = false;
        }
    }

    /// <summary>Writes texts in two columns, wrapped and indented, their first lines level with each other.</summary>
    public void WriteColumns(
        int indent,
        bool fromTheRight,
        IEnumerable<StyledText[]> left,
        IEnumerable<StyledText[]> right)
    {
        var cells = Math.Max(2, (width - indent - ColumnSeparator.Length) / 2);
        var (leftLines, rightLines) = (LinesOf(left, cells), LinesOf(right, cells));
        for (var i = 0; i < Math.Max(leftLines.Count, rightLines.Count); i++)
        {
            var leftLine = i < leftLines.Count ? leftLines[i] : [];
            var rightLine = i < rightLines.Count ? rightLines[i] : [];
            var (leftRest, rightRest) = (cells - LineWrapper.WidthOf(leftLine), cells - LineWrapper.WidthOf(rightLine));
            WriteSpaces(fromTheRight ? indent + leftRest : indent);
            WritePieces(leftLine, fromTheRight);
            WriteSpaces(fromTheRight ? 0 : leftRest);
            WriteStyled(TextStyle.Faint, rightLine is [] ? ColumnSeparator.TrimEnd() : ColumnSeparator);
            WriteSpaces(fromTheRight && rightLine is not [] ? rightRest : 0);
            WritePieces(rightLine, fromTheRight);
            output.WriteLine();
        }
    }

    private List<LinePiece[]> LinesOf(IEnumerable<StyledText[]> column, int cells)
    {
        var lines = new List<LinePiece[]>();
        foreach (var texts in column)
        {
            foreach (var line in new LineWrapper(texts, cells, _line))
            {
                lines.Add(line.ToArray());
            }
        }

        return lines;
    }

    // One outer isolate puts the pieces in order from the right; one around the words of each keeps the marks between
    // them, which are neither left nor right, from wandering.
    private void WritePieces(ReadOnlySpan<LinePiece> pieces, bool fromTheRight)
    {
        var (isolate, pop) = fromTheRight && !pieces.IsEmpty ? (RightToLeft.Isolate, RightToLeft.Pop) : ("", "");
        output.Write(isolate);
        foreach (var piece in pieces)
        {
            WriteStyled(piece.Style, piece.Words, piece.Open + isolate, pop + piece.Close);
        }

        output.Write(pop);
    }

    private void WriteStyled(TextStyle style, ReadOnlySpan<char> words, string open = "", string close = "")
    {
        if (words.IsEmpty)
        {
            return;
        }

        var hasStyle = color && style != TextStyle.Plain;
        output.Write(hasStyle ? SelectGraphicRendition(style) : "");
        output.Write(open);
        output.Write(words);
        output.Write(close);
        output.Write(hasStyle ? Reset : "");
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

    private void WriteSpaces(int count)
    {
        for (; count > 0; count--)
        {
            output.Write(' ');
        }
    }
}
