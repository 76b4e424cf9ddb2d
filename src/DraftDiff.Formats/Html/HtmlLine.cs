using System.Text;

namespace DraftDiff.Formats.Html;

/// <summary>What a piece of a line is.</summary>
internal enum PieceKind
{
    /// <summary>Words.</summary>
    Words,

    /// <summary>A label, which a tab follows.</summary>
    Label,

    /// <summary>A footnote mark.</summary>
    Mark,

    /// <summary>A tab.</summary>
    Tab,

    /// <summary>A new line that begins no paragraph.</summary>
    Break,
}

/// <summary>A piece of a line of a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; of a mark its number.</param>
/// <param name="IsItalic">True where the page sets it in italics.</param>
/// <param name="IsBold">True where the page sets it in bold.</param>
/// <param name="Note">What tells the footnote of a mark from others; null where it has none.</param>
internal readonly record struct HtmlPiece(PieceKind Kind, string Text, bool IsItalic = false, bool IsBold = false, object? Note = null);

/// <summary>A line of a page as a browser shows it, before anything is made of it.</summary>
internal sealed class HtmlLine
{
    /// <summary>What stands on it.</summary>
    public List<HtmlPiece> Pieces { get; } = [];

    /// <summary>True for what the site adds.</summary>
    public bool IsFurniture { get; init; }

    /// <summary>True in an element that heads what is below it.</summary>
    public bool IsHeading { get; init; }

    /// <summary>True where the page centres it.</summary>
    public bool IsCentred { get; init; }

    /// <summary>True where a single line break alone stands between it and the line before.</summary>
    public bool FollowsBreak { get; init; }

    /// <summary>True where it opens the draft: "The General Assembly,".</summary>
    public bool OpensDraft { get; set; }

    /// <summary>True where a table begins with it that is read as text.</summary>
    public bool BeginsTable { get; set; }

    /// <summary>What is left out in front of it because it is hidden.</summary>
    public List<string> Hidden { get; } = [];

    /// <summary>True where nothing is seen on it.</summary>
    public bool IsEmpty => Pieces.TrueForAll(piece => piece.Kind is PieceKind.Tab or PieceKind.Break || string.IsNullOrWhiteSpace(piece.Text));

    /// <summary>The words of it, without marks.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var piece in Pieces)
            {
                text.Append(piece.Kind switch { PieceKind.Mark => "", PieceKind.Tab or PieceKind.Break => " ", PieceKind.Label => piece.Text + " ", _ => piece.Text });
            }

            return text.ToString().Trim();
        }
    }

    /// <summary>True where all of it is in bold.</summary>
    public bool IsBold => Pieces.TrueForAll(piece => piece.IsBold || piece.Kind != PieceKind.Words || string.IsNullOrWhiteSpace(piece.Text));
}
