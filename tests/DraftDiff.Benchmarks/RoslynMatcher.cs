using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DraftDiff.Syntax;
using Microsoft.CodeAnalysis.Differencing;
using Microsoft.CodeAnalysis.Text;

namespace DraftDiff.Benchmarks;

/// <summary>
/// The tree matcher of Roslyn, the C# compiler, which finds there what was edited in a program while it runs. It serves
/// trees of any kind: who uses it says what the nodes are and how far two of them are from each other.
/// </summary>
/// <remarks>
/// <para>
/// Here a unit is a node below its parent's, and the draft is the root. The label, which both nodes of a pair have to share,
/// is the section; subparagraphs have that of paragraphs, since one may become the other. The distance is the share of
/// words that two units do not have in common order, a word ending at white space. Of the choices tried these let
/// Roslyn find most. It finds fewer with a label of their own for subparagraphs, with one label for preambular and operative
/// paragraphs, with nodes tied to the partner of their parent, and with the distance that it uses itself for the tokens of
/// a program, common ones over those of the longer. Punctuation apart from words gains a little without a limit and loses
/// a little with one.
/// </para>
/// <para>
/// Roslyn pairs the nodes of a label in five rounds, up to a distance of 0.00001, 0.25, 0.5, 0.75 and 1; in each, every
/// old node in order takes the nearest new one that is free. After the last, nodes are left on one side only. That suits
/// the statements of a program; of a draft it pairs a paragraph that went with any that came. So it is measured with a
/// limit to the distance as well.
/// </para>
/// <para>
/// What it cannot know is that a paragraph was split or two were merged: it pairs one with one, and the other part is
/// inserted or deleted, which is wrong unless a reader finds that as good. Nor does it ask where units stand, but takes the
/// first of those equally near.
/// </para>
/// </remarks>
/// <param name="limit">The greatest distance of a pair, 0 to 1; 1 is Roslyn as it is.</param>
internal sealed class RoslynMatcher(double limit) : TreeComparer<UnitNode>
{
    private const int RootLabel = 0;

    // Distances end at 1, and what is farther Roslyn pairs in no round.
    private const double TooFar = 2;

    /// <inheritdoc/>
    protected override int LabelCount { get; } = RootLabel + 1 + Enum.GetValues<Section>().Length;

    /// <summary>Matches the old units and the new ones.</summary>
    public ImmutableArray<MatchedUnits> Match(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits)
    {
        var (oldRoot, newRoot) = UnitNode.TreesOf(oldUnits, newUnits);
        var pairs = new Dictionary<Unit, Unit>();
        foreach (var (old, @new) in ComputeMatch(oldRoot, newRoot).Matches)
        {
            if (old.Unit is not null && @new.Unit is not null)
            {
                pairs.Add(old.Unit, @new.Unit);
            }
        }

        return MatchedUnits.OfPairs(pairs, oldUnits, newUnits);
    }

    /// <inheritdoc/>
    public override double GetDistance(UnitNode oldNode, UnitNode newNode)
    {
        var distance = 1 - oldNode.SimilarityTo(newNode);
        return distance <= limit ? distance : TooFar;
    }

    /// <inheritdoc/>
    public override bool ValuesEqual(UnitNode oldNode, UnitNode newNode) => oldNode.Unit?.Text == newNode.Unit?.Text;

    /// <inheritdoc/>
    protected override int GetLabel(UnitNode node) => node.Unit is { } unit ? RootLabel + 1 + (int)unit.Section : RootLabel;

    /// <inheritdoc/>
    protected override int TiedToAncestor(int label) => 0;

    /// <inheritdoc/>
    protected override IEnumerable<UnitNode> GetChildren(UnitNode node) => node.Children;

    /// <inheritdoc/>
    protected override IEnumerable<UnitNode> GetDescendants(UnitNode node) => node.Descendants;

    /// <inheritdoc/>
    protected override bool TryGetParent(UnitNode node, [MaybeNullWhen(false)] out UnitNode parent)
    {
        parent = node.Parent;
        return parent is not null;
    }

    /// <inheritdoc/>
    protected override bool TreesEqual(UnitNode oldNode, UnitNode newNode) => oldNode.Root == newNode.Root;

    /// <summary>No place: only a debugger asks for it.</summary>
    protected override TextSpan GetSpan(UnitNode node) => default;
}
