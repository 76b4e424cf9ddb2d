using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DraftDiff.Formats.Pdf;

/// <summary>
/// Refuses a PDF whose drawings hold themselves by way of others, or by names that they take from their page: the library
/// would follow them until the stack ends, which nothing can catch.
/// </summary>
internal static class FormGuard
{
    private const string Endless = "is a PDF whose drawings hold themselves; print it to a new PDF, or take another one";
    private const int DeepestForms = 50;

    /// <summary>Looks through the drawings of a PDF.</summary>
    /// <exception cref="UnreadableFileException">One holds itself.</exception>
    public static void Check(PdfDocument document, IFilterProvider filters)
    {
        var held = new Dictionary<IndirectReference, List<IndirectReference>>();
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if (Resolve(document, new IndirectReferenceToken(reference)) is StreamToken form && IsForm(form))
            {
                held[reference] = HeldBy(document, form, filters);
            }
        }

        var followed = new Dictionary<IndirectReference, bool>();
        foreach (var reference in held.Keys)
        {
            Follow(reference, held, followed, 0);
        }
    }

    /// <summary>Follows a drawing to the end of all that it holds.</summary>
    private static void Follow(IndirectReference form, Dictionary<IndirectReference, List<IndirectReference>> held, Dictionary<IndirectReference, bool> followed, int depth)
    {
        if (followed.TryGetValue(form, out var isToItsEnd))
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

        followed.Add(form, false);
        foreach (var other in held.GetValueOrDefault(form) ?? [])
        {
            // The library sees a drawing that holds itself directly.
            if (!other.Equals(form))
            {
                Follow(other, held, followed, depth + 1);
            }
        }

        followed[form] = true;
    }

    private static bool IsForm(StreamToken stream) =>
        stream.StreamDictionary.TryGet(NameToken.Subtype, out var subtype) && subtype is NameToken { Data: "Form" };

    /// <summary>The drawings that a drawing's own resources name.</summary>
    private static List<IndirectReference> HeldBy(PdfDocument document, StreamToken form, IFilterProvider filters)
    {
        if (!form.StreamDictionary.TryGet(NameToken.Resources, out var token) || Resolve(document, token) is not DictionaryToken resources)
        {
            // It takes the names from its page, whichever that is.
            return Draws(form.Decode(filters).Span) ? throw new UnreadableFileException(Endless) : [];
        }

        return resources.TryGet(NameToken.Xobject, out var objects) && Resolve(document, objects) is DictionaryToken named
            ? [.. named.Data.Values.OfType<IndirectReferenceToken>().Select(each => each.Data)]
            : [];
    }

    /// <summary>True where the operator that draws stands among others.</summary>
    private static bool Draws(ReadOnlySpan<byte> content)
    {
        for (var at = content.IndexOf("Do"u8); at >= 0;)
        {
            if ((at == 0 || content[at - 1] <= ' ') && (at + 2 >= content.Length || content[at + 2] <= ' '))
            {
                return true;
            }

            var next = content[(at + 2)..].IndexOf("Do"u8);
            at = next < 0 ? -1 : at + 2 + next;
        }

        return false;
    }

    private static IToken? Resolve(PdfDocument document, IToken token)
    {
        for (var i = 0; i < DeepestForms && token is IndirectReferenceToken reference; i++)
        {
            try
            {
                token = document.Structure.GetObject(reference.Data).Data;
            }
            catch (Exception exception) when (exception is not (UnreadableFileException or OutOfMemoryException))
            {
                // What is damaged is not drawn.
                return null;
            }
        }

        return token;
    }
}
