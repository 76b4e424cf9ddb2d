using System.Text;
using System.Xml;

namespace DraftDiff.Formats.Akn;

/// <summary>
/// Writes XML that people read: an element a line, indented by how deep it stands, but for what stands in a line of text, in
/// which white space counts.
/// </summary>
internal sealed class AknXml : IDisposable
{
    private const char Replacement = '\uFFFD';

    private readonly XmlWriter _writer;
    private readonly Stack<bool> _open = new();
    private int _lines;

    /// <summary>Makes a writer to a stream, which is left open.</summary>
    public AknXml(Stream stream)
    {
        _writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true });
        _writer.WriteStartDocument();
    }

    /// <summary>Begins an element that holds other elements.</summary>
    public void Start(string name)
    {
        Indent();
        _writer.WriteStartElement(name, AknNames.Namespace);
        _open.Push(false);
    }

    /// <summary>Begins an element that holds a line of text, or stands in one.</summary>
    public void StartLine(string name)
    {
        if (_lines == 0)
        {
            Indent();
        }

        _writer.WriteStartElement(name, AknNames.Namespace);
        _open.Push(true);
        _lines++;
    }

    /// <summary>Adds an attribute to the element that was begun; none where there is no value.</summary>
    public void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _writer.WriteAttributeString(name, Clean(value));
        }
    }

    /// <summary>Says what language the element that was begun is in.</summary>
    public void Language(string code) => _writer.WriteAttributeString("xml", "lang", null, code);

    /// <summary>Adds text.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            _writer.WriteString(Clean(text.ToString()));
        }
    }

    /// <summary>Ends the element that was begun last and is open.</summary>
    public void End()
    {
        if (_open.Pop())
        {
            _lines--;
        }
        else
        {
            Indent();
        }

        _writer.WriteEndElement();
    }

    /// <summary>Writes an element without content.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        StartLine(name);
        foreach (var (attribute, value) in attributes)
        {
            Attribute(attribute, value);
        }

        End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.WriteWhitespace("\n");
        _writer.Dispose();
    }

    private void Indent()
    {
        if (_lines == 0)
        {
            _writer.WriteWhitespace("\n" + new string(' ', 2 * _open.Count));
        }
    }

    private static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }

            (clean ??= new StringBuilder(text))[i] = Replacement;
        }

        return clean?.ToString() ?? text;
    }
}
