using System.Globalization;
using System.Xml.Linq;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// Writes out the text of an Akoma Ntoso document in the order of its elements: a line a block, in front of it the number
/// that stands beside it, the notes below a rule. Metadata is no text.
/// </summary>
internal sealed class AknTextReader
{
    private const int LongestNumber = 4;

    private readonly XElement _root;
    private readonly MarkedTextBuilder _text = new();
    private readonly Dictionary<string, XElement> _notesById = new(StringComparer.Ordinal);
    private readonly List<(XElement Note, string Number, string Printed)> _notes = [];
    private readonly Dictionary<XElement, string> _numbers = [];
    private readonly Dictionary<XElement, string> _errors;
    private bool _hasBody;
    private bool _inPreface;
    private bool _inNote;
    private int _highest;

    // Where a line stands on which there is nothing but a number so far.
    private int _afterNumber = -1;

    /// <summary>Makes a reader of a document, whose elements are not nested without bound.</summary>
    public AknTextReader(XElement root)
    {
        _root = root;
        _errors = AknChecker.Check(root);
        foreach (var note in root.Descendants().Where(element => element.Name.LocalName is "authorialNote" or "note"))
        {
            // One in another is read with it.
            if (IdOf(note) is { } id && !note.Ancestors().Any(above => above.Name.LocalName is "authorialNote" or "note"))
            {
                _notesById.TryAdd(id, note);
            }

            _highest = Math.Max(_highest, NumberOf(note.Attribute("marker")?.Value) is [>= '0' and <= '9', ..] number ? int.Parse(number, CultureInfo.InvariantCulture) : 0);
        }
    }

    /// <summary>Reads the text.</summary>
    public MarkedTextBuilder Read()
    {
        ReadChildren(_root);
        _text.EndLine();
        _inNote = true;
        for (var i = 0; i < _notes.Count; i++)
        {
            var (note, number, printed) = _notes[i];
            _text.BeginNote(number, note, printed);
            ReadChildren(note);
            _text.EndNote();
        }

        return _text;
    }

    private void ReadChildren(XElement parent)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XElement element)
            {
                Read(element);
            }
            else if (node is XText text)
            {
                _text.Append(text.Value);
            }
        }
    }

    private void Read(XElement element)
    {
        if (_errors.TryGetValue(element, out var error))
        {
            _text.Report(DraftDiagnostics.MarkupNotAsInSchema, error);
        }

        switch (element.Name.LocalName)
        {
            case "meta":
                break;
            case "preface" or "coverPage" when !_hasBody:
                _inPreface = true;
                ReadBlock(element);
                _text.EndRegion();
                _inPreface = false;
                break;
            case "num":
                ReadNumber(element);
                break;
            case "heading" or "subheading" or "crossHeading":
            case "block" when element.Attribute("name")?.Value == "heading":
                BeginBlock();
                ReadChildren(element);
                _text.EndLine(LineKind.Heading);
                break;
            case "authorialNote" when !_inNote:
                ReadNote(element);
                break;
            case "noteRef" when !_inNote:
                ReadReference(element);
                break;
            case "i":
                var start = _text.Position;
                ReadChildren(element);
                _text.Emphasize(start);
                break;
            case "sup":
                ReadRaised(element);
                break;
            case "br":
                _text.AppendLineBreak();
                break;
            case "eol" or "eop":
                _text.Append(" ");
                break;
            case "table":
                ReadTable(element);
                break;
            default:
                if (AknNames.IsInline(element) && !(_inPreface && AknNames.FieldOf(element) is not null && element.Parent!.Name.LocalName is "preface" or "coverPage" or "longTitle"))
                {
                    ReadChildren(element);
                }
                else
                {
                    ReadBlock(element);
                }

                break;
        }
    }

    private void ReadBlock(XElement element)
    {
        // A document within this one, such as an annex, has a preface of its own, which is no masthead.
        _hasBody |= element.Name.LocalName is "preamble" or "mainBody" or "body" or "debateBody" or "judgmentBody" or "amendmentBody" or "collectionBody";
        BeginBlock();
        ReadChildren(element);
        if (_inPreface && !_text.IsLineEmpty && FieldOf(element) is { } field)
        {
            _text.EndField(field);
        }
        else
        {
            _text.EndLine();
        }
    }

    /// <summary>Begins a line, if it is not one that has a number and waits for its words.</summary>
    private void BeginBlock()
    {
        if (_text.IsLineEmpty || _text.Position != _afterNumber)
        {
            _text.EndLine();
        }
    }

    private void ReadNumber(XElement number)
    {
        BeginBlock();
        var start = _text.Position;
        ReadChildren(number);
        if (_text.Position > start)
        {
            _text.MarkLabel(start);
            _text.AppendTab();
            _afterNumber = _text.Position;
        }
    }

    /// <summary>The field of the masthead that a line of the preface is; null where it is none.</summary>
    private static string? FieldOf(XElement line)
    {
        var fields = line.DescendantsAndSelf().Select(AknNames.FieldOf).OfType<string>().Distinct().ToList();
        if (fields.Count == 0)
        {
            return line.Ancestors().Select(AknNames.FieldOf).FirstOrDefault(field => field is not null)
                ?? (line.Ancestors().Any(above => above.Name.LocalName == "longTitle") ? "title" : null);
        }

        // What is called a number is a symbol where it looks like one, and nothing that is known elsewhere.
        return fields is not ["symbol"] ? fields.MinBy(AknNames.RankOf)
            : DocumentSymbol.TryParse(line.Value, out var symbol) && symbol.Organ is not null ? "symbol"
            : null;
    }

    private void ReadNote(XElement note)
    {
        AddNote(note);
        var isAlone = note.Parent is { } parent && parent.Nodes().All(node => node == note || node is XText text && string.IsNullOrWhiteSpace(text.Value));
        if (!isAlone)
        {
            _text.AppendMark(_numbers[note], note);
        }
    }

    private void ReadReference(XElement reference)
    {
        if (reference.Attribute("href")?.Value is ['#', .. var id] && _notesById.TryGetValue(id, out var note))
        {
            AddNote(note);
            _text.AppendMark(_numbers[note], note);
        }
        else if (NumberOf(reference.Attribute("marker")?.Value) is { } number)
        {
            _text.AppendMark(number, null);
        }
    }

    /// <summary>Gives a note its number, and a place below the text, where it has none yet.</summary>
    private void AddNote(XElement note)
    {
        if (_numbers.ContainsKey(note))
        {
            return;
        }

        var marker = note.Attribute("marker")?.Value.Trim();
        var number = NumberOf(marker);
        var printed = number is null ? null : marker;
        number ??= (++_highest).ToString(CultureInfo.InvariantCulture);
        _numbers.Add(note, number);
        _notes.Add((note, number, printed ?? number));
    }

    /// <summary>The number that a note is marked with, in common digits, or its stars; null for anything else.</summary>
    private static string? NumberOf(string? marker)
    {
        marker = marker?.Trim().TrimStart('(', '[').TrimEnd(')', ']', '.', '/', ' ');
        if (marker is not { Length: > 0 and <= LongestNumber })
        {
            return null;
        }

        if (marker.All(c => c == '*'))
        {
            return marker;
        }

        var value = 0;
        foreach (var c in marker)
        {
            var digit = char.IsDigit(c) ? CharUnicodeInfo.GetDecimalDigitValue(c) : Characters.RaisedDigitValue(c);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return value > 0 ? value.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Raised digits, as plain text has them: what they are, the text around them says.</summary>
    private void ReadRaised(XElement raised)
    {
        if (raised.HasElements || raised.Value.Trim() is not { Length: > 0 } text || !text.All(char.IsAsciiDigit))
        {
            ReadChildren(raised);
            return;
        }

        _text.AppendRaised(text);
    }

    /// <summary>A table is a row a line, its cells between tabs; one whose cells hold blocks of their own, a block a line.</summary>
    private void ReadTable(XElement table)
    {
        BeginBlock();
        _text.EndLine();
        _text.Report(DraftDiagnostics.TableReadAsText);
        var cells = table.Descendants().Where(element => element.Name.LocalName is "td" or "th").ToList();
        if (cells.Exists(cell => cell.Elements().Skip(1).Any() || cell.Descendants().Any(inner => inner.Name.LocalName is "table" or "num" or "li" or "item")))
        {
            ReadChildren(table);
            _text.EndLine();
            return;
        }

        ReadRows(table);
    }

    private void ReadRows(XElement rows)
    {
        foreach (var row in rows.Elements())
        {
            if (row.Elements().Any(inner => inner.Name.LocalName == "tr"))
            {
                ReadRows(row);
                continue;
            }

            var isRow = row.Elements().Any(cell => cell.Name.LocalName is "td" or "th");
            foreach (var cell in isRow ? row.Elements() : [])
            {
                _text.AppendTab();
                ReadChildren(cell.Elements().FirstOrDefault(inner => !AknNames.IsInline(inner)) is { } only && !HasText(cell) ? only : cell);
            }

            if (!isRow)
            {
                ReadChildren(row);
            }

            _text.EndLine();
        }
    }

    private static bool HasText(XElement element) => element.Nodes().Any(node => node is XText text && !string.IsNullOrWhiteSpace(text.Value));

    private static string? IdOf(XElement element) => (element.Attribute("eId") ?? element.Attribute("id"))?.Value;
}
