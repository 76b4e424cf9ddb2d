using System.Collections.Immutable;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>Tells the fields of the masthead and the title apart: what each line above the opening is.</summary>
internal sealed class MastheadReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly Range _range;
    private readonly DraftingConventions _conventions;
    private readonly List<Block> _blocks = [];
    private readonly HashSet<string> _fields = [];
    private int _unrecognized;

    private MastheadReader(string content, Line[] lines, Range range, DraftingConventions conventions)
    {
        _content = content;
        _lines = lines;
        _range = range;
        _conventions = conventions;
    }

    /// <summary>Reads a range of lines, which ends above the opening.</summary>
    public static List<Block> Read(string content, Line[] lines, Range range, DraftingConventions conventions)
    {
        var reader = new MastheadReader(content, lines, range, conventions);
        reader.ReadLines();
        return reader._blocks;
    }

    /// <summary>The kind of document that a type as printed names.</summary>
    public static DraftKind KindOf(ReadOnlySpan<char> documentType, DraftingConventions conventions)
    {
        foreach (var (kind, names) in NamesOf(conventions.DocumentTypes))
        {
            foreach (var name in names)
            {
                if (documentType.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                    || documentType.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return kind;
                }
            }
        }

        return DraftKind.Unknown;
    }

    /// <summary>True for a short line that names a day: a month, and a year of four digits.</summary>
    public static bool IsDate(ReadOnlySpan<char> text, DraftingConventions conventions)
    {
        if (text.Length > LongestDate)
        {
            return false;
        }

        var digits = 0;
        var year = false;
        foreach (var c in text)
        {
            digits = Characters.IsDigit(c) ? digits + 1 : 0;
            year |= digits == 4;
        }

        return year && WordList.ContainsAny(text, conventions.MonthWords);
    }

    private void ReadLines()
    {
        string? last = null;
        for (var i = _range.Start.Value; i < _range.End.Value; i++)
        {
            if (_lines[i].Role != LineRole.Body)
            {
                continue;
            }

            last = ReadLine(i, last);
        }

        FindTitle();
    }

    /// <summary>Reads a line and gives the label of the field it belongs to.</summary>
    private string? ReadLine(int index, string? last)
    {
        ref var line = ref _lines[index];
        var text = _content.AsSpan(line.ContentStart, line.Content.Length);
        if (text.IndexOfAnyExcept('*', ' ') < 0 && _blocks.Count > 0)
        {
            // A star of its own is the mark of the field above it.
            Extend(index);
            return last;
        }

        if (last == "title")
        {
            Extend(index);
            return last;
        }

        if (IsSymbol(text) && last is null or "symbol" or "furniture")
        {
            return Add("symbol", index);
        }

        if (WordList.ContainsAny(text, _conventions.OriginalWords))
        {
            return Add("original", index);
        }

        if (TryReadSponsors(index))
        {
            return _blocks[^1].Label;
        }

        if (text[0] == '[' && text[^1] == ']')
        {
            return Add("basis", index);
        }

        var kind = text.Length <= LongestField ? KindOf(text, _conventions) : DraftKind.Unknown;
        if (kind != DraftKind.Unknown && !Has("document-type"))
        {
            return Add("document-type", index);
        }

        // "Resolution 1904 (2009)" and "Adopted by the Security Council …", or a type that is wrapped.
        if (last == "document-type" && (kind == DraftKind.AdoptedResolution || (line.BlanksAbove == 0 && char.IsLower(text[0]))))
        {
            Extend(index);
            return last;
        }

        if (last is "document-type" or "basis" or "sponsors")
        {
            Open(NodeKind.Title, Section.Title, "title", line.ContentStart, index).End = line.ContentEnd;
            return "title";
        }

        if (IsDate(text, _conventions))
        {
            return Add("date", index);
        }

        if (text.Length <= LongestField && WordList.ContainsAny(text, _conventions.SessionWords) && !Has("session"))
        {
            return Add("session", index);
        }

        if (text.Length <= LongestField && WordList.ContainsAny(text, _conventions.CommitteeWords) && !Has("committee") && !Has("agenda-item"))
        {
            return Add("committee", index);
        }

        if (WordList.StartsWithAny(text, _conventions.AgendaItemWords) && text.IndexOfAnyInRange('0', '9') >= 0)
        {
            return Add("agenda-item", index);
        }

        if (!Has("session") && !Has("agenda-item") && IsFurniture(text))
        {
            line.Role = LineRole.Furniture;
            return "furniture";
        }

        if (last == "agenda-item")
        {
            Extend(index);
            return last;
        }

        Open(NodeKind.Unrecognized, Section.Unrecognized, $"U{++_unrecognized}", line.ContentStart, index).End = line.ContentEnd;
        return "unrecognized";
    }

    /// <summary>Reads "Ecuador:* draft resolution": sponsors before a colon, and what follows it, which is nothing or a type of document.</summary>
    private bool TryReadSponsors(int index)
    {
        ref readonly var line = ref _lines[index];
        var text = _content.AsSpan(line.ContentStart, line.Content.Length);
        var colon = text.IndexOfAny(':', '：');
        if (colon <= 0 || !Has("agenda-item") && !Has("session"))
        {
            return false;
        }

        var after = colon + 1;
        while (after < text.Length && (text[after] == '*' || Characters.IsSpace(text[after])))
        {
            after++;
        }

        if (after < text.Length && KindOf(text[after..], _conventions) == DraftKind.Unknown)
        {
            return false;
        }

        var end = after;
        while (Characters.IsSpace(text[end - 1]))
        {
            end--;
        }

        Open(NodeKind.MastheadField, Section.Masthead, "sponsors", line.ContentStart, index).End = line.ContentStart + end;
        if (after < text.Length)
        {
            Open(NodeKind.MastheadField, Section.Masthead, "document-type", line.ContentStart + after, index).End = line.ContentEnd;
        }

        return true;
    }

    /// <summary>Where nothing named the title, it is the last line above the opening that is no field; sets its number apart.</summary>
    private void FindTitle()
    {
        var title = _blocks.FindLast(block => block.Kind == NodeKind.Title)
            ?? (_blocks.Count > 0 && _blocks[^1].Kind == NodeKind.Unrecognized ? _blocks[^1] : null);
        if (title is null)
        {
            return;
        }

        title.Kind = NodeKind.Title;
        title.Section = Section.Title;
        title.Label = "title";

        // "70/130." or "16/21" in front of an adopted resolution's title.
        var position = title.Start;
        while (position < title.End && (Characters.IsDigit(_content[position]) || _content[position] == '/'))
        {
            position++;
        }

        var number = _content.AsSpan(title.Start, position - title.Start);
        if (number.IndexOf('/') > 0 && Characters.IsDigit(number[^1]))
        {
            if (position < title.End && _content[position] == '.')
            {
                position++;
            }

            if (position < title.End)
            {
                title.LabelSpan = TextSpan.FromBounds(title.Start, position);
            }
        }
    }

    private string Add(string label, int index)
    {
        Open(NodeKind.MastheadField, Section.Masthead, label, _lines[index].ContentStart, index).End = _lines[index].ContentEnd;
        return label;
    }

    private Block Open(NodeKind kind, Section section, string label, int start, int line)
    {
        var block = new Block(kind, section, start, line) { Label = label };
        _blocks.Add(block);
        _fields.Add(label);
        return block;
    }

    private void Extend(int index)
    {
        _blocks[^1].LastLine = index;
        _blocks[^1].End = _lines[index].ContentEnd;
    }

    private bool Has(string field) => _fields.Contains(field);

    private bool IsFurniture(ReadOnlySpan<char> text) =>
        WordList.StartsWithAny(text, _conventions.MastheadFurniture) || text.Contains("Distr.", StringComparison.Ordinal);

    private static bool IsSymbol(ReadOnlySpan<char> text) =>
        char.IsAsciiLetterUpper(text[0]) && text.IndexOf('/') is > 0 and < 6 && text.IndexOfAnyInRange('0', '9') > 0
        && text.Length <= 60 && text.IndexOf(' ') < 0;

    private static ImmutableArray<(DraftKind Kind, ImmutableArray<string> Names)> NamesOf(DocumentTypes types) =>
    [
        (DraftKind.RevisedDraftResolution, types.RevisedDraftResolution),
        (DraftKind.DraftResolution, types.DraftResolution),
        (DraftKind.DraftDecision, types.DraftDecision),
        (DraftKind.Amendment, types.Amendment),
        (DraftKind.Addendum, types.Addendum),
        (DraftKind.Corrigendum, types.Corrigendum),
        (DraftKind.Note, types.Note),
        (DraftKind.AdoptedResolution, types.AdoptedResolution),
    ];

    private const int LongestDate = 45;
    private const int LongestField = 120;
}
