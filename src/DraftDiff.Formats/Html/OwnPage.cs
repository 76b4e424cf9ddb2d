using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DraftDiff.Rendering;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Html;

/// <summary>
/// A page that this program wrote: a draft, or a redline of two. Its elements say which unit of which text their words
/// belong to, so that each text comes back in its own order.
/// </summary>
internal sealed class OwnPage
{
    private const string OneSided = "is a redline of texts in two languages, which holds the words of the new one alone; read it with its changes accepted";
    private const string Message = "is a redline for a message, which leaves out what did not change; write a page of it with draftdiff redline OLD NEW -o redline.html";
    private const string Damaged = "is a redline of this program that somebody changed, so that its texts cannot be told apart; write it again";

    private readonly IElement _main;
    private readonly bool _isRedline;

    private OwnPage(IElement main, bool isRedline) => (_main, _isRedline) = (main, isRedline);

    /// <summary>A page of this program; null for another.</summary>
    /// <exception cref="UnreadableFileException">It is a redline that is no page and holds no whole text.</exception>
    public static OwnPage? Find(IHtmlDocument document) =>
        document.Body?.FirstElementChild?.GetAttribute("data-page") == "message" ? throw new UnreadableFileException(Message)
        : document.GetElementById("draft") is { LocalName: "main" } main && main.GetAttribute("data-page") is { } kind && (kind is "draft" or "redline")
            ? new OwnPage(main, kind == "redline")
            : null;

    /// <summary>The tree over the text of one side.</summary>
    /// <param name="name">What the page is called in messages.</param>
    /// <param name="language">The code of its language; as the page says where it is not given.</param>
    /// <param name="changes">Which text of a redline to read.</param>
    /// <exception cref="UnreadableFileException">The page lacks it.</exception>
    public DraftTree Read(string name, string? language, TrackedChanges changes)
    {
        var isOld = _isRedline && changes == TrackedChanges.Reject;
        if (isOld && _main.GetAttribute("data-sides") == "new")
        {
            throw new UnreadableFileException(OneSided);
        }

        var text = new MarkedTextBuilder();
        if (_isRedline)
        {
            text.Report(HtmlReader.Resolved(changes));
        }

        language ??= (isOld ? _main.GetAttribute("data-old-language") : null) is { Length: > 0 } said ? said : LanguageOf();
        var units = UnitsOf(isOld);
        var notes = new OwnNotes(units);
        foreach (var unit in units.Where(unit => !unit.IsNote))
        {
            unit.Write(text, notes);
        }

        foreach (var note in units.Where(unit => unit.IsNote))
        {
            note.WriteNote(text, notes);
        }

        return text.Parse(name, language);
    }

    private string? LanguageOf() => _main.Owner?.DocumentElement.GetAttribute("lang") is { Length: > 0 } language ? language : null;

    private List<OwnUnit> UnitsOf(bool isOld)
    {
        var units = new SortedDictionary<int, List<(int Part, IElement Words)>>();
        var count = 0;
        foreach (var words in _main.GetElementsByClassName("words"))
        {
            var (index, part) = (count++, 0);
            if (_isRedline)
            {
                if (words.GetAttribute(isOld ? "data-old-unit" : "data-new-unit") is not { } given)
                {
                    continue;
                }

                if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out index)
                    || !int.TryParse(words.GetAttribute("data-part") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out part))
                {
                    throw new UnreadableFileException(Damaged);
                }
            }

            if (!units.TryGetValue(index, out var parts))
            {
                units.Add(index, parts = []);
            }

            parts.Add((part, words));
        }

        return [.. units.Values.Select(parts => new OwnUnit([.. parts.OrderBy(part => part.Part).Select(part => part.Words)], _isRedline, isOld))];
    }
}

/// <summary>The footnotes of a page of this program.</summary>
internal sealed class OwnNotes
{
    private readonly Dictionary<string, OwnUnit> _byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnUnit> _byNumber = new(StringComparer.Ordinal);

    public OwnNotes(IEnumerable<OwnUnit> units)
    {
        foreach (var note in units.Where(unit => unit.IsNote))
        {
            _byNumber.TryAdd(note.NoteNumber, note);
            if (note.NoteLabel is { } label)
            {
                _byLabel.TryAdd(label, note);
            }
        }
    }

    /// <summary>The footnote of a mark, by its label or else by its number; null where it has none.</summary>
    public OwnUnit? Find(string? label, string number) =>
        label is null ? null : _byLabel.GetValueOrDefault(label) ?? _byNumber.GetValueOrDefault(number);
}

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
