using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>
/// Gives the paragraphs of a new revision their ids. In this order: as the match against the revision before has it, in
/// which a person had the first word, as a deleted paragraph with the same words had it, as another language of the same revision has it by
/// the structure, and else a new one.
/// </summary>
/// <param name="tree">The new revision.</param>
/// <param name="draft">The symbol of the draft.</param>
/// <param name="revision">The symbol of the revision.</param>
/// <param name="fresh">The labels of paragraphs that are none that ever was, as a person said.</param>
internal sealed class IdCarrier(DraftTree tree, string draft, string revision, IReadOnlySet<string> fresh)
{
    private readonly Dictionary<string, string> _idOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _origins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The ids by label, once all are given.</summary>
    public IReadOnlyDictionary<string, string> IdOf => _idOf;

    /// <summary>The units that have no id yet.</summary>
    public IEnumerable<Unit> Waiting =>
        tree.Units.Where(unit => unit.Section != Section.Masthead && !_idOf.ContainsKey(unit.Label));

    /// <summary>Carries the ids that a match says stay the same. Of a split or merge the part with the most words keeps the id.</summary>
    public void Carry(EditScript script, IReadOnlyDictionary<string, string> before)
    {
        foreach (var change in script.Changes)
        {
            if (change.Old.IsEmpty || change.New.IsEmpty || change.New[0].Section == Section.Masthead || change.Old[0].Section == Section.Masthead)
            {
                continue;
            }

            var old = change.Old.MaxBy(unit => unit.Words.Length)!;
            var @new = change.New.MaxBy(unit => unit.Words.Length)!;
            Give(@new.Label, before[old.Label]);

            if (change.Kind is ChangeKind.Split or ChangeKind.Merged)
            {
                foreach (var part in change.New)
                {
                    _origins[part.Label] = [.. change.Old.Select(unit => before[unit.Label])];
                }
            }
        }
    }

    /// <summary>Gives units that wait an id from elsewhere, where it is free.</summary>
    public void Take(Func<Unit, string?> find)
    {
        foreach (var unit in Waiting.Where(unit => !fresh.Contains(unit.Label)).ToArray())
        {
            if (find(unit) is { } id)
            {
                Give(unit.Label, id);
            }
        }
    }

    /// <summary>Gives what still waits new ids.</summary>
    public void MakeNew()
    {
        var made = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var unit in Waiting.ToArray())
        {
            do
            {
                made[unit.Text] = made.GetValueOrDefault(unit.Text) + 1;
            }
            while (!Give(unit.Label, ParagraphId.Make(draft, revision, tree.Language, unit.Text, made[unit.Text] - 1)));
        }
    }

    /// <summary>
    /// The lines of the outline, once all ids are given. A unit whose parent is not right above it, as where a heading
    /// stands between subparagraphs, is one deeper than the line before at most.
    /// </summary>
    public ImmutableArray<OutlineLine> Lines()
    {
        var depths = new int[tree.Units.Length];
        var deepest = 0;
        var lines = ImmutableArray.CreateBuilder<OutlineLine>();
        foreach (var unit in tree.Units)
        {
            depths[unit.Index] = unit.Parent < 0 ? 0 : depths[unit.Parent] + 1;
            if (unit.Section != Section.Masthead)
            {
                var depth = Math.Min(depths[unit.Index], deepest);
                deepest = depth + 1;
                lines.Add(new OutlineLine(
                    depth, unit.Label, _idOf[unit.Label], _origins.GetValueOrDefault(unit.Label, [])));
            }
        }

        return lines.ToImmutable();
    }

    private bool Give(string label, string id) => !_idOf.ContainsKey(label) && _taken.Add(id) && _idOf.TryAdd(label, id);
}
