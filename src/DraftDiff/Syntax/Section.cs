namespace DraftDiff.Syntax;

/// <summary>The part of a draft in which a unit stands.</summary>
public enum Section
{
    /// <summary>Symbol, date, session, committee, agenda item, sponsors: what stands above the title.</summary>
    Masthead,

    /// <summary>The title.</summary>
    Title,

    /// <summary>"The General Assembly,".</summary>
    Opening,

    /// <summary>The preambular paragraphs.</summary>
    Preamble,

    /// <summary>The operative paragraphs and their subparagraphs.</summary>
    Operative,

    /// <summary>A heading among the paragraphs.</summary>
    Heading,

    /// <summary>Meeting, date and vote after the last operative paragraph.</summary>
    Closing,

    /// <summary>A text annexed to the resolution.</summary>
    Annex,

    /// <summary>The notes themselves.</summary>
    Footnotes,

    /// <summary>Text the reader could not place.</summary>
    Unrecognized,
}
