using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>Writes footnotes and their marks: a reference where a note is first marked, and fields that repeat its number.</summary>
internal sealed class NoteWriter
{
    private const string ReferenceStyle = "FootnoteReference";

    private readonly XElement _root;
    private readonly Func<int> _nextId;
    private readonly Func<string, XElement?, XElement> _run;
    private readonly XElement _raised;
    private int _nextNote;

    /// <summary>Takes the footnotes of a document, to which notes are added.</summary>
    /// <param name="footnotes">Its footnotes part.</param>
    /// <param name="raised">The properties of a mark.</param>
    /// <param name="nextId">Gives ids that no bookmark of the document has.</param>
    /// <param name="run">Makes a run of text with properties.</param>
    public NoteWriter(XDocument footnotes, XElement raised, Func<int> nextId, Func<string, XElement?, XElement> run)
    {
        _root = footnotes.Root!;
        _raised = raised;
        _nextId = nextId;
        _run = run;
        _nextNote = 1 + _root.Elements(W.Footnote).Select(note => (int?)note.Attribute(W.Id) ?? 0).Append(0).Max();
    }

    /// <summary>The properties of a mark in a document with these styles.</summary>
    public static XElement MarkProperties(WordStyles styles) => new(W.RunProperties, styles.Has(ReferenceStyle)
        ? Markup.Valued(W.RunStyle, ReferenceStyle)
        : Markup.Valued(W.VerticalAlignment, "superscript"));

    /// <summary>A footnotes part that holds nothing but what separates notes from the text.</summary>
    public static XDocument CreatePart() => new(new XElement(
        W.Footnotes,
        new XAttribute(XNamespace.Xmlns + "w", W.Namespace.NamespaceName),
        Separator(-1, "separator"),
        Separator(0, "continuationSeparator")));

    private static XElement Separator(int id, string type) => new(
        W.Footnote,
        new XAttribute(W.Type, type),
        new XAttribute(W.Id, id),
        new XElement(W.Paragraph, new XElement(W.Run, new XElement(W.Namespace + type))));

    /// <summary>Adds a note and gives the run that refers to it.</summary>
    /// <param name="mark">Its mark as literal text; null for the number that Word counts.</param>
    /// <param name="properties">The properties of its paragraph.</param>
    /// <param name="words">The runs of its words.</param>
    /// <param name="note">The note.</param>
    public XElement Add(string? mark, XElement properties, IEnumerable<object> words, out XElement note)
    {
        var raised = Raised();
        var number = mark is null ? new XElement(W.Run, raised, new XElement(W.FootnoteNumber)) : _run(mark, raised);
        note = new XElement(
            W.Footnote,
            new XAttribute(W.Id, _nextNote),
            new XElement(
                W.Paragraph,
                properties,
                number,
                _run(" ", null),
                words));
        _root.Add(note);
        var reference = new XElement(
            W.FootnoteReference,
            mark is null ? null : new XAttribute(W.CustomMarkFollows, "1"),
            new XAttribute(W.Id, _nextNote));
        _nextNote++;
        return new XElement(W.Run, Raised(), reference, mark is null ? null : Markup.Text(mark));
    }

    /// <summary>The bookmark around a reference, by which its number is repeated.</summary>
    public (XElement Start, XElement End, string Name) Bookmark()
    {
        var id = new XAttribute(W.Id, _nextId());
        var name = $"_RefNote{id.Value}";
        return (new XElement(W.BookmarkStart, id, new XAttribute(W.NameAttribute, name)), new XElement(W.BookmarkEnd, id), name);
    }

    /// <summary>The runs of a field that repeats a mark.</summary>
    /// <param name="bookmark">The bookmark of the reference.</param>
    /// <param name="number">The number it shows until Word counts again.</param>
    public IEnumerable<XElement> Repeat(string bookmark, string number) =>
    [
        Control("begin"),
        new XElement(W.Run, Raised(), new XElement(W.Instruction, new XAttribute(XNamespace.Xml + "space", "preserve"), $" NOTEREF {bookmark} \\h ")),
        Control("separate"),
        Markup.Run(number, Raised()),
        Control("end"),
    ];

    private XElement Control(string type) =>
        new(W.Run, Raised(), new XElement(W.FieldCharacter, new XAttribute(W.FieldCharacterType, type)));

    private XElement Raised() => new(_raised);
}
