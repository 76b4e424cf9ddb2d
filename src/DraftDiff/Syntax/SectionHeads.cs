using DraftDiff.Languages;
using DraftDiff.Text;

namespace DraftDiff.Syntax;

/// <summary>A heading that begins a part or a section.</summary>
/// <param name="Numeral">Where its numeral stands.</param>
/// <param name="Name">The canonical numeral: II, B.</param>
/// <param name="Parent">The heading of the part or section around it; null at the top.</param>
internal sealed record SectionHead(TextSpan Numeral, string Name, SectionHead? Parent)
{
    /// <summary>True where paragraphs count anew below it, or it has a preamble of its own; else it only heads.</summary>
    public bool CountsAnew { get; set; }

    /// <summary>What labels below it begin with: <c>B.II.</c></summary>
    public string Prefix => Parent?.Prefix + Name + ".";
}

/// <summary>
/// Finds the headings that carry a numeral (A, B; I, II) and says which of them begin parts and sections that count
/// anew. Numerals go in series, one under the other, and a whole series counts anew or does not: where numbers begin at 1
/// again below a heading of it, or paragraphs stand there that only a part of its own can have.
/// </summary>
internal sealed class SectionHeads
{
    private readonly string _content;
    private readonly Line[] _lines;
    private readonly List<Block> _blocks;
    private readonly BlockFacts[] _facts;
    private readonly DraftingConventions _conventions;
    private readonly SectionHead?[] _heads;
    private readonly Stack<Series> _open = new();
    private bool _annexed;

    private SectionHeads(string content, Line[] lines, List<Block> blocks, BlockFacts[] facts, DraftingConventions conventions)
    {
        _content = content;
        _lines = lines;
        _blocks = blocks;
        _facts = facts;
        _conventions = conventions;
        _heads = new SectionHead?[blocks.Count];
    }

    /// <summary>For each paragraph the head that it is; null where it is none.</summary>
    public static SectionHead?[] Find(
        string content, Line[] lines, List<Block> blocks, BlockFacts[] facts, DraftingConventions conventions)
    {
        var finder = new SectionHeads(content, lines, blocks, facts, conventions);
        for (var i = 0; i < blocks.Count; i++)
        {
            finder.Read(i);
        }

        finder.CloseAll(blocks.Count);
        return finder._heads;
    }

    /// <summary>True for the opening of a part: its letter stands above, or one heading further up.</summary>
    public static bool OpensPart(BlockFacts[] facts, SectionHead?[] heads, int opening) =>
        (opening > 0 && heads[opening - 1] is not null)
        || (opening > 1 && heads[opening - 2] is not null && facts[opening - 1].Form == BlockForm.Heading);

    private void Read(int index)
    {
        switch (_facts[index].Form)
        {
            case BlockForm.AnnexHeading:
                CloseAll(index);
                _annexed = true;
                break;
            case BlockForm.Opening when !_facts[index].IsQuoted:
                if (!OpensPart(_facts, _heads, index))
                {
                    CloseAll(index);
                }

                break;
            case BlockForm.Heading:
                ReadHeading(index);
                break;
        }
    }

    private void ReadHeading(int index)
    {
        var block = _blocks[index];
        var line = TextSpan.FromBounds(block.Start, Math.Min(_lines[block.FirstLine].ContentEnd, block.End));
        if (!SectionNumeral.TryRead(_content, line, _conventions, out var numeral))
        {
            return;
        }

        // What goes on with an open series comes first, the innermost before the others; then what begins one.
        foreach (var series in _open)
        {
            if (series.Last + 1 == (series.IsRoman ? numeral.Roman : numeral.Letter))
            {
                while (_open.Peek() != series)
                {
                    Close(_open.Pop(), index);
                }

                Add(series, index, numeral);
                return;
            }
        }

        if (numeral.Roman == 1 || numeral.Letter == 1)
        {
            var series = new Series(numeral.Roman == 1, _open.TryPeek(out var outer) ? outer.Heads[^1] : -1);
            _open.Push(series);
            Add(series, index, numeral);
        }
    }

    private void Add(Series series, int index, SectionNumeral numeral)
    {
        series.Last++;
        series.Heads.Add(index);
        var name = series.IsRoman ? SectionNumeral.RomanOf(series.Last) : SectionNumeral.LetterOf(series.Last);
        _heads[index] = new SectionHead(numeral.Span, name, series.Parent < 0 ? null : _heads[series.Parent]);
    }

    private void CloseAll(int end)
    {
        while (_open.TryPop(out var series))
        {
            Close(series, end);
        }
    }

    private void Close(Series series, int end)
    {
        if (!CountsAnew(series, end))
        {
            return;
        }

        foreach (var index in series.Heads)
        {
            _heads[index]!.CountsAnew = true;
        }
    }

    private bool CountsAnew(Series series, int end)
    {
        var preambles = false;
        for (var i = 0; i < series.Heads.Count; i++)
        {
            var first = series.Heads[i] + 1;
            var last = i + 1 < series.Heads.Count ? series.Heads[i + 1] : end;
            var number = FirstNumber(first, last);
            if (number == 1 && LastNumber(series.Heads[0] + 1, series.Heads[i]) > 0)
            {
                return true;
            }

            preambles |= first < last && HasPreamble(first, last, number > 0);
        }

        return preambles && !_annexed;
    }

    /// <summary>True where the paragraphs of a section begin with a preambular one, an opening, or a lone operative one without number.</summary>
    private bool HasPreamble(int first, int last, bool numbered)
    {
        while (first < last && _facts[first].Form == BlockForm.Heading && !_facts[first].OpensOperative)
        {
            first++;
        }

        if (first == last)
        {
            return false;
        }

        ref readonly var facts = ref _facts[first];
        return facts.Form == BlockForm.Opening
            || (facts.Form is BlockForm.Plain or BlockForm.Heading
                && ((facts.OpensPreambular && facts.Ending == LineEnding.Comma) || (!numbered && (facts.OpensOperative || facts.OpensPreambular))));
    }

    private int FirstNumber(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_facts[i].Form == BlockForm.Numbered)
            {
                return _facts[i].Number;
            }
        }

        return 0;
    }

    private int LastNumber(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (_facts[i].Form == BlockForm.Numbered)
            {
                return _facts[i].Number;
            }
        }

        return 0;
    }

    private sealed class Series(bool isRoman, int parent)
    {
        public bool IsRoman { get; } = isRoman;

        /// <summary>The paragraph that heads the part or section around the series; -1 at the top.</summary>
        public int Parent { get; } = parent;

        public int Last { get; set; }

        public List<int> Heads { get; } = [];
    }
}
