using System.Globalization;

namespace DraftDiff.Syntax;

/// <summary>
/// A stretch of a draft in which paragraphs are counted: the draft itself, a part or section that counts anew, an annex,
/// a quoted draft.
/// </summary>
/// <param name="prefix">What labels in it begin with; empty in the draft itself.</param>
/// <param name="outer">The stretch around it.</param>
internal sealed class OutlineScope(string prefix, OutlineScope? outer)
{
    private readonly List<(Block Block, int Number, int Ordinal)> _unnumbered = [];
    private readonly List<Block> _preambular = [];
    private int _first;
    private int _sinceNumber;
    private int _headings;

    public string Prefix { get; } = prefix;

    public OutlineScope? Outer { get; } = outer;

    /// <summary>True in an annex.</summary>
    public bool IsAnnexed { get; init; } = outer?.IsAnnexed ?? false;

    /// <summary>True where paragraphs are those of a draft, with a preamble and operative paragraphs; false in an annex of another kind.</summary>
    public bool IsDraft { get; set; } = outer?.IsDraft ?? true;

    /// <summary>True for what a heading without numeral heads, where numbers begin again below it.</summary>
    public bool IsHeaded { get; init; }

    /// <summary>True once an operative paragraph has begun.</summary>
    public bool IsOperative { get; private set; }

    /// <summary>The last number; 0 before the first.</summary>
    public int Number { get; private set; }

    private string Name => IsDraft ? "OP" : "";

    public string NextHeading() => $"H{++_headings}";

    /// <summary>Takes the next preambular paragraph.</summary>
    /// <param name="block">The paragraph.</param>
    /// <param name="number">The number it prints; 0 where it prints none.</param>
    public void AddPreambular(Block block, int number = 0)
    {
        _preambular.Add(block);
        Preambular = number > 0 ? number : Preambular + 1;
        block.Label = string.Create(CultureInfo.InvariantCulture, $"PP{Preambular}");
    }

    /// <summary>Takes an operative or annex paragraph that prints its number.</summary>
    public void AddNumbered(Block block, int number)
    {
        IsOperative = true;
        Number = number;
        _first = _first == 0 ? number : _first;
        _sinceNumber = 1;
        block.Label = string.Create(CultureInfo.InvariantCulture, $"{Name}{number}");
    }

    /// <summary>Takes an operative or annex paragraph without number; its label is known at the end.</summary>
    public void AddUnnumbered(Block block)
    {
        IsOperative = true;
        _unnumbered.Add((block, Number, ++_sinceNumber));
    }

    /// <summary>
    /// Labels paragraphs without number: after OP9 comes <c>OP9/2</c>. Before the first number stands <c>OP0</c>, or
    /// <c>OP1</c> where no paragraph prints that number: a lone operative paragraph has none.
    /// </summary>
    public void LabelUnnumbered()
    {
        var before = _first == 1 ? 0 : 1;
        foreach (var (block, number, ordinal) in _unnumbered)
        {
            block.Label = (number, ordinal) switch
            {
                (0, 1) => string.Create(CultureInfo.InvariantCulture, $"{Name}{before}"),
                (0, _) => string.Create(CultureInfo.InvariantCulture, $"{Name}{before}/{ordinal}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{Name}{number}/{ordinal}"),
            };
        }
    }

    /// <summary>
    /// Where a draft has no operative paragraph by number or words, takes as such what stands at its end, <paramref name="isOperative"/>
    /// saying so.
    /// </summary>
    public void TurnOperative(Predicate<Block> isOperative)
    {
        if (IsOperative || !IsDraft)
        {
            return;
        }

        var first = _preambular.Count;
        while (first > 0 && isOperative(_preambular[first - 1]))
        {
            first--;
        }

        foreach (var block in _preambular[first..])
        {
            block.Kind = NodeKind.OperativeParagraph;
            block.Section = IsAnnexed ? Section.Annex : Section.Operative;
            AddUnnumbered(block);
        }
    }

    private int Preambular { get; set; }
}
