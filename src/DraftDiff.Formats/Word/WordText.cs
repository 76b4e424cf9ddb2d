using System.Collections.Immutable;
using System.Xml.Linq;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats.Word;

/// <summary>A piece of the text, and the element of the markup that it is: a <c>w:t</c> letter by letter, or one that stands for one character.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">Its length.</param>
/// <param name="Element">The element.</param>
internal readonly record struct TextPiece(int Start, int Length, XElement Element)
{
    /// <summary>After its last character.</summary>
    public int End => Start + Length;
}

/// <summary>A paragraph of the markup on its line of the text.</summary>
/// <param name="Element">The <c>w:p</c>.</param>
/// <param name="Part">The part it stands in.</param>
/// <param name="Line">Its line, with the label that Word shows, without what ends it.</param>
/// <param name="Label">What Word puts in front by numbering it; empty where it does not.</param>
/// <param name="FirstPiece">The index of its first piece.</param>
/// <param name="PieceCount">The number of its pieces.</param>
internal sealed record WordParagraph(XElement Element, WordPart Part, TextSpan Line, TextSpan Label, int FirstPiece, int PieceCount);

/// <summary>A footnote mark of the markup: the reference, or the field that repeats one, on its characters of the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Element">The reference, or the first element of the field.</param>
internal sealed record WordMark(TextSpan Span, XElement Element);

/// <summary>The text of a Word file: as one source text, what the markup says about it, and which element each character is.</summary>
/// <param name="Content">The text, a line a paragraph: the masthead of the first page, the body, the footnotes below a rule, and what pages add.</param>
/// <param name="Markup">What the markup says; null where its paragraphs are only the lines of a text.</param>
/// <param name="Paragraphs">The paragraphs in the order of the text.</param>
/// <param name="Pieces">The pieces in the order of the text.</param>
/// <param name="Marks">The footnote marks in the order of the text.</param>
/// <param name="Diagnostics">What there is to say.</param>
internal sealed record WordText(
    string Content,
    SourceMarkup? Markup,
    ImmutableArray<WordParagraph> Paragraphs,
    ImmutableArray<TextPiece> Pieces,
    ImmutableArray<WordMark> Marks,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The index of the last paragraph that begins at a position or in front of it.</summary>
    public int ParagraphAt(int position)
    {
        var (first, end) = (0, Paragraphs.Length);
        while (end - first > 1)
        {
            var middle = (first + end) / 2;
            (first, end) = Paragraphs[middle].Line.Start <= position ? (middle, end) : (first, middle);
        }

        return first;
    }
}
