using DraftDiff.Syntax;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DraftDiff.Formats.Pdf;

/// <summary>Reads PDF files to drafts.</summary>
public static class PdfReader
{
    private const int MostPages = 2000;
    private const int MostLetters = 20_000_000;
    private const int DeepestForms = 50;

    /// <summary>Reads a PDF. Its text is what its pages show, line by line; the tree is over that text.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="language">The code of its language; told from the text where it is not given.</param>
    /// <exception cref="UnreadableFileException">It is no PDF, or an encrypted, a damaged or a hostile one.</exception>
    public static DraftTree Read(string name, ReadOnlyMemory<byte> bytes, string? language = null) =>
        PdfTextWriter.Parse(ReadPages(bytes), name, language);

    private static List<PrintedPage> ReadPages(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = DeepestForms, FilterProvider = new BoundedFilters() });
            if (document.NumberOfPages > MostPages)
            {
                throw new UnreadableFileException($"is a PDF of more than {MostPages} pages; check that it is a draft, or divide it");
            }

            var pages = new List<PrintedPage>();
            var letters = 0;
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                var page = PrintedPage.Of(document.GetPage(number));
                letters += page.Glyphs.Count;
                if (letters > MostLetters)
                {
                    throw new UnreadableFileException("is a PDF with more letters than a draft has; check that it is one, or divide it");
                }

                pages.Add(page);
            }

            return pages;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableFileException("is an encrypted PDF; open it with its password and print it to a new PDF");
        }
        catch (Exception exception) when (exception is not (UnreadableFileException or OutOfMemoryException))
        {
            // The library throws what its parts throw where a file is not what it should be.
            throw new UnreadableFileException("is a damaged PDF; open it in a viewer and print it to a new one");
        }
    }
}
