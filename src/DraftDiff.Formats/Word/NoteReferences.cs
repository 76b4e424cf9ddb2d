using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>A note of a Word file, by the first reference to it.</summary>
/// <param name="Note">The note.</param>
/// <param name="IsEndnote">True for an endnote.</param>
/// <param name="Number">Its number; 0 where the reference prints a mark of its own.</param>
internal sealed record WordNote(XElement Note, bool IsEndnote, int Number);

/// <summary>The footnotes and endnotes of a Word file as their references number them, and the bookmarks that repeated marks refer to.</summary>
internal sealed class NoteReferences
{
    private readonly Dictionary<XElement, WordNote> _byReference = [];
    private readonly Dictionary<string, WordNote> _byBookmark = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Numbers the notes of a text.</summary>
    /// <param name="body">The text.</param>
    /// <param name="footnotes">Its footnotes.</param>
    /// <param name="endnotes">Its endnotes.</param>
    public NoteReferences(XElement body, XDocument? footnotes, XDocument? endnotes)
    {
        var notes = new Dictionary<(bool IsEndnote, string Id), XElement>();
        Add(footnotes, W.Footnote, isEndnote: false);
        Add(endnotes, W.Endnote, isEndnote: true);

        int footnote = 0, endnote = 0;
        var open = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in body.Descendants())
        {
            if (element.Name == W.Paragraph)
            {
                open.Clear();
            }
            else if (element.Name == W.BookmarkStart && element.Attribute(W.Id)?.Value is { } id && element.Attribute(W.NameAttribute)?.Value is { } name)
            {
                open[id] = name;
            }
            else if (element.Name == W.BookmarkEnd && element.Attribute(W.Id)?.Value is { } ended)
            {
                open.Remove(ended);
            }
            else if (element.Name == W.FootnoteReference || element.Name == W.EndnoteReference)
            {
                var isEndnote = element.Name == W.EndnoteReference;
                if (element.Attribute(W.Id)?.Value is not { } noteId || !notes.TryGetValue((isEndnote, noteId), out var note))
                {
                    continue;
                }

                var number = HasOwnMark(element) ? 0 : isEndnote ? ++endnote : ++footnote;
                var reference = new WordNote(note, isEndnote, number);
                _byReference.Add(element, reference);
                foreach (var bookmark in open.Values)
                {
                    _byBookmark.TryAdd(bookmark, reference);
                }

                open.Clear();
            }
        }

        void Add(XDocument? part, XName name, bool isEndnote)
        {
            foreach (var note in part?.Root?.Elements(name) ?? [])
            {
                if (note.Attribute(W.Id)?.Value is { } id && note.Attribute(W.Type)?.Value is null or "normal")
                {
                    notes.TryAdd((isEndnote, id), note);
                }
            }
        }
    }

    /// <summary>The note of a reference; null where it has none.</summary>
    public WordNote? Find(XElement reference) => _byReference.GetValueOrDefault(reference);

    /// <summary>The note whose mark a <c>NOTEREF</c> field repeats; null where the instruction is another one, or its bookmark is of no note.</summary>
    public WordNote? FindRepeated(string instruction)
    {
        var words = instruction.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words[0].Equals("NOTEREF", StringComparison.OrdinalIgnoreCase) ? _byBookmark.GetValueOrDefault(words[1]) : null;
    }

    /// <summary>True for a reference that is shown by the characters behind it.</summary>
    public static bool HasOwnMark(XElement reference) => reference.Attribute(W.CustomMarkFollows)?.Value is "1" or "true" or "on";
}
