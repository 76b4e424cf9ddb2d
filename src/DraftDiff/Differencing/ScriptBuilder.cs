using System.Collections.Immutable;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>Makes the changes of a match: compares the words and the marks of each relation and says what became of it.</summary>
internal sealed class ScriptBuilder
{
    private readonly Pairing _pairing;
    private readonly MarkComparer _marks;
    private readonly Consequences _consequences;
    private readonly WordComparisons _comparisons;

    private ScriptBuilder(Pairing pairing, WordComparisons comparisons, Consequences consequences)
    {
        _pairing = pairing;
        _comparisons = comparisons;
        _marks = new MarkComparer(pairing);
        _consequences = consequences;
    }

    /// <summary>What changed from the old side to the new one, in no order.</summary>
    public static IEnumerable<Change> Build(Side old, Side @new, DraftingConventions conventions, Cost cost)
    {
        var vocabulary = new Vocabulary(conventions);
        var pairing = Match.Of(old, @new, vocabulary, cost);
        var chainWords = new ChainWords(vocabulary, conventions);
        var comparisons = new WordComparisons(pairing, vocabulary, chainWords);
        var relations = pairing.TextRelations();
        comparisons.Compare(relations);
        Match.AddFootnotes(pairing, relations, vocabulary, comparisons);
        var notes = pairing.NoteRelations();
        comparisons.Compare(notes);
        relations.AddRange(notes);
        return new ScriptBuilder(pairing, comparisons, new Consequences(pairing, vocabulary, chainWords, conventions)).Build(relations);
    }

    /// <summary>What changed from the old side to the new one, in no order, of units whose words are not compared.</summary>
    public static IEnumerable<Change> BuildStructure(Side old, Side @new, Cost cost)
    {
        var pairing = StructureMatch.Of(old, @new, cost);
        return pairing.TextRelations().Concat(pairing.NoteRelations()).Select(relation => StructureChangeOf(pairing, relation));
    }

    private static Change StructureChangeOf(Pairing pairing, Relation relation)
    {
        var old = Units(pairing.Old, relation.Old);
        var @new = Units(pairing.New, relation.New);
        return relation.IsKept
            ? new Change(ChangeKind.Unchanged, false, Renumbering.Differs(old, @new), null, old, @new, [], [], null)
            : OneSided(old, @new);
    }

    // A text without masthead is no change of masthead.
    private static Change OneSided(ImmutableArray<Unit> old, ImmutableArray<Unit> @new)
    {
        var kind = Zones.Of((old.IsEmpty ? @new : old)[0].Section) == Zone.Masthead ? ChangeKind.Unchanged
            : old.IsEmpty ? ChangeKind.Inserted
            : ChangeKind.Deleted;
        return new Change(kind, false, false, null, old, @new, [], [], null);
    }

    private IEnumerable<Change> Build(List<Relation> relations)
    {
        var moves = Moves.Of(_pairing, relations);
        return relations.Select(relation => ChangeOf(relation, moves.Include(relation)));
    }

    private Change ChangeOf(Relation relation, bool moved)
    {
        var comparison = relation.IsKept ? _comparisons.Of(relation) : null;
        relation = comparison?.Relation ?? relation;
        var old = Units(_pairing.Old, relation.Old);
        var @new = Units(_pairing.New, relation.New);
        if (!relation.IsKept)
        {
            return OneSided(old, @new);
        }

        var oldMain = _pairing.Old.Units[relation.MainOld];
        var newMain = _pairing.New.Units[relation.MainNew];
        var renumbered = Renumbering.Differs(old, @new);
        if (comparison is null)
        {
            var marks = _marks.Compare(oldMain.Marks, newMain.Marks, Places.OfEqualWords, out var shifted);
            return marks.IsEmpty
                ? new Change(
                    ChangeKind.Unchanged, moved, renumbered, 1, old, @new, [], [], shifted.IsEmpty ? null : Consequence.FootnoteMark)
                { MarkShifts = shifted }
                : new Change(ChangeKind.Modified, moved, renumbered, 1, old, @new, Kept(oldMain.Text), marks, null) { MarkShifts = shifted };
        }

        var markEdits = _marks.Compare(comparison.Old.Marks, comparison.New.Marks, comparison.Places, out var shifts);
        var consequences = comparison.Edits.ConvertAll(edit =>
            _consequences.Of(edit, comparison.Old, oldMain, comparison.New, newMain));
        return new Change(
            old.Length > 1 ? ChangeKind.Merged : @new.Length > 1 ? ChangeKind.Split : ChangeKind.Modified,
            moved,
            renumbered,
            comparison.Similarity,
            old,
            @new,
            WordEdits.Of(comparison.Old, comparison.New, comparison.Edits, consequences),
            markEdits,
            old.Length + @new.Length == 2 && markEdits.IsEmpty && !consequences.Contains(null) ? consequences.FirstOrDefault() : null)
        {
            MarkShifts = shifts,
        };
    }

    private static ImmutableArray<WordEdit> Kept(string text) =>
        text.Length == 0 ? [] : [new WordEdit(EditOperation.Equal, text)];

    private static ImmutableArray<Unit> Units(Side side, ReadOnlySpan<int> indices)
    {
        if (indices is [var only])
        {
            return [side.Units[only]];
        }

        var units = ImmutableArray.CreateBuilder<Unit>(indices.Length);
        foreach (var index in indices)
        {
            units.Add(side.Units[index]);
        }

        return units.MoveToImmutable();
    }
}
