using System.Globalization;
using System.Text;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Pdf;

/// <summary>
/// Writes out what pages show as text, line by line as they are printed, a blank line above each paragraph, and the footnotes of
/// a page below a rule; and keeps what print says of it: which digits are footnote marks, what is a footnote, what the page adds.
/// </summary>
internal sealed class PdfTextWriter
{
    private const int LongestLabel = 10;

    // So many notes may be missing before one that counts on.
    private const int WidestGap = 3;

    // A bullet of another font may be one.
    private const int MostUnknown = 20;

    private readonly PageStyle _style;
    private readonly ParagraphFinder _paragraphs;
    private readonly StringBuilder _content = new();
    private readonly List<TextSpan> _furniture = [];
    private readonly List<TextSpan> _headings = [];
    private readonly List<TextSpan> _emphasis = [];
    private readonly List<(string Number, TextSpan Span, int Page)> _marks = [];
    private readonly List<(MarkedNote Note, int Page)> _notes = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<PageZones> _zones;

    private PdfTextWriter(List<PageZones> zones, PageStyle style)
    {
        _zones = zones;
        _style = style;
        _paragraphs = new ParagraphFinder(style);
    }

    /// <summary>Reads the tree over the text of pages.</summary>
    public static DraftTree Parse(IReadOnlyList<PrintedPage> pages, string name, string? language)
    {
        var lines = pages.Select(LineFinder.Find).ToList();
        var style = PageStyle.Of(lines);
        var writer = new PdfTextWriter(PageZones.Of(pages, lines, style), style);
        for (var i = 0; i < pages.Count; i++)
        {
            writer.WritePage(pages[i], i);
        }

        if (pages.Sum(page => page.Glyphs.Count(glyph => glyph.Text == PrintedPage.Unknown)) * MostUnknown > pages.Sum(page => page.Glyphs.Count))
        {
            writer._diagnostics.Insert(0, Diagnostic.Create(DraftDiagnostics.PrivateFontEncoding, new TextSpan(0, 0)));
        }

        return DraftTree.Parse(SourceText.From(writer._content.ToString(), name, [.. writer._diagnostics]), language, writer.ToMarkup());
    }

    private void WritePage(PrintedPage page, int index)
    {
        if (index > 0)
        {
            _content.Append('\f');
        }

        if (page.IsDamaged)
        {
            _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.PageIsDamaged, new TextSpan(_content.Length, 0), page.Number));
        }

        if (page.Glyphs.Count == 0 && page.Turned.Count == 0)
        {
            if (page.HasImages)
            {
                _diagnostics.Add(Diagnostic.Create(DraftDiagnostics.PageIsImage, new TextSpan(_content.Length, 0), page.Number));
            }

            return;
        }

        var zones = _zones[index];
        WriteFurniture(zones.Head);
        WriteBody(zones.Body);
        WriteNotes(index);
        WriteFurniture(zones.Foot);
        foreach (var turned in page.Turned)
        {
            AddFurniture(turned);
        }
    }

    private void WriteFurniture(List<PrintedLine> lines)
    {
        foreach (var line in lines)
        {
            AddFurniture(string.Concat(line.Read(_style).Select(glyph => glyph.Text)));
        }
    }

    private void AddFurniture(string text)
    {
        text = text.Trim();
        if (text.Length > 0)
        {
            var start = _content.Length;
            _content.Append(text);
            _furniture.Add(TextSpan.FromBounds(start, _content.Length));
            _content.Append('\n');
        }
    }

    private void WriteBody(List<PrintedLine> lines)
    {
        foreach (var column in Column.Of(lines, _style.IsRightToLeft))
        {
            for (var i = 0; i < column.Lines.Count; i++)
            {
                var line = column.Lines[i];
                var text = line.Read(_style);
                var begins = _paragraphs.Begins(column, i, text);
                if (begins && _content.Length > 0)
                {
                    _content.Append('\n');
                }

                var start = _content.Length;
                Append(text, line.Page);
                if (begins)
                {
                    AddEmphasis(text, start);
                    if (line.IsBold)
                    {
                        _headings.Add(TextSpan.FromBounds(start, _content.Length));
                    }
                }

                _content.Append('\n');
            }
        }
    }

    /// <summary>Adds the letters of a line, raised digits and stars as marks.</summary>
    private void Append(List<Glyph> text, int page)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var glyph = text[i];
            if (!glyph.IsRaised || NoteStart.MarkOf(glyph.Text) is null || FootnoteMarks.ArePower(_content))
            {
                _content.Append(glyph.Text);
                continue;
            }

            var start = _content.Length;
            var number = "";
            while (i < text.Count && text[i].IsRaised && NoteStart.MarkOf(text[i].Text) is { } mark && (number.Length == 0 || (mark[0] == '*') == (number[0] == '*')))
            {
                number += mark;
                i++;
            }

            i--;
            _content.Append(FootnoteMarks.Raised(number));
            _marks.Add((number, TextSpan.FromBounds(start, _content.Length), page));
        }
    }

    /// <summary>The italics that a line begins with, behind its label.</summary>
    private void AddEmphasis(List<Glyph> text, int start)
    {
        var first = 0;
        while (first < text.Count && (!text[first].IsItalic || text[first].Text is " " or "\t"))
        {
            first++;
        }

        if (first == text.Count || first > LongestLabel || text[..first].Exists(glyph => char.IsLetter(glyph.Text[0]) && !text[..first].Exists(other => other.Text is "(" or ")" or ".")))
        {
            return;
        }

        var end = first;
        while (end < text.Count && (text[end].IsItalic || text[end].IsSpace))
        {
            end++;
        }

        while (end > first && text[end - 1].IsSpace)
        {
            end--;
        }

        if (end > first && end < text.Count)
        {
            var from = start + text[..first].Sum(glyph => glyph.Text.Length);
            _emphasis.Add(TextSpan.FromBounds(from, from + text[first..end].Sum(glyph => glyph.Text.Length)));
        }
    }

    private void WriteNotes(int index)
    {
        // What goes on from the page before was written there.
        var lines = _zones[index].Notes;
        var first = index > 0 && _zones[index - 1].Notes.Count > 0 ? FirstNoteOf(lines) : 0;
        if (first == lines.Count)
        {
            return;
        }

        _content.Append('\n').Append(MarkedTextBuilder.Rule).Append('\n');
        var end = index + 1;
        while (end < _zones.Count && _zones[end].Notes.Count > 0 && FirstNoteOf(_zones[end].Notes) == _zones[end].Notes.Count)
        {
            end++;
        }

        IEnumerable<PrintedLine> continued = end < _zones.Count ? _zones[end].Notes.Take(FirstNoteOf(_zones[end].Notes)) : [];
        WriteNotes([.. lines.Skip(first), .. _zones.Skip(index + 1).Take(end - index - 1).SelectMany(zones => zones.Notes), .. continued], index + 1);
    }

    /// <summary>The index of the first line that begins a footnote.</summary>
    private int FirstNoteOf(List<PrintedLine> lines)
    {
        var first = lines.FindIndex(line => NoteStart.IsAt(line, _style));
        return first < 0 ? lines.Count : first;
    }

    private void WriteNotes(List<PrintedLine> lines, int page)
    {
        var (number, start, label, isRaised) = ("", 0, default(TextSpan), false);
        foreach (var line in lines)
        {
            var text = line.Read(_style);
            var length = NoteStart.LengthOf(text, out var next);
            if (length == 0 || !Follows(next, text[0].IsRaised))
            {
                Append(text, page);
                _content.Append('\n');
                continue;
            }

            End();
            (number, start, isRaised) = (next, _content.Length, text[0].IsRaised);
            _content.Append(number);
            label = TextSpan.FromBounds(start, _content.Length);
            _content.Append(' ');
            Append(text[length..], page);
            _content.Append('\n');
        }

        End();

        // "12 May" may begin a line of a footnote too: numbers are raised where the first is, and else count on.
        bool Follows(string next, bool isNextRaised) =>
            number.Length == 0 || isNextRaised || next[0] == '*'
            || (!isRaised && int.Parse(next, CultureInfo.InvariantCulture) - (number[0] == '*' ? 0 : int.Parse(number, CultureInfo.InvariantCulture)) is > 0 and <= WidestGap);

        void End()
        {
            if (number.Length > 0)
            {
                _notes.Add((new MarkedNote(number, TextSpan.FromBounds(start, _content.Length - 1), label), page));
            }
        }
    }

    private SourceMarkup ToMarkup()
    {
        var notes = _notes.Select((each, i) => (each.Note.Number, each.Page, Index: i)).ToLookup(each => each.Number);
        return new SourceMarkup
        {
            IsWrapped = true,
            Furniture = [.. _furniture],
            Headings = [.. _headings],
            Emphasis = [.. _emphasis],
            Notes = [.. _notes.Select(each => each.Note)],
            Marks = [.. MarksWithNotes()],
        };

        // The note on the page of the mark, else the nearest; a raised digit without one may be anything.
        IEnumerable<MarkedMark> MarksWithNotes() => _marks
            .Where(mark => notes.Contains(mark.Number))
            .OrderBy(mark => mark.Span.Start)
            .Select(mark => new MarkedMark(mark.Number, mark.Span, notes[mark.Number].MinBy(note => Math.Abs(note.Page - mark.Page)).Index));
    }
}
