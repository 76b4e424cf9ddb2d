using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DraftDiff.Formats.Pdf;

/// <summary>Reads what the pages of a PDF show.</summary>
internal static class PdfPages
{
    /// <summary>What is said of a file that is not what it should be.</summary>
    public const string Damaged = "is a damaged PDF; open it in a viewer and print it to a new one";

    private const int MostPages = 2000;
    private const int MostLetters = 3_000_000;
    private const int DeepestForms = 50;

    /// <summary>Reads the pages of a PDF, in their order.</summary>
    /// <exception cref="UnreadableFileException">It is no PDF, or an encrypted, a damaged or a hostile one.</exception>
    public static List<PrintedPage> Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var filters = new BoundedFilters();
            var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = DeepestForms, FilterProvider = filters };
            using var document = PdfDocument.Open(bytes.ToArray(), options);
            if (document.NumberOfPages > MostPages)
            {
                throw new UnreadableFileException($"is a PDF of more than {MostPages} pages; check that it is a draft, or divide it");
            }

            FormGuard.Check(document, filters);
            var pages = new List<PrintedPage>();
            var letters = 0;
            var damaged = 0;
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                var found = document.GetPage(number);

                // In place of a page that it does not find the library gives an empty one.
                var page = PrintedPage.Of(found) with { IsDamaged = filters.Damaged > damaged || found.Dictionary.Data.Count == 0 };
                damaged = filters.Damaged;
                letters += page.Glyphs.Count;
                if (letters > MostLetters)
                {
                    throw new UnreadableFileException("is a PDF with more letters than a draft has; check that it is one, or divide it");
                }

                pages.Add(page);
            }

            return pages;
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new UnreadableFileException("is an encrypted PDF; open it with its password and print it to a new PDF", exception);
        }
        catch (Exception exception) when (exception is not (UnreadableFileException or OutOfMemoryException))
        {
            // The library throws whatever its parts do where a file is not what it should be.
            throw new UnreadableFileException(Damaged, exception);
        }
    }
}
