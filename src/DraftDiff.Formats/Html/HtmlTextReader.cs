using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Html;

/// <summary>Reads the lines of a page as a browser shows them. Elements are nested no deeper than the parser let them be.</summary>
internal sealed class HtmlTextReader
{
    private const int LongestExcerpt = 40;

    private readonly TrackedChanges _changes;
    private readonly IElement? _body;
    private readonly INode? _opening;
    private readonly IElement? _content;
    private readonly HtmlNotes? _notes;
    private readonly List<string> _hidden = [];
    private List<HtmlLine> _lines = [];
    private HtmlLine? _line;
    private int _breaks;
    private bool _isOpeningSeen;
    private bool _hasChanges;
    private bool _beginsTable;
    private IElement? _note;

    /// <summary>Makes a reader of one page.</summary>
    public HtmlTextReader(IHtmlDocument document, TrackedChanges changes)
    {
        _changes = changes;
        _body = document.Body;
        if (_body is not null)
        {
            _notes = new HtmlNotes(_body);
            _opening = FindOpening(_body);
            _content = FindContent(_body);
        }
    }

    /// <summary>How what is read is set.</summary>
    private readonly record struct Setting(bool IsFurniture, bool IsHeading, bool IsCentred, bool IsItalic, bool IsBold, bool IsRow, bool IsPreformatted);

    /// <summary>The tree over the text of the page.</summary>
    /// <param name="source">The page.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    public DraftTree Read(SourceText source, string? language)
    {
        var notes = new List<(IElement Key, string Number, List<HtmlLine> Lines)>();
        if (_body is not null)
        {
            ReadNodes(_body, new Setting { IsFurniture = _content is not null });
            EndLine();
        }

        var lines = _lines;
        foreach (var (note, number) in _notes?.InOrder ?? [])
        {
            if (!IsSeen(note))
            {
                continue;
            }

            _lines = [];
            _note = note;
            ReadNodes(note, default);
            EndLine();
            notes.Add((note, number, _lines));
        }

        var writer = new HtmlTextWriter(lines, notes, _isOpeningSeen);
        foreach (var diagnostic in source.Diagnostics.Where(diagnostic => diagnostic.Span.Start == 0))
        {
            writer.Report(diagnostic);
        }

        if (_hasChanges)
        {
            writer.Report(_changes.ToDiagnostic());
        }

        writer.LeaveOut(_hidden);
        return writer.Write(source.Name, language);
    }

    private static INode? FindOpening(IElement body)
    {
        INode? first = null;
        foreach (var node in HtmlElements.Below(body))
        {
            if (node is IText { Data: var data } && OpeningLengthOf(data.AsSpan().TrimStart()) is > 0 and var length && !IsOfScript(node))
            {
                first ??= node;
                if (data.AsSpan().TrimStart()[length..].TrimStart() is [',' or '，' or '،', ..])
                {
                    return node;
                }
            }
        }

        return first;

        static bool IsOfScript(INode node) => node.ParentElement is { } parent && HtmlElements.IsUnseen(parent);
    }

    private static int OpeningLengthOf(ReadOnlySpan<char> text)
    {
        foreach (var conventions in DraftingConventions.All)
        {
            foreach (var opening in conventions.Openings)
            {
                if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (text.Length == opening.Length || !char.IsLetterOrDigit(text[opening.Length])))
                {
                    return opening.Length;
                }
            }
        }

        return 0;
    }

    /// <summary>The element that says it is what the page is about, if it holds the opening or the page has none.</summary>
    private IElement? FindContent(IElement body)
    {
        var candidates = HtmlElements.Below(body).OfType<IElement>()
            .Where(element => element.LocalName is "main" or "article" || element.GetAttribute("role") is "main" or "article").ToList();
        return _opening is not null ? candidates.Find(candidate => HtmlElements.Holds(candidate, _opening)) is { } holder ? WithNeighbours(holder, candidates) : null
            : candidates.Count(candidate => candidate.LocalName == "main") == 1 ? candidates.Find(candidate => candidate.LocalName == "main")
            : candidates is [var only] ? only
            : null;
    }

    /// <summary>What holds an article and those beside it, as a page has them that gives each part of a document one.</summary>
    private static IElement WithNeighbours(IElement article, List<IElement> candidates) =>
        article.LocalName == "article" && article.ParentElement is { } parent && candidates.Exists(other => other != article && other.ParentElement == parent) ? parent : article;

    private bool IsSeen(IElement? element)
    {
        for (; element is not null; element = element.ParentElement)
        {
            if (HtmlElements.IsUnseen(element) || HtmlElements.IsHidden(element) || IsDropped(element))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsDropped(IElement element) => element.LocalName == (_changes == TrackedChanges.Accept ? "del" : "ins");

    private void ReadNodes(INode parent, Setting setting)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                AddText(text.Data, setting);
                if (node == _opening && _line is not null)
                {
                    _line.OpensDraft = _isOpeningSeen = true;
                }
            }
            else if (node is IElement element)
            {
                ReadElement(element, setting);
            }
        }
    }

    private void ReadElement(IElement element, Setting setting)
    {
        if (HtmlElements.IsUnseen(element) || (_notes!.IsNote(element) && element != _note) || _notes.IsBackLink(element) || HtmlElements.Names(element, "class", "mw-cite-backlink"))
        {
            return;
        }

        if (element.LocalName is "ins" or "del")
        {
            _hasChanges = true;
            if (IsDropped(element))
            {
                return;
            }
        }

        if (HtmlElements.IsHidden(element) || (element.GetAttribute("aria-hidden") == "true" && !element.TextContent.Any(char.IsLetterOrDigit)))
        {
            LeaveOut(element, setting);
            return;
        }

        setting = SettingOf(element, setting);
        if (HtmlElements.IsBlock(element) && !setting.IsRow)
        {
            ReadBlock(element, setting);
        }
        else
        {
            ReadInline(element, setting);
        }
    }

    private Setting SettingOf(IElement element, Setting setting) => setting with
    {
        IsFurniture = element != _content && (setting.IsFurniture || IsFurniture(element)),
        IsHeading = setting.IsHeading || HtmlElements.IsHeading(element),
        IsCentred = HtmlElements.IsCentred(element) ?? setting.IsCentred,
        IsItalic = HtmlElements.IsItalic(element) ?? setting.IsItalic,
        IsBold = HtmlElements.IsBold(element) ?? setting.IsBold,
        IsPreformatted = setting.IsPreformatted || element.LocalName == "pre" || HtmlElements.StyleOf(element, "white-space").StartsWith("pre", StringComparison.Ordinal),
    };

    // The header of an article is the document's own.
    private bool IsFurniture(IElement element) =>
        _note is null && HtmlElements.IsOfSite(element) && !HtmlElements.Holds(element, _opening ?? _content)
        && !(element.LocalName is "header" or "footer" && (_content is not null || IsHeadOfDraft(element)));

    /// <summary>True for a header that prints the symbol of a draft, or its title as programs write it that make pages of documents.</summary>
    private static bool IsHeadOfDraft(IElement element) =>
        element.LocalName == "header"
        && (element.Id == "title-block-header" || HtmlElements.Below(element).OfType<IText>().Any(text => DocumentSymbol.TryParse(text.Data.Trim(), out var symbol) && symbol.Organ is not null));

    private void LeaveOut(IElement element, Setting setting)
    {
        var text = string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0 && !setting.IsFurniture && !IsFurniture(element))
        {
            (_line?.Hidden ?? _hidden).Add(text.Length > LongestExcerpt ? text[..LongestExcerpt] + "…" : text);
        }
    }

    private void ReadBlock(IElement element, Setting setting)
    {
        switch (element.LocalName)
        {
            case "table":
                ReadTable(element, setting);
                return;
            case "ol" or "ul":
                EndLine();
                ReadList(element, setting);
                break;
            default:
                EndLine();
                ReadNodes(element, setting);
                break;
        }

        EndLine();
    }

    private void ReadList(IElement list, Setting setting)
    {
        var labels = HtmlLists.LabelsOf(list);
        foreach (var node in list.ChildNodes)
        {
            if (node is IElement item && labels.TryGetValue(item, out var label) && !setting.IsFurniture && !_notes!.IsNote(item)
                && !HtmlElements.IsHidden(item))
            {
                EndLine();
                LineOf(setting).Pieces.Add(new HtmlPiece(PieceKind.Label, label));
                ReadNodes(item, SettingOf(item, setting));
                EndLine(isWhole: true);
            }
            else if (node is IElement other)
            {
                ReadElement(other, setting);
            }
            else if (node is IText text)
            {
                AddText(text.Data, setting);
            }
        }
    }

    private void ReadTable(IElement table, Setting setting)
    {
        EndLine();
        var rows = HtmlElements.Below(table).OfType<IElement>().Where(element => element.LocalName == "tr").ToList();
        if (setting.IsFurniture || IsLayout(table, rows))
        {
            ReadNodes(table, setting);
            EndLine();
            return;
        }

        foreach (var caption in table.Children.Where(child => child.LocalName == "caption"))
        {
            ReadElement(caption, setting);
        }

        _beginsTable = true;
        foreach (var row in rows)
        {
            if (!IsSeen(row))
            {
                LeaveOut(row, setting);
                continue;
            }

            if (_notes!.IsNote(row))
            {
                continue;
            }

            foreach (var node in row.ChildNodes)
            {
                if (node is IElement cell && _line is { IsEmpty: false } line)
                {
                    line.Pieces.Add(new HtmlPiece(PieceKind.Tab, "\t"));
                }

                if (node is IElement element)
                {
                    ReadElement(element, setting with { IsRow = true });
                }
            }

            EndLine();
        }

        _beginsTable = false;
    }

    /// <summary>True for a table that only says where things stand: one of a masthead, or whose cells hold paragraphs.</summary>
    private bool IsLayout(IElement table, List<IElement> rows) =>
        table.GetAttribute("role") is "presentation" or "none"
        || (_opening is not null && !_isOpeningSeen)
        || HtmlElements.Holds(table, _opening)
        || (_content is not null && HtmlElements.Holds(table, _content))
        || rows.TrueForAll(row => row.Children.Length <= 1)
        || rows.Exists(row => row.Children.Any(cell => cell.Children.Count(HtmlElements.IsBlock) > 1 || HtmlElements.Below(cell).Any(node => node is IElement { LocalName: "table" or "li" or "tr" })));

    private void ReadInline(IElement element, Setting setting)
    {
        if (_notes!.MarkOf(element) is var (number, note))
        {
            LineOf(setting).Pieces.Add(new HtmlPiece(PieceKind.Mark, number, Note: note));
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                _breaks++;
                break;
            case "wbr":
                break;
            case "sup":
                ReadRaised(element, setting);
                break;
            case "q":
                AddText("“", setting);
                ReadNodes(element, setting);
                AddText("”", setting);
                break;
            case "span" when HtmlElements.StyleOf(element, "mso-list") == "ignore":
                LineOf(setting).Pieces.Add(new HtmlPiece(PieceKind.Label, element.TextContent.Trim() is "·" or "\uF0B7" ? "•" : element.TextContent.Trim()));
                break;
            case "span" when IsTab(element):
                LineOf(setting).Pieces.Add(new HtmlPiece(PieceKind.Tab, "\t"));
                break;
            default:
                ReadNodes(element, setting);
                break;
        }
    }

    // Word writes a tab as white space in a small font.
    private static bool IsTab(IElement element) =>
        (HtmlElements.StyleOf(element, "mso-tab-count").Length > 0 || HtmlElements.StyleOf(element, "font").StartsWith("7.0pt", StringComparison.Ordinal))
        && string.IsNullOrWhiteSpace(element.TextContent);

    /// <summary>A raised number is a footnote mark, or a power where it stands behind a unit of length.</summary>
    private void ReadRaised(IElement element, Setting setting)
    {
        var links = element.Children.Where(child => _notes!.MarkOf(child) is not null).ToList();
        if (links.Count > 0 && !element.TextContent.Any(char.IsLetter))
        {
            links.ForEach(link => ReadInline(link, setting));
        }
        else if (HtmlNotes.NumberOf(element.TextContent) is { } number && !element.Children.Any(child => HtmlElements.IsHidden(child) || child.LocalName is "ins" or "del"))
        {
            if (_line is { Pieces: [.., { Kind: PieceKind.Words, Text: var before }] } && FootnoteMarks.ArePower(before))
            {
                AddText(number, setting);
            }
            else
            {
                LineOf(setting).Pieces.Add(new HtmlPiece(PieceKind.Mark, number));
            }
        }
        else
        {
            ReadNodes(element, setting);
        }
    }

    private void AddText(string text, Setting setting)
    {
        if (setting.IsPreformatted && text.Contains('\n', StringComparison.Ordinal))
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                _breaks += i > 0 ? 1 : 0;
                AddText(lines[i], setting);
            }

            return;
        }

        // A space at the end of the source's line is none in front of a paragraph.
        if (string.IsNullOrEmpty(text) || (_line is null && text.AsSpan().Trim(" \t\r\n\f").IsEmpty) || (_breaks > 0 && text.AsSpan().Trim(" \t\r\n\f").IsEmpty))
        {
            return;
        }

        LineOf(setting).Pieces.Add(new HtmlPiece(PieceKind.Words, text, setting.IsItalic, setting.IsBold));
    }

    /// <summary>The line that is being read, or a new one where breaks ended it.</summary>
    private HtmlLine LineOf(Setting setting)
    {
        var followsBreak = _breaks == 1 && _line is { IsEmpty: false };
        if (_breaks > 0 && !setting.IsRow && _line is { IsEmpty: false })
        {
            EndLine(isWhole: true);
        }
        else if (_breaks > 0 && _line is not null)
        {
            _line.Pieces.Add(new HtmlPiece(PieceKind.Break, " "));
        }

        _breaks = 0;
        if (_line is null)
        {
            _line = new HtmlLine
            {
                IsFurniture = setting.IsFurniture,
                IsHeading = setting.IsHeading,
                IsCentred = setting.IsCentred,
                FollowsBreak = followsBreak,
                BeginsTable = _beginsTable,
            };
            _beginsTable = false;
            _line.Hidden.AddRange(_hidden);
            _hidden.Clear();
        }

        return _line;
    }

    // The label of an item stands in front of the first paragraph in it.
    private void EndLine(bool isWhole = false)
    {
        if (!isWhole && _line is not null && _line.Pieces.TrueForAll(piece => piece.Kind == PieceKind.Label || (piece.Kind == PieceKind.Words && string.IsNullOrWhiteSpace(piece.Text)))
            && _line.Pieces.Exists(piece => piece.Kind == PieceKind.Label))
        {
            return;
        }

        _breaks = 0;
        if (_line is { IsEmpty: false } line)
        {
            _lines.Add(line);
        }
        else if (_line is { } empty)
        {
            _hidden.AddRange(empty.Hidden);
            _beginsTable |= empty.BeginsTable;
        }

        _line = null;
    }
}
