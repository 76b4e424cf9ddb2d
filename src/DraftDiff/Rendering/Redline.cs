using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>Which of the two documents a redline shows.</summary>
internal enum RedlineSide
{
    /// <summary>Both: the words kept, taken away and added.</summary>
    Both,

    /// <summary>The old one: the words kept and taken away.</summary>
    Old,

    /// <summary>The new one: the words kept and added.</summary>
    New,
}

/// <summary>
/// The words of one unit in the redline of a change: of the unit itself, or of one of those it was split into or merged
/// from, which <paramref name="Label"/> then names: <c>OP4</c>, or <c>old OP4</c> of a merger.
/// </summary>
internal sealed record RedlinePart(string? Label, ImmutableArray<WordEdit> Edits);

/// <summary>The words of a change as every renderer shows them.</summary>
internal static class Redline
{
    /// <summary>
    /// The parts of a change, in order: one for each unit that the words were split into or merged from, otherwise one.
    /// Spaces at the ends of what was taken away or added stand outside of it, where they are seen for what they are.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="side">Which of the documents to show.</param>
    /// <param name="foldConsequences">True to show what only follows from other changes as if nothing had happened there, beside what a drafter changed.</param>
    /// <param name="keepSpaces">True to leave a space that only one document has with what that document has, so that each is given back with its spaces.</param>
    public static ImmutableArray<RedlinePart> PartsOf(Change change, RedlineSide side = RedlineSide.Both, bool foldConsequences = false, bool keepSpaces = false)
    {
        var edits = EditsOf(change, side);
        if (side != RedlineSide.Both)
        {
            edits = [.. edits.Where(edit => IsOn(side, edit.Operation))];
        }

        var isFolded = foldConsequences && change.Consequence is null;
        return change.Kind switch
        {
            ChangeKind.Split when side != RedlineSide.Old => [
                .. Divide(edits, change.New, EditOperation.Insert).Select(part => part with { Edits = Tidied(part.Edits) }),
            ],
            ChangeKind.Merged when side != RedlineSide.New => [
                .. Divide(edits, change.Old, EditOperation.Delete).Select(part => new RedlinePart($"old {part.Label}", Tidied(part.Edits))),
            ],
            _ => [new RedlinePart(null, Tidied(edits))],
        };

        ImmutableArray<WordEdit> Tidied(ImmutableArray<WordEdit> part) => Tidy(isFolded ? Fold(part, side) : part, keepSpaces);
    }

    /// <summary>The same edits, none beside another of its kind, with spaces at the ends of what was taken away or added outside of it.</summary>
    public static ImmutableArray<WordEdit> Tidy(ImmutableArray<WordEdit> edits, bool keepSpaces = false)
    {
        var merged = Merge(edits);
        return merged.Any(edit => edit.Operation != EditOperation.Equal && edit.Text is [' ', ..] or [.., ' ']) ? Merge(FreeSpaces(merged, keepSpaces)) : merged;
    }

    private static ImmutableArray<WordEdit> EditsOf(Change change, RedlineSide side) => change.Kind switch
    {
        ChangeKind.Inserted => Whole(EditOperation.Insert, change.New),
        ChangeKind.Deleted => Whole(EditOperation.Delete, change.Old),
        _ when change.Edits.IsEmpty => Whole(EditOperation.Equal, change.New.IsEmpty || (side == RedlineSide.Old && !change.Old.IsEmpty) ? change.Old : change.New),
        _ => change.Edits,
    };

    private static ImmutableArray<WordEdit> Whole(EditOperation operation, ImmutableArray<Unit> units) =>
        [.. units.Where(unit => !unit.Words.IsEmpty).Select(unit => new WordEdit(operation, unit.Text))];

    // Of what follows from other changes only the words of the document that is shown, as if they had been there before.
    private static ImmutableArray<WordEdit> Fold(ImmutableArray<WordEdit> edits, RedlineSide side)
    {
        if (edits.All(edit => edit.Consequence is null))
        {
            return edits;
        }

        var shown = side == RedlineSide.Old ? EditOperation.Delete : EditOperation.Insert;
        return
        [
            .. edits
                .Where(edit => edit.Consequence is null || edit.Operation == EditOperation.Equal || edit.Operation == shown)
                .Select(edit => edit.Consequence is null ? edit : new WordEdit(EditOperation.Equal, edit.Text)),
        ];
    }

    private static bool IsOn(RedlineSide side, EditOperation operation) => side switch
    {
        RedlineSide.Old => operation != EditOperation.Insert,
        RedlineSide.New => operation != EditOperation.Delete,
        _ => true,
    };

    /// <summary>
    /// Deals the edits out to the units whose joined words they spell by what they keep and by <paramref name="own"/>.
    /// What the other document alone has goes to the unit it stands in, or right after; beside words that reach from one
    /// unit into the next, its last word goes with the same word there ("and requests" beside "; Requests").
    /// </summary>
    private static ImmutableArray<RedlinePart> Divide(
        ImmutableArray<WordEdit> edits, ImmutableArray<Unit> units, EditOperation own)
    {
        var joined = string.Concat(edits.Where(edit => edit.Operation == EditOperation.Equal || edit.Operation == own).Select(edit => edit.Text));
        var parts = units.Select(_ => ImmutableArray.CreateBuilder<WordEdit>()).ToArray();
        var unit = 0;
        var position = 0;
        var end = units[0].Words.Length;
        for (var i = 0; i < edits.Length; i++)
        {
            var edit = edits[i];
            if (edit.Operation != EditOperation.Equal && edit.Operation != own)
            {
                parts[unit].Add(edit);
                continue;
            }

            var dealt = 0;
            while (position + edit.Text.Length - dealt > end && unit + 1 < units.Length)
            {
                var kept = end - position;
                var reaches = kept > 0 && edit.Operation == own;

                // Units are joined with a space, or with nothing between Han characters.
                var joint = joined[end] == ' ' ? 1 : 0;
                var next = edit.Text.AsSpan(dealt + kept + joint);
                var before = reaches && parts[unit].Count > 0 && IsOther(parts[unit][^1]) ? parts[unit][^1] : default;
                var after = reaches && i + 1 < edits.Length && IsOther(edits[i + 1]) ? edits[i + 1] : default;
                var taken = SameWord(before.Text, next);
                if (taken >= 0)
                {
                    parts[unit][^1] = before with { Text = before.Text[..taken] };
                    parts[unit + 1].Add(before with { Text = before.Text[taken..] });
                }

                parts[unit].Add(edit with { Text = edit.Text.Substring(dealt, kept) });
                taken = SameWord(after.Text, next);
                if (taken >= 0)
                {
                    parts[unit].Add(after with { Text = after.Text[..taken] });
                    edits = edits.SetItem(i + 1, after with { Text = after.Text[taken..] });
                }

                dealt += kept + joint;
                unit++;
                position = end + joint;
                end = position + units[unit].Words.Length;
            }

            parts[unit].Add(edit with { Text = edit.Text[dealt..] });
            position += edit.Text.Length - dealt;
        }

        return [.. units.Select((each, index) => new RedlinePart(each.Label, parts[index].ToImmutable()))];

        bool IsOther(WordEdit edit) => edit.Operation != EditOperation.Equal && edit.Operation != own;
    }

    // Where the last word of some words begins, if it is the first of others too, in whatever case; -1 where it is not.
    private static int SameWord(string? words, ReadOnlySpan<char> others)
    {
        if (words is null)
        {
            return -1;
        }

        var start = words.AsSpan().TrimEnd().LastIndexOf(' ') + 1;
        var word = words.AsSpan(start).TrimEnd();
        return word.Length > 0 && others.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (others.Length == word.Length || !char.IsLetterOrDigit(others[word.Length])) ? start : -1;
    }

    /// <summary>The edits that have words, neighbours of one kind joined.</summary>
    private static ImmutableArray<WordEdit> Merge(ImmutableArray<WordEdit> edits)
    {
        if (AreApart(edits))
        {
            return edits;
        }

        ImmutableArray<WordEdit> said = [.. edits.Where(edit => edit.Text.Length > 0)];
        var merged = ImmutableArray.CreateBuilder<WordEdit>(said.Length);
        for (var start = 0; start < said.Length;)
        {
            var first = said[start];
            var end = start + 1;
            while (end < said.Length && AreOfOneKind(said[end], first))
            {
                end++;
            }

            merged.Add(end - start == 1 ? first : first with { Text = string.Concat(said[start..end].Select(edit => edit.Text)) });
            start = end;
        }

        return merged.DrainToImmutable();
    }

    private static bool AreApart(ImmutableArray<WordEdit> edits)
    {
        for (var i = 0; i < edits.Length; i++)
        {
            if (edits[i].Text.Length == 0 || (i > 0 && AreOfOneKind(edits[i - 1], edits[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreOfOneKind(WordEdit one, WordEdit other) => one.Operation == other.Operation && one.Consequence == other.Consequence;

    private static ImmutableArray<WordEdit> FreeSpaces(ImmutableArray<WordEdit> edits, bool keepSpaces)
    {
        var free = ImmutableArray.CreateBuilder<WordEdit>(edits.Length + 2);
        for (var start = 0; start < edits.Length;)
        {
            var end = start + 1;
            if (edits[start].Operation == EditOperation.Equal)
            {
                free.Add(edits[start]);
                start = end;
                continue;
            }

            while (end < edits.Length && edits[end].Operation != EditOperation.Equal)
            {
                end++;
            }

            // Old words and the new ones in their place share the space before and after them. No space stands at the
            // ends of a paragraph; one there joined it to the next.
            var changed = edits.AsSpan()[start..end];
            var (deleted, inserted) = (EndsOf(changed, EditOperation.Delete), EndsOf(changed, EditOperation.Insert));
            var isShared = !keepSpaces || (deleted.First >= 0 && inserted.First >= 0);
            var before = isShared && BeginsWithSpace(changed, deleted.First) && BeginsWithSpace(changed, inserted.First);
            var after = isShared && EndsWithSpace(changed, deleted.Last) && EndsWithSpace(changed, inserted.Last);
            AddSpace(free, before && start > 0);
            for (var i = 0; i < changed.Length; i++)
            {
                var words = changed[i].Text;
                var (isFirst, isLast) = (i == deleted.First || i == inserted.First, i == deleted.Last || i == inserted.Last);
                words = isFirst && (before || start == 0) && words is [' ', ..] ? words[1..] : words;
                words = isLast && (after || end == edits.Length) && words is [.., ' '] ? words[..^1] : words;
                free.Add(changed[i] with { Text = words });
            }

            AddSpace(free, after && end < edits.Length);
            start = end;
        }

        return free.DrainToImmutable();
    }

    /// <summary>The first and the last edit of an operation; -1 where there is none.</summary>
    private static (int First, int Last) EndsOf(ReadOnlySpan<WordEdit> edits, EditOperation operation)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < edits.Length; i++)
        {
            if (edits[i].Operation == operation)
            {
                (first, last) = (first < 0 ? i : first, i);
            }
        }

        return (first, last);
    }

    // Where an operation does nothing, nothing of it is in the way.
    private static bool BeginsWithSpace(ReadOnlySpan<WordEdit> edits, int index) => index < 0 || edits[index].Text is [' ', _, ..];

    private static bool EndsWithSpace(ReadOnlySpan<WordEdit> edits, int index) => index < 0 || edits[index].Text is [.., _, ' '];

    private static void AddSpace(ImmutableArray<WordEdit>.Builder edits, bool isWanted)
    {
        if (isWanted)
        {
            edits.Add(new WordEdit(EditOperation.Equal, " "));
        }
    }
}
