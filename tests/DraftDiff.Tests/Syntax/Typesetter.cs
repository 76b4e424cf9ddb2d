using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Tests.Syntax;

/// <summary>How a draft is laid out, and how a PDF's text gives it.</summary>
/// <param name="Width">Cells on a line.</param>
/// <param name="LinesPerPage">Lines of text on a page, its footnotes not counted.</param>
/// <param name="BlankLines">A blank line between all lines.</param>
/// <param name="Indents">The first line of a paragraph is indented, and so is that of a page.</param>
/// <param name="RaisedMarks">A repeated mark stands behind a space and ends its line.</param>
/// <param name="RunningHead">What every page after the first begins with; null for nothing.</param>
/// <param name="PageNumbers">Pages end with their number.</param>
/// <param name="Links">Pages end with a link.</param>
/// <param name="FormFeeds">Pages end with a form feed and a number between dashes.</param>
/// <param name="Margin">Spaces before every line, as pdftotext -layout puts them.</param>
/// <param name="Glue">Where a page's number and job number are glued to a line of the text: to its end, or the next page's head to its beginning.</param>
/// <param name="HyphenEvery">Every so many line ends with room for it cut a word, with a hyphen; 0 for none.</param>
/// <param name="SoftHyphens">Those hyphens are soft ones.</param>
/// <param name="OneLine">A paragraph stands on one line, as where text is pasted from a word processor.</param>
internal sealed record PageStyle(
    int Width,
    int LinesPerPage,
    bool BlankLines = true,
    bool Indents = true,
    bool RaisedMarks = true,
    string? RunningHead = null,
    bool PageNumbers = false,
    bool Links = false,
    bool FormFeeds = false,
    int Margin = 0,
    Glue Glue = Glue.None,
    int HyphenEvery = 0,
    bool SoftHyphens = false,
    bool OneLine = false);

/// <summary>What a PDF's text glues to a line.</summary>
internal enum Glue
{
    None,
    PageEnd,
    PageTop,
}

/// <summary>
/// Lays the units of a draft out anew: wraps, paginates, puts footnotes below a rule on the page of their first mark,
/// and gives the text as it comes out of a PDF. The masthead stays as it is.
/// </summary>
internal sealed class Typesetter
{
    private readonly PageStyle _style;
    private readonly string _masthead;
    private readonly ImmutableArray<Unit> _units;
    private readonly string? _symbol;
    private readonly bool _isChinese;
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _printedNotes = [];
    private readonly List<Unit> _pageNotes = [];
    private readonly HashSet<string> _marked = [];
    private readonly HashSet<string> _whole = [];
    private int _cuts;
    private int _linesOnPage;
    private int _page = 1;
    private bool _atPageStart;
    private bool _endsParagraph;

    private Typesetter(DraftTree draft, ImmutableArray<Unit> units, PageStyle style)
    {
        _masthead = draft.Source.Content[..draft.Units.First(unit => unit.Section == Section.Opening).Span.End];
        _symbol = draft.Masthead.Symbol?.ToString();
        _isChinese = draft.Language == "zh";
        _units = units;
        _style = style;
    }

    private string Margin => new(' ', _style.Margin);

    private string Indent => Margin + (_style.Indents ? " " : "");

    private string LabelEnd => _style.OneLine ? "\t" : " ";

    /// <summary>Lays a draft out anew.</summary>
    public static string Set(DraftTree draft, PageStyle style) => Set(draft, draft.Units, style);

    /// <summary>Lays other units out below the masthead, the title and the opening of a draft.</summary>
    public static string Set(DraftTree draft, ImmutableArray<Unit> units, PageStyle style)
    {
        var typesetter = new Typesetter(draft, units, style);
        typesetter.SetMasthead();
        foreach (var unit in units)
        {
            if (unit.Section is Section.Preamble or Section.Operative)
            {
                typesetter.SetUnit(unit);
            }
            else if (unit.Section == Section.Closing)
            {
                // A meeting and a date stand on lines of their own.
                typesetter._endsParagraph = true;
                typesetter.EndLine(typesetter.Indent + unit.Text + " ");
            }
        }

        typesetter.EndPage(last: true);
        return typesetter._text.ToString();
    }

    private void SetMasthead()
    {
        foreach (var line in _masthead.Split('\n'))
        {
            if (_style.BlankLines || !string.IsNullOrWhiteSpace(line))
            {
                _text.Append(line).Append('\n');
            }
        }

        if (_style.BlankLines)
        {
            _text.Append('\n');
        }

        _pageNotes.AddRange(_units.Where(unit => unit.Label.StartsWith("FN*", StringComparison.Ordinal)));
    }

    private void SetUnit(Unit unit)
    {
        var line = new StringBuilder(Indent);
        if (unit.Printed is { } label)
        {
            line.Append(label).Append(LabelEnd);
        }

        foreach (var (atom, mark, first) in AtomsOf(unit))
        {
            if (mark is not null && _units.FirstOrDefault(note => note.Label == mark.Value.Note) is { } note && _printedNotes.Add(note.Label))
            {
                _pageNotes.Add(note);
            }

            if (mark is not null && !first && RaisesMarks(mark.Value))
            {
                // A repeated mark is a field of its own in Word, and so a piece of its own in the PDF's text.
                line.Append(' ').Append(atom).Append('\n').Append(' ');
                continue;
            }

            var rest = atom;
            if (CellsOf(line) + CellsOf(atom.TrimEnd()) > _style.Width && line.ToString().Trim().Length > 0)
            {
                if (mark is null && CutOf(atom, _style.Width - CellsOf(line)) is > 0 and var cut)
                {
                    line.Append(atom[..cut]).Append(_style.SoftHyphens ? '\u00AD' : '-');
                    rest = atom[cut..];
                }

                EndLine(line.ToString().TrimEnd(' '));
                line.Clear();
                line.Append(_atPageStart ? Indent : Margin);
            }

            if (rest == atom)
            {
                _whole.Add(atom.Trim(' ', ',', ';', '.'));
            }

            line.Append(line.ToString().Trim().Length == 0 ? rest.TrimStart() : rest);
        }

        // The space that ends a paragraph stands on a line of its own behind a mark.
        var endsWithMark = unit.Marks.Length > 0 && unit.Marks[^1].At == unit.Text.Length;
        _endsParagraph = true;
        EndLine(line.ToString().TrimEnd(' ') + (endsWithMark && _style.BlankLines ? "\n " : " "));
    }

    private bool RaisesMarks(Mark mark) =>
        _style.RaisedMarks && _style.BlankLines && _style.Indents && mark.Note is not null && _isChinese;

    /// <summary>Where a word is cut to fill a line; 0 where it is not. A hard hyphen can be told only of a word that the text has whole too.</summary>
    private int CutOf(string atom, int room)
    {
        var word = atom.Trim(' ', ',', ';', '.');
        if (_style.HyphenEvery == 0 || atom.Length - word.Length > 2 || !atom.StartsWith(word, StringComparison.Ordinal)
            || room < 5 || word.Length < room + 2 || !word.All(c => char.IsLower(c) && !Characters.IsHan(c))
            || !(_whole.Contains(word) || _style.SoftHyphens))
        {
            return 0;
        }

        return ++_cuts % _style.HyphenEvery == 0 ? room - 1 : 0;
    }

    private void EndLine(string line)
    {
        _atPageStart = false;
        _text.Append(line);
        _linesOnPage++;
        if (_linesOnPage >= _style.LinesPerPage)
        {
            EndPage(last: false);
        }
        else
        {
            _text.Append(_style.BlankLines ? "\n\n" : "\n");
        }

        _endsParagraph = false;
    }

    private void EndPage(bool last)
    {
        var gap = _style.BlankLines ? "\n\n" : "\n";
        if (_pageNotes.Count > 0)
        {
            _text.Append(gap).Append("__________________ ").Append(gap);
            foreach (var note in _pageNotes)
            {
                _text.Append(Indent).Append(note.Printed).Append(' ').Append(note.Text).Append(' ').Append(gap);
            }

            _text.Length -= gap.Length;
            _pageNotes.Clear();
        }

        if (_style.Links)
        {
            _text.Append(gap).Append("https://undocs.org/ch/A/RES/70/").Append(_page.ToString(CultureInfo.InvariantCulture));
        }

        if (_style.PageNumbers)
        {
            _text.Append(_style.Glue == Glue.PageEnd && !_endsParagraph ? " " : gap).Append(CultureInfo.InvariantCulture, $"{Math.Min(_page, 99)}/99 17-99999");
        }

        if (_style.FormFeeds)
        {
            _text.Append(gap).Append(CultureInfo.InvariantCulture, $"- {_page} -").Append('\n').Append('\f');
        }
        else
        {
            _text.Append('\n');
        }

        if (last)
        {
            return;
        }

        if (_style.RunningHead is { } head)
        {
            _text.Append(_symbol ?? head).Append(_style.Glue == Glue.PageTop && _symbol is not null ? " " : gap);
        }

        _page++;
        _linesOnPage = 0;
        _atPageStart = true;
    }

    /// <summary>The pieces of a unit between which a line can end; a mark is one, glued to the piece in front.</summary>
    private List<(string Atom, Mark? Mark, bool First)> AtomsOf(Unit unit)
    {
        var atoms = new List<(string Atom, Mark? Mark, bool First)>();
        var text = unit.Text;
        var marks = new Queue<Mark>(unit.Marks);
        var atom = new StringBuilder();
        for (var position = 0; position <= text.Length; position++)
        {
            while (marks.TryPeek(out var mark) && mark.At == position)
            {
                marks.Dequeue();
                var first = _marked.Add(mark.Number);
                if (!first && RaisesMarks(mark))
                {
                    Flush();
                    atoms.Add((mark.Number, mark, false));
                }
                else
                {
                    // Glued marks stay with the word in front of them.
                    var glued = atom.ToString() + mark.Number
                        + (position < text.Length && Characters.IsHan(text[position]) ? " " : "");
                    atom.Clear();
                    atoms.Add((glued, mark, true));
                }
            }

            if (position == text.Length)
            {
                break;
            }

            var c = text[position];
            if (c == ' ')
            {
                atom.Append(c);
                Flush();
                continue;
            }

            if (Characters.IsHan(c) && atom.Length > 0 && !EndsWithOpening(atom) && !IsClosing(c))
            {
                Flush();
            }

            atom.Append(c);
            var next = position + 1 < text.Length ? text[position + 1] : ' ';
            if ((Characters.IsHan(c) || Characters.IsHanPunctuation(c)) && !IsClosing(next) && !EndsWithOpening(atom)
                && !(marks.TryPeek(out var following) && following.At == position + 1))
            {
                Flush();
            }
        }

        Flush();
        return atoms;

        void Flush()
        {
            if (atom.Length > 0)
            {
                atoms.Add((atom.ToString(), null, false));
                atom.Clear();
            }
        }
    }

    private static bool EndsWithOpening(StringBuilder atom) => atom[^1] is '《' or '“' or '(' or '（' or '「';

    private static bool IsClosing(char c) => c is '，' or '。' or '、' or '；' or '：' or '》' or '”' or '）' or ')' or '」' or '%';

    private static int CellsOf(StringBuilder text) => CellsOf(text.ToString());

    private static int CellsOf(string text)
    {
        text = text[(text.LastIndexOf('\n') + 1)..];
        return text.Length + text.Count(c => Characters.IsHan(c) || Characters.IsHanPunctuation(c));
    }
}
