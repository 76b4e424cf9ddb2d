using System.Buffers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using DraftDiff.Text;

namespace DraftDiff.Formats.Html;

/// <summary>
/// Makes a document of the bytes of a page. There is nothing in it that could run a script or fetch a file: AngleSharp's
/// parser is given a string and no loader. What would cost it more than the length of the page is refused while it reads.
/// </summary>
internal sealed class HtmlPageParser
{
    // What browsers nest at most.
    private const int Deepest = 512;
    private const int MostElements = 500_000;

    // Formatting that nobody closed is opened again in every paragraph that follows.
    private const int MostReopened = 1_000_000;
    private const int Sample = 4096;
    private const string TooDeep = "is a page whose elements are nested as no document's are; check where it comes from";
    private const string TooLarge = "is a page of far more elements than a draft has; check where it comes from";

    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "align", "aria-hidden", "border", "charset", "class", "content", "hidden", "href", "id", "lang", "name", "reversed", "role", "start",
        "style", "type", "value",
    };

    private static readonly HashSet<string> Voids = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
    };

    // What the next of its kind ends, where nobody closed it; inside a drawing they nest as all else does.
    private static readonly HashSet<string> EndedByNext = new(StringComparer.Ordinal)
    {
        "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc", "tbody", "td", "tfoot", "th",
        "thead", "tr",
    };

    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly SearchValues<char> EndsOfLabel = SearchValues.Create(" \"'>;/\r\n");

    private readonly Dictionary<string, int> _open = [];
    private int _depth;
    private int _formatting;
    private int _elements;
    private int _reopened;

    /// <summary>The document of a page.</summary>
    /// <param name="source">The page.</param>
    /// <exception cref="UnreadableFileException">It is nested without end, or has far more elements than a draft.</exception>
    public static IHtmlDocument Parse(SourceText source)
    {
        var guard = new HtmlPageParser();
        return new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            DisableElementPositionTracking = true,
            MaximumDepth = Deepest,
            OnToken = guard.Measure,
            ShouldEmitAttribute = IsRead,
        }).ParseDocument(source.Content);
    }

    /// <summary>The characters of a page: by its mark, by the encoding that it declares, or else as a text's are told.</summary>
    /// <param name="name">What the page is called in messages.</param>
    /// <param name="bytes">The page.</param>
    public static SourceText Decode(string name, ReadOnlySpan<byte> bytes)
    {
        var isMarked = bytes.StartsWith(Encoding.UTF8.Preamble) || bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);
        var declared = isMarked ? null : DeclaredEncoding(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Sample)]));
        return declared is null or UTF8Encoding ? SourceText.Decode(name, bytes) : SourceText.From(declared.GetString(bytes), name);
    }

    /// <summary>The encoding that a page declares; null where it declares none that is known, or one that it cannot be in.</summary>
    private static Encoding? DeclaredEncoding(string start)
    {
        var at = start.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = start.AsSpan(at + "charset".Length).TrimStart();
        if (rest is not ['=', ..])
        {
            return null;
        }

        rest = rest[1..].TrimStart(" \"'");
        var end = rest.IndexOfAny(EndsOfLabel);
        var label = end < 0 ? "" : rest[..end].ToString().ToLowerInvariant();

        // The Encoding Standard reads these labels as what they were used for.
        label = label switch
        {
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "iso-8859-9" => "windows-1254",
            "cp1251" => "windows-1251",
            "cp1252" => "windows-1252",
            "cp1256" => "windows-1256",
            _ => label,
        };
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);

            // A declaration that could be read so is not in UTF-16.
            return encoding is UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsRead(ref StructHtmlToken token, ReadOnlyMemory<char> name) =>
        name.Span.StartsWith("data-", StringComparison.OrdinalIgnoreCase) || Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span);

    private void Measure(HtmlToken token, TextRange range)
    {
        if (token.Type == HtmlTokenType.StartTag)
        {
            MeasureStart(token.Name);
        }
        else if (token.Type == HtmlTokenType.EndTag && _open.TryGetValue(token.Name, out var count) && count > 0)
        {
            _open[token.Name] = count - 1;
            _depth--;
            _formatting -= Formatting.Contains(token.Name) ? 1 : 0;
        }
        else if (token.Type == HtmlTokenType.Character)
        {
            Reopen();
        }
    }

    private void MeasureStart(string name)
    {
        Reopen();
        if (++_elements > MostElements)
        {
            throw new UnreadableFileException(TooLarge);
        }

        if (Voids.Contains(name) || (EndedByNext.Contains(name) && CountOf("svg") + CountOf("math") == 0))
        {
            return;
        }

        _open[name] = CountOf(name) + 1;
        _formatting += Formatting.Contains(name) ? 1 : 0;
        if (++_depth > Deepest)
        {
            throw new UnreadableFileException(TooDeep);
        }
    }

    private void Reopen()
    {
        _reopened += _formatting;
        if (_reopened > MostReopened)
        {
            throw new UnreadableFileException(TooLarge);
        }
    }

    private int CountOf(string name) => _open.GetValueOrDefault(name);
}
