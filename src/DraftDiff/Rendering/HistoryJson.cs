using System.Collections.Immutable;
using System.Text.Json;
using DraftDiff.History;

namespace DraftDiff.Rendering;

/// <summary>
/// Histories as <c>draftdiff.log/1</c>, <c>draftdiff.blame/1</c>, <c>draftdiff.phrase/1</c> and <c>draftdiff.stale/1</c>, in UTF-8.
/// </summary>
public static class HistoryJson
{
    private const string LogFormat = "draftdiff.log/1";

    /// <summary>Writes the revisions of a draft.</summary>
    public static void Write(DraftHistory history, Stream output) => Write(output, json =>
    {
        WriteHead(json, history.Draft, history.Language, paragraph: null);
        WriteObjects(json, "revisions", history.Revisions, entry =>
        {
            WritePoint(json, entry.Point);
            if (entry.Comparison is { } comparison)
            {
                DiffJson.WriteSummary(json, comparison.Script.Summary);
            }
            else
            {
                json.WriteNull("summary");
            }
        });
    });

    /// <summary>Writes the history of a paragraph.</summary>
    public static void Write(ParagraphHistory history, Stream output) => Write(output, json =>
    {
        WriteHead(json, history.Draft, history.Language, history.Id);
        WriteObjects(json, "revisions", history.Events, happened =>
        {
            WritePoint(json, happened.Point);
            json.WriteString("label", happened.Label);
            json.WriteStartArray("changes");
            foreach (var change in happened.Changes)
            {
                json.WriteStringValue(NameOf(change));
            }

            json.WriteEndArray();
            json.WriteString("text", happened.Text);
        });
    });

    /// <summary>Writes where the paragraphs of a text came from.</summary>
    public static void Write(Blame blame, Stream output) => Write(output, json =>
    {
        json.WriteString("format", "draftdiff.blame/1");
        json.WriteString("symbol", blame.Symbol);
        json.WriteString("language", blame.Language);
        WriteObjects(json, "paragraphs", blame.Paragraphs, paragraph =>
        {
            json.WriteString("label", paragraph.Label);
            json.WriteString("id", paragraph.Id);
            WriteOrigin(json, "introduced", paragraph.Introduced);
            WriteOrigin(json, "changed", paragraph.Changed);
            if (!paragraph.Words.IsEmpty)
            {
                WriteObjects(json, "words", paragraph.Words, words =>
                {
                    json.WriteString("text", words.Text);
                    json.WriteString("symbol", words.Point.Symbol);
                });
            }
        });
    });

    /// <summary>Writes which revisions brought words in and lost them.</summary>
    public static void Write(PhraseHistory history, Stream output) => Write(output, json =>
    {
        json.WriteString("format", "draftdiff.phrase/1");
        json.WriteString("draft", history.Draft);
        json.WriteString("language", history.Language);
        WriteObjects(json, "revisions", history.Events, happened =>
        {
            WritePoint(json, happened.Point);
            json.WriteString("change", happened.IsHeld ? "brought-in" : "lost");
            json.WriteString("label", happened.Label);
            json.WriteString("text", happened.Text);
        });
    });

    /// <summary>Writes what a translator has to do.</summary>
    public static void Write(StaleDraft stale, Stream output) => Write(output, json =>
    {
        json.WriteString("format", "draftdiff.stale/1");
        json.WriteString("draft", stale.Draft);
        json.WriteString("language", stale.Language);
        WriteOrigin(json, "since", stale.Since);
        WriteObjects(json, "languages", stale.Languages, other =>
        {
            json.WriteString("language", other.Language);
            WriteOrigin(json, "newest", other.Newest);
            WriteObjects(json, "paragraphs", other.Paragraphs, paragraph =>
            {
                json.WriteString("label", paragraph.Label);
                json.WriteString("otherLabel", paragraph.OtherLabel);
                json.WriteString("change", NameOf(paragraph.Change));
                json.WriteString("text", paragraph.Text);
                DiffJson.WriteEdits(json, paragraph.Edits);
            });
        });
    });

    /// <summary>The name of what happened to a paragraph, for programs and for people.</summary>
    internal static string NameOf(ParagraphChange change) => change switch
    {
        ParagraphChange.Inserted => "inserted",
        ParagraphChange.Deleted => "deleted",
        ParagraphChange.Reworded => "reworded",
        ParagraphChange.Footnotes => "footnotes",
        ParagraphChange.Moved => "moved",
        ParagraphChange.Renumbered => "renumbered",
        ParagraphChange.Split => "split",
        ParagraphChange.Merged => "merged",
        _ => throw new InvalidOperationException($"There is no change {change}."),
    };

    private static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, JsonParts.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteObjects<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter json, string draft, string language, string? paragraph)
    {
        json.WriteString("format", LogFormat);
        json.WriteString("draft", draft);
        json.WriteString("language", language);
        json.WriteString("paragraph", paragraph);
    }

    private static void WritePoint(Utf8JsonWriter json, RevisionPoint point)
    {
        json.WriteString("symbol", point.Symbol);
        json.WriteString("commit", point.Commit);
        json.WriteString("date", point.Date);
        json.WriteString("author", point.Author);
    }

    private static void WriteOrigin(Utf8JsonWriter json, string name, RevisionPoint point)
    {
        json.WriteStartObject(name);
        json.WriteString("symbol", point.Symbol);
        json.WriteString("commit", point.Commit);
        json.WriteEndObject();
    }
}
