using System.Globalization;
using System.Text;

namespace DraftDiff.Benchmarks;

/// <summary>
/// Sets paragraphs as the seed's file has them: a blank line after every line, lines that end within a sentence, and at
/// the foot of a page a rule, the footnotes of the page, and the next page in the middle of the text.
/// </summary>
internal sealed class PageWriter(string masthead, IEnumerable<string> mastheadNotes)
{
    private const int LineWidth = 72;
    private const int PageLength = 40;

    private readonly StringBuilder _text = new(masthead);
    private readonly List<string> _notesOfPage = [.. mastheadNotes];
    private readonly Dictionary<Note, int> _numbers = [];
    private int _lines;

    /// <summary>Writes a paragraph, under its number where it has one.</summary>
    public void Write(Paragraph paragraph, int? number)
    {
        var line = new StringBuilder(number is null ? " " : string.Create(CultureInfo.InvariantCulture, $" {number}. "));
        var width = line.Length;
        var notes = new Queue<(int At, Note Note)>(paragraph.Notes);
        foreach (var (start, end) in Pieces(paragraph.Text))
        {
            var piece = paragraph.Text[start..end];
            var pieceWidth = piece.Sum(c => c < 0x2E80 ? 1 : 2);
            if (width + pieceWidth > LineWidth)
            {
                EndLine(line);
                piece = piece.TrimStart(' ');
                width = 0;
            }

            line.Append(piece);
            width += pieceWidth;
            while (notes.TryPeek(out var note) && note.At <= end)
            {
                AddMark(line, notes.Dequeue().Note);
            }
        }

        EndLine(line[^1] == ' ' ? line : line.Append(' '));
    }

    /// <summary>The text, with the footnotes of the last page.</summary>
    public string Finish()
    {
        EndPage();
        return _text.ToString();
    }

    /// <summary>What a line can't be broken within: a run of digits and Latin letters, a Han character and its punctuation.</summary>
    private static IEnumerable<(int Start, int End)> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && !CanBreakBefore(text, end))
            {
                end++;
            }

            yield return (start, end);
            start = end;
        }
    }

    private static bool CanBreakBefore(string text, int position) =>
        text[position] == ' '
        || (char.IsLetter(text[position]) && text[position] >= 0x2E80
            && text[position - 1] is not (' ' or '“' or '《' or '(' or '（'));

    // A raised number ends its line in the seed, and the sentence goes on in the next, without a blank line between.
    private void AddMark(StringBuilder line, Note note)
    {
        if (!_numbers.TryGetValue(note, out var number))
        {
            number = _numbers.Count + 1;
            _numbers.Add(note, number);
            _notesOfPage.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {note.Text}"));
        }

        line.Append(CultureInfo.InvariantCulture, $"{number}\n ");
    }

    private void EndLine(StringBuilder line)
    {
        _text.Append(line).Append("\n\n");
        line.Clear();
        _lines++;
        if (_lines == PageLength)
        {
            EndPage();
        }
    }

    private void EndPage()
    {
        if (_notesOfPage.Count > 0)
        {
            _text.Append("__________________ \n\n")
                .AppendJoin("\n\n", _notesOfPage.Select(note => $" {note} "))
                .Append("\n ");
        }

        _notesOfPage.Clear();
        _lines = 0;
    }
}
