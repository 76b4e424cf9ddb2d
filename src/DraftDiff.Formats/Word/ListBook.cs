using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>
/// The lists that number the paragraphs of a document that is written: finds the one by which Word shows the label that a
/// draft prints. Where none does, since numbers have gaps or repeat, the label is literal text.
/// </summary>
internal sealed class ListBook
{
    private readonly XElement _root;
    private readonly WordNumbering _numbering;
    private readonly WordNumbering.Counter _counter;
    private readonly Dictionary<int, ListPlace> _last = [];
    private int _nextList;

    /// <summary>Takes the numbering of a document, to which lists are added.</summary>
    /// <param name="numbering">Its numbering part.</param>
    /// <param name="styles">Its styles.</param>
    public ListBook(XDocument numbering, WordStyles styles)
    {
        _root = numbering.Root!;
        _numbering = new WordNumbering(numbering, styles);
        _counter = _numbering.Count();
        _nextList = 1 + _root.Elements(W.NumberingInstance).Max(list => (int?)list.Attribute(W.NumberingId)) ?? 1;
    }

    /// <summary>True where a list was added.</summary>
    public bool HasGrown { get; private set; }

    /// <summary>The list that a paragraph has by its own properties or its style.</summary>
    public ListPlace? PlaceOf(XElement paragraph) => _numbering.PlaceOf(paragraph);

    /// <summary>Counts the next paragraph of the document in its list, whatever label that gives.</summary>
    public void Count(ListPlace place)
    {
        _counter.Next(place);
        _last[place.Level] = place;
    }

    /// <summary>Counts the next paragraph of the document in a list by which Word shows its label; null where no list does.</summary>
    /// <param name="label">The label.</param>
    /// <param name="own">The list it has; null where it has none.</param>
    /// <param name="level">The level a list would have it on.</param>
    public ListPlace? Number(string label, ListPlace? own, int level)
    {
        var place = own is { } given && _counter.TryNext(given, label) ? given
            : _last.TryGetValue(level, out var last) && _counter.TryNext(last, label) ? last
            : Begin(label, own, level);
        if (place is { } found)
        {
            _last[level] = found;
        }

        return place;
    }

    /// <summary>Makes a list begin anew, of the definition that numbers paragraphs like this one.</summary>
    private ListPlace? Begin(string label, ListPlace? own, int level)
    {
        var like = own ?? (_last.TryGetValue(level, out var last) ? last : _last.Count > 0 ? _last[_last.Keys.Max()] with { Level = level } : null);
        if (level >= WordNumbering.Levels || like is null || _numbering.DefinitionOf(like.Value.List) is not { } definition)
        {
            return null;
        }

        var list = NewList(_nextList, definition, like.Value.Level);
        var place = new ListPlace(_nextList, like.Value.Level);
        _numbering.Add(list);
        if (!_counter.TryNext(place, label))
        {
            _numbering.Remove(_nextList);
            return null;
        }

        _root.Add(list);
        _nextList++;
        HasGrown = true;
        return place;
    }

    private static XElement NewList(int id, int definition, int level) => new(
        W.NumberingInstance,
        new XAttribute(W.NumberingId, id),
        Markup.Valued(W.AbstractNumberingId, definition),
        new XElement(W.LevelOverride, new XAttribute(W.NumberingLevel, level), Markup.Valued(W.StartOverride, 1)));
}
