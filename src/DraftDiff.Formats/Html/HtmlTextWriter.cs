using System.Text;
using AngleSharp.Dom;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Html;

/// <summary>Makes paragraphs of the lines of a page, and a text of them.</summary>
internal sealed class HtmlTextWriter
{
    private const int ShortestLine = 25;
    private const int LongestHeading = 200;
    private const int LongestTypedLabel = 8;
    private const int MostStars = 3;

    private readonly MarkedTextBuilder _text = new();
    private readonly List<HtmlLine> _lines;
    private readonly List<(IElement Key, string Number, List<HtmlLine> Lines)> _notes;
    private readonly Dictionary<string, IElement> _noteOfNumber = new(StringComparer.Ordinal);
    private readonly List<string> _hidden = [];
    private readonly bool _hasOpening;
    private bool _isBody;

    /// <summary>Makes a writer.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="notes">Its footnotes, each with what tells it from others.</param>
    /// <param name="hasOpening">True where one of the lines opens the draft.</param>
    public HtmlTextWriter(List<HtmlLine> lines, List<(IElement Key, string Number, List<HtmlLine> Lines)> notes, bool hasOpening)
    {
        (_lines, _notes, _hasOpening) = (lines, notes, hasOpening);
        foreach (var (key, number, _) in notes)
        {
            _noteOfNumber.TryAdd(number, key);
        }

        _isBody = !hasOpening;
    }

    /// <summary>Says something about the page.</summary>
    public void Report(Diagnostic diagnostic) => _text.Report(diagnostic);

    /// <summary>Says what is left out behind the last line.</summary>
    public void LeaveOut(IEnumerable<string> hidden) => _hidden.AddRange(hidden);

    /// <summary>The tree over the text.</summary>
    public DraftTree Write(string name, string? language)
    {
        var typed = TakeTypedNotes();
        var paragraphs = Paragraphs(_lines).ToList();
        var title = TitleOf(paragraphs);
        foreach (var paragraph in paragraphs)
        {
            WriteLine(paragraph, paragraph == title);
        }

        _hidden.ForEach(hidden => _text.Report(DraftDiagnostics.HiddenTextLeftOut, hidden));

        foreach (var (key, number, lines) in _notes)
        {
            _text.BeginNote(number, key);
            StripNumber(lines, number);
            foreach (var paragraph in Paragraphs(lines))
            {
                WritePieces(paragraph);
                _text.EndLine();
            }

            _text.EndNote();
        }

        foreach (var (number, line) in typed)
        {
            _text.BeginNote(number, number);
            WritePieces(line);
            _text.EndNote();
        }

        return _text.Parse(name, language);
    }

    /// <summary>Takes out the lines that begin with a raised number which stands in a line before: footnotes that nothing links to.</summary>
    private List<(string Number, HtmlLine Line)> TakeTypedNotes()
    {
        var typed = new List<(string, HtmlLine)>();
        var marked = new HashSet<string>();
        _lines.RemoveAll(IsTyped);
        typed.InsertRange(0, TakeStarredNotes());
        return typed;

        bool IsTyped(HtmlLine line)
        {
            var isTyped = false;
            if (line.Pieces is [{ Kind: PieceKind.Mark, Note: null, Text: var number }, _, ..] && marked.Contains(number) && !line.IsFurniture)
            {
                line.Pieces.RemoveAt(0);
                typed.Add((number, line));
                isTyped = true;
            }

            marked.UnionWith(line.Pieces.Where(piece => piece is { Kind: PieceKind.Mark, Note: null }).Select(piece => piece.Text));
            return isTyped;
        }
    }

    /// <summary>Takes out the last lines of the text that begin with a star, as the footnotes of a masthead do.</summary>
    private List<(string Number, HtmlLine Line)> TakeStarredNotes()
    {
        var starred = new List<(string, HtmlLine)>();
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            var text = _lines[i].Text;
            var stars = text.AsSpan().IndexOfAnyExcept('*');
            if (_lines[i].IsFurniture)
            {
                continue;
            }

            if (stars is not (> 0 and <= MostStars) || !char.IsWhiteSpace(text[stars]))
            {
                break;
            }

            StripNumber([_lines[i]], text[..stars]);
            starred.Insert(0, (text[..stars], _lines[i]));
            _lines.RemoveAt(i);
        }

        return starred;
    }

    /// <summary>A note may begin with its number, as its list or its link shows it.</summary>
    private static void StripNumber(List<HtmlLine> lines, string number)
    {
        if (lines is not [{ Pieces: var pieces }, ..])
        {
            return;
        }

        var first = pieces.FindIndex(piece => piece.Kind is not (PieceKind.Tab or PieceKind.Break) && !string.IsNullOrWhiteSpace(piece.Text));
        if (first < 0)
        {
            return;
        }

        if (pieces[first].Kind is PieceKind.Mark or PieceKind.Label && HtmlNotes.NumberOf(pieces[first].Text.TrimEnd('.')) == number)
        {
            pieces.RemoveAt(first);
            return;
        }

        var words = pieces[first].Text.AsSpan().TrimStart().TrimStart("[(");
        if (words.StartsWith(number, StringComparison.Ordinal) && words[number.Length..] is var rest
            && rest.TrimStart("])./") is var after && (after.IsEmpty || (after.Length < rest.Length && char.IsWhiteSpace(after[0])) || char.IsWhiteSpace(rest[0])))
        {
            pieces[first] = pieces[first] with { Text = after.ToString() };
        }
    }

    /// <summary>The lines with those joined that a single break divides in the middle of a sentence.</summary>
    private IEnumerable<HtmlLine> Paragraphs(List<HtmlLine> lines)
    {
        var isBody = _isBody;
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && lines[end].FollowsBreak)
            {
                end++;
            }

            isBody |= lines[start].OpensDraft;
            var isWrapped = IsWrapped(lines, start, end);
            for (var i = start; i < end;)
            {
                var line = lines[i++];
                while (i < end && GoesOn(line, lines[i], isBody, isWrapped))
                {
                    line.Pieces.Add(new HtmlPiece(PieceKind.Break, " "));
                    line.Pieces.AddRange(lines[i++].Pieces);
                }

                yield return line;
            }

            start = end;
        }
    }

    /// <summary>True where most long lines stop in the middle of a sentence, as those of a page that somebody wrapped.</summary>
    private static bool IsWrapped(List<HtmlLine> lines, int start, int end)
    {
        int all = 0, open = 0;
        for (var i = start; i < end - 1; i++)
        {
            var text = lines[i].Text;
            if (text.Length >= ShortestLine)
            {
                all++;
                open += char.IsLetterOrDigit(text[^1]) ? 1 : 0;
            }
        }

        return open * 2 > all;
    }

    private static bool GoesOn(HtmlLine line, HtmlLine next, bool isBody, bool isWrapped)
    {
        if (line.IsHeading || (line.IsCentred && line.IsBold && next.IsBold))
        {
            return true;
        }

        if (!isBody || line.IsFurniture)
        {
            return false;
        }

        var text = line.Text.AsSpan().TrimEnd(" ”»\"’)*");
        return !BeginsWithLabel(next.Text) && !text.IsEmpty && (text[^1] switch
        {
            '.' or ';' or ':' or '?' or '!' or '。' or '；' or '：' or '؛' or '؟' => false,
            ',' or '，' or '،' => isWrapped && !(next.Text is [var first, ..] && char.IsUpper(first)),
            _ => true,
        });
    }

    private static bool BeginsWithLabel(string text)
    {
        var end = text.AsSpan().IndexOfAny(" \t\u00A0");
        var label = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return label.Length is > 1 and <= LongestTypedLabel && ((char.IsDigit(label[0]) && label[^1] is '.' or ')' or '-') || (label[0] == '(' && label[^1] == ')') || label[^1] == ')');
    }

    /// <summary>The heading right above the opening; null where there is none.</summary>
    private static HtmlLine? TitleOf(List<HtmlLine> paragraphs)
    {
        var opening = paragraphs.FindIndex(line => line.OpensDraft);
        return opening > 0 && paragraphs.GetRange(0, opening).FindLast(line => !line.IsFurniture) is { } line
            && (line.IsHeading || (line.IsCentred && line.IsBold)) ? line : null;
    }

    private void WriteLine(HtmlLine line, bool isTitle)
    {
        foreach (var hidden in line.Hidden)
        {
            _text.Report(DraftDiagnostics.HiddenTextLeftOut, hidden);
        }

        if (line.BeginsTable)
        {
            _text.Report(DraftDiagnostics.TableReadAsText);
        }

        WritePieces(line);
        if (isTitle)
        {
            _text.EndField("title");
            _text.EndRegion();
            return;
        }

        var isHeading = _isBody && !line.OpensDraft && (line.IsHeading || line.IsCentred || line.IsBold)
            && line.Text is { Length: > 0 and <= LongestHeading } text && text[^1] is not (',' or ';');
        _text.EndLine(line.IsFurniture ? LineKind.Furniture : isHeading ? LineKind.Heading : LineKind.Paragraph);
        if (line.OpensDraft && _hasOpening)
        {
            _isBody = true;
        }
    }

    private void WritePieces(HtmlLine line)
    {
        var (italic, hasPlain, isTold) = (-1, false, false);
        var seen = "";
        foreach (var piece in line.Pieces)
        {
            if (piece.Kind == PieceKind.Words && !string.IsNullOrWhiteSpace(piece.Text) && !isTold)
            {
                if (piece.IsItalic && !hasPlain)
                {
                    italic = italic < 0 ? _text.Position : italic;
                }
                else if (italic >= 0)
                {
                    _text.Emphasize(italic);
                    isTold = true;
                }
                else
                {
                    // A label that was typed stands in front.
                    seen += piece.Text.Trim();
                    hasPlain = seen.Length > LongestTypedLabel || !(seen.Any(char.IsDigit) || seen.Contains('(', StringComparison.Ordinal));
                }
            }

            switch (piece.Kind)
            {
                case PieceKind.Label:
                    _text.AppendLabel(piece.Text);
                    break;
                case PieceKind.Mark:
                    _text.AppendMark(piece.Text, piece.Note ?? NoteOf(piece.Text));
                    break;
                case PieceKind.Tab:
                    _text.AppendTab();
                    break;
                case PieceKind.Break:
                    _text.AppendLineBreak();
                    break;
                default:
                    _text.Append(Unwrap(piece.Text));
                    break;
            }
        }
    }

    // A repeated mark may have lost its link.
    private object NoteOf(string number) => _noteOfNumber.TryGetValue(number, out var key) ? key : number;

    /// <summary>The words without the line ends of the page's source between Han characters, which are no spaces.</summary>
    private static string Unwrap(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || !text.Any(IsHan))
        {
            return text;
        }

        var words = new StringBuilder(text.Length);
        words.Append(text[0] is ' ' or '\t' ? " " : "");
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.AsSpan().Trim(" \t\r");
            if (trimmed.IsEmpty)
            {
                words.Append(words.Length == 0 ? " " : "");
                continue;
            }

            if (words.Length > 0 && words[^1] != ' ' && !(IsHan(words[^1]) && IsHan(trimmed[0])))
            {
                words.Append(' ');
            }

            words.Append(trimmed);
        }

        return text[^1] is ' ' or '\n' ? words.Append(' ').ToString() : words.ToString();
    }

    private static bool IsHan(char c) => Characters.IsHan(c) || Characters.IsHanPunctuation(c);
}
