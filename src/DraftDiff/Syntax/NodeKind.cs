namespace DraftDiff.Syntax;

/// <summary>What a node of the tree is.</summary>
public enum NodeKind
{
    /// <summary>The root: a whole draft.</summary>
    Draft,

    /// <summary>What stands above the title.</summary>
    Masthead,

    /// <summary>One field of the masthead.</summary>
    MastheadField,

    /// <summary>The title.</summary>
    Title,

    /// <summary>"The General Assembly,".</summary>
    Opening,

    /// <summary>The preambular paragraphs together.</summary>
    Preamble,

    /// <summary>A paragraph of the preamble.</summary>
    PreambularParagraph,

    /// <summary>The operative paragraphs together.</summary>
    Operative,

    /// <summary>An operative paragraph: its chapeau, its subparagraphs below it.</summary>
    OperativeParagraph,

    /// <summary>A lettered, roman or dashed paragraph under another.</summary>
    Subparagraph,

    /// <summary>Words of a paragraph after its subparagraphs, or of a subparagraph below its heading.</summary>
    FlushText,

    /// <summary>A part, such as B, with an opening or a preamble of its own.</summary>
    Part,

    /// <summary>A section, such as II, whose paragraphs count anew.</summary>
    Section,

    /// <summary>A draft that is quoted, or stands in an annex, with its own opening.</summary>
    QuotedDraft,

    /// <summary>Another resolution, or the end of one, on the same pages.</summary>
    OtherResolution,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>What stands below the last operative paragraph: meeting, date, vote.</summary>
    Closing,

    /// <summary>A line of the closing.</summary>
    ClosingLine,

    /// <summary>A text annexed.</summary>
    Annex,

    /// <summary>A paragraph of an annex.</summary>
    AnnexParagraph,

    /// <summary>The footnotes that stand at the end.</summary>
    Footnotes,

    /// <summary>A footnote.</summary>
    Footnote,

    /// <summary>Text that could not be placed.</summary>
    Unrecognized,

    /// <summary>The end of the text, which holds the trivia after the last token.</summary>
    EndOfFile,
}
