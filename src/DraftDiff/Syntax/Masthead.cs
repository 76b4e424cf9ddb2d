namespace DraftDiff.Syntax;

/// <summary>What stands above the title, as data. A field that the text lacks is null.</summary>
public sealed record Masthead
{
    /// <summary>A masthead without any field.</summary>
    public static readonly Masthead Empty = new();

    /// <summary>The symbol, such as <c>A/C.2/72/L.39</c>.</summary>
    public DocumentSymbol? Symbol { get; init; }

    /// <summary>The body as printed, such as General Assembly; the last one where a body prints the organ it belongs to above its name.</summary>
    public string? Body { get; init; }

    /// <summary>The date as printed.</summary>
    public string? Date { get; init; }

    /// <summary>The original language as printed.</summary>
    public string? Original { get; init; }

    /// <summary>The session.</summary>
    public Session? Session { get; init; }

    /// <summary>The committee as printed.</summary>
    public string? Committee { get; init; }

    /// <summary>The agenda item.</summary>
    public AgendaItem? AgendaItem { get; init; }

    /// <summary>The type of document as printed, such as 决议草案.</summary>
    public string? DocumentType { get; init; }

    /// <summary>The sponsors.</summary>
    public Sponsors? Sponsors { get; init; }
}

/// <summary>A session: as printed, with the days it met on, and its number (72) or year (2024) where the words give it.</summary>
/// <param name="Text">The words as printed.</param>
/// <param name="Number">The number or the year; null where the words give none.</param>
public sealed record Session(string Text, int? Number);

/// <summary>An agenda item: its number as printed (16, 19 (c), 14 and 117), and its title where one stands.</summary>
/// <param name="Number">The number as printed; null where none stands.</param>
/// <param name="Title">The title; null where none stands.</param>
public sealed record AgendaItem(string? Number, string? Title);

/// <summary>The sponsors as printed, without mark and colon, and the note that a star among them points at.</summary>
/// <param name="Text">Who they are.</param>
/// <param name="Note">The note; null where no star points at one.</param>
public sealed record Sponsors(string Text, string? Note);
