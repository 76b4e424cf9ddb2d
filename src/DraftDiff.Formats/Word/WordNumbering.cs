using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>A list and a level of it: what a paragraph is numbered by.</summary>
/// <param name="List">The <c>w:numId</c>.</param>
/// <param name="Level">The level, from 0.</param>
internal readonly record struct ListPlace(int List, int Level)
{
    /// <summary>What a paragraph names that its style would number and that is in no list.</summary>
    public static readonly ListPlace None = new(0, 0);

    /// <summary>The property of a paragraph that says it.</summary>
    public XElement ToMarkup() => new(
        W.NumberingProperties, Markup.Valued(W.NumberingLevel, Level), Markup.Valued(W.NumberingId, List));
}

/// <summary>
/// The numbering of a Word file: which list numbers a paragraph, and, paragraph by paragraph, the label that Word shows
/// (ECMA-376, part 1, 17.9).
/// </summary>
internal sealed class WordNumbering
{
    /// <summary>The number of levels that a list has.</summary>
    public const int Levels = 9;

    private const int LongestChain = 8;

    private readonly WordStyles _styles;
    private readonly Dictionary<int, XElement> _abstract = [];
    private readonly Dictionary<int, XElement> _lists = [];
    private readonly Dictionary<string, XElement> _byStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List?> _resolved = [];

    public WordNumbering(XDocument? numbering, WordStyles styles)
    {
        _styles = styles;
        foreach (var definition in numbering?.Root?.Elements(W.AbstractNumbering) ?? [])
        {
            if (NumberOf(definition.Attribute(W.AbstractNumberingId)?.Value) is { } id)
            {
                _abstract.TryAdd(id, definition);
            }

            if (W.ValueOf(definition, W.StyleLink) is { } style)
            {
                _byStyle.TryAdd(style, definition);
            }
        }

        foreach (var list in numbering?.Root?.Elements(W.NumberingInstance) ?? [])
        {
            Add(list);
        }
    }

    /// <summary>Takes a list that the file did not have.</summary>
    public void Add(XElement list)
    {
        if (NumberOf(list.Attribute(W.NumberingId)?.Value) is { } id)
        {
            _lists.TryAdd(id, list);
        }
    }

    /// <summary>Takes a list back.</summary>
    public void Remove(int list)
    {
        _lists.Remove(list);
        _resolved.Remove(list);
    }

    /// <summary>The definition that a list follows, by its id; null where the file lacks one of them.</summary>
    public int? DefinitionOf(int list) => _lists.TryGetValue(list, out var found) ? NumberOf(W.ValueOf(found, W.AbstractNumberingId)) : null;

    /// <summary>The list that numbers a paragraph, by its own properties or those of its style; null where none does.</summary>
    public ListPlace? PlaceOf(XElement paragraph)
    {
        if (_lists.Count == 0 || _styles.PropertyOf(paragraph, W.NumberingProperties) is not { } properties)
        {
            return null;
        }

        // A paragraph may name the level and leave the list to its style.
        var list = NumberOf(W.ValueOf(properties, W.NumberingId))
            ?? NumberOf(W.ValueOf(_styles.StylePropertyOf(paragraph, W.NumberingProperties), W.NumberingId));
        if (list is not > 0 || Resolve(list.Value) is not { } found)
        {
            return null;
        }

        var level = NumberOf(W.ValueOf(properties, W.NumberingLevel)) ?? found.LevelOfStyle(_styles.StyleOf(paragraph));
        return new ListPlace(list.Value, Math.Clamp(level, 0, Levels - 1));
    }

    /// <summary>The lists as they are counted from the first paragraph on.</summary>
    public Counter Count() => new(this);

    private List? Resolve(int id)
    {
        if (_resolved.TryGetValue(id, out var known))
        {
            return known;
        }

        List? list = null;
        if (_lists.TryGetValue(id, out var instance) && NumberOf(W.ValueOf(instance, W.AbstractNumberingId)) is { } definition
            && _abstract.TryGetValue(definition, out var found))
        {
            for (var i = 0; i < LongestChain && W.ValueOf(found, W.NumberingStyleLink) is { } style && _byStyle.TryGetValue(style, out var linked); i++)
            {
                found = linked;
            }

            list = new List(instance, found);
        }

        return _resolved[id] = list;
    }

    private static string? FormatOf(XElement level)
    {
        // A newer format stands in the choice of what older programs are shown as another one.
        var format = level.Element(W.NumberFormat) ?? level.Element(W.AlternateContent)?.Element(W.Fallback)?.Element(W.NumberFormat);
        return format?.Attribute(W.Value)?.Value;
    }

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A list: the definition it follows, and what it overrides.</summary>
    private sealed class List
    {
        private readonly XElement?[] _levels = new XElement?[Levels];
        private readonly int?[] _overrides = new int?[Levels];

        public List(XElement instance, XElement definition)
        {
            Definition = definition;
            Take(definition);
            foreach (var over in instance.Elements(W.LevelOverride))
            {
                if (NumberOf(over.Attribute(W.NumberingLevel)?.Value) is >= 0 and < Levels and var level)
                {
                    _overrides[level] = NumberOf(W.ValueOf(over, W.StartOverride));
                    Take(over);
                }
            }
        }

        /// <summary>Lists of one definition are counted together.</summary>
        public XElement Definition { get; }

        public XElement? LevelAt(int level) => _levels[level];

        public int? OverrideAt(int level) => _overrides[level];

        public int StartAt(int level) => NumberOf(W.ValueOf(_levels[level], W.Start)) ?? (_levels[level]?.Element(W.Start) is null ? 0 : 1);

        public int LevelOfStyle(string? style) =>
            style is null ? 0 : Math.Max(0, Array.FindIndex(_levels, level => W.ValueOf(level, W.ParagraphStyle) == style));

        private void Take(XElement parent)
        {
            foreach (var level in parent.Elements(W.Level))
            {
                if (NumberOf(level.Attribute(W.NumberingLevel)?.Value) is >= 0 and < Levels and var number)
                {
                    _levels[number] = level;
                }
            }
        }
    }

    /// <summary>Counts the paragraphs of the lists.</summary>
    internal sealed class Counter(WordNumbering numbering)
    {
        private readonly Dictionary<XElement, int?[]> _counts = [];
        private readonly HashSet<ListPlace> _begun = [];

        /// <summary>Counts a paragraph of a list, and gives the label that Word shows in front of it, and what stands between both.</summary>
        public (string Label, string Suffix) Next(ListPlace place)
        {
            if (numbering.Resolve(place.List) is not { } list || list.LevelAt(place.Level) is not { } level)
            {
                return ("", "");
            }

            if (!_counts.TryGetValue(list.Definition, out var counts))
            {
                _counts.Add(list.Definition, counts = new int?[Levels]);
            }

            if (_begun.Add(place) && list.OverrideAt(place.Level) is { } start)
            {
                counts[place.Level] = start;
            }
            else
            {
                counts[place.Level] = counts[place.Level] + 1 ?? list.OverrideAt(place.Level) ?? list.StartAt(place.Level);
            }

            // What is further out and was not counted yet begins; what is further in begins again.
            for (var outer = 0; outer < place.Level; outer++)
            {
                counts[outer] ??= list.OverrideAt(outer) ?? list.StartAt(outer);
            }

            for (var inner = place.Level + 1; inner < Levels; inner++)
            {
                var restart = NumberOf(W.ValueOf(list.LevelAt(inner), W.LevelRestart));
                if (restart is null || (restart > 0 && place.Level < restart))
                {
                    counts[inner] = null;
                }
            }

            return (LabelOf(list, level, counts), W.ValueOf(level, W.Suffix) switch { "space" => " ", "nothing" => "", _ => "\t" });
        }

        /// <summary>Counts a paragraph of a list if Word then shows a label, and nothing otherwise.</summary>
        public bool TryNext(ListPlace place, string label)
        {
            if (numbering.Resolve(place.List) is not { } list)
            {
                return false;
            }

            var counts = _counts.GetValueOrDefault(list.Definition);
            int?[]? before = counts is null ? null : [.. counts];
            var isFirst = !_begun.Contains(place);
            if (LabelCore.AreSame(Next(place).Label, label))
            {
                return true;
            }

            if (before is null)
            {
                _counts.Remove(list.Definition);
            }
            else
            {
                before.CopyTo(counts!, 0);
            }

            if (isFirst)
            {
                _begun.Remove(place);
            }

            return false;
        }

        private static string LabelOf(List list, XElement level, int?[] counts)
        {
            var text = W.ValueOf(level, W.LevelText) ?? "";
            if (FormatOf(level) == "bullet")
            {
                return BulletOf(text);
            }

            var isLegal = W.IsOn(level, W.IsLegal);
            var label = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '%' && i + 1 < text.Length && text[i + 1] is >= '1' and <= '9')
                {
                    var number = text[++i] - '1';
                    var format = list.LevelAt(number) is { } of ? FormatOf(of) : null;
                    label.Append(NumberText.Of(counts[number] ?? list.StartAt(number), isLegal && format != "none" ? "decimal" : format));
                }
                else
                {
                    label.Append(text[i]);
                }
            }

            return label.ToString();
        }

        // Bullets are letters of symbol fonts, whose codes say nothing elsewhere.
        private static string BulletOf(string text) =>
            text.Length == 1 && text[0] is (>= '\uE000' and <= '\uF8FF') or 'o' or '§' or '·' ? "•" : text;
    }
}
