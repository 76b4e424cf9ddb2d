using System.Collections.Immutable;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Rendering;

/// <summary>
/// A comparison of two sketches, its changes written down one by one. Edits are written as git's word diff shows them,
/// <c>[-old-]{+new+}</c>; <c>[~old~]</c> and <c>{~new~}</c> follow from the change of a cross-reference.
/// </summary>
internal sealed class ComparisonSketch(DraftSketch oldDraft, DraftSketch newDraft)
{
    private static readonly string[] Openings = ["[-", "{+", "[~", "{~"];

    private readonly ImmutableArray<Change>.Builder _changes = ImmutableArray.CreateBuilder<Change>();

    public ComparisonSketch Same(string oldLabel, string? newLabel = null, bool moved = false)
    {
        var (old, @new) = (oldDraft[oldLabel], newDraft[newLabel ?? oldLabel]);
        return Add(ChangeKind.Unchanged, [old], [@new], "", moved);
    }

    public ComparisonSketch OnlyOld(string label) => Add(ChangeKind.Unchanged, [oldDraft[label]], [], "");

    public ComparisonSketch OnlyNew(string label) => Add(ChangeKind.Unchanged, [], [newDraft[label]], "");

    public ComparisonSketch Reworded(string oldLabel, string newLabel, string edits, bool moved = false, Consequence? follows = null, params MarkEdit[] marks) =>
        Add(ChangeKind.Modified, [oldDraft[oldLabel]], [newDraft[newLabel]], edits, moved, follows, marks);

    public ComparisonSketch Inserted(string label) => Add(ChangeKind.Inserted, [], [newDraft[label]], "");

    public ComparisonSketch Deleted(string label) => Add(ChangeKind.Deleted, [oldDraft[label]], [], "");

    public ComparisonSketch Split(string oldLabel, string[] newLabels, string edits) =>
        Add(ChangeKind.Split, [oldDraft[oldLabel]], [.. newLabels.Select(label => newDraft[label])], edits);

    public ComparisonSketch Merged(string[] oldLabels, string newLabel, string edits) =>
        Add(ChangeKind.Merged, [.. oldLabels.Select(label => oldDraft[label])], [newDraft[newLabel]], edits);

    public DraftComparison ToComparison() => new(oldDraft.ToTree(), newDraft.ToTree(), new EditScript(_changes.ToImmutable()));

    private ComparisonSketch Add(
        ChangeKind kind,
        ImmutableArray<Unit> old,
        ImmutableArray<Unit> @new,
        string edits,
        bool moved = false,
        Consequence? follows = null,
        params MarkEdit[] marks)
    {
        var renumbered = old is [{ Printed: var before }] && @new is [{ Printed: var after, Section: Section.Operative }] && before != after;
        double? similarity = old.IsEmpty || @new.IsEmpty ? null : kind == ChangeKind.Unchanged ? 1 : 0.87654321;
        _changes.Add(new Change(kind, moved, renumbered, similarity, old, @new, ReadEdits(edits), [.. marks], follows));
        return this;
    }

    private static ImmutableArray<WordEdit> ReadEdits(string text)
    {
        var edits = ImmutableArray.CreateBuilder<WordEdit>();
        while (text.Length > 0)
        {
            var edit = text switch
            {
                ['[', '-', ..] => Read("-]", EditOperation.Delete),
                ['{', '+', ..] => Read("+}", EditOperation.Insert),
                ['[', '~', ..] => Read("~]", EditOperation.Delete) with { Consequence = Consequence.CrossReference },
                ['{', '~', ..] => Read("~}", EditOperation.Insert) with { Consequence = Consequence.CrossReference },
                _ => new WordEdit(EditOperation.Equal, text[..EndOfWords(text)]),
            };
            edits.Add(edit);
            text = text[(edit.Operation == EditOperation.Equal ? edit.Text.Length : edit.Text.Length + 4)..];
        }

        return edits.ToImmutable();

        WordEdit Read(string close, EditOperation operation) => new(operation, text[2..text.IndexOf(close, StringComparison.Ordinal)]);
    }

    private static int EndOfWords(string text)
    {
        var marks = Openings.Select(mark => text.IndexOf(mark, StringComparison.Ordinal)).Where(at => at >= 0);
        return marks.DefaultIfEmpty(text.Length).Min();
    }
}
