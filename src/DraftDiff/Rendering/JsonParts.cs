using System.Text.Encodings.Web;
using System.Text.Json;
using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>What the JSON formats have in common.</summary>
internal static class JsonParts
{
    /// <summary>Indented, and with every script as it is read: the output is no part of an HTML page.</summary>
    public static JsonWriterOptions Options => new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the section, the words, the span and the marks of a unit into an open object.</summary>
    public static void WriteWords(Utf8JsonWriter json, Unit unit)
    {
        json.WriteString("section", NameOf(unit.Section));
        json.WriteString("text", unit.Words);
        WriteSpan(json, unit.Span);
        json.WriteStartArray("marks");
        foreach (var mark in unit.Marks)
        {
            json.WriteStartObject();
            WriteMark(json, mark);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a mark into an open object.</summary>
    public static void WriteMark(Utf8JsonWriter json, Mark mark)
    {
        json.WriteString("number", mark.Number);
        json.WriteString("note", mark.Note);
        json.WriteNumber("at", mark.At);
    }

    /// <summary>Writes a span as a property of an open object.</summary>
    public static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject("span");
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }

    private static string NameOf(Section section) => section switch
    {
        Section.Masthead => "masthead",
        Section.Title => "title",
        Section.Opening => "opening",
        Section.Preamble => "preamble",
        Section.Operative => "operative",
        Section.Heading => "heading",
        Section.Closing => "closing",
        Section.Annex => "annex",
        Section.Footnotes => "footnotes",
        Section.Unrecognized => "unrecognized",
        _ => throw new InvalidOperationException($"There is no section {section}."),
    };
}
