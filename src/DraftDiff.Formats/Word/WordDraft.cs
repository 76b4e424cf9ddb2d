using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Formats.Word;

/// <summary>Where the words of a unit stand in a document that was written.</summary>
/// <param name="Unit">The index of the unit.</param>
/// <param name="Paragraph">The index of the paragraph, as the document's text gives them in order.</param>
/// <param name="Skip">How many UTF-16 code units of the paragraph stand in front of the words, what Word counts itself not among them.</param>
internal readonly record struct WrittenUnit(int Unit, int Paragraph, int Skip);

/// <summary>
/// A draft as a Word document: the styles of the templates of the United Nations, the masthead's head in the header of the
/// first page, paragraphs numbered by Word, footnotes as Word has them.
/// </summary>
internal sealed class WordDraft
{
    private static readonly HashSet<string> Head = new(StringComparer.Ordinal) { "symbol", "body", "date", "original" };

    private readonly DraftTree _tree;
    private readonly bool _isRightToLeft;
    private readonly XDocument _styles;
    private readonly XDocument _numbering;
    private readonly ListBook _lists;
    private readonly XDocument _footnotes = NoteWriter.CreatePart();
    private readonly NoteWriter _notes;
    private readonly Dictionary<string, Unit> _noteUnits;
    private readonly ILookup<string?, Mark> _marks;
    private readonly Dictionary<string, string?> _bookmarks = [];
    private readonly List<Unit> _noteOrder = [];
    private readonly List<XElement> _header = [];
    private readonly List<XElement> _body = [];
    private readonly List<(Unit Unit, XElement Paragraph, int Skip)> _written = [];
    private int _counted;

    private WordDraft(DraftTree tree, DraftTree? later)
    {
        _tree = tree;
        _isRightToLeft = DraftingConventions.For(tree.Language).IsRightToLeft;
        _numbering = later is null ? DraftNumbering.Create(tree) : DraftNumbering.Create(tree, later);
        _styles = LoadStyles(tree.Language);
        var styles = new WordStyles(_styles);
        _lists = new ListBook(_numbering, styles);
        var bookmarks = 0;
        _notes = new NoteWriter(_footnotes, NoteWriter.MarkProperties(styles), () => ++bookmarks, Run);
        _noteUnits = tree.Units.Where(unit => unit.Section == Section.Footnotes).ToDictionary(unit => unit.Label);
        _marks = tree.Units.SelectMany(unit => unit.Marks).ToLookup(mark => mark.Note);
        foreach (var unit in tree.Units)
        {
            Write(unit);
        }
    }

    /// <summary>Writes a draft as a Word document.</summary>
    /// <param name="tree">The draft.</param>
    /// <param name="stream">Where to; it has to be seekable and empty.</param>
    /// <param name="later">A later text of the draft whose paragraphs will be added; null for none.</param>
    /// <returns>Where the words of the units are.</returns>
    public static ImmutableArray<WrittenUnit> Write(DraftTree tree, Stream stream, DraftTree? later = null)
    {
        var draft = new WordDraft(tree, later);
        draft.Save(stream);
        return draft.PlacesOfUnits();
    }

    private ImmutableArray<WrittenUnit> PlacesOfUnits()
    {
        var order = new Dictionary<XElement, int>();
        foreach (var paragraph in (IEnumerable<XElement>)[.. _header, .. _body])
        {
            order.Add(paragraph, order.Count);
        }

        var notes = _noteOrder.Select((note, i) => (note.Index, Place: order.Count + i)).ToDictionary(note => note.Index, note => note.Place);
        return [.. _written.Select(each => new WrittenUnit(
            each.Unit.Index, notes.TryGetValue(each.Unit.Index, out var place) ? place : order[each.Paragraph], each.Skip))];
    }

    private void Write(Unit unit)
    {
        if (unit.Section == Section.Footnotes)
        {
            if (!_marks.Contains(unit.Label))
            {
                WriteTypedNote(unit);
            }

            return;
        }

        if (unit.Section == Section.Masthead && Head.Contains(unit.Label) && _body.Count == 0)
        {
            WriteParagraph(unit, _header);
        }
        else if (GoesOnWith(unit) is { } between)
        {
            // The sponsors and what they propose stand in one paragraph.
            var (_, paragraph, skip) = _written[^1];
            paragraph.Add(Run(between));
            paragraph.Add(Words(unit));
            _written.Add((unit, paragraph, skip + _written[^1].Unit.Text.Length + between.Length));
        }
        else
        {
            WriteParagraph(unit, _body);
        }
    }

    /// <summary>What stands between a field of the masthead and the one before it on the same line; null where they are lines of their own.</summary>
    private string? GoesOnWith(Unit unit)
    {
        return unit.Index > 0 && _tree.Units[unit.Index - 1] is { Marks.IsEmpty: true } before && !Head.Contains(before.Label) && _body.Count > 0
            ? PrintedMasthead.Between(before, unit, _tree.Source)
            : null;
    }

    private void WriteParagraph(Unit unit, List<XElement> parts)
    {
        var paragraph = new XElement(W.Paragraph);
        ListPlace? place = null;
        object? label = null;
        var words = Words(unit);
        if (unit.Printed is { } printed)
        {
            var isQuoted = unit.IsLabelQuotedIn(_tree.Source);
            place = DraftNumbering.IsListed(unit) && !isQuoted
                && unit.DepthIn(_tree.Units) is < WordNumbering.Levels and var level
                ? _lists.Number(printed, new ListPlace(DraftNumbering.List, level), level)
                : null;
            if (place is null)
            {
                label = Run(printed + (unit.Words.IsEmpty ? "" : unit.Section == Section.Title || isQuoted ? " " : "\t"));
                if (isQuoted)
                {
                    words = [Run(unit.Text[..1]), (XElement)label, .. Words(unit, 1)];
                    label = null;
                }
            }
        }

        paragraph.Add(
            PropertiesOf(unit, place, _isRightToLeft),
            label,
            words);
        parts.Add(paragraph);
        _written.Add((unit, paragraph, 0));
    }

    /// <summary>A footnote that nothing marks, as UN files keep those of the masthead: a paragraph that begins with its star.</summary>
    private void WriteTypedNote(Unit unit)
    {
        var number = (unit.Printed ?? "*") + "\t";
        var paragraph = new XElement(
            W.Paragraph,
            NoteProperties(),
            Run(number),
            Words(unit));
        _body.Add(paragraph);
        _written.Add((unit, paragraph, 0));
    }

    /// <summary>The properties of the paragraph of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="place">The list that numbers it; null where none does.</param>
    /// <param name="isRightToLeft">True in a document that is written from right to left.</param>
    public static XElement PropertiesOf(Unit unit, ListPlace? place, bool isRightToLeft) => new(
        W.ParagraphProperties,
        Markup.Valued(W.ParagraphStyle, StyleOf(unit)),
        place is { } list ? list.ToMarkup() : null,
        isRightToLeft ? new XElement(W.RightToLeftParagraph) : null,
        unit is { Section: Section.Preamble or Section.Opening, Parent: < 0 } ? new XElement(W.Indent, new XAttribute(W.Namespace + "firstLine", 475)) : null);

    /// <summary>The style that a unit's paragraph has.</summary>
    public static string StyleOf(Unit unit) => unit.Section switch
    {
        Section.Masthead => unit.Label switch
        {
            "symbol" => "DocumentSymbol",
            "body" => "XLarge",
            "date" => "Publication",
            "original" => "Original",
            "session" => "Session",
            "committee" => "Committee",
            "agenda-item" => "AgendaItemNormal",
            "sponsors" or "document-type" => "Sponsors",
            _ => "Normal",
        },
        Section.Title => "TitleHCH",
        Section.Heading => unit.Printed is null ? "H23" : "H1",
        Section.Closing => "Closing1",
        _ => DraftNumbering.IsHeading(unit) ? "H23" : "SingleTxt",
    };

    /// <summary>The runs of a unit: its words with opening words in italics, and its footnote marks among them.</summary>
    private List<XElement> Words(Unit unit, int start = 0)
    {
        var runs = new List<XElement>();
        var italic = OpeningWords.LengthOf(unit, _tree.Language);
        var position = start;
        foreach (var mark in unit.Marks)
        {
            AddText(mark.At);
            runs.AddRange(MarkOf(mark));
        }

        // A masthead's words are without their stars, and its units have no marks.
        var stars = PrintedMasthead.StarsOf(unit, _tree.Source);
        AddText(stars.Length > 0 ? unit.Words.TrimEnd(" :：").Length : unit.Words.Length);
        if (stars.Length > 0)
        {
            runs.Add(Run(stars));
        }

        AddText(unit.Words.Length);
        return runs;

        void AddText(int end)
        {
            if (position < Math.Min(end, italic))
            {
                runs.Add(Run(unit.Text[position..Math.Min(end, italic)], new XElement(W.RunProperties, new XElement(W.Italic), new XElement(W.ItalicComplex))));
                position = Math.Min(end, italic);
            }

            if (position < end)
            {
                runs.Add(Run(unit.Text[position..end]));
                position = end;
            }
        }
    }

    private IEnumerable<XElement> MarkOf(Mark mark)
    {
        if (mark.Note is null || !_noteUnits.TryGetValue(mark.Note, out var note))
        {
            // A mark whose note the text has lost.
            return [Run(mark.Number, new XElement(W.RunProperties, Markup.Valued(W.VerticalAlignment, "superscript")))];
        }

        if (_bookmarks.TryGetValue(mark.Note, out var bookmark))
        {
            return _notes.Repeat(bookmark!, mark.Number);
        }

        var isCounted = mark.Number == (_counted + 1).ToString(CultureInfo.InvariantCulture);
        _counted += isCounted ? 1 : 0;
        _noteOrder.Add(note);
        var reference = _notes.Add(isCounted ? null : mark.Number, NoteProperties(), Words(note), out var element);
        _written.Add((note, element.Element(W.Paragraph)!, isCounted ? 0 : mark.Number.Length));
        if (_marks[mark.Note].Take(2).Count() < 2)
        {
            _bookmarks.Add(mark.Note, null);
            return [reference];
        }

        var (start, end, name) = _notes.Bookmark();
        _bookmarks.Add(mark.Note, name);
        return [start, reference, end];
    }

    private XElement Run(string text, XElement? properties = null)
    {
        var run = Markup.Run(text, properties);
        if (_isRightToLeft)
        {
            if (run.Element(W.RunProperties) is { } given)
            {
                given.Add(new XElement(W.RightToLeft));
            }
            else
            {
                run.AddFirst(new XElement(W.RunProperties, new XElement(W.RightToLeft)));
            }
        }

        return run;
    }

    private XElement NoteProperties() => new(W.ParagraphProperties, Markup.Valued(W.ParagraphStyle, "FootnoteText"), Direction());

    private XElement? Direction() => _isRightToLeft ? new XElement(W.RightToLeftParagraph) : null;

    private void Save(Stream stream)
    {
        var (types, ofPackage, ofText) = (PackageXml.NewContentTypes(), PackageXml.NewRelationships(), PackageXml.NewRelationships());
        var parts = new List<(string Path, XDocument Content)> { (PackageXml.ContentTypes, types), (PackageXml.RelationshipsOf(""), ofPackage) };
        _ = Add(PartKind.Styles, _styles);
        _ = Add(PartKind.Numbering, _numbering);
        _ = Add(PartKind.Footnotes, _footnotes);
        _ = Add(PartKind.Settings, Settings());
        var section = new XElement(W.SectionProperties);
        if (_header.Count > 0)
        {
            var id = Add(PartKind.Header, new XDocument(new XElement(W.Namespace + "hdr", Prefix(), _header)));
            section.Add(new XElement(
                W.HeaderReference, new XAttribute(W.Type, "first"), new XAttribute(W.RelationshipId, id)));
        }

        section.Add(
            new XElement(W.Namespace + "pgSz", new XAttribute(W.Namespace + "w", 11906), new XAttribute(W.Namespace + "h", 16838)),
            new XElement(
                W.Namespace + "pgMar",
                new[] { ("top", 1440), ("right", 1200), ("bottom", 1152), ("left", 1200), ("header", 576), ("footer", 576), ("gutter", 0) }
                    .Select(margin => new XAttribute(W.Namespace + margin.Item1, margin.Item2))),
            new XElement(W.TitlePage),
            Direction());
        var text = new XElement(
            W.Document,
            Prefix(),
            new XAttribute(XNamespace.Xmlns + "r", W.Relationships.NamespaceName),
            // The last paragraph of a document keeps its mark, so one without words is the last.
            new XElement(W.Body, _body, new XElement(W.Paragraph), section));
        _ = Add(PartKind.Document, new XDocument(text));
        parts.Add((PackageXml.RelationshipsOf(PartKind.Document.Path), ofText));
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, content) in parts)
        {
            PackageXml.Write(archive.CreateEntry(path), content);
        }

        string Add(PartKind kind, XDocument content)
        {
            parts.Add((kind.Path, content));
            PackageXml.Declare(types, kind, kind.Path);
            return PackageXml.Relate(kind == PartKind.Document ? ofPackage : ofText, kind, kind.Path);
        }
    }

    private static XAttribute Prefix() => new(XNamespace.Xmlns + "w", W.Namespace.NamespaceName);

    private static XDocument LoadStyles(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("styles.xml")!;
        var styles = XDocument.Load(stream);
        var conventions = DraftingConventions.For(language);
        var kind = conventions.IsRightToLeft ? "bidi" : conventions.IsHan ? "eastAsia" : "val";
        var tag = new XElement(W.Namespace + "lang", new XAttribute(W.Namespace + kind, language));
        styles.Descendants(W.RunProperties).First().Add(tag);
        return styles;
    }

    private static XDocument Settings() => new(new XElement(
        W.Namespace + "settings",
        Prefix(),
        new XElement(
            W.Namespace + "footnotePr",
            new XElement(W.Footnote, new XAttribute(W.Id, -1)),
            new XElement(W.Footnote, new XAttribute(W.Id, 0))),
        new XElement(
            W.Namespace + "compat",
            new XElement(
                W.Namespace + "compatSetting",
                new XAttribute(W.NameAttribute, "compatibilityMode"),
                new XAttribute(W.Namespace + "uri", "http://schemas.microsoft.com/office/word"),
                new XAttribute(W.Value, "15")))));
}
