using System.Buffers;
using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DraftDiff.Formats.Pdf;

/// <summary>
/// Refuses a PDF whose drawings draw themselves by way of others, or by names that they take from their page: the library
/// would follow them until the stack ends, which nothing can catch.
/// </summary>
internal sealed class FormGuard
{
    private const string Endless = "is a PDF whose drawings hold themselves; print it to a new PDF, or take another one";
    private const int DeepestForms = 50;

    private static readonly SearchValues<byte> InPlainNames = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("()<>[]{}/%"u8);
    private static readonly NameToken[] HowDecoded = [NameToken.Filter, NameToken.F, NameToken.DecodeParms, NameToken.Dp];

    private readonly PdfDocument _document;
    private readonly IFilterProvider _filters;
    private readonly Dictionary<IndirectReference, StreamToken> _forms = [];
    private readonly Dictionary<string, HashSet<IndirectReference>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<IndirectReference, bool> _followed = [];

    private FormGuard(PdfDocument document, IFilterProvider filters)
    {
        _document = document;
        _filters = filters;
    }

    /// <summary>Looks through the drawings of a PDF.</summary>
    /// <exception cref="UnreadableFileException">One draws itself.</exception>
    public static void Check(PdfDocument document, IFilterProvider filters)
    {
        var guard = new FormGuard(document, filters);
        guard.FindForms();
        foreach (var form in guard._forms.Keys)
        {
            guard.Follow(form, 0);
        }
    }

    /// <summary>Finds all drawings that can be reached from the catalogue, and what they are named. What a table of a damaged file lists is not all.</summary>
    private void FindForms()
    {
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<IToken>([_document.Structure.Catalog.CatalogDictionary]);
        while (open.TryPop(out var token))
        {
            if (token is IndirectReferenceToken reference)
            {
                if (!seen.Add(reference.Data))
                {
                    continue;
                }

                var (at, data) = Resolve(reference);
                if (data is StreamToken { StreamDictionary: var entries } form && entries.TryGet(NameToken.Subtype, out var subtype) && subtype is NameToken { Data: "Form" })
                {
                    _forms[at!.Value] = form;
                }

                token = data;
            }

            var dictionary = token as DictionaryToken ?? (token as StreamToken)?.StreamDictionary;
            foreach (var (name, drawing) in DrawingsNamedBy(dictionary))
            {
                if (!_named.TryGetValue(name, out var known))
                {
                    _named.Add(name, known = []);
                }

                known.Add(drawing);
            }

            foreach (var inner in dictionary?.Data.Values ?? (token as ArrayToken)?.Data ?? [])
            {
                open.Push(inner);
            }
        }
    }

    /// <summary>Follows a drawing to the end of all that it draws.</summary>
    private void Follow(IndirectReference form, int depth)
    {
        if (_followed.TryGetValue(form, out var isToItsEnd))
        {
            if (!isToItsEnd)
            {
                throw new UnreadableFileException(Endless);
            }

            return;
        }

        if (depth > DeepestForms)
        {
            throw new UnreadableFileException(Endless);
        }

        _followed.Add(form, false);
        foreach (var other in DrawnBy(form))
        {
            Follow(other, depth + 1);
        }

        _followed[form] = true;
    }

    /// <summary>The drawings that a drawing may draw, with itself only where the library would not see it.</summary>
    private HashSet<IndirectReference> DrawnBy(IndirectReference form)
    {
        if (!_forms.TryGetValue(form, out var stream))
        {
            return [];
        }

        var names = ContentOf(stream) is { } content ? NamesIn(content.Span) : null;
        var own = stream.StreamDictionary.TryGet(NameToken.Resources, out var resources)
            ? DrawingsNamedBy(Resolve(resources).Token as DictionaryToken).ToDictionary(StringComparer.Ordinal)
            : [];
        var drawn = new HashSet<IndirectReference>();
        var timesItself = 0;
        foreach (var (name, anywhere) in _named)
        {
            // What is more than letters and signs of ASCII may be spelled in more ways than one.
            if (names is not null && name.All(c => c is >= '!' and <= '~') && !names.Contains(name))
            {
                continue;
            }

            // A name that a drawing does not give itself is one of its page, whichever that is.
            if (!own.TryGetValue(name, out var one))
            {
                drawn.UnionWith(anywhere);
            }
            else if (!one.Equals(form) || ++timesItself > 1)
            {
                // The library leaves out what a drawing draws by the name that it was drawn by itself.
                drawn.Add(one);
            }
        }

        return drawn;
    }

    /// <summary>What a drawing consists of, or null where that cannot be told here.</summary>
    private Memory<byte>? ContentOf(StreamToken form)
    {
        if (HowDecoded.Any(key => form.StreamDictionary.TryGet(key, out var token) && HoldsReference(token)))
        {
            return null;
        }

        try
        {
            return form.Decode(_filters);
        }
        catch (Exception exception) when (exception is not (UnreadableFileException or OutOfMemoryException))
        {
            return null;
        }
    }

    private static bool HoldsReference(IToken token) => token switch
    {
        IndirectReferenceToken => true,
        ArrayToken array => array.Data.Any(HoldsReference),
        DictionaryToken dictionary => dictionary.Data.Values.Any(HoldsReference),
        _ => false,
    };

    /// <summary>All names that a content may give what it draws, each as it is spelled, and up to its first sign: readers disagree on where a name ends.</summary>
    private static HashSet<string> NamesIn(ReadOnlySpan<byte> content)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (content.IndexOf("Do"u8) < 0)
        {
            return names;
        }

        while (content.IndexOf((byte)'/') is >= 0 and var slash)
        {
            content = content[(slash + 1)..];
            var end = content.IndexOfAnyExceptInRange((byte)'!', (byte)'~');
            var name = content[..(end < 0 ? content.Length : end)];
            end = name.IndexOfAny(Delimiters);
            name = name[..(end < 0 ? name.Length : end)];
            names.Add(Unescape(name));
            end = name.IndexOfAnyExcept(InPlainNames);
            names.Add(Encoding.ASCII.GetString(name[..(end < 0 ? name.Length : end)]));
        }

        return names;
    }

    /// <summary>A name whose letters may be spelled as two hexadecimal digits behind a #.</summary>
    private static string Unescape(ReadOnlySpan<byte> name)
    {
        var letters = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name[(i + 1)..(i + 3)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter))
            {
                letters.Append((char)letter);
                i += 2;
            }
            else
            {
                letters.Append((char)name[i]);
            }
        }

        return letters.ToString();
    }

    /// <summary>The drawings that resources name.</summary>
    private IEnumerable<KeyValuePair<string, IndirectReference>> DrawingsNamedBy(DictionaryToken? resources)
    {
        if (resources is null || !resources.TryGet(NameToken.Xobject, out var objects) || Resolve(objects).Token is not DictionaryToken named)
        {
            yield break;
        }

        foreach (var (name, token) in named.Data)
        {
            if (Resolve(token).Reference is { } drawing)
            {
                yield return new(name, drawing);
            }
        }
    }

    /// <summary>What a token stands for, and where that is; nothing where it is damaged, which is not drawn.</summary>
    private (IndirectReference? Reference, IToken? Token) Resolve(IToken token)
    {
        IndirectReference? at = null;
        for (var i = 0; i < DeepestForms && token is IndirectReferenceToken reference; i++)
        {
            at = reference.Data;
            try
            {
                token = _document.Structure.GetObject(reference.Data).Data;
            }
            catch (Exception exception) when (exception is not (UnreadableFileException or OutOfMemoryException))
            {
                return (null, null);
            }
        }

        return (at, token);
    }
}
