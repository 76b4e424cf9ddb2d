using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>The names of WordprocessingML (ECMA-376, part 1) that are read and written.</summary>
internal static class W
{
    /// <summary>The namespace of everything else here.</summary>
    public static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The same in documents saved as Strict Open XML.</summary>
    public const string StrictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Relationships that an element names.</summary>
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Markup compatibility: what newer and older programs are shown.</summary>
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Formulas.</summary>
    public static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    // Blocks.
    public static readonly XName Document = Namespace + "document";
    public static readonly XName Body = Namespace + "body";
    public static readonly XName Paragraph = Namespace + "p";
    public static readonly XName ParagraphProperties = Namespace + "pPr";
    public static readonly XName Table = Namespace + "tbl";
    public static readonly XName TableProperties = Namespace + "tblPr";
    public static readonly XName TableRow = Namespace + "tr";
    public static readonly XName TableRowProperties = Namespace + "trPr";
    public static readonly XName TableCell = Namespace + "tc";
    public static readonly XName TableCellProperties = Namespace + "tcPr";
    public static readonly XName SectionProperties = Namespace + "sectPr";
    public static readonly XName StructuredTag = Namespace + "sdt";
    public static readonly XName StructuredContent = Namespace + "sdtContent";
    public static readonly XName TextBox = Namespace + "txbxContent";

    // Properties.
    public static readonly XName ParagraphStyle = Namespace + "pStyle";
    public static readonly XName RunStyle = Namespace + "rStyle";
    public static readonly XName NumberingProperties = Namespace + "numPr";
    public static readonly XName NumberingId = Namespace + "numId";
    public static readonly XName NumberingLevel = Namespace + "ilvl";
    public static readonly XName OutlineLevel = Namespace + "outlineLvl";
    public static readonly XName Frame = Namespace + "framePr";
    public static readonly XName Indent = Namespace + "ind";
    public static readonly XName RightToLeftParagraph = Namespace + "bidi";
    public static readonly XName RightToLeft = Namespace + "rtl";
    public static readonly XName Italic = Namespace + "i";
    public static readonly XName ItalicComplex = Namespace + "iCs";
    public static readonly XName Vanish = Namespace + "vanish";
    public static readonly XName VerticalAlignment = Namespace + "vertAlign";
    public static readonly XName TitlePage = Namespace + "titlePg";
    public static readonly XName HeaderReference = Namespace + "headerReference";
    public static readonly XName FooterReference = Namespace + "footerReference";

    // Runs and what stands in them.
    public static readonly XName Run = Namespace + "r";
    public static readonly XName RunProperties = Namespace + "rPr";
    public static readonly XName Text = Namespace + "t";
    public static readonly XName DeletedText = Namespace + "delText";
    public static readonly XName Tab = Namespace + "tab";
    public static readonly XName PositionedTab = Namespace + "ptab";
    public static readonly XName Break = Namespace + "br";
    public static readonly XName CarriageReturn = Namespace + "cr";
    public static readonly XName NonBreakingHyphen = Namespace + "noBreakHyphen";
    public static readonly XName SoftHyphen = Namespace + "softHyphen";
    public static readonly XName Symbol = Namespace + "sym";
    public static readonly XName SimpleField = Namespace + "fldSimple";
    public static readonly XName FieldCharacter = Namespace + "fldChar";
    public static readonly XName Instruction = Namespace + "instrText";
    public static readonly XName DeletedInstruction = Namespace + "delInstrText";
    public static readonly XName Ruby = Namespace + "ruby";
    public static readonly XName RubyBase = Namespace + "rubyBase";
    public static readonly XName Drawing = Namespace + "drawing";
    public static readonly XName Picture = Namespace + "pict";
    public static readonly XName EmbeddedObject = Namespace + "object";
    public static readonly XName BookmarkStart = Namespace + "bookmarkStart";
    public static readonly XName BookmarkEnd = Namespace + "bookmarkEnd";
    public static readonly XName MathText = Math + "t";
    public static readonly XName AlternateContent = Compatibility + "AlternateContent";
    public static readonly XName Choice = Compatibility + "Choice";
    public static readonly XName Fallback = Compatibility + "Fallback";

    // Notes.
    public static readonly XName FootnoteReference = Namespace + "footnoteReference";
    public static readonly XName EndnoteReference = Namespace + "endnoteReference";
    public static readonly XName FootnoteNumber = Namespace + "footnoteRef";
    public static readonly XName Footnotes = Namespace + "footnotes";
    public static readonly XName Footnote = Namespace + "footnote";
    public static readonly XName Endnote = Namespace + "endnote";
    public static readonly XName CustomMarkFollows = Namespace + "customMarkFollows";

    // Numbering and styles.
    public static readonly XName Numbering = Namespace + "numbering";
    public static readonly XName AbstractNumbering = Namespace + "abstractNum";
    public static readonly XName AbstractNumberingId = Namespace + "abstractNumId";
    public static readonly XName NumberingInstance = Namespace + "num";
    public static readonly XName NumberingStyleLink = Namespace + "numStyleLink";
    public static readonly XName StyleLink = Namespace + "styleLink";
    public static readonly XName Level = Namespace + "lvl";
    public static readonly XName LevelOverride = Namespace + "lvlOverride";
    public static readonly XName StartOverride = Namespace + "startOverride";
    public static readonly XName Start = Namespace + "start";
    public static readonly XName NumberFormat = Namespace + "numFmt";
    public static readonly XName LevelText = Namespace + "lvlText";
    public static readonly XName LevelRestart = Namespace + "lvlRestart";
    public static readonly XName IsLegal = Namespace + "isLgl";
    public static readonly XName Suffix = Namespace + "suff";
    public static readonly XName Style = Namespace + "style";
    public static readonly XName StyleId = Namespace + "styleId";
    public static readonly XName BasedOn = Namespace + "basedOn";
    public static readonly XName Default = Namespace + "default";

    // Tracked changes.
    public static readonly XName Inserted = Namespace + "ins";
    public static readonly XName Deleted = Namespace + "del";
    public static readonly XName MovedFrom = Namespace + "moveFrom";
    public static readonly XName MovedTo = Namespace + "moveTo";
    public static readonly XName MovedFromStart = Namespace + "moveFromRangeStart";
    public static readonly XName MovedFromEnd = Namespace + "moveFromRangeEnd";
    public static readonly XName MovedToStart = Namespace + "moveToRangeStart";
    public static readonly XName MovedToEnd = Namespace + "moveToRangeEnd";
    public static readonly XName ParagraphChange = Namespace + "pPrChange";
    public static readonly XName CellInserted = Namespace + "cellIns";
    public static readonly XName CellDeleted = Namespace + "cellDel";

    // Attributes.
    public static readonly XName Value = Namespace + "val";
    public static readonly XName Id = Namespace + "id";
    public static readonly XName NameAttribute = Namespace + "name";
    public static readonly XName Type = Namespace + "type";
    public static readonly XName Author = Namespace + "author";
    public static readonly XName Date = Namespace + "date";
    public static readonly XName Char = Namespace + "char";
    public static readonly XName InstructionAttribute = Namespace + "instr";
    public static readonly XName FieldCharacterType = Namespace + "fldCharType";
    public static readonly XName RelationshipId = Relationships + "id";

    /// <summary>The value of a property such as <c>w:numId</c> in an element; null where it has none.</summary>
    public static string? ValueOf(XElement? parent, XName property) => parent?.Element(property)?.Attribute(Value)?.Value;

    /// <summary>True for a property that is there and not switched off.</summary>
    public static bool IsOn(XElement? parent, XName property) =>
        parent?.Element(property) is { } element && element.Attribute(Value)?.Value is null or not ("0" or "false" or "off");
}
