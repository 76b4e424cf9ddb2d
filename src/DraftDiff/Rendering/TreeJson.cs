using System.Text.Json;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;

namespace DraftDiff.Rendering;

/// <summary>A draft's tree as <c>draftdiff.tree/1</c>.</summary>
public static class TreeJson
{
    /// <summary>Writes the tree as one JSON object, in UTF-8.</summary>
    public static void Write(DraftTree tree, Stream output)
    {
        var children = tree.Units.ToLookup(unit => unit.Parent);
        using (var json = new Utf8JsonWriter(output, JsonParts.Options))
        {
            json.WriteStartObject();
            json.WriteString("format", "draftdiff.tree/1");
            json.WriteString("source", tree.Source.Name);
            json.WriteString("language", tree.Language);
            json.WriteString("kind", tree.Kind.Name());
            WriteMasthead(json, tree.Masthead);
            WriteUnits(json, "units", children[-1].Where(unit => unit.Section != Section.Footnotes), children);
            WriteUnits(json, "footnotes", children[-1].Where(unit => unit.Section == Section.Footnotes), children);
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in tree.Diagnostics)
            {
                WriteDiagnostic(json, tree, diagnostic);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteMasthead(Utf8JsonWriter json, Masthead masthead)
    {
        json.WriteStartObject("masthead");
        json.WriteString("symbol", masthead.Symbol?.ToString());
        json.WriteString("body", masthead.Body);
        json.WriteString("date", masthead.Date);
        json.WriteString("original", masthead.Original);
        WriteObject(json, "session", masthead.Session, session =>
        {
            json.WriteString("text", session.Text);
            if (session.Number is { } number)
            {
                json.WriteNumber("number", number);
            }
            else
            {
                json.WriteNull("number");
            }
        });
        json.WriteString("committee", masthead.Committee);
        WriteObject(json, "agendaItem", masthead.AgendaItem, item =>
        {
            json.WriteString("number", item.Number);
            json.WriteString("title", item.Title);
        });
        json.WriteString("documentType", masthead.DocumentType);
        WriteObject(json, "sponsors", masthead.Sponsors, sponsors =>
        {
            json.WriteString("text", sponsors.Text);
            json.WriteString("note", sponsors.Note);
        });
        json.WriteEndObject();
    }

    private static void WriteObject<T>(Utf8JsonWriter json, string name, T? value, Action<T> writeProperties)
        where T : class
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        writeProperties(value);
        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, string name, IEnumerable<Unit> units, ILookup<int, Unit> children)
    {
        json.WriteStartArray(name);
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("label", unit.Label);
            json.WriteString("printed", unit.Printed);
            JsonParts.WriteWords(json, unit);
            WriteUnits(json, "children", children[unit.Index], children);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, DraftTree tree, Diagnostic diagnostic)
    {
        var (line, column) = tree.Source.GetLinePosition(diagnostic.Span.Start);
        json.WriteStartObject();
        json.WriteString("id", diagnostic.Id);
        json.WriteString("severity", DiagnosticFormatter.NameOf(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        JsonParts.WriteSpan(json, diagnostic.Span);
        json.WriteNumber("line", line + 1);
        json.WriteNumber("column", column + 1);
        json.WriteEndObject();
    }
}
