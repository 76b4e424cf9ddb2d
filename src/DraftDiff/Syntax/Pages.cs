using System.Collections.Immutable;
using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>A footnote as its page has it: the label, and the text to the end of its last line.</summary>
/// <param name="Label">The number in common digits, or stars.</param>
/// <param name="FirstLine">The line it begins on.</param>
/// <param name="LastLine">The line it ends on.</param>
/// <param name="LabelSpan">Where the label stands.</param>
/// <param name="BlockLine">The line at which its page's block of footnotes begins: that of the rule, if there is one.</param>
internal sealed record PageNote(string Label, int FirstLine, int LastLine, TextSpan LabelSpan, int BlockLine)
{
    /// <summary>The number; 0 for stars.</summary>
    public int Number { get; } = Label[0] == '*' ? 0 : int.Parse(Label, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>What pages add to a text, and how it is laid out.</summary>
/// <param name="Lines">The lines with their roles.</param>
/// <param name="Notes">The footnotes in the order of the text.</param>
/// <param name="Layout">How the text is laid out.</param>
internal sealed record Pages(Line[] Lines, List<PageNote> Notes, PageLayout Layout)
{
    /// <summary>Gives lines the roles that the format of the text says they have.</summary>
    public static void GiveRoles(string content, Line[] lines, SourceMarkup markup)
    {
        GiveRole(markup.Furniture, LineRole.Furniture);
        GiveRole([.. markup.Notes.Select(note => note.Span)], LineRole.Note);
        foreach (ref var line in lines.AsSpan())
        {
            if (line.Role == LineRole.Body && FurnitureReader.IsRule(content.AsSpan(line.ContentStart, line.Content.Length)))
            {
                line.Role = LineRole.Rule;
            }
        }

        void GiveRole(ImmutableArray<TextSpan> spans, LineRole role)
        {
            foreach (var span in spans)
            {
                for (var i = LineTable.IndexOf(lines, span.Start); i < lines.Length && lines[i].Start < span.End; i++)
                {
                    lines[i].Role = lines[i].IsBlank ? LineRole.Blank : role;
                }
            }
        }
    }

    /// <summary>The labels of the masthead's fields that lines are or go on with, by the lines' indexes, as the format of the text says.</summary>
    public static Dictionary<int, string> FieldsOf(Line[] lines, SourceMarkup? markup)
    {
        var fields = new Dictionary<int, string>();
        foreach (var field in markup?.Fields ?? [])
        {
            fields[LineTable.IndexOf(lines, field.Span.Start)] = field.Label;
        }

        return fields;
    }

    /// <summary>Finds what pages add, furniture first, then the footnotes, where the format of the text does not say.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines, with the roles that the format gives them.</param>
    /// <param name="opening">The line of the opening, which always is text. -1 where there is none.</param>
    /// <param name="markup">What the format says; null where it says nothing.</param>
    /// <param name="conventions">The language's conventions.</param>
    /// <param name="places">Tells where marks can stand.</param>
    public static Pages Read(string content, Line[] lines, int opening, SourceMarkup? markup, DraftingConventions conventions, MarkPlaces places)
    {
        if (markup is not null)
        {
            return new Pages(lines, NotesOf(markup, lines), markup.IsWrapped ? PageLayout.OfPrintedLines : PageLayout.OfParagraphs);
        }

        lines = FurnitureReader.Read(content, lines, opening, conventions);

        // The layout is seen once without what pages add, and once more when footnotes are known.
        var body = lines.AsSpan(Math.Max(opening, 0));
        var layout = PageLayout.Of(content, body);
        var notes = NoteReader.Read(content, lines, opening, conventions, layout, places);
        return new Pages(lines, notes, notes.Count == 0 ? layout : PageLayout.Of(content, body));
    }

    private static List<PageNote> NotesOf(SourceMarkup markup, Line[] lines)
    {
        var notes = new List<PageNote>(markup.Notes.Length);
        foreach (var note in markup.Notes)
        {
            var first = LineTable.IndexOf(lines, note.Span.Start);
            notes.Add(new PageNote(note.Number, first, LineTable.IndexOf(lines, Math.Max(note.Span.Start, note.Span.End - 1)), note.Label, first));
        }

        return notes;
    }
}
