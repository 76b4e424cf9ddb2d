namespace DraftDiff.Formats;

/// <summary>The formats of files that drafts are read from.</summary>
public enum DraftFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A Word file (.docx).</summary>
    Word,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A page of the web.</summary>
    Html,

    /// <summary>Akoma Ntoso, in XML.</summary>
    AkomaNtoso,
}
