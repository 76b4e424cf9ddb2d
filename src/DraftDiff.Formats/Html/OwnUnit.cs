using System.Globalization;
using AngleSharp.Dom;
using DraftDiff.Rendering;

namespace DraftDiff.Formats.Html;

/// <summary>A unit on a page of this program.</summary>
internal sealed class OwnUnit
{
    private readonly IElement[] _parts;
    private readonly bool _isRedline;
    private readonly bool _isOld;
    private readonly string[] _kind;
    private bool _isLabelDue;

    public OwnUnit(IElement[] parts, bool isRedline, bool isOld)
    {
        (_parts, _isRedline, _isOld) = (parts, isRedline, isOld);
        _kind = (isOld ? parts[0].GetAttribute("data-old-kind") : null)?.Split(' ') ?? (parts[0].ParentElement?.ClassName?.Split(' ') is ["change", .. var rest] ? rest : []);
    }

    /// <summary>True for a footnote.</summary>
    public bool IsNote => Section == "footnotes";

    /// <summary>The label of it as a footnote.</summary>
    public string? NoteLabel => _isRedline ? _parts[0].GetAttribute(_isOld ? "data-old-note" : "data-new-note") : _parts[0].ParentElement?.Id;

    /// <summary>The number of it as a footnote, in common digits, or stars.</summary>
    public string NoteNumber => HtmlNotes.NumberOf(Number ?? "") ?? HtmlNotes.NumberOf(NoteLabel?.Split("FN")[^1] ?? "") ?? "*";

    private string Section => _kind is [var section, ..] ? section : "";

    private string? Field => Array.Find(_kind, name => name.StartsWith("field-", StringComparison.Ordinal))?["field-".Length..];

    private string? Number
    {
        get
        {
            foreach (var part in _parts)
            {
                if (part.Children.FirstOrDefault(child => child.ClassList.Contains("number")) is { } number)
                {
                    var given = number.GetAttribute(_isOld ? "data-old" : "data-new")
                        ?? string.Concat(number.ChildNodes.OfType<IText>().Select(text => text.Data));
                    if (given.Length > 0 && given != " ")
                    {
                        return Plain(given);
                    }
                }
            }

            return null;
        }
    }

    /// <summary>Writes it as a line.</summary>
    public void Write(MarkedTextBuilder text, OwnNotes notes)
    {
        var number = Number;
        _isLabelDue = number is not null && _parts[0].GetAttribute("data-quoted")?.Contains(_isOld ? "old" : "new", StringComparison.Ordinal) == true;
        if (number is not null && !_isLabelDue)
        {
            WriteLabel(number, text);
        }

        WriteWords(text, notes);
        switch (Section)
        {
            case "masthead" when Field is "session" or "agenda-item":
                text.EndField(Field);
                break;
            case "title":
                text.EndField("title");
                break;
            default:
                text.EndLine(Section == "heading" ? LineKind.Heading : LineKind.Paragraph);
                break;
        }
    }

    /// <summary>Writes it as a footnote.</summary>
    public void WriteNote(MarkedTextBuilder text, OwnNotes notes)
    {
        text.BeginNote(NoteNumber, this, Number);
        WriteWords(text, notes);
        text.EndNote();
    }

    private void WriteLabel(string label, MarkedTextBuilder text)
    {
        text.Append(label);
        if (Section == "title" || _isLabelDue)
        {
            text.Append(" ");
        }
        else
        {
            text.AppendTab();
        }
    }

    private void WriteWords(MarkedTextBuilder text, OwnNotes notes)
    {
        foreach (var part in _parts)
        {
            if (part.Children.FirstOrDefault(child => child.LocalName == "p") is { } words)
            {
                // A part begins where the words were divided, which is nearly always at a space.
                text.Append(part == _parts[0] || part.HasAttribute("data-glued") ? "" : " ");
                WriteNodes(words, text, notes);
            }
        }
    }

    private void WriteNodes(INode parent, MarkedTextBuilder text, OwnNotes notes)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words)
            {
                WriteText(Plain(words.Data), text);
            }
            else if (node is IElement element && !(_isRedline && element.LocalName == (_isOld ? "ins" : "del")))
            {
                if (element.ClassList.Contains("mark"))
                {
                    WriteMark(element, text, notes);
                    continue;
                }

                var start = text.Position;
                WriteNodes(element, text, notes);
                if (!_isOld && element.HasAttribute("data-printed"))
                {
                    text.Emphasize(start);
                }
            }
        }
    }

    private void WriteText(string words, MarkedTextBuilder text)
    {
        if (_isLabelDue && words.Length > 0 && Number is { } label)
        {
            text.Append(words.AsSpan(0, 1));
            WriteLabel(label, text);
            _isLabelDue = false;
            words = words[1..];
        }

        text.Append(words);
    }

    private void WriteMark(IElement mark, MarkedTextBuilder text, OwnNotes notes)
    {
        // A mark that the documents have at different places stands at both, and says which it is.
        if (mark.LocalName == "data" ? !_isOld : _isOld && mark.GetAttribute("data-only") == "new")
        {
            return;
        }

        var number = mark.GetAttribute("value") ?? string.Concat(HtmlElements.Below(mark).OfType<IText>().Where(IsSeen).Select(each => each.Data));
        text.AppendMark(number, notes.Find(LabelOf(mark), number));

        bool IsSeen(IText piece) => piece.ParentElement?.LocalName != (_isOld ? "ins" : "del");
    }

    /// <summary>The label of the footnote of a mark; null where it has none.</summary>
    private string? LabelOf(IElement mark)
    {
        if (mark.GetAttribute("data-old-note") is { } old && _isOld)
        {
            return old;
        }

        var link = HtmlElements.Below(mark).OfType<IElement>().FirstOrDefault(element => element.LocalName == "a")?.GetAttribute("href");
        return link is ['#', .. var target] ? Uri.UnescapeDataString(target) is ['o', 'l', 'd', '-', .. var label] ? label : Uri.UnescapeDataString(target) : null;
    }

    /// <summary>What was written so that nothing in it is hidden, as it was.</summary>
    private static string Plain(string text)
    {
        for (var at = text.IndexOf("\\u", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\\u", at + 1, StringComparison.Ordinal))
        {
            if (at + 6 <= text.Length && int.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && VisibleText.Of(((char)code).ToString()) == text.Substring(at, 6))
            {
                text = $"{text.AsSpan(0, at)}{(char)code}{text.AsSpan(at + 6)}";
            }
        }

        return text;
    }
}
