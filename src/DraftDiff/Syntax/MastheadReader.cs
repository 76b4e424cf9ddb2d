using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Tells the fields of the masthead and the title apart: what each line above the opening is, or each part of a line
/// where a PDF's text has several fields on one.
/// </summary>
internal sealed class MastheadReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly int _end;
    private readonly Dictionary<int, string> _markedFields;
    private readonly DraftingConventions _conventions;
    private readonly HeadLineReader _headLines;
    private readonly List<Block> _blocks = [];
    private readonly HashSet<string> _fields = [];
    private readonly List<int> _furniture = [];
    private SponsorLines? _sponsors;
    private int _unrecognized;

    private MastheadReader(string content, Line[] lines, int end, Dictionary<int, string> markedFields, DraftingConventions conventions)
    {
        _content = content;
        _lines = lines;
        _end = end;
        _markedFields = markedFields;
        _conventions = conventions;
        _headLines = new HeadLineReader(content, conventions);
    }

    /// <summary>Reads a range of lines, which ends above the opening.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="range">The lines to read.</param>
    /// <param name="markedFields">The labels of the fields that lines are or go on with, as the format of the text says.</param>
    /// <param name="conventions">The language's conventions.</param>
    public static List<Block> Read(
        string content, Line[] lines, Range range, Dictionary<int, string> markedFields, DraftingConventions conventions)
    {
        var reader = new MastheadReader(content, lines, range.End.Value, markedFields, conventions)
        {
            _sponsors = SponsorLines.Find(content, lines, range, conventions),
        };
        string? last = null;
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            if (lines[i].Role == LineRole.Body)
            {
                last = reader.ReadLine(ref i, last);
            }
        }

        reader.FindTitle();
        return reader._blocks;
    }

    /// <summary>
    /// Reads the masthead of a text that has no opening, such as an amendment or a corrigendum: from its first line to
    /// the type of the document, where both a type and another field stand there, else to the last line that is a field.
    /// </summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="markedFields">The labels of the fields that lines are or go on with, as the format of the text says.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <param name="end">The line behind the masthead; 0 where the text has none.</param>
    /// <param name="kind">The kind of document that it tells.</param>
    public static List<Block> ReadWithoutOpening(
        string content, Line[] lines, Dictionary<int, string> markedFields, DraftingConventions conventions, out int end, out DraftKind kind)
    {
        kind = DraftKind.Unknown;
        var limit = Math.Min(lines.Length, LongestMasthead);
        var sponsors = SponsorLines.Find(content, lines, ..limit, conventions);
        var type = sponsors is null ? FindType(content, lines, limit, conventions) : sponsors.Last;
        var reader = new MastheadReader(content, lines, limit, markedFields, conventions) { _sponsors = sponsors };
        string? last = null;
        end = 0;
        for (var i = 0; i < limit; i++)
        {
            // Without an opening every line of a symbol alone looks like a running head; the first is the masthead's.
            if (lines[i].Role == LineRole.Furniture && !reader.Has("symbol")
                && DocumentSymbol.TryParse(reader.TextOf(lines[i].Content), out var symbol) && symbol.Organ is not null)
            {
                lines[i].Role = LineRole.Body;
            }

            if (lines[i].Role != LineRole.Body)
            {
                continue;
            }

            var count = reader._blocks.Count;
            var before = last;
            var goesOn = before == "agenda-item" && i > type;
            last = reader.ReadLine(ref i, last);
            if ((last is "title" or "unrecognized" || goesOn) && markedFields.GetValueOrDefault(i) == last)
            {
                end = i + 1;
                continue;
            }

            if (last is "title" or "unrecognized" || (goesOn && reader._blocks.Count == count))
            {
                if (i <= type)
                {
                    continue;
                }

                // The masthead ended with the field above.
                break;
            }

            end = i + 1;
        }

        reader.EndAt(end);
        var until = end;
        if (!markedFields.Keys.Any(line => line < until) && !reader.Has("symbol") && !(reader.Has("document-type") && (reader.Has("session") || reader.Has("agenda-item") || reader.Has("body"))))
        {
            // Lines that only seemed to be a masthead's are text.
            foreach (var line in reader._furniture)
            {
                lines[line].Role = LineRole.Body;
            }

            end = 0;
            return [];
        }

        foreach (var block in reader._blocks)
        {
            kind = block.Label switch
            {
                "document-type" => MastheadFields.KindOf(reader.TextOf(SpanOf(block)), conventions).With(reader.ReadSymbol()),
                "symbol" => kind.With(reader.ReadSymbol()),
                _ => kind,
            };
        }

        return reader._blocks;
    }

    /// <summary>Reads a line, and the lines that belong to it, and gives the label of the field they belong to.</summary>
    private string? ReadLine(ref int index, string? last)
    {
        ref readonly var line = ref _lines[index];
        var field = _markedFields.GetValueOrDefault(index);
        var text = TextOf(line.Content);
        if (text.IndexOfAnyExcept('*', ' ') < 0 && _blocks.Count > 0)
        {
            // A star of its own is the mark of the field above it.
            Extend(index);
            return last;
        }

        if (last == "title" || (last is "session" or "document-type" && CompletesDate(line.Content)))
        {
            Extend(index);
            return last;
        }

        if (_sponsors is { } sponsors && sponsors.First == index)
        {
            index = sponsors.Last;
            return AddSponsors(sponsors);
        }

        if (!Has("agenda-item") && !Has("document-type") && _headLines.TryRead(line.Content, out var pieces))
        {
            return ReadHead(index, pieces, last);
        }

        if (text[0] == '[')
        {
            return ReadBasis(ref index);
        }

        if (TryReadType(index, last) is { } type)
        {
            return type;
        }

        if (field is not (null or "title"))
        {
            if (last == field)
            {
                Extend(index);
                return last;
            }

            if (!Has(field))
            {
                return Add(field, index);
            }
        }

        if (last is "document-type" or "basis" or "sponsors" || field == "title")
        {
            Open(NodeKind.Title, Section.Title, "title", line.Content, index);
            return "title";
        }

        foreach (var part in MastheadFields.Cut(_content, line.Content, _conventions))
        {
            last = ReadField(index, part, last);
        }

        return last;
    }

    /// <summary>Reads a line of the head: its pieces, or furniture where none of them is a field.</summary>
    private string? ReadHead(int index, List<HeadPiece> pieces, string? last)
    {
        var field = "furniture";
        var any = false;
        foreach (var (label, span) in pieces)
        {
            if (label is null || (label == "symbol" && IsRepeated(span)))
            {
                continue;
            }

            any = true;
            field = label;
            if (label == "date" && last == "session")
            {
                // The days on which the session met, not the document's.
                _blocks[^1].LastLine = index;
                _blocks[^1].End = span.End;
                field = "session";
                continue;
            }

            if (label == "body")
            {
                RemoveBody();
            }

            Open(NodeKind.MastheadField, Section.Masthead, label, span, index);
        }

        if (!any && last == "original" && _blocks[^1].End > _blocks[^1].Start && _content[_blocks[^1].End - 1] is ':' or '：')
        {
            // "Original:" on a line of its own, and the language below.
            Extend(index);
            return last;
        }

        if (!any)
        {
            MakeFurniture(index);
        }

        return field;
    }

    /// <summary>A body prints the organ it belongs to above its own name; the last name is the body's.</summary>
    private void RemoveBody()
    {
        if (_blocks.FindIndex(block => block.Label == "body") is >= 0 and var index)
        {
            var block = _blocks[index];
            if (TextSpan.FromBounds(block.Start, block.End) == _lines[block.FirstLine].Content)
            {
                MakeFurniture(block.FirstLine);
            }

            _blocks.RemoveAt(index);
        }
    }

    private bool IsRepeated(TextSpan symbol) =>
        _blocks.Exists(block => block.Label == "symbol" && TextOf(TextSpan.FromBounds(block.Start, block.End)).SequenceEqual(TextOf(symbol)));

    /// <summary>Reads what a resolution was adopted on, in square brackets, which may be wrapped.</summary>
    private string ReadBasis(ref int index)
    {
        var block = Open(NodeKind.MastheadField, Section.Masthead, "basis", _lines[index].Content, index);
        var next = index;
        while (next < _end && next < index + LongestBasis)
        {
            if (_lines[next].Role == LineRole.Body)
            {
                if (_content[_lines[next].ContentEnd - 1] == ']')
                {
                    block.LastLine = index = next;
                    block.End = _lines[next].ContentEnd;
                    break;
                }
            }

            next++;
        }

        return "basis";
    }

    /// <summary>Reads the type of the document, or what goes on with it.</summary>
    private string? TryReadType(int index, string? last)
    {
        ref readonly var line = ref _lines[index];
        var text = TextOf(line.Content);
        var kind = text.Length <= LongestField ? MastheadFields.KindOf(text, _conventions) : DraftKind.Unknown;
        if (kind != DraftKind.Unknown && !Has("document-type"))
        {
            return Add("document-type", index);
        }

        if (last != "document-type")
        {
            return null;
        }

        // "Resolution 1904 (2009)", "Adopted by the Security Council … on", "2 September 2004"; an addendum to a draft; a type that is wrapped.
        if (kind is DraftKind.AdoptedResolution or DraftKind.Addendum or DraftKind.Corrigendum
            || (MastheadFields.KindOf(TextOf(SpanOf(_blocks[^1])), _conventions) == DraftKind.AdoptedResolution
                && MastheadFields.IsDate(text, _conventions) && !DocumentSymbolReader.TryReadStart(text, out _, out _))
            || (line.BlanksAbove == 0 && (char.IsLower(text[0]) || _content[_blocks[^1].End - 1] is ',' or '،')))
        {
            Extend(index);
            return last;
        }

        return null;
    }

    /// <summary>True where a line names a day only together with the field above it, whose date was wrapped: "on 21 December", "2020".</summary>
    private bool CompletesDate(TextSpan line)
    {
        if (line.Length > LongestPartOfDate)
        {
            return false;
        }

        var (above, rest) = (TextOf(SpanOf(_blocks[^1])).ToString(), TextOf(line).ToString());
        return DayReader.FindLast(above, _conventions) is null && DayReader.FindLast(rest, _conventions) is null
            && DayReader.FindLast($"{above} {rest}", _conventions) is not null;
    }

    private string? ReadField(int index, TextSpan span, string? last)
    {
        var text = TextOf(span);
        var isShort = text.Length <= LongestField;
        if (isShort && !Has("session") && WordList.ContainsAny(text, _conventions.SessionWords))
        {
            return Add("session", index, span);
        }

        if (MastheadFields.IsAgendaItem(text, _conventions))
        {
            return Add("agenda-item", index, span);
        }

        if (isShort && !Has("committee") && !Has("agenda-item") && MastheadFields.IsCommittee(text, _conventions))
        {
            return Add("committee", index, span);
        }

        if (last == "session" && MastheadFields.IsDate(text, _conventions))
        {
            Extend(index);
            return last;
        }

        if (!Has("agenda-item") && !Has("date") && MastheadFields.IsDate(text, _conventions))
        {
            return Add("date", index, span);
        }

        if (!Has("session") && !Has("agenda-item") && text.Contains("Distr.", StringComparison.Ordinal))
        {
            // A line that holds fields, too, is none of what pages add.
            if (span == _lines[index].Content)
            {
                MakeFurniture(index);
            }

            return "furniture";
        }

        if (last == "agenda-item" || (last == "committee" && CommitteeGoesOn(index)))
        {
            Extend(index);
            return last;
        }

        Open(NodeKind.Unrecognized, Section.Unrecognized, $"U{++_unrecognized}", span, index);
        return "unrecognized";
    }

    /// <summary>True where the name of a committee, such as "Special Committee on …", is wrapped.</summary>
    private bool CommitteeGoesOn(int index) =>
        _lines[index].BlanksAbove == 0
        && !WordList.EndsWithAny(TextOf(SpanOf(_blocks[^1])).TrimEnd("*) "), _conventions.CommitteeWords)
        && _lines[index - 1].Content.Length >= ShortestWrapped;

    private string AddSponsors(SponsorLines sponsors)
    {
        var block = Open(NodeKind.MastheadField, Section.Masthead, "sponsors", sponsors.Names, sponsors.First);
        block.LastLine = sponsors.Colon;
        if (sponsors.Type.IsEmpty)
        {
            return "sponsors";
        }

        Open(NodeKind.MastheadField, Section.Masthead, "document-type", sponsors.Type, sponsors.Colon).LastLine = sponsors.Last;
        return "document-type";
    }

    /// <summary>Where nothing named the title, it is the last line above the opening that is no field; sets its number apart.</summary>
    private void FindTitle()
    {
        var title = _blocks.FindLast(block => block.Kind == NodeKind.Title)
            ?? (_blocks.Count > 0 && _blocks[^1].Kind == NodeKind.Unrecognized ? _blocks[^1] : null);
        if (title is null)
        {
            return;
        }

        title.Kind = NodeKind.Title;
        title.Section = Section.Title;
        title.Label = "title";
        var number = MastheadFields.LengthOfNumber(TextOf(TextSpan.FromBounds(title.Start, Math.Min(title.End, _lines[title.FirstLine].ContentEnd))));
        if (number > 0 && title.Start + number < title.End)
        {
            title.LabelSpan = new TextSpan(title.Start, number);
        }
    }

    /// <summary>The first line that is a type of document and nothing else; -1 where there is none.</summary>
    private static int FindType(string content, Line[] lines, int end, DraftingConventions conventions)
    {
        for (var i = 0; i < end; i++)
        {
            if (lines[i].Role == LineRole.Body && lines[i].Content.Length <= LongestField
                && MastheadFields.KindOf(content.AsSpan(lines[i].ContentStart, lines[i].Content.Length), conventions) != DraftKind.Unknown)
            {
                return i;
            }
        }

        return -1;
    }

    private string Add(string label, int index) => Add(label, index, _lines[index].Content);

    private string Add(string label, int index, TextSpan span)
    {
        Open(NodeKind.MastheadField, Section.Masthead, label, span, index);
        return label;
    }

    private Block Open(NodeKind kind, Section section, string label, TextSpan span, int line)
    {
        var block = new Block(kind, section, span.Start, line) { Label = label, End = span.End };
        _blocks.Add(block);
        _fields.Add(label);
        return block;
    }

    private void MakeFurniture(int line)
    {
        _lines[line].Role = LineRole.Furniture;
        _furniture.Add(line);
    }

    private void Extend(int index)
    {
        _blocks[^1].LastLine = index;
        _blocks[^1].End = _lines[index].ContentEnd;
    }

    /// <summary>Ends the masthead before a line: what was taken for a title or for the end of a field from there on is text.</summary>
    private void EndAt(int line)
    {
        _blocks.RemoveAll(block => block.FirstLine >= line);
        if (_blocks.Count > 0 && _blocks[^1].LastLine >= line)
        {
            _blocks[^1].LastLine = line - 1;
            _blocks[^1].End = _lines[line - 1].ContentEnd;
        }
    }

    private DocumentSymbol? ReadSymbol() =>
        _blocks.Find(block => block.Label == "symbol") is { } block && DocumentSymbol.TryParse(TextOf(SpanOf(block)), out var symbol) ? symbol : null;

    private bool Has(string field) => _fields.Contains(field);

    private ReadOnlySpan<char> TextOf(TextSpan span) => _content.AsSpan(span.Start, span.Length);

    private static TextSpan SpanOf(Block block) => TextSpan.FromBounds(block.Start, block.End);

    private const int LongestField = 120;
    private const int LongestPartOfDate = 20;
    private const int LongestBasis = 6;
    private const int LongestMasthead = 80;
    private const int ShortestWrapped = 40;
}
