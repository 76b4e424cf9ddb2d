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
    /// of their own; a heading among paragraphs, and unrecognized text, go with what follows them. What was deleted goes
    /// with its own section, though what it follows may have gone to another. Footnotes come last, as in both documents.
    /// </summary>
    public static ImmutableArray<ChangeSection> Of(ImmutableArray<Change> changes)
    {
        var (text, notes) = (new List<Placed>(changes.Length), new List<Placed>());
        foreach (var change in changes)
        {
            var section = SectionOf(change);
            (section == Section.Footnotes ? notes : text).Add(new Placed(change, section));
        }

        var placed = InTheirSections(text);
        placed.AddRange(notes);
        var headed = HeadedSectionsOf(placed);
        var sections = ImmutableArray.CreateBuilder<ChangeSection>();
        for (var start = 0; start < headed.Length;)
        {
            var end = start + 1;
            var (title, noun) = NameOf(headed[start]);
            while (end < headed.Length && NameOf(headed[end]).Title == title)
            {
                end++;
            }

            sections.Add(new ChangeSection(title, noun, [.. placed[start..end].Select(each => each.Change)]));
            start = end;
        }

        return sections.ToImmutable();
    }

    /// <summary>The units in which the words of a change stand, of the new document where that has them.</summary>
    public static ImmutableArray<Unit> UnitsOf(Change change) => change.New.IsEmpty ? change.Old : change.New;

    /// <summary>The section in which the words of a change stand, of the new document where that has them.</summary>
    public static Section SectionOf(Change change) => UnitsOf(change)[0].Section;

    /// <summary>True for what stands around the text: masthead, title, opening and closing.</summary>
    public static bool IsAroundText(Section section) => section is Section.Masthead or Section.Title or Section.Opening or Section.Closing;

    // A deleted paragraph between those of another section is put before the next of its own section, or behind the last.
    private static List<Placed> InTheirSections(List<Placed> changes)
    {
        var ordered = new List<Placed>(changes.Count);
        var waiting = new List<Placed>();
        var ends = new Dictionary<Section, int>();
        Section? section = null;
        foreach (var placed in changes)
        {
            var (change, own) = placed;
            if (change.New.IsEmpty && IsOfText(own) && section is { } here && IsOfText(here) && own != section)
            {
                waiting.Add(placed);
                continue;
            }

            if (!change.New.IsEmpty && HasHeading(own))
            {
                if (own != section)
                {
                    Put(ordered.Count, own);
                }

                section = own;
            }

            ordered.Add(placed);
            ends[own] = ordered.Count;
        }

        foreach (var left in waiting.Select(deleted => deleted.Section).Distinct().OrderByDescending(left => ends.GetValueOrDefault(left)).ToArray())
        {
            Put(ends.GetValueOrDefault(left, ends.GetValueOrDefault(Section.Opening)), left);
        }

        return ordered;

        void Put(int at, Section own)
        {
            ordered.InsertRange(at, waiting.Where(deleted => deleted.Section == own).OrderBy(deleted => deleted.Change.Old[0].Index));
            waiting.RemoveAll(deleted => deleted.Section == own);
        }
    }

    private static bool IsOfText(Section section) => section is Section.Preamble or Section.Operative;

    // For each change the section under whose heading it stands: its own, or that of what follows it.
    private static Section[] HeadedSectionsOf(List<Placed> changes)
    {
        var sections = new Section[changes.Count];
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            var own = changes[i].Section;
            sections[i] = HasHeading(own) || i == changes.Count - 1 ? own : sections[i + 1];
        }

        // What nothing follows goes with what stands before it.
        for (var i = 1; i < sections.Length; i++)
        {
            sections[i] = HasHeading(sections[i]) ? sections[i] : sections[i - 1];
        }

        return sections;
    }

    private static bool HasHeading(Section section) => section is not (Section.Heading or Section.Unrecognized);

    private static (string Title, string Noun) NameOf(Section section) => section switch
    {
        Section.Masthead => ("Masthead", "field"),
        Section.Title or Section.Opening => ("Title and opening", "line"),
        Section.Preamble => ("Preamble", "paragraph"),
        Section.Operative => ("Operative paragraphs", "paragraph"),
        Section.Closing => ("Closing", "line"),
        Section.Annex => ("Annex", "paragraph"),
        Section.Footnotes => ("Footnotes", "footnote"),
        Section.Heading or Section.Unrecognized => ("Text", "paragraph"),
        _ => throw new InvalidOperationException($"There is no section {section}."),
    };

    private readonly record struct Placed(Change Change, Section Section);
}
