using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>Changes that stand together under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Noun">What a unit here is called, such as paragraph.</param>
/// <param name="Changes">The changes, in reading order.</param>
internal sealed record ChangeSection(string Title, string Noun, ImmutableArray<Change> Changes);

/// <summary>The changes of a script under headings, in reading order.</summary>
internal static class ChangeSections
{
    /// <summary>
    /// Puts neighbours of one section of the draft under one heading. Parts with a preamble of their own have headings
    /// of their own; a heading among paragraphs, and unrecognized text, go with what follows them.
    /// </summary>
    public static ImmutableArray<ChangeSection> Of(ImmutableArray<Change> changes)
    {
        var sections = ImmutableArray.CreateBuilder<ChangeSection>();
        var (title, noun) = ("", "");
        var together = ImmutableArray.CreateBuilder<Change>();
        for (var i = 0; i < changes.Length; i++)
        {
            var place = PlaceOf(changes, i);
            if (place.Title != title && together.Count > 0)
            {
                sections.Add(new ChangeSection(title, noun, together.DrainToImmutable()));
            }

            (title, noun) = place;
            together.Add(changes[i]);
        }

        if (together.Count > 0)
        {
            sections.Add(new ChangeSection(title, noun, together.ToImmutable()));
        }

        return sections.ToImmutable();
    }

    /// <summary>The section in which the words of a change stand, of the new document where that has them.</summary>
    public static Section SectionOf(Change change) => (change.New.IsEmpty ? change.Old : change.New)[0].Section;

    private static (string Title, string Noun) PlaceOf(ImmutableArray<Change> changes, int index)
    {
        for (var i = index; i < changes.Length; i++)
        {
            if (NameOf(SectionOf(changes[i])) is { } name)
            {
                return name;
            }
        }

        for (var i = index - 1; i >= 0; i--)
        {
            if (NameOf(SectionOf(changes[i])) is { } name)
            {
                return name;
            }
        }

        return ("Text", "paragraph");
    }

    private static (string Title, string Noun)? NameOf(Section section) => section switch
    {
        Section.Masthead => ("Masthead", "field"),
        Section.Title or Section.Opening => ("Title and opening", "line"),
        Section.Preamble => ("Preamble", "paragraph"),
        Section.Operative => ("Operative paragraphs", "paragraph"),
        Section.Closing => ("Closing", "line"),
        Section.Annex => ("Annex", "paragraph"),
        Section.Footnotes => ("Footnotes", "footnote"),
        Section.Heading or Section.Unrecognized => null,
        _ => throw new InvalidOperationException($"There is no section {section}."),
    };
}
