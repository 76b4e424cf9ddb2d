using System.Globalization;
using System.Runtime.InteropServices;
using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>
/// Finds what pages add: running symbols, page numbers, job numbers, bar codes, links and rules, on lines of their own or
/// glued to a line of the text, which is then cut in two. Glued pieces need more evidence than one of them alone gives:
/// a reference to a document ends or begins a line too.
/// </summary>
internal sealed class FurnitureReader
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly int _opening;
    private int _symbolLine = -1;
    private readonly PagePieces _pieces;
    private readonly List<Glued> _glued = [];
    private readonly Dictionary<string, int> _everywhere = [];
    private readonly Dictionary<int, int> _totals = [];

    private FurnitureReader(string content, Line[] lines, int opening, DraftingConventions conventions)
    {
        _content = content;
        _lines = lines;
        _opening = opening;
        _pieces = new PagePieces(content, FindSymbol(), conventions.PageWords);
    }

    /// <summary>Gives every line that pages add its role, and the lines with those cut in two that hold text too.</summary>
    /// <param name="content">The text.</param>
    /// <param name="lines">Its lines, whose roles are set.</param>
    /// <param name="opening">The line of the opening; running heads stand only after it. -1 where there is none.</param>
    /// <param name="conventions">The language's conventions.</param>
    public static Line[] Read(string content, Line[] lines, int opening, DraftingConventions conventions)
    {
        var reader = new FurnitureReader(content, lines, opening, conventions);
        reader.FindPlainPageNumbers();
        reader.FindWholeLines();
        reader.FindRunningHeads();
        reader.FindLanguageNames();
        reader.FindNumberedHeads();
        reader.FindGlued();
        if (reader._glued.Count == 0)
        {
            return lines;
        }

        // A running head alone may stand below a page number that was glued.
        lines = reader.Cut();
        new FurnitureReader(content, lines, opening, conventions).FindRunningHeads();
        return lines;
    }

    /// <summary>A part of a line, at its beginning or its end, that reads as page furniture.</summary>
    private readonly record struct Glued(int Line, int Start, int End, PieceKinds Kinds, int Total);

    /// <summary>The document's own symbol: the first one that begins or ends a line above the opening, or one of the first lines.</summary>
    private string? FindSymbol()
    {
        var end = _opening >= 0 ? _opening : Math.Min(_lines.Length, LongestMasthead);
        for (var i = 0; i < end; i++)
        {
            var text = TextOf(_lines[i]);
            var first = FirstWord(text);
            var symbol = PagePieces.IsSymbol(first) ? first : text[(text.LastIndexOfAny(" \t\u00A0") + 1)..];
            if (text.Length <= LongestFurniture && PagePieces.IsSymbol(symbol))
            {
                _symbolLine = i;
                return symbol.TrimEnd('*').ToString();
            }
        }

        return null;
    }

    private void FindWholeLines()
    {
        var pages = new List<int>();
        for (var i = 0; i < _lines.Length; i++)
        {
            ref var line = ref _lines[i];
            if (line.Role != LineRole.Body || i == _opening)
            {
                continue;
            }

            var text = TextOf(line);
            if (IsRule(text))
            {
                line.Role = LineRole.Rule;
            }
            else if (text.Length > LongestFurniture)
            {
                continue;
            }
            else if (IsPageComment(text) || text is "/..." or "/…" or "/..")
            {
                line.Role = LineRole.Furniture;
            }
            else if (_pieces.Read(line.ContentStart, line.ContentEnd, anySymbol: i > _opening, out var kinds, out var total) == line.ContentEnd)
            {
                if (kinds == PieceKinds.Page)
                {
                    pages.Add(i);
                    CollectionsMarshal.GetValueRefOrAddDefault(_totals, total, out _)++;
                }
                else if (kinds is not (PieceKinds.Symbol or PieceKinds.PageWord) || (kinds == PieceKinds.PageWord && !char.IsLower(text[0])))
                {
                    line.Role = LineRole.Furniture;
                }
            }
        }

        // 2/9 numbers a page where the others have as many; 16/21 above the opening is the number of the resolution.
        var most = _totals.Count == 0 ? 0 : _totals.MaxBy(entry => entry.Value).Value;
        foreach (var page in pages)
        {
            _pieces.Read(_lines[page].ContentStart, _lines[page].ContentEnd, false, out _, out var total);
            if (page > _opening && _totals[total] == most)
            {
                _lines[page].Role = LineRole.Furniture;
            }
        }
    }

    private void FindRunningHeads()
    {
        var counts = CountRunningHeads();
        var titled = counts.Where(count => count.Key.Length > _pieces.Symbol.Length && count.Key.StartsWith(_pieces.Symbol, StringComparison.Ordinal)).Sum(count => count.Value);
        for (var i = _opening + 1; i < _lines.Length; i++)
        {
            if (_lines[i].Role == LineRole.Body && i != _symbolLine && _lines[i].Content.Length <= LongestFurniture
                && TextOf(_lines[i]) is var text && StartsWithSymbol(text) && IsRunningHead(i, text, counts, titled))
            {
                _lines[i].Role = LineRole.Furniture;
            }
        }
    }

    /// <summary>
    /// True for the document's own symbol, alone or, where it comes again, with the title behind it. Where it is not known,
    /// a symbol is a running head that comes again and stands in no sentence, or that stands alone where a page begins.
    /// What stands behind the symbol on a few pages of many is no title: two paragraphs share a line.
    /// </summary>
    private bool IsRunningHead(int line, ReadOnlySpan<char> text, Dictionary<string, int> counts, int titled)
    {
        var symbol = FirstWord(text);
        if (_pieces.Symbol.Length > 0)
        {
            return symbol.TrimEnd('*').SequenceEqual(_pieces.Symbol) && (symbol.Length == text.Length || (counts.GetValueOrDefault(text.ToString()) is > 1 and var same && same * 2 >= titled));
        }

        if (counts.GetValueOrDefault(text.ToString()) is var count && count < 2)
        {
            return symbol.Length == text.Length && IsBelowFurniture(line);
        }

        // Two lines of a narrow text may begin with one reference.
        if (symbol.Length < text.Length && !IsAtPageTop(line))
        {
            return false;
        }

        // Counted once, for a symbol may come again on each of a thousand pages.
        ref var everywhere = ref CollectionsMarshal.GetValueRefOrAddDefault(_everywhere, symbol.ToString(), out var known);
        everywhere = known ? everywhere : _content.AsSpan().Count(symbol);
        return everywhere == count;
    }

    /// <summary>
    /// Counts the lines that begin with a symbol, alone or with the title behind it: one that comes again is a running
    /// head. The masthead's own symbol counts too.
    /// </summary>
    private Dictionary<string, int> CountRunningHeads()
    {
        var counts = new Dictionary<string, int>();
        foreach (ref readonly var line in _lines.AsSpan())
        {
            if (line.Role == LineRole.Body && line.Content.Length <= LongestFurniture && StartsWithSymbol(TextOf(line)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, TextOf(line).ToString(), out _)++;
            }
        }

        return counts;
    }

    /// <summary>
    /// A number alone on a line may be a footnote mark; where all of them count on, one by one, they number pages. A
    /// number between dashes always does.
    /// </summary>
    private void FindPlainPageNumbers()
    {
        var plain = new List<int>();
        var countsOn = true;
        var last = 0;
        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].Role != LineRole.Body || _lines[i].Content.Length > LongestPageNumber)
            {
                continue;
            }

            var text = TextOf(_lines[i]);
            var number = text.Trim("-–— ");
            if (number.IsEmpty || number.Length > 3 || number.IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                continue;
            }

            if (number.Length < text.Length)
            {
                _lines[i].Role = LineRole.Furniture;
                continue;
            }

            var value = int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
            countsOn &= plain.Count == 0 || (value == last + 1 && i - plain[^1] >= ShortestPage);
            last = value;
            plain.Add(i);
        }

        foreach (var line in countsOn && plain.Count > 1 ? plain : [])
        {
            _lines[line].Role = LineRole.Furniture;
        }
    }

    /// <summary>"English" between the symbol of a page and "Page 2".</summary>
    private void FindLanguageNames()
    {
        for (var i = _opening + 2; i + 1 < _lines.Length; i++)
        {
            if (_lines[i].Role == LineRole.Body && _lines[i].Content.Length <= LongestLanguageName
                && IsBelowFurniture(i) && IsAboveFurniture(i, out var below)
                && _pieces.Read(_lines[below].ContentStart, _lines[below].ContentEnd, false, out var kinds, out _) > 0 && kinds == PieceKinds.PageWord
                && IsWord(TextOf(_lines[i])))
            {
                _lines[i].Role = LineRole.Furniture;
            }
        }
    }

    /// <summary>
    /// "198  General Assembly—Thirty-fourth Session" where pages are known to begin, and lone numbers where they begin or
    /// end: the numbers count on with the pages, and the words stand apart from them or come again.
    /// </summary>
    private void FindNumberedHeads()
    {
        var heads = new List<(int Line, int First, string Words)>();
        var page = 0;
        var last = -1;
        var isTop = false;
        for (var i = _opening + 1; i < _lines.Length; i++)
        {
            ref readonly var line = ref _lines[i];
            if ((line.Role == LineRole.Furniture && TextOf(line)[0] == '<')
                || (i > 0 && PageLayout.HasFormFeed(_content, _lines[i - 1], line)))
            {
                page++;
                isTop = true;
                if (last >= 0 && NumberAtEdge(TextOf(_lines[last]), out var words) is var number && words.Length == 0)
                {
                    heads.Add((last, number - page + 1, ""));
                }
            }

            if (line.Role == LineRole.Body)
            {
                if (isTop && NumberAtEdge(TextOf(line), out var words) is > 0 and var number)
                {
                    heads.Add((i, number - page, StandApart(words) ? "" : words));
                }

                last = isTop ? -1 : i;
                isTop = false;
            }
        }

        // Words that stand apart count as none.
        var ofPages = new Dictionary<int, int>();
        var ofWords = new Dictionary<string, int>();
        foreach (var (_, first, words) in heads)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(ofPages, first, out _)++;
            CollectionsMarshal.GetValueRefOrAddDefault(ofWords, words, out _)++;
        }

        foreach (var (line, first, words) in heads)
        {
            if (ofPages[first] > 1 && (words.Length == 0 || ofWords[words] > 1))
            {
                _lines[line].Role = LineRole.Furniture;
            }
        }
    }

    private static bool StandApart(string words) =>
        words.StartsWith("   ", StringComparison.Ordinal) || words.EndsWith("   ", StringComparison.Ordinal)
        || words.StartsWith('\t') || words.EndsWith('\t');

    /// <summary>The number that a short line begins or ends with, apart from its words, and the words with the white space beside it; 0 where there is none.</summary>
    private static int NumberAtEdge(ReadOnlySpan<char> text, out string words)
    {
        words = " ";
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var number = end < 0 ? text : text[..end];
        var rest = text[number.Length..];
        if (number.IsEmpty)
        {
            number = text[(text.LastIndexOfAnyExceptInRange('0', '9') + 1)..];
            rest = text[..^number.Length];
        }

        if (text.Length > LongestHead || number.Length is 0 or > 4 || !(rest.IsEmpty || Characters.IsSpace(rest[0]) || Characters.IsSpace(rest[^1])))
        {
            return 0;
        }

        words = rest.ToString();
        return int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private void FindGlued()
    {
        var jobs = 0;
        for (var i = _opening + 1; i < _lines.Length; i++)
        {
            ref readonly var line = ref _lines[i];
            if (line.Role == LineRole.Furniture)
            {
                jobs += _pieces.Read(line.ContentStart, line.ContentEnd, true, out var kinds, out _) == line.ContentEnd && kinds.HasFlag(PieceKinds.Job) ? 1 : 0;
            }
            else if (line.Role == LineRole.Body)
            {
                var from = line.ContentStart;
                if (_pieces.MayBegin(from) && _pieces.Read(from, line.ContentEnd, false, out var kinds, out var total) is var end && end > from)
                {
                    _glued.Add(new Glued(i, from, end, kinds, total));
                    jobs += kinds.HasFlag(PieceKinds.Job) ? 1 : 0;
                    from = end;
                }

                if (_pieces.FindLast(from, line.ContentEnd, out kinds, out total) is >= 0 and var start)
                {
                    _glued.Add(new Glued(i, start, line.ContentEnd, kinds, total));
                    jobs += kinds.HasFlag(PieceKinds.Job) ? 1 : 0;
                }
            }
        }

        LeaveNumbersOfText();
        var edges = _glued.Count(glued => glued.Kinds == PieceKinds.Symbol);
        var symbolRuns = edges > 1 && !StandsWithinLine();
        _glued.RemoveAll(glued => !IsFurniture(glued));

        bool IsFurniture(Glued glued) => glued.Kinds switch
        {
            PieceKinds.Page or PieceKinds.PageWord or PieceKinds.Link => false,
            PieceKinds.Symbol => symbolRuns || (glued.Start == _lines[glued.Line].ContentStart ? IsAtPageTop(glued.Line) : IsAtPageEnd(glued.Line)),
            PieceKinds.Job => jobs > 1,
            PieceKinds.Page | PieceKinds.PageWord => false,
            _ => true,
        };
    }

    /// <summary>
    /// Leaves the number to the text in "A/C.3/75/L.10 50/70 B": nothing but the symbol stands with it, and no other page has
    /// as many.
    /// </summary>
    private void LeaveNumbersOfText()
    {
        foreach (var glued in _glued)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_totals, glued.Total, out _)++;
        }

        for (var i = 0; i < _glued.Count; i++)
        {
            var glued = _glued[i];
            if (glued.Kinds != (PieceKinds.Page | PieceKinds.Symbol) || _totals[glued.Total] > 1)
            {
                continue;
            }

            var symbolEnd = _pieces.ReadSymbol(glued.Start, glued.End, any: false);
            var symbolStart = _content.LastIndexOf(_pieces.Symbol, glued.End - 1, StringComparison.Ordinal);
            _glued[i] = symbolEnd > 0 && glued.Start == _lines[glued.Line].ContentStart ? glued with { End = symbolEnd, Kinds = PieceKinds.Symbol }
                : symbolEnd < 0 && glued.End == _lines[glued.Line].ContentEnd ? glued with { Start = symbolStart, Kinds = PieceKinds.Symbol }
                : glued with { Kinds = PieceKinds.Page };
        }
    }

    /// <summary>True where the document's own symbol stands within a line of text too, as in a reference.</summary>
    private bool StandsWithinLine()
    {
        for (var i = _opening + 1; i < _lines.Length; i++)
        {
            ref readonly var line = ref _lines[i];
            if (line.Role != LineRole.Body)
            {
                continue;
            }

            var at = TextOf(line).IndexOf(_pieces.Symbol, StringComparison.Ordinal);
            if (at >= 0 && !_glued.Exists(glued => glued.Line == i))
            {
                return true;
            }
        }

        return false;
    }

    private Line[] Cut()
    {
        var lines = new List<Line>(_lines.Length + _glued.Count);
        var next = 0;
        for (var i = 0; i < _lines.Length; i++)
        {
            var rest = _lines[i];
            for (; next < _glued.Count && _glued[next].Line == i; next++)
            {
                var glued = _glued[next];
                if (glued.Start > rest.ContentStart)
                {
                    var text = rest;
                    text.ContentEnd = TrimEnd(rest.ContentStart, glued.Start);
                    text.Measure(_content);
                    lines.Add(text);
                    rest.Start = glued.Start;
                    rest.ContentStart = glued.Start;
                    rest.BlanksAbove = 0;
                }

                var furniture = rest;
                furniture.Role = LineRole.Furniture;
                furniture.ContentEnd = glued.End;
                furniture.Measure(_content);
                if (glued.End == rest.ContentEnd)
                {
                    lines.Add(furniture);
                    rest.ContentStart = rest.ContentEnd;
                    continue;
                }

                var from = glued.End;
                while (Characters.IsSpace(_content[from]))
                {
                    from++;
                }

                lines.Add(furniture);
                rest.Start = from;
                rest.ContentStart = from;
                rest.BlanksAbove = 0;
                rest.Measure(_content);
            }

            if (!rest.IsBlank || _lines[i].IsBlank)
            {
                lines.Add(rest);
            }
        }

        return lines.ToArray();
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && Characters.IsSpace(_content[end - 1]))
        {
            end--;
        }

        return end;
    }

    private bool IsBelowFurniture(int index)
    {
        do
        {
            index--;
        }
        while (index >= 0 && _lines[index].IsBlank);

        return index >= 0 && _lines[index].Role == LineRole.Furniture;
    }

    private bool IsAboveFurniture(int index, out int below)
    {
        below = index;
        do
        {
            below++;
        }
        while (below < _lines.Length && _lines[below].IsBlank);

        return below < _lines.Length && _lines[below].Role == LineRole.Furniture;
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAtPageTop(int index) =>
        IsBelowFurniture(index) || (index > 0 && PageLayout.HasFormFeed(_content, _lines[index - 1], _lines[index]));

    private bool IsAtPageEnd(int index) =>
        IsAboveFurniture(index, out _) || (index + 1 < _lines.Length && PageLayout.HasFormFeed(_content, _lines[index], _lines[index + 1]));

    private const int LongestMasthead = 60;
    private const int LongestFurniture = 300;
    private const int LongestHead = 150;
    private const int LongestPageNumber = 9;
    private const int LongestLanguageName = 20;
    private const int LongestPageComment = 60;
    private const int ShortestPage = 10;

    private ReadOnlySpan<char> TextOf(in Line line) => _content.AsSpan(line.ContentStart, line.Content.Length);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" \t\u00A0");
        return end < 0 ? text : text[..end];
    }

    /// <summary>True for a line of strokes.</summary>
    public static bool IsRule(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is not ('_' or '―' or '─' or '—' or '-'))
            {
                return false;
            }
        }

        return text.Length >= 3;
    }

    /// <summary>True for the comment that some converters put where a page begins.</summary>
    private static bool IsPageComment(ReadOnlySpan<char> text) =>
        text.Length <= LongestPageComment && text.StartsWith("<!--", StringComparison.Ordinal) && text.EndsWith("-->", StringComparison.Ordinal);

    /// <summary>True for a line that begins with a document's symbol, and holds nothing else or its title.</summary>
    private static bool StartsWithSymbol(ReadOnlySpan<char> text) => char.IsAsciiLetterUpper(text[0]) && PagePieces.IsSymbol(FirstWord(text));
}
