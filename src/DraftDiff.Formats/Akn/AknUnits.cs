using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>The units of a draft as their labels place them: what stands under what, in which part, annex or quoted draft.</summary>
internal sealed class AknUnits
{
    private readonly List<Unit>?[] _children;

    public AknUnits(DraftTree tree)
    {
        _children = new List<Unit>?[tree.Units.Length];
        var within = new HashSet<Unit>();
        foreach (var unit in tree.Units.Where(unit => unit.Parent >= 0))
        {
            var children = _children[unit.Parent] ??= [];
            var first = unit.Index;
            while (first - 1 > unit.Parent && tree.Units[first - 1].Parent < 0)
            {
                first--;
            }

            for (var i = first; i < unit.Index; i++)
            {
                children.Add(tree.Units[i]);
                within.Add(tree.Units[i]);
            }

            children.Add(unit);
        }

        foreach (var unit in tree.Units.Where(unit => unit is { Parent: < 0, Section: not Section.Footnotes } && !within.Contains(unit)))
        {
            var document = DocumentOf(unit);
            if (Documents.Count == 0 || (Documents[^1].Prefix != document && !(document.Length == 0 && IsOfPageBefore(Documents[^1].Prefix))))
            {
                Documents.Add((document, []));
            }
            else if (Documents[^1].Prefix != document)
            {
                Documents[^1] = (document, Documents[^1].Units);
            }

            Documents[^1].Units.Add(unit);
        }

        // What another resolution left on the page stands in front of the draft, which may have nothing else.
        if (Documents is not [{ Prefix: "" }, ..])
        {
            Documents.Insert(0, ("", []));
        }
    }

    /// <summary>
    /// The units that stand under no other, by the document they are of: the draft first, with what another resolution left
    /// on its first page, then annexes and what else follows.
    /// </summary>
    public List<(string Prefix, List<Unit> Units)> Documents { get; } = [];

    /// <summary>
    /// What stands right under a unit, in order, and what stands between without being under it: a heading in the middle of a
    /// paragraph's letters, as the head of a page is that was read as one.
    /// </summary>
    public IReadOnlyList<Unit> ChildrenOf(Unit unit) => _children[unit.Index] ?? (IReadOnlyList<Unit>)[];

    /// <summary>What a unit is numbered under: <c>B.II.</c> of <c>B.II.OP3</c>; empty where it is under nothing.</summary>
    public static string PrefixOf(Unit unit) => unit.Label[..(unit.Label.LastIndexOf('.') + 1)];

    /// <summary>The unit's own part of its label: <c>OP3</c> of <c>B.II.OP3</c>.</summary>
    public static string OwnLabelOf(Unit unit) => unit.Label[(unit.Label.LastIndexOf('.') + 1)..];

    /// <summary>True for the opening and for preambular paragraphs.</summary>
    public static bool IsPreambular(Unit unit) => OwnLabelOf(unit) is ['o', 'p', 'e', 'n', ..] or ['P', 'P', ..];

    /// <summary>True for a heading.</summary>
    public static bool IsHeading(Unit unit) => OwnLabelOf(unit) is ['H', >= '0' and <= '9', ..];

    /// <summary>True for a line of the closing.</summary>
    public static bool IsClosing(Unit unit) => OwnLabelOf(unit) is ['c', 'l', 'o', 's', ..];

    /// <summary>True for words behind subparagraphs that are their paragraph's again.</summary>
    public static bool IsFlush(Unit unit, Unit parent) => unit.Label.AsSpan(Math.Min(parent.Label.Length, unit.Label.Length)) is ['+', ..];

    /// <summary>True for what a resolution before this one left on its first page.</summary>
    public static bool IsOfPageBefore(string prefix) => prefix.StartsWith("R0.", StringComparison.Ordinal);

    private static string DocumentOf(Unit unit) =>
        PrefixOf(unit) is ['A', 'X', ..] or ['R', >= '0' and <= '9', ..] ? unit.Label[..(unit.Label.IndexOf('.', StringComparison.Ordinal) + 1)] : "";
}
