using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DraftDiff.Versioning;

/// <summary>What a draft's folder says of the draft; written once.</summary>
internal sealed record DraftRecord
{
    public string Format { get; init; } = "draftdiff.draft/1";

    /// <summary>The symbol of its first text, which its folder is named after.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its title when it was created.</summary>
    public string? Title { get; init; }
}

/// <summary>What is known of a revision beside its paragraphs; written once.</summary>
internal sealed record RevisionRecord
{
    public string Format { get; init; } = "draftdiff.revision/1";

    public required string Symbol { get; init; }

    public required string Language { get; init; }

    /// <summary>What kind of document it is, as in draftdiff.diff/1; null where it is not told.</summary>
    public string? Kind { get; init; }

    /// <summary>The symbol of the revision before, or of the draft that a document beside it is about.</summary>
    public string? Follows { get; init; }

    /// <summary>Its date as year-month-day, where one was given.</summary>
    public string? Date { get; init; }

    /// <summary>What read the source.</summary>
    public required string Reader { get; init; }

    /// <summary>The file of its source in the folder of sources: the id of its blob, and the extension it came with.</summary>
    public required string Source { get; init; }

    /// <summary>The masthead's fields in their order.</summary>
    public required ImmutableArray<FieldRecord> Masthead { get; init; }

    /// <summary>Where a person overrode the match against the revision before.</summary>
    public ImmutableArray<string>? Match { get; init; }
}

/// <summary>A field of a masthead, with its marks as in a paragraph.</summary>
internal sealed record FieldRecord(string Label, string Text);

/// <summary>The JSON of the records.</summary>
[JsonSerializable(typeof(DraftRecord))]
[JsonSerializable(typeof(RevisionRecord))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>Indented, and with the letters of all languages as they are, since people read the files.</summary>
    public static readonly RecordJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
