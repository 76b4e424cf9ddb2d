namespace DraftDiff.Rendering;

/// <summary>How a piece of text is drawn.</summary>
internal enum TextStyle
{
    /// <summary>As the words of a document are.</summary>
    Plain,

    /// <summary>Words taken away.</summary>
    Deleted,

    /// <summary>Words added.</summary>
    Inserted,

    /// <summary>Words taken away because something else changed.</summary>
    DeletedInConsequence,

    /// <summary>Words added because something else changed.</summary>
    InsertedInConsequence,

    /// <summary>A sign for something taken away.</summary>
    Removed,

    /// <summary>A sign for something added.</summary>
    Added,

    /// <summary>A label or a heading.</summary>
    Strong,

    /// <summary>What is said beside the words of a document.</summary>
    Faint,
}

/// <summary>
/// A piece of text in one style, between an opening and a closing mark where it has them. A line may end within the
/// text, not between it and its marks.
/// </summary>
internal readonly record struct StyledText(string Text, TextStyle Style, string Open = "", string Close = "")
{
    /// <summary>Nothing.</summary>
    public static StyledText None { get; } = new("", TextStyle.Plain);
}
