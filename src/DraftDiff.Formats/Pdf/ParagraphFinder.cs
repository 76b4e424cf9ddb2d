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
    private const double NarrowSpace = 0.25;
    private const double WideSpace = 0.4;
    private const double RoomOfSentence = 2;
    private const double WideGap = 1.35;
    private const double Gap = 1.12;
    private const double OtherSize = 0.08;
    private const double CentreTolerance = 1.5;
    private const int LinesAround = 4;
    private const int LongestLabel = 4;

    private Place? _last;

    // True where the paragraph begins with a capital: where those do, small letters behind a comma go on with one.
    private bool _startsLarge;

    /// <summary>A line in its column.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Index">The index of the line there.</param>
    /// <param name="Text">Its glyphs in the order in which they are read.</param>
    /// <param name="IsFirst">True where it begins a paragraph.</param>
    private readonly record struct Place(Column Column, int Index, List<Glyph> Text, bool IsFirst = false)
    {
        public PrintedLine Line => Column.Lines[Index];
    }

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

        var place = new Place(column, index, text);
        var begins = _last is not { } last || Begins(place, last);
        _last = place with { IsFirst = begins };
        _startsLarge = begins ? StartsLarge(text) : _startsLarge;
        return begins;
    }

    private bool Begins(Place place, Place above)
    {
        var (line, text) = (place.Line, place.Text);
        var last = above.Line;
        if (IsOtherSize(line, last) || line.IsBold != last.IsBold)
        {
            return true;
        }

        var label = LabelOf(text);
        var ends = EndsSentence(above.Text);
        var isCentred = IsCentred(place) && IsCentred(above);
        var goesOn = label == 0 && StartsSmall(text) && (!ends || (_startsLarge && EndsWithComma(above.Text)));
        if (place.Column == above.Column)
        {
            // Double spacing, or a raised mark, sets lines apart too.
            var gap = (last.Baseline - line.Baseline) / (style.Leading * line.Size);
            if (gap > WideGap || gap < 0 || (gap > Gap && ends))
            {
                return true;
            }
        }

        if (label > 0 && ((ends && !ListsWithinSentence(place, above, label)) || EndsEarly(above, text)))
        {
            return true;
        }

        if (isCentred)
        {
            // A title is broken where it pleases; a meeting and a date below it stand for themselves.
            return ends || (!line.IsBold && line.Size <= style.Size && EndsEarly(above, text));
        }

        if (!goesOn && (EndsEarly(above, text) || StandApart(place, above)))
        {
            return true;
        }

        // From one column or page to the next, only behind the end of a sentence.
        return !goesOn && (ends || place.Column == above.Column) && IsIndented(place, above);
    }

    /// <summary>True for a letter of a list within a sentence, "namely, (a) land; (b) seed": its line stands where the one above does, and nothing sets it apart.</summary>
    private bool ListsWithinSentence(Place place, Place above, int label) =>
        place.Column == above.Column && !above.IsFirst && char.IsLetter(place.Text[label - 2].Text[0]) && label < place.Text.Count && place.Text[label].Text != "\t"
        && Math.Abs(IndentOf(place) - IndentOf(above)) < SameIndent * place.Line.Size;

    /// <summary>True for a line that stands further in than the one above.</summary>
    private bool IsIndented(Place place, Place above)
    {
        var size = place.Line.Size;
        var (indent, before) = (IndentOf(place), IndentOf(above));

        // Under a label that hangs, words stand further in than it; where paragraphs have a line each, all of them stand in.
        return indent - before > Indent * size ? indent - before < FarIndent * size && (!above.IsFirst || LabelOf(above.Text) == 0)
            : above.IsFirst && Math.Abs(indent - before) < Indent * size / 2 && indent > Indent * size && StandsOut(place);
    }

    /// <summary>True below a line that stands at the far margin, where the next one begins elsewhere: a meeting, and the date below it.</summary>
    private bool StandApart(Place place, Place above)
    {
        var size = place.Line.Size;
        var (indent, before) = (IndentOf(place), IndentOf(above));
        return before > FarIndent * size && above.Line.Right - above.Line.Left < WidestApart * (above.Column.Right - above.Column.Left)
            && Math.Abs(indent - before) > SameIndent * size;
    }

    /// <summary>True for a line that stands further in than the one below.</summary>
    private bool StandsOut(Place place) =>
        place.Index + 1 >= place.Column.Lines.Count
        || IndentOf(place) - IndentOf(place with { Index = place.Index + 1 }) > Indent * place.Line.Size;

    private double IndentOf(Place place) => style.IsRightToLeft ? place.Column.Right - place.Line.Right : place.Line.Left - place.Column.Left;

    /// <summary>How much room a line leaves to the margin that the lines around it keep.</summary>
    private double RoomBehind(Place place)
    {
        var (lines, line) = (place.Column.Lines, place.Line);
        var room = 0.0;
        for (var i = Math.Max(place.Index - LinesAround, 0); i <= place.Index + LinesAround && i < lines.Count; i++)
        {
            if (lines[i].IsBold == line.IsBold && !IsOtherSize(lines[i], line))
            {
                room = Math.Max(room, style.IsRightToLeft ? line.Left - lines[i].Left : lines[i].Right - line.Right);
            }
        }

        return room;
    }

    private static bool IsOtherSize(PrintedLine one, PrintedLine other) => Math.Abs(one.Size - other.Size) > OtherSize * other.Size;

    /// <summary>True for a line in the middle of its column, where none beside it keeps one of its margins.</summary>
    private static bool IsCentred(Place place)
    {
        var (line, column) = (place.Line, place.Column);
        if (line.Left - column.Left <= CentreTolerance * line.Size
            || Math.Abs(line.Left - column.Left - (column.Right - line.Right)) >= CentreTolerance * line.Size)
        {
            return false;
        }

        for (var i = Math.Max(place.Index - LinesAround, 0); i <= place.Index + LinesAround && i < column.Lines.Count; i++)
        {
            if (KeepOneMargin(line, column.Lines[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for lines of different lengths that begin or end at one margin, which centred ones do not.</summary>
    private static bool KeepOneMargin(PrintedLine one, PrintedLine other) =>
        Math.Abs(one.Left - other.Left) < SameIndent * one.Size != Math.Abs(one.Right - other.Right) < SameIndent * one.Size;

    /// <summary>True where the first word of the next line would have fitted on a line.</summary>
    private bool EndsEarly(Place place, List<Glyph> next)
    {
        // A sentence that goes on has to leave more room.
        var width = StartsSmall(next) ? RoomOfSentence * place.Line.Size : SpaceOf(place);
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

        return RoomBehind(place) > width;
    }

    /// <summary>The width of a space on a line, as far as it is one that print has.</summary>
    private static double SpaceOf(Place place)
    {
        var narrowest = place.Text.Where(glyph => glyph.Text == " ").Select(glyph => glyph.Right - glyph.Left).DefaultIfEmpty().Min();
        return Math.Clamp(narrowest, NarrowSpace * place.Line.Size, WideSpace * place.Line.Size);
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
