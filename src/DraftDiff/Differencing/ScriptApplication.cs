using System.Collections.Immutable;
using System.Text;
using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>Applies a script: makes the new document's words out of the old one's and the edits alone.</summary>
internal static class ScriptApplication
{
    public static ImmutableArray<Unit> Apply(EditScript script, ImmutableArray<Unit> oldUnits)
    {
        var used = 0;
        var units = new List<Unit>(oldUnits.Length);
        foreach (var change in script.Changes)
        {
            foreach (var old in change.Old)
            {
                Verify(old.Index < oldUnits.Length && oldUnits[old.Index].Words.SequenceEqual(old.Words), old.Label);
                used++;
            }

            // Of texts in different languages only the structure was compared.
            if (change.Edits.IsEmpty && !change.Old.IsEmpty && !change.New.IsEmpty)
            {
                Verify(change.Old.Length == 1 && change.New.Length == 1 && change.Old[0].Words.SequenceEqual(change.New[0].Words), change.Old[0].Label);
            }

            var oldText = Phrase.Join([.. change.Old.Select(old => oldUnits[old.Index])], out _);
            var newText = change.Edits.IsEmpty && !change.Old.IsEmpty
                ? oldText
                : change.Old.IsEmpty ? change.New[0].Text : Apply(change, oldText);
            AddParts(change, newText, units);
        }

        Verify(used == oldUnits.Length, "the end");
        units.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return [.. units];
    }

    private static string Apply(Change change, string oldText)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var edit in change.Edits)
        {
            if (edit.Operation != EditOperation.Insert)
            {
                Verify(oldText.AsSpan(at).StartsWith(edit.Text, StringComparison.Ordinal), change.Old[0].Label);
                at += edit.Text.Length;
            }

            if (edit.Operation != EditOperation.Delete)
            {
                text.Append(edit.Text);
            }
        }

        Verify(at == oldText.Length, change.Old[0].Label);
        return text.ToString();
    }

    // The new words, cut where the parts of a split begin.
    private static void AddParts(Change change, string newText, List<Unit> units)
    {
        Phrase.Join([.. change.New], out var starts);
        for (var i = 0; i < starts.Length; i++)
        {
            var unit = change.New[i];
            var words = newText.AsMemory(starts[i], unit.Words.Length);
            units.Add(new Unit(
                unit.Index, unit.Parent, unit.Section, unit.Label, unit.Printed, words, unit.Marks, unit.Span));
        }
    }

    private static void Verify(bool condition, string label)
    {
        if (!condition)
        {
            throw new ArgumentException($"The script was not made from these units: they differ at {label}.");
        }
    }
}
