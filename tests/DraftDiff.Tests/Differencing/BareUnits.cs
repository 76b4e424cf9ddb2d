using System.Collections.Immutable;
using System.Text;
using DraftDiff.Differencing;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Differencing;

/// <summary>
/// A small language of bare units, so that comparisons are tested without a reader: <c>Doc("PP1: Recalling …",
/// "OP1(a): …[^1] …", "FN1: See A/72/1.")</c>. A unit is a label, a colon and its words; <c>[^1]</c> in the words is a mark
/// that points at <c>FN1</c>. Section and printed label follow from the label.
/// </summary>
internal static class BareUnits
{
    public static ImmutableArray<Unit> Doc(params IEnumerable<string> lines)
    {
        var units = new List<Unit>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var label = line[..colon];
            var words = WithoutMarks(line[(colon + 2)..], out var marks);
            units.Add(new Unit(
                units.Count, ParentOf(label, units), SectionOf(label), label, PrintedOf(label), words.AsMemory(), marks, default));
        }

        return [.. units];
    }

    /// <summary>The units of a table of labels and words.</summary>
    public static ImmutableArray<Unit> Read(string table) =>
        Doc(File.ReadLines(table).Skip(1).Select(line => line.Replace("\t", ": ", StringComparison.Ordinal)));

    /// <summary>Paragraphs numbered in order: <c>OP1</c>, <c>OP2</c>, …</summary>
    public static ImmutableArray<Unit> Numbered(params IEnumerable<string> paragraphs) =>
        Doc(paragraphs.Select((words, i) => $"OP{i + 1}: {words}"));

    public static EditScript Compare(ImmutableArray<Unit> oldUnits, ImmutableArray<Unit> newUnits, string language = "en") =>
        EditScript.Compute(oldUnits, newUnits, DraftingConventions.For(language));

    /// <summary>
    /// A script as lines: kind, labels, and flags, unchanged units that are neither moved nor renumbered left out.
    /// </summary>
    public static string[] Said(this EditScript script) =>
    [
        .. script.Changes
            .Where(change => change.Kind != ChangeKind.Unchanged || change.Moved || change.Renumbered)
            .Select(Said),
    ];

    /// <summary>The words of a change: what goes in [-…-], what comes in {+…+}, what is consequential after a ~.</summary>
    public static string Redline(this Change change)
    {
        var text = new StringBuilder();
        foreach (var edit in change.Edits)
        {
            var note = edit.Consequence is null ? "" : "~";
            text.Append(edit.Operation switch
            {
                EditOperation.Equal => edit.Text,
                EditOperation.Delete => $"[{note}-{edit.Text}-]",
                EditOperation.Insert => $"{{{note}+{edit.Text}+}}",
                _ => throw new InvalidOperationException(),
            });
        }

        return text.ToString();
    }

    /// <summary>The redline of two single paragraphs.</summary>
    public static string Redline(string oldWords, string newWords, string language = "en") =>
        Compare(Numbered(oldWords), Numbered(newWords), language).Changes.Single().Redline();

    private static string Said(Change change)
    {
        var old = string.Join("+", change.Old.Select(unit => unit.Label));
        var @new = string.Join("+", change.New.Select(unit => unit.Label));
        return $"{change.Kind.ToString().ToLowerInvariant()} {old}>{@new}"
            + (change.Moved ? " moved" : "") + (change.Renumbered ? " renumbered" : "");
    }

    private static string WithoutMarks(string text, out ImmutableArray<Mark> marks)
    {
        var found = ImmutableArray.CreateBuilder<Mark>();
        while (text.IndexOf("[^", StringComparison.Ordinal) is >= 0 and var at && text.IndexOf(']', at) is >= 0 and var end)
        {
            var number = text[(at + 2)..end];
            found.Add(new Mark(number, "FN" + number, at));
            text = text.Remove(at, end + 1 - at);
        }

        marks = found.ToImmutable();
        return text;
    }

    private static int ParentOf(string label, List<Unit> units)
    {
        var parenthesis = label.LastIndexOf('(');
        return parenthesis < 0 ? -1 : units.FindIndex(unit => unit.Label == label[..parenthesis]);
    }

    private static string? PrintedOf(string label) => SectionOf(label) is not (Section.Operative or Section.Annex) ? null
        : label.EndsWith(')') ? label[label.LastIndexOf('(')..]
        : label[(label.LastIndexOf('P') + 1)..] + ".";

    private static Section SectionOf(string label) => label[(label.LastIndexOf('.') + 1)..] switch
    {
        "title" => Section.Title,
        "opening" => Section.Opening,
        "symbol" or "date" or "session" or "committee" or "sponsors" => Section.Masthead,
        ['P', 'P', ..] => Section.Preamble,
        ['O', 'P', ..] => label.StartsWith("AX", StringComparison.Ordinal) ? Section.Annex : Section.Operative,
        ['H', ..] => Section.Heading,
        ['F', 'N', ..] => Section.Footnotes,
        ['c', 'l', ..] => Section.Closing,
        _ => Section.Unrecognized,
    };
}
