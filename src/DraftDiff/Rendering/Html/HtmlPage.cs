using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DraftDiff.Rendering.Html;

/// <summary>
/// A page in one file: its style and its script stand in it, and its content security policy allows these two alone, by
/// their hashes. It asks the network for nothing.
/// </summary>
internal static class HtmlPage
{
    /// <summary>Writes a page.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="title">What a browser calls it.</param>
    /// <param name="language">The code of the language of the drafts in it.</param>
    /// <param name="fromTheRight">True where that is read from the right.</param>
    /// <param name="hasScript">False where the page needs none.</param>
    /// <param name="writeBody">Writes what is seen.</param>
    public static void Write(TextWriter output, string title, string language, bool fromTheRight, bool hasScript, Action<HtmlWriter> writeBody)
    {
        var (style, script) = (Resource("page.css"), hasScript ? Resource("redline.js") : null);
        var html = new HtmlWriter(output, language, fromTheRight);
        output.Write("<!DOCTYPE html>\n");
        html.Open("html", ("lang", language), ("dir", HtmlWriter.Direction(fromTheRight)))
            .Open("head").Line()
            .Void("meta", ("charset", "utf-8")).Line()
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", PolicyOf(style, script))).Line()
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line()
            .Void("meta", ("name", "color-scheme"), ("content", "light dark")).Line()
            .Void("link", ("rel", "icon"), ("href", "data:,")).Line()
            .Void("meta", ("name", "generator"), ("content", "DraftDiff")).Line()
            .Element("title", title).Line()
            .Raw("style", style).Line()
            .Close()
            .Open("body").Line();
        writeBody(html);
        if (script is not null)
        {
            html.Raw("script", script, ("type", "module")).Line();
        }

        html.Close().Close().Line();
    }

    /// <summary>The link to the element with an id.</summary>
    public static string LinkTo(string id) => "#" + Uri.EscapeDataString(id);

    private static string PolicyOf(string style, string? script) =>
        $"default-src 'none'; img-src data:; style-src {SourceOf(style)}; script-src {(script is null ? "'none'" : SourceOf(script))}; base-uri 'none'; form-action 'none'";

    // Content Security Policy Level 3, 2.3.1: the Base64 of the hash of the element's content.
    private static string SourceOf(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // HTML reads every line end as LF, and hashes what it has read.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
