using DraftDiff.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>
/// Tells which lines begin a paragraph, by where they stand: below a gap, indented, under a line that ended although more
/// would have fitted on it, in letters of another size. Columns and pages are one flow: a paragraph goes on from one to the next.
/// </summary>
internal sealed class ParagraphFinder(PageStyle style)
{
    private const double Indent = 0.9;
    private const double FarIndent = 8;
    private const double SameIndent = 0.2;
    private const double WidestApart = 0.6;
    private const double RoomOfSpace = 0.25;
    private const double RoomOfSentence = 2;
    private const double WideGap = 1.35;
    private const double Gap = 1.12;
    private const double OtherSize = 0.08;
    private const double CentreTolerance = 1.5;
    private const int LinesAround = 4;
    private const int LongestLabel = 4;

    private (Column Column, int Index, List<Glyph> Text, bool IsFirst)? _last;

    // True where the paragraph begins with a capital: where those do, small letters behind a comma go on with one.
    private bool _startsLarge;

    /// <summary>True where the next line of the flow begins a paragraph.</summary>
    /// <param name="column">The column it stands in.</param>
    /// <param name="index">Its index there.</param>
    /// <param name="text">Its glyphs in the order in which they are read.</param>
    public bool Begins(Column column, int index, List<Glyph> text)
    {
        if (_last is not null && text.TrueForAll(glyph => glyph.IsRaised || glyph.IsSpace))
        {
            // A mark that has come to stand alone.
            return false;
        }

        var begins = _last is not var (lastColumn, lastIndex, lastText, lastIsFirst) || Begins(column, index, text, lastColumn, lastIndex, lastText, lastIsFirst);
        _last = (column, index, text, begins);
        _startsLarge = begins ? StartsLarge(text) : _startsLarge;
        return begins;
    }

    private bool Begins(Column column, int index, List<Glyph> text, Column lastColumn, int lastIndex, List<Glyph> lastText, bool lastIsFirst)
    {
        var line = column.Lines[index];
        var last = lastColumn.Lines[lastIndex];
        if (IsOtherSize(line, last) || line.IsBold != last.IsBold)
        {
            return true;
        }

        var label = LabelOf(text);
        var ends = EndsSentence(lastText);
        var isCentred = IsCentred(line, column) && IsCentred(last, lastColumn);
        var goesOn = label == 0 && StartsSmall(text) && (!ends || (_startsLarge && EndsWithComma(lastText)));
        if (column == lastColumn)
        {
            // Double spacing, or a raised mark, sets lines apart too.
            var gap = (last.Baseline - line.Baseline) / (style.Leading * line.Size);
            if (gap > WideGap || gap < 0)
            {
                return true;
            }

            if (gap > Gap && ends)
            {
                return true;
            }
        }

        if (label > 0 && (ends || EndsEarly(lastColumn, lastIndex, text)))
        {
            return true;
        }

        if (isCentred)
        {
            // A title is broken where it pleases; a meeting and a date below it stand for themselves.
            return ends || (!line.IsBold && line.Size <= style.Size && EndsEarly(lastColumn, lastIndex, text));
        }

        if (!goesOn && (EndsEarly(lastColumn, lastIndex, text) || StandApart(column, index, lastColumn, lastIndex)))
        {
            return true;
        }

        // From one column or page to the next, only behind the end of a sentence.
        return !goesOn && (ends || column == lastColumn) && IsIndented(column, index, IndentOf(lastColumn, lastIndex), lastIsFirst, LabelOf(lastText) > 0);
    }

    /// <summary>True for a line that stands further in than the one above.</summary>
    private bool IsIndented(Column column, int index, double above, bool lastIsFirst, bool lastIsLabelled)
    {
        var least = Indent * column.Lines[index].Size;
        var indent = IndentOf(column, index);

        // Under a label that hangs, words stand further in than it; where paragraphs have a line each, all of them stand in.
        return indent - above > least ? indent - above < FarIndent * column.Lines[index].Size && (!lastIsFirst || !lastIsLabelled)
            : lastIsFirst && Math.Abs(indent - above) < least / 2 && indent > least && StandsOut(column, index);
    }

    /// <summary>True below a line that stands at the far margin, where the next one begins elsewhere: a meeting, and the date below it.</summary>
    private bool StandApart(Column column, int index, Column lastColumn, int lastIndex)
    {
        var (indent, above) = (IndentOf(column, index), IndentOf(lastColumn, lastIndex));
        var size = column.Lines[index].Size;
        var last = lastColumn.Lines[lastIndex];
        return above > FarIndent * size && last.Right - last.Left < WidestApart * (lastColumn.Right - lastColumn.Left) && Math.Abs(indent - above) > SameIndent * size;
    }

    /// <summary>True for a line that stands further in than the one below.</summary>
    private bool StandsOut(Column column, int index) =>
        index + 1 >= column.Lines.Count || IndentOf(column, index) - IndentOf(column, index + 1) > Indent * column.Lines[index].Size;

    private double IndentOf(Column column, int index) =>
        style.IsRightToLeft ? column.Right - column.Lines[index].Right : column.Lines[index].Left - column.Left;

    /// <summary>How much room a line leaves to the margin that the lines around it keep.</summary>
    private double RoomBehind(Column column, int index)
    {
        var line = column.Lines[index];
        var room = 0.0;
        for (var i = Math.Max(index - LinesAround, 0); i <= index + LinesAround && i < column.Lines.Count; i++)
        {
            if (column.Lines[i].IsBold != line.IsBold || IsOtherSize(column.Lines[i], line))
            {
                continue;
            }

            room = Math.Max(room, style.IsRightToLeft ? line.Left - column.Lines[i].Left : column.Lines[i].Right - line.Right);
        }

        return room;
    }

    private static bool IsOtherSize(PrintedLine one, PrintedLine other) => Math.Abs(one.Size - other.Size) > OtherSize * other.Size;

    private static bool IsCentred(PrintedLine line, Column column) =>
        line.Left - column.Left > CentreTolerance * line.Size
        && Math.Abs(line.Left - column.Left - (column.Right - line.Right)) < CentreTolerance * line.Size;

    /// <summary>True where the first word of the next line would have fitted on a line.</summary>
    private bool EndsEarly(Column column, int index, List<Glyph> next)
    {
        // A sentence that goes on has to leave more room.
        var width = column.Lines[index].Size * (StartsSmall(next) ? RoomOfSentence : RoomOfSpace);
        foreach (var glyph in next)
        {
            if (glyph.Text is " " or "\t")
            {
                break;
            }

            width += glyph.Right - glyph.Left;
            if (Characters.IsHan(glyph.Text[0]))
            {
                // Behind a Han character a line may end, but not in front of a sign.
                width += glyph.Right - glyph.Left;
                break;
            }
        }

        return RoomBehind(column, index) > width;
    }

    /// <summary>The number of glyphs of the label that a line begins with: 1., 1 -, (a), a), (i), ‘1’; 0 where it begins with none.</summary>
    private static int LabelOf(List<Glyph> text)
    {
        var opens = text.Count > 0 && text[0].Text is "(" or "（" or "‘" ? 1 : 0;
        var length = opens;
        while (length < text.Count && length - opens < LongestLabel && text[length].Text is [var c, ..] && char.IsLetterOrDigit(c) && !text[length].IsRaised)
        {
            length++;
        }

        if (length == opens || length >= text.Count)
        {
            return 0;
        }

        var isNumber = char.IsDigit(text[opens].Text[0]);
        if (isNumber && text[length].Text == "\t")
        {
            return length;
        }

        // In Arabic a number has a hyphen behind it, apart.
        length += isNumber && text[length].Text == " " && length + 1 < text.Count && text[length + 1].Text is "-" or "–" ? 1 : 0;
        var closes = (text[length].Text is ")" or "）" or "’" && (!isNumber || opens > 0)) || (isNumber && text[length].Text is "-" or "–")
            || (text[length].Text is "." or "．" && (isNumber || length == opens + 1));
        return closes && (length + 1 >= text.Count || text[length + 1].Text is " " or "\t") ? length + 1 : 0;
    }

    private static bool StartsSmall(List<Glyph> text) => text.Count > 0 && char.IsLower(text[0].Text[0]);

    private static bool StartsLarge(List<Glyph> text)
    {
        var first = text.FindIndex(LabelOf(text), glyph => char.IsLetter(glyph.Text[0]));
        return first >= 0 && char.IsUpper(text[first].Text[0]);
    }

    private static bool EndsWithComma(List<Glyph> text) => LastOf(text) is "," or "،";

    private static bool EndsSentence(List<Glyph> text) =>
        LastOf(text) is "." or "," or ";" or ":" or "?" or "!" or "。" or "，" or "；" or "：" or "？" or "！" or "،" or "؛" or "؟";

    /// <summary>The last letter or sign of a line, marks and closing quotation marks aside.</summary>
    private static string LastOf(List<Glyph> text)
    {
        var end = text.Count;
        while (end > 0 && (text[end - 1].Text is " " or "\t" || text[end - 1].IsRaised || text[end - 1].Text is "”" or "’" or "\"" or "»" or ")" or "）" or "*" or "]"))
        {
            end--;
        }

        return end > 0 ? text[end - 1].Text : "";
    }
}
