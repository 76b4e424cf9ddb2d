using System.Globalization;
using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>Makes the elements that track changes, all of one author and date, with ids of their own.</summary>
internal sealed class ChangeTracker(string author, DateTimeOffset date, int nextId)
{
    private int _nextId = nextId;
    private int _moves;

    /// <summary>An id that nothing else in the document has.</summary>
    public int NextId() => _nextId++;

    /// <summary>A name for a move.</summary>
    public string NextMove() => $"move{++_moves}";

    /// <summary>An element that tracks a change.</summary>
    public XElement Create(XName name, params object?[] content) => new(
        name,
        new XAttribute(W.Id, NextId()),
        new XAttribute(W.Author, author),
        new XAttribute(W.Date, date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        content);

    /// <summary>The beginning and the end of the words that a move takes from a place or brings to one.</summary>
    public (XElement Start, XElement End) Range(XName start, XName end, string name)
    {
        var first = Create(start, new XAttribute(W.NameAttribute, name));
        return (first, new XElement(end, new XAttribute(W.Id, first.Attribute(W.Id)!.Value)));
    }

    /// <summary>Tracks a run where it stands, together with one in front of it that is tracked alike.</summary>
    public void Wrap(XElement run, XName change)
    {
        if (run.Parent!.Name == change)
        {
            return;
        }

        if (change == W.Deleted || change == W.MovedFrom)
        {
            foreach (var element in run.Elements().ToList())
            {
                // The words of a move stay words; only those deleted are renamed.
                element.Name = change == W.MovedFrom ? element.Name
                    : element.Name == W.Text ? W.DeletedText
                    : element.Name == W.Instruction ? W.DeletedInstruction
                    : element.Name;
            }
        }

        if (run.PreviousNode is XElement before && before.Name == change && before.Annotation<ChangeTracker>() == this)
        {
            run.Remove();
            before.Add(run);
            return;
        }

        var wrapper = Create(change);
        wrapper.AddAnnotation(this);
        run.ReplaceWith(wrapper);
        wrapper.Add(run);
    }

    /// <summary>Tracks the mark of a paragraph.</summary>
    public void MarkParagraph(XElement paragraph, XName change)
    {
        var properties = Markup.PropertiesOf(paragraph);
        var run = properties.Element(W.RunProperties);
        if (run is null)
        {
            run = new XElement(W.RunProperties);
            if (properties.Elements().FirstOrDefault(element => element.Name == W.SectionProperties || element.Name == W.ParagraphChange) is { } after)
            {
                after.AddBeforeSelf(run);
            }
            else
            {
                properties.Add(run);
            }
        }

        run.AddFirst(Create(change));
    }

    /// <summary>Tracks a change of a paragraph's properties, which were these before.</summary>
    public void ChangeProperties(XElement paragraph, XElement? before)
    {
        var old = new XElement(W.ParagraphProperties, before?.Elements().Where(element =>
            element.Name != W.RunProperties && element.Name != W.SectionProperties && element.Name != W.ParagraphChange));
        Markup.PropertiesOf(paragraph).Add(Create(W.ParagraphChange, old));
    }
}
