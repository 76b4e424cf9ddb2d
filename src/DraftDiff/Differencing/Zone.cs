using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>A part of a draft whose units only ever match units of the same part of the other draft.</summary>
internal enum Zone : byte
{
    /// <summary>The fields above the title, each matched by its name.</summary>
    Masthead,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The opening.</summary>
    Opening,

    /// <summary>
    /// All paragraphs, with headings, closing and annexes: a preambular paragraph may become an operative one.
    /// </summary>
    Body,

    /// <summary>The footnotes, whose order follows their marks.</summary>
    Footnotes,
}

/// <summary>The zone of a section.</summary>
internal static class Zones
{
    public static Zone Of(Section section) => section switch
    {
        Section.Masthead => Zone.Masthead,
        Section.Title => Zone.Title,
        Section.Opening => Zone.Opening,
        Section.Preamble or Section.Operative or Section.Heading or Section.Closing or Section.Annex
            or Section.Unrecognized => Zone.Body,
        Section.Footnotes => Zone.Footnotes,
        _ => throw new InvalidOperationException($"There is no section {section}."),
    };

    /// <summary>
    /// True for sections of paragraphs, whose words say something; headings and the lines of the closing only point at it.
    /// </summary>
    public static bool HoldsParagraphs(Section section) =>
        Of(section) == Zone.Body && section is not (Section.Heading or Section.Closing);
}
