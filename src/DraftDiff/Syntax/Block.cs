using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// A unit as the reader finds it, before its words are read: where in the source it stands, and, once that is known,
/// what it is. Its words are the content of its body lines between <see cref="LabelSpan"/> and <see cref="End"/>.
/// </summary>
internal sealed class Block(NodeKind kind, Section section, int start, int firstLine)
{
    public NodeKind Kind { get; set; } = kind;

    public Section Section { get; set; } = section;

    /// <summary>Its first character.</summary>
    public int Start { get; } = start;

    /// <summary>After its last character, its subparagraphs not included.</summary>
    public int End { get; set; } = start;

    public int FirstLine { get; } = firstLine;

    public int LastLine { get; set; } = firstLine;

    /// <summary>Where its printed label stands; empty where it has none.</summary>
    public TextSpan LabelSpan { get; set; } = new(start, 0);

    /// <summary>Its own part of its label: OP9, (a), title.</summary>
    public string Label { get; set; } = "";

    /// <summary>True where the format of the text says that it is a heading.</summary>
    public bool IsMarkedHeading { get; set; }

    /// <summary>The label that the format of the text says it begins with; empty where it says nothing.</summary>
    public TextSpan MarkedLabel { get; set; }

    /// <summary>Its place among the blocks of its document, footnotes last; set once all are known.</summary>
    public int Index { get; set; }

    /// <summary>The block it stands under; null at the top.</summary>
    public Block? Parent { get; set; }

    /// <summary>What it is numbered under, in front of its label: AX1., or empty.</summary>
    public string Prefix { get; set; } = "";
}
