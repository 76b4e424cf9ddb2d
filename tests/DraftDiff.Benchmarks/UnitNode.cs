using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Benchmarks;

/// <summary>A unit as a node of a tree, for <see cref="RoslynMatcher"/>; the root is the draft as a whole, and no unit.</summary>
internal sealed class UnitNode
{
    private readonly List<UnitNode> _children = [];
    private readonly int[] _words;
    private CommonSubsequence<int>? _comparable;

    private UnitNode(Unit? unit, UnitNode? parent, int[] words)
    {
        Unit = unit;
        Parent = parent;
        Root = parent?.Root ?? this;
        _words = words;
        parent?._children.Add(this);
    }

    /// <summary>The unit; null at the root.</summary>
    public Unit? Unit { get; }

    /// <summary>The node of the unit it stands under, or the root; null at the root.</summary>
    public UnitNode? Parent { get; }

    /// <summary>The root of its tree.</summary>
    public UnitNode Root { get; }

    /// <summary>The nodes under it, in reading order.</summary>
    public IReadOnlyList<UnitNode> Children => _children;

    /// <summary>All nodes below it, each before those under it.</summary>
    public IEnumerable<UnitNode> Descendants => _children.SelectMany(child => child.Descendants.Prepend(child));

    /// <summary>The trees of two texts, whose words can be compared.</summary>
    public static (UnitNode Old, UnitNode New) TreesOf(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return (TreeOf(oldUnits, numbers), TreeOf(newUnits, numbers));
    }

    /// <summary>The words that both have in common order, over all words of both; a word ends at white space.</summary>
    public double SimilarityTo(UnitNode other) => (_comparable ??= new CommonSubsequence<int>(_words)).SimilarityTo(other._words);

    private static UnitNode TreeOf(ImmutableArray<Unit> units, Dictionary<string, int> numbers)
    {
        var root = new UnitNode(null, null, []);
        var nodes = new UnitNode[units.Length];
        foreach (var unit in units)
        {
            var words = unit.Text.Split(' ').Select(word => NumberOf(word, numbers));
            nodes[unit.Index] = new UnitNode(unit, unit.Parent < 0 ? root : nodes[unit.Parent], [.. words]);
        }

        return root;
    }

    private static int NumberOf(string word, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
        }

        return number;
    }
}
