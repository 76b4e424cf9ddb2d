using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DraftDiff.Formats.Word;

/// <summary>Makes pieces of WordprocessingML.</summary>
internal static class Markup
{
    /// <summary>An element with a value: <c>w:pStyle w:val="SingleTxt"</c>.</summary>
    public static XElement Valued(XName name, object value) => new(name, new XAttribute(W.Value, value));

    /// <summary>A run of text; tabs and line breaks become the elements that stand for them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="properties">The properties of the run; copied.</param>
    public static XElement Run(string text, XElement? properties = null)
    {
        var run = new XElement(W.Run, Copy(properties));
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\t' or '\u2028'))
            {
                continue;
            }

            if (i > start)
            {
                run.Add(Text(text[start..i]));
            }

            if (i < text.Length)
            {
                run.Add(new XElement(text[i] == '\t' ? W.Tab : W.Break));
            }

            start = i + 1;
        }

        return run;
    }

    /// <summary>The text of a run.</summary>
    public static XElement Text(string text) => SetText(new XElement(W.Text), text);

    /// <summary>Gives a text element its text, whose spaces are kept.</summary>
    public static XElement SetText(XElement element, string text)
    {
        element.Value = Valid(text);
        element.SetAttributeValue(XNamespace.Xml + "space", text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) ? "preserve" : null);
        return element;
    }

    /// <summary>A copy of the properties of a run or a paragraph without the changes that they track; null for none.</summary>
    public static XElement? Copy(XElement? properties)
    {
        if (properties is null)
        {
            return null;
        }

        var copy = new XElement(properties);
        copy.Descendants().Where(ChangeResolver.IsChange).ToList().ForEach(change => change.Remove());
        return copy;
    }

    /// <summary>The properties of a paragraph, made where it has none.</summary>
    public static XElement PropertiesOf(XElement paragraph)
    {
        if (paragraph.Element(W.ParagraphProperties) is { } properties)
        {
            return properties;
        }

        properties = new XElement(W.ParagraphProperties);
        paragraph.AddFirst(properties);
        return properties;
    }

    /// <summary>A number as the markup writes it.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text without characters that XML cannot hold, each of which becomes U+FFFD.</summary>
    public static string Valid(string text)
    {
        StringBuilder? valid = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                (valid ??= new StringBuilder(text))[i] = '\uFFFD';
            }
        }

        return valid?.ToString() ?? text;
    }
}
