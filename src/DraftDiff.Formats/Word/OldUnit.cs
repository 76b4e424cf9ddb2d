using System.Globalization;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Word;

/// <summary>Where a unit of the old draft stands in the markup.</summary>
internal sealed class OldUnit
{
    private readonly int[] _positions;

    private OldUnit(Unit unit, int[] positions, int wordsStart, int end, List<PlacedMark> marks)
    {
        Unit = unit;
        _positions = positions;
        WordsStart = wordsStart;
        End = end;
        Marks = marks;
    }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>Where its words begin in the text of the file.</summary>
    public int WordsStart { get; }

    /// <summary>Where its words and marks end in the text of the file.</summary>
    public int End { get; }

    /// <summary>The marks of the unit in order, each with its place; empty where they could not be placed.</summary>
    public IReadOnlyList<PlacedMark> Marks { get; }

    /// <summary>The paragraphs it stands in, by their index.</summary>
    public List<int> Paragraphs { get; } = [];

    /// <summary>True where only the place of all its words is known, and not that of each.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>True for a footnote or endnote that Word keeps as one.</summary>
    public bool IsInNotes { get; set; }

    /// <summary>True where no other unit stands in its paragraphs.</summary>
    public bool OwnsParagraphs { get; set; } = true;

    /// <summary>The position in the text of the file behind a number of UTF-16 code units of its words.</summary>
    public int PositionAfter(int count) => count == 0 ? WordsStart : _positions[count - 1] + 1;

    /// <summary>The position in the text of the file of a code unit of its words.</summary>
    public int PositionOf(int index) => index == _positions.Length ? End : _positions[index];

    /// <summary>Finds the words of a unit in the text of a file.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="span">Where the unit stands, its label included or not.</param>
    public static OldUnit Find(Unit unit, WordText text, TextSpan span)
    {
        var content = text.Content;
        var words = unit.Text;
        var positions = new int[words.Length];
        var marks = new List<PlacedMark>();
        var mark = FirstMarkFrom(text, span.Start);
        var position = span.Start;
        if (unit.Printed is { } label && content.AsSpan(position, span.End - position).StartsWith(label))
        {
            position += label.Length;
        }

        var start = -1;
        for (var i = 0; i <= words.Length; i++)
        {
            while (true)
            {
                if (mark < text.Marks.Length && text.Marks[mark].Span.Start == position && text.Marks[mark].Span.End <= span.End)
                {
                    marks.Add(new PlacedMark(text.Marks[mark].Span, text.Marks[mark], i));
                    position = text.Marks[mark].Span.End;
                    mark++;
                }
                else if (position < span.End && !(i < words.Length && IsSame(content[position], words[i])))
                {
                    var c = content[position];
                    if (IsTypedMark(c) && i > 0)
                    {
                        var end = position;
                        while (end < span.End && IsTypedMark(content[end]))
                        {
                            end++;
                        }

                        marks.Add(new PlacedMark(TextSpan.FromBounds(position, end), null, i));
                        position = end;
                    }
                    else if (Characters.IsSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                    {
                        position++;
                    }
                    else if (unit.Printed is { } later && i <= 1 && content.AsSpan(position, span.End - position).StartsWith(later))
                    {
                        position += later.Length;
                    }
                    else
                    {
                        break;
                    }
                }
                else
                {
                    break;
                }
            }

            if (i == words.Length)
            {
                break;
            }

            if (position >= span.End || !(IsSame(content[position], words[i]) || !char.IsAscii(words[i])))
            {
                return Whole(unit, text, TextSpan.FromBounds(start < 0 ? position : start, span.End));
            }

            start = start < 0 ? position : start;
            positions[i] = position++;
        }

        var last = marks.Count > 0 ? marks[^1].Span.End : 0;
        var wordsEnd = positions.Length > 0 ? Math.Max(positions[^1] + 1, last) : Math.Max(position, last);
        return new OldUnit(unit, positions, start < 0 ? wordsEnd : start, wordsEnd, marks.Count == unit.Marks.Length ? marks : []);
    }

    /// <summary>A unit whose words are not letter by letter those of the text, as where a hyphen at a line's end was dropped: it can only go as a whole.</summary>
    private static OldUnit Whole(Unit unit, WordText text, TextSpan span)
    {
        var positions = new int[unit.Words.Length];
        Array.Fill(positions, span.Start);
        positions[^1] = Math.Max(span.Start, span.End - 1);
        var marks = new List<PlacedMark>();
        for (var i = FirstMarkFrom(text, span.Start); i < text.Marks.Length && text.Marks[i].Span.End <= span.End; i++)
        {
            marks.Add(new PlacedMark(text.Marks[i].Span, text.Marks[i], 0));
        }

        return new OldUnit(unit, positions, span.Start, span.End, marks.Count == unit.Marks.Length ? marks : []) { IsWhole = true };
    }

    private static bool IsSame(char source, char word) => source == word || (word == ' ' && Characters.IsSpace(source));

    private static bool IsTypedMark(char c) => c is '*' or '＊' or '\uF02A' || Characters.RaisedDigitValue(c) >= 0;

    private static int FirstMarkFrom(WordText text, int position)
    {
        var (first, end) = (0, text.Marks.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = text.Marks[middle].Span.Start < position ? (middle + 1, end) : (first, middle);
        }

        return first;
    }
}

/// <summary>A footnote mark of an old unit.</summary>
/// <param name="Span">Where it stands in the text of the file.</param>
/// <param name="Element">The reference or field that it is; null for one that was typed.</param>
/// <param name="At">Where it stands in the unit's words.</param>
internal sealed record PlacedMark(TextSpan Span, WordMark? Element, int At);
