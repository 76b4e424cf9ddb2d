using DraftDiff.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>
/// Puts the letters of a line, which a page has from left to right, in the order in which they are read, where some are
/// written from right to left. It is the Unicode Bidirectional Algorithm (Unicode Standard Annex #9) turned round, as far as
/// a line that is laid out tells: within a line from right to left, words of Latin letters with what stands among them, and
/// numbers with the signs within them, run from left to right.
/// </summary>
internal static class VisualOrder
{
    /// <summary>The stroke that lengthens a word.</summary>
    public const string Tatweel = "\u0640";

    /// <summary>The letters in the order in which they are read.</summary>
    /// <param name="line">The letters from left to right.</param>
    /// <param name="style">How the document is printed.</param>
    public static List<Glyph> ToReading(List<Glyph> line, PageStyle style)
    {
        // A line of nothing but symbols and numbers ends on the left, where the text around it does.
        if (!line.Exists(glyph => IsRightToLeft(glyph.Text)) && !(style.IsRightToLeft && line.Find(glyph => !glyph.IsSpace).Text is "." or "," or ";" or ":" or "،" or "؛"))
        {
            return line;
        }

        line = AttachMarks(line);
        var read = new List<Glyph>(line.Count);
        var end = line.Count;
        while (end > 0)
        {
            var start = StartOfLeftToRight(line, end);
            if (start < end)
            {
                read.AddRange(line[start..end]);
                end = start;
                continue;
            }

            end--;
            read.Add(style.Mirrors ? line[end] with { Text = Mirror(line[end].Text) } : line[end]);
        }

        return WithoutStrokes(read);
    }

    /// <summary>Takes out the strokes that lengthen a word to fill its line; the one behind a letter that stands alone is written.</summary>
    private static List<Glyph> WithoutStrokes(List<Glyph> read)
    {
        if (!read.Exists(glyph => glyph.Text == Tatweel))
        {
            return read;
        }

        var kept = new List<Glyph>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            var end = i;
            while (end < read.Count && read[end].Text == Tatweel)
            {
                end++;
            }

            var isWithin = end > i && kept.Count > 0 && end < read.Count && IsRightToLeftLetter(kept[^1].Text) && IsRightToLeftLetter(read[end].Text);
            i = isWithin ? end : i;
            kept.Add(read[i]);
        }

        return kept;
    }

    private static bool IsRightToLeftLetter(string text) => IsRightToLeft(text) && char.IsLetter(text[0]);

    /// <summary>True for text that is written from right to left.</summary>
    public static bool IsRightToLeft(string text) => text.AsSpan().IndexOfAnyInRange('\u0590', '\u08FF') >= 0 && !IsNumber(text);

    /// <summary>The brackets that a text from right to left opens with less those it closes with, as the file has them.</summary>
    /// <remarks>Positive where brackets stand as they are read, negative where they stand as they look.</remarks>
    public static int BalanceOf(List<Glyph> line)
    {
        var balance = 0;
        for (var i = 1; i + 1 < line.Count; i++)
        {
            if (Mirror(line[i].Text) is var mirrored && mirrored == line[i].Text)
            {
                continue;
            }

            // From right to left a bracket opens where a letter stands to its left and a space to its right.
            var opens = IsRightToLeft(line[i - 1].Text) && line[i + 1].IsSpace;
            var closes = IsRightToLeft(line[i + 1].Text) && !IsRightToLeft(line[i - 1].Text);
            if (opens || closes)
            {
                balance += opens == (line[i].Text[0] is '(' or '[' or '«' or '{') ? 1 : -1;
            }
        }

        return balance;
    }

    /// <summary>Where what runs from left to right begins that ends at a position; the position where nothing does.</summary>
    private static int StartOfLeftToRight(List<Glyph> line, int end)
    {
        if (!IsLeftToRight(line[end - 1].Text) && !IsNumber(line[end - 1].Text))
        {
            return end;
        }

        // The number of a footnote stands apart from the symbol that it begins with.
        var label = end;
        while (label > 0 && line[label - 1].IsRaised && IsNumber(line[label - 1].Text))
        {
            label--;
        }

        if (label < end && label > 0 && line[label - 1].Text is " " or "\t")
        {
            return label;
        }

        // First as far as Latin letters go, with whatever stands among them; it has to begin with one, or with a number glued to one.
        var start = end;
        var latin = end;
        while (start > 0 && !IsRightToLeft(line[start - 1].Text) && line[start - 1].Text != "\t")
        {
            start--;
            latin = IsLeftToRight(line[start].Text) ? start : latin;
        }

        if (latin < end)
        {
            while (latin > start && IsNumber(line[latin - 1].Text))
            {
                latin--;
            }

            return latin;
        }

        // Else a number, with the signs that stand within it, or hold on to it.
        start = end;
        while (start > 0)
        {
            if (IsNumber(line[start - 1].Text))
            {
                start--;
            }
            else if (start > 1 && IsNumber(line[start - 2].Text) && line[start - 1].Text is "." or "," or ":" or "/" or "-" or "+" or "\u00A0" or "\u066B" or "\u066C")
            {
                start -= 2;
            }
            else
            {
                break;
            }
        }

        return start;
    }

    /// <summary>Puts the marks that stand over or under a letter into its glyph, since on a page they begin where they like.</summary>
    private static List<Glyph> AttachMarks(List<Glyph> line)
    {
        if (!line.Exists(glyph => IsMark(glyph.Text)))
        {
            return line;
        }

        var letters = line.FindAll(glyph => !IsMark(glyph.Text));
        if (letters.Count == 0)
        {
            return line;
        }

        foreach (var mark in line.Where(glyph => IsMark(glyph.Text)))
        {
            var nearest = NearestTo(letters, (mark.Left + mark.Right) / 2);
            letters[nearest] = letters[nearest] with { Text = letters[nearest].Text + mark.Text };
        }

        return letters;
    }

    /// <summary>The letter that stands over a place, or the nearest to it.</summary>
    private static int NearestTo(List<Glyph> letters, double place)
    {
        var (first, end) = (0, letters.Count);
        while (end - first > 1)
        {
            var middle = (first + end) / 2;
            (first, end) = letters[middle].Left <= place ? (middle, end) : (first, middle);
        }

        // A mark stands over no space.
        var next = first + 1;
        var takesNext = next < letters.Count && !letters[next].IsSpace && (letters[first].IsSpace || letters[next].Left - place < place - letters[first].Right);
        return takesNext ? next : first > 0 && letters[first].IsSpace ? first - 1 : first;
    }

    private static bool IsMark(string text) => text.AsSpan().IndexOfAnyExceptInRange('\u0300', '\uFFFF') < 0 && text.All(Characters.IsCombining);

    private static bool IsLeftToRight(string text) => text.Length > 0 && char.IsLetter(text[0]) && !IsRightToLeft(text);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => Characters.IsDigit(c) || c is (>= '\u0660' and <= '\u0669') or (>= '\u06F0' and <= '\u06F9') || Characters.RaisedDigitValue(c) >= 0);

    private static string Mirror(string text) => text switch
    {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        _ => text,
    };
}
