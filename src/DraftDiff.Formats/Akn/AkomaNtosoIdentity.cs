using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>What is known of a text beside its words, for the metadata of an Akoma Ntoso file.</summary>
public sealed record AkomaNtosoIdentity
{
    /// <summary>Nothing but what the text says itself.</summary>
    public static readonly AkomaNtosoIdentity Unknown = new();

    /// <summary>The symbol; that of the masthead where it is null.</summary>
    public DocumentSymbol? Symbol { get; init; }

    /// <summary>The day of the text, where it bears none itself.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>
    /// The id that a paragraph keeps through all texts of its draft, null where it has none; then, and where this is null,
    /// one is made from its words.
    /// </summary>
    public Func<Unit, string?>? IdOf { get; init; }
}
