using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DraftDiff.Formats.Tests.Pdf;

/// <summary>PDF files written by hand, object by object: 1 is the catalogue, 2 the pages, 3 the page, 4 what it shows, 5 a font.</summary>
internal static class PdfFile
{
    public const string Catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
    public const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    public const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>";

    /// <summary>A file with one page that shows this.</summary>
    public static byte[] Showing(string content, string resources = "") => Of([Catalogue, Pages, Page(resources), Stream(content), Font]);

    /// <summary>A page that shows object 4.</summary>
    public static string Page(string resources = "", string content = "4 0 R") =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} /Resources << /Font << /F1 5 0 R >> {resources} >> >>";

    public static string Stream(string content, string dictionary = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<< {dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream");

    /// <summary>A stream that is so many spaces when it is opened.</summary>
    public static string Bomb(int megabytes) => Stream(Packed(new string(' ', 1024 * 1024), megabytes), "/Filter /FlateDecode");

    /// <summary>A content so many times, compressed.</summary>
    public static string Packed(string content, int times = 1)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var bytes = Encoding.Latin1.GetBytes(content);
            for (var i = 0; i < times; i++)
            {
                zlib.Write(bytes);
            }
        }

        return Encoding.Latin1.GetString(packed.ToArray());
    }

    /// <summary>A line of text: where it begins, the size of its letters, and its words.</summary>
    public static string Line(double left, double height, string words, double size = 10) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {left} {height} Tm ({words.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");

    /// <summary>A file of these objects.</summary>
    public static byte[] Of(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
