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

    /// <summary>Words of a paragraph after its subparagraphs.</summary>
    FlushText,

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
