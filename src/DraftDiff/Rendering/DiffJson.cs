using System.Collections.Immutable;
using System.Text.Json;
using DraftDiff.Differencing;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>A comparison as <c>draftdiff.diff/1</c>: the edit script itself, from which both documents can be rebuilt.</summary>
public static class DiffJson
{
    private const int SimilarityDigits = 4;

    /// <summary>Writes the comparison as one JSON object, in UTF-8.</summary>
    public static void Write(DraftComparison comparison, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonParts.Options))
        {
            json.WriteStartObject();
            json.WriteString("format", "draftdiff.diff/1");
            json.WriteString("compared", comparison.ComparesWords ? "words" : "structure");
            WriteDocument(json, "old", comparison.Old);
            WriteDocument(json, "new", comparison.New);
            WriteSummary(json, comparison.Script.Summary);
            json.WriteStartArray("changes");
            foreach (var change in comparison.Script.Changes)
            {
                WriteChange(json, change);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteDocument(Utf8JsonWriter json, string side, DraftTree tree)
    {
        json.WriteStartObject(side);
        json.WriteString("source", tree.Source.Name);
        json.WriteString("symbol", tree.Masthead.Symbol?.ToString());
        json.WriteString("language", tree.Language);
        json.WriteString("kind", tree.Kind.Name());
        json.WriteString("title", tree.Title);
        json.WriteEndObject();
    }

    /// <summary>Writes the counts of a script into an open object.</summary>
    internal static void WriteSummary(Utf8JsonWriter json, EditSummary summary)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("modified", summary.Modified);
        json.WriteNumber("inserted", summary.Inserted);
        json.WriteNumber("deleted", summary.Deleted);
        json.WriteNumber("moved", summary.Moved);
        json.WriteNumber("renumbered", summary.Renumbered);
        json.WriteNumber("split", summary.Split);
        json.WriteNumber("merged", summary.Merged);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("kind", NameOf(change.Kind));
        json.WriteBoolean("moved", change.Moved);
        json.WriteBoolean("renumbered", change.Renumbered);
        if (change.Similarity is { } similarity)
        {
            json.WriteNumber("similarity", Math.Round(similarity, SimilarityDigits));
        }
        else
        {
            json.WriteNull("similarity");
        }

        WriteUnits(json, "old", change.Old);
        WriteUnits(json, "new", change.New);
        WriteEdits(json, change.Edits);
        WriteMarkEdits(json, change.MarkEdits);
        WriteMarkShifts(json, change.MarkShifts);
        WriteConsequence(json, change.Consequence);
        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, string side, ImmutableArray<Unit> units)
    {
        json.WriteStartArray(side);
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("label", unit.Label);
            json.WriteString("printed", unit.Printed);
            JsonParts.WriteWords(json, unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the property <c>edits</c>.</summary>
    internal static void WriteEdits(Utf8JsonWriter json, ImmutableArray<WordEdit> edits)
    {
        json.WriteStartArray("edits");
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("op", NameOf(edit.Operation));
            json.WriteString("text", edit.Text);
            WriteConsequence(json, edit.Consequence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMarkEdits(Utf8JsonWriter json, ImmutableArray<MarkEdit> edits)
    {
        json.WriteStartArray("markEdits");
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("op", NameOf(edit.Operation));
            JsonParts.WriteMark(json, edit.Mark);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMarkShifts(Utf8JsonWriter json, ImmutableArray<MarkShift> shifts)
    {
        if (shifts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("markShifts");
        foreach (var shift in shifts)
        {
            json.WriteStartObject();
            json.WriteString("old", shift.Old.Number);
            json.WriteString("new", shift.New.Number);
            json.WriteNumber("at", shift.New.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteConsequence(Utf8JsonWriter json, Consequence? consequence)
    {
        if (consequence is { } name)
        {
            json.WriteString("consequential", NameOf(name));
        }
    }

    private static string NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Unchanged => "unchanged",
        ChangeKind.Modified => "modified",
        ChangeKind.Inserted => "inserted",
        ChangeKind.Deleted => "deleted",
        ChangeKind.Split => "split",
        ChangeKind.Merged => "merged",
        _ => throw new InvalidOperationException($"There is no kind of change {kind}."),
    };

    private static string NameOf(EditOperation operation) => operation switch
    {
        EditOperation.Equal => "equal",
        EditOperation.Delete => "delete",
        EditOperation.Insert => "insert",
        _ => throw new InvalidOperationException($"There is no operation {operation}."),
    };

    private static string NameOf(Consequence consequence) => consequence switch
    {
        Consequence.FootnoteMark => "footnote-mark",
        Consequence.CrossReference => "cross-reference",
        Consequence.ChainWord => "chain-word",
        _ => throw new InvalidOperationException($"There is no consequence {consequence}."),
    };
}
