using DraftDiff.Differencing;

namespace DraftDiff.Rendering.Html;

/// <summary>
/// Writes HTML of which every element is closed and every text and attribute is a text, whatever stands in it. What
/// commands or hides is shown as <see cref="VisibleText"/> shows it.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="language">The code of the language of what is around it; null where it is not known, as in a message.</param>
/// <param name="fromTheRight">True where that is read from the right.</param>
internal sealed class HtmlWriter(TextWriter output, string? language = null, bool fromTheRight = false)
{
    // What the program itself says is in English.
    private const string OwnLanguage = "en-GB";

    private readonly string? _ownLanguage = OwnLanguage.Split('-')[0] == language ? null : OwnLanguage;
    private readonly string? _ownDirection = language is null || fromTheRight ? Direction(fromTheRight: false) : null;
    private readonly Stack<string> _open = new();

    /// <summary>The value of the attribute dir.</summary>
    public static string Direction(bool fromTheRight) => fromTheRight ? "rtl" : "ltr";

    /// <summary>Opens an element.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Its attributes; those whose value is null are left out, those whose value is empty stand alone.</param>
    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Void(element, attributes);
        _open.Push(element);
        return this;
    }

    /// <summary>Writes an element that holds nothing and has no end.</summary>
    public HtmlWriter Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            output.Write(' ');
            output.Write(name);
            if (value.Length > 0)
            {
                output.Write("=\"");
                WriteEscaped(VisibleText.Of(value));
                output.Write('"');
            }
        }

        output.Write('>');
        return this;
    }

    /// <summary>Opens an element that holds what the program itself says, whatever the language around it.</summary>
    public HtmlWriter OpenOwn(string element, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, [.. attributes, ("lang", _ownLanguage), ("dir", _ownDirection)]);

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlWriter Close()
    {
        output.Write("</");
        output.Write(_open.Pop());
        output.Write('>');
        return this;
    }

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        WriteEscaped(VisibleText.Of(text));
        return this;
    }

    /// <summary>Writes what the program says of a draft, in which <see cref="RightToLeft.Embed"/> set words of the draft apart.</summary>
    public HtmlWriter Sentence(string text)
    {
        foreach (var piece in text.Split(RightToLeft.Isolate))
        {
            var end = piece.IndexOf(RightToLeft.Pop, StringComparison.Ordinal);
            _ = end < 0 ? Text(piece) : Element("bdi", piece[..end]).Text(piece[(end + RightToLeft.Pop.Length)..]);
        }

        return this;
    }

    /// <summary>Writes an element that holds a text.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>Writes an element that holds what the program itself says, whatever the language around it.</summary>
    public HtmlWriter OwnElement(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        OpenOwn(element, attributes).Text(text).Close();

    /// <summary>Writes words with what was taken away and added, in styles of their own where no style sheet gives them any.</summary>
    public HtmlWriter Words(IEnumerable<WordEdit> edits, string? deletedStyle = null, string? insertedStyle = null)
    {
        foreach (var edit in edits)
        {
            _ = edit.Operation switch
            {
                EditOperation.Delete => Element("del", edit.Text, ("style", deletedStyle)),
                EditOperation.Insert => Element("ins", edit.Text, ("style", insertedStyle)),
                _ => Text(edit.Text),
            };
        }

        return this;
    }

    /// <summary>Writes a style or a script, which HTML reads as it stands. It is the program's own.</summary>
    public HtmlWriter Raw(string element, string content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes);
        output.Write(content);
        return Close();
    }

    /// <summary>Ends the line, for whoever reads the source.</summary>
    public HtmlWriter Line()
    {
        output.Write('\n');
        return this;
    }

    private void WriteEscaped(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny("&<>\"'") is >= 0 and var at)
        {
            output.Write(rest[..at]);
            output.Write(rest[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            rest = rest[(at + 1)..];
        }

        output.Write(rest);
    }
}
