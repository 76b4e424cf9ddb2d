using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using DraftDiff.Languages;
using DraftDiff.Syntax;
using Microsoft.Playwright;

namespace DraftDiff.Formats.Tests.Pdf;

/// <summary>How a draft is printed.</summary>
/// <param name="Width">The width of the page in millimetres.</param>
/// <param name="Height">Its height in millimetres.</param>
/// <param name="Margin">The margin beside the text in millimetres.</param>
/// <param name="Size">The size of the letters in points.</param>
/// <param name="Leading">How far lines stand below each other, in sizes of the letters.</param>
/// <param name="Gap">The space above a paragraph, in sizes of the letters.</param>
/// <param name="Indent">How far the first line of a paragraph stands in, in sizes of the letters.</param>
/// <param name="Hangs">True where all lines of a paragraph stand behind its label.</param>
/// <param name="IsJustified">True where lines are as wide as the page.</param>
/// <param name="IsHyphenated">True where words are divided at the end of a line.</param>
/// <param name="HasTypedRule">True where the rule above footnotes is typed, false where it is drawn.</param>
/// <param name="HasHead">True where pages print the symbol and their number at the top and a job number at the bottom.</param>
internal sealed record PrintStyle(
    double Width = 210,
    double Height = 297,
    double Margin = 35,
    double Size = 10,
    double Leading = 1.2,
    double Gap = 0.6,
    double Indent = 2.4,
    bool Hangs = false,
    bool IsJustified = true,
    bool IsHyphenated = false,
    bool HasTypedRule = false,
    bool HasHead = true)
{
    /// <summary>The styles that documents are printed in.</summary>
    public static readonly Gen<PrintStyle> Any =
        from isLetter in Gen.Bool
        from margin in Gen.Double[25, 45]
        from size in Gen.Double[9, 12.5]
        from leading in Gen.Double[1.15, 1.6]
        from gap in Gen.Double[0.35, 1]
        from hangs in Gen.Bool
        from isJustified in Gen.Bool
        from hasTypedRule in Gen.Bool
        from hasHead in Gen.Bool
        select new PrintStyle(
            isLetter ? 216 : 210, isLetter ? 279 : 297, margin, size, leading, gap, Hangs: hangs, IsJustified: isJustified, HasTypedRule: hasTypedRule, HasHead: hasHead);
}

/// <summary>
/// Sets a draft as a page for a browser to print: its paragraphs divided among pages line by line, the footnotes of a page at its
/// bottom below a rule, and what pages add around them.
/// </summary>
internal static class PrintedDraft
{
    // Cuts the paragraphs into words, sees on which lines they come to stand, and fills page after page with lines.
    private const string Paginate = """
        const source = document.getElementById('source'), notes = document.getElementById('notes');
        const pageHeight = PAGE_HEIGHT, template = document.getElementById('page');
        const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
        let page, body, block, room, used, taken;
        const heightOf = new Map();
        for (const note of [...notes.children]) heightOf.set(note.dataset.note, note.getBoundingClientRect().height);
        function open() {
          page = template.content.cloneNode(true).firstElementChild;
          document.body.append(page);
          const number = document.querySelectorAll('section').length;
          page.querySelectorAll('.number').forEach(each => each.textContent = number);
          if (number === 1) page.querySelectorAll('.head').forEach(each => each.textContent = '');
          body = page.querySelector('.body'); block = page.querySelector('.notes');
          room = pageHeight; used = 0; taken = new Set();
        }
        const printed = new Set();
        function needs(marks) {
          let height = 0;
          for (const mark of marks) if (!printed.has(mark) && heightOf.has(mark)) height += heightOf.get(mark);
          return height;
        }
        function print(marks) {
          for (const mark of marks) {
            if (printed.has(mark) || !heightOf.has(mark)) continue;
            if (taken.size === 0) { block.style.visibility = 'visible'; room -= RULE_HEIGHT; }
            printed.add(mark); taken.add(mark); room -= heightOf.get(mark);
            block.append(notes.querySelector(`[data-note="${mark}"]`));
          }
        }
        function cut(paragraph) {
          for (const text of [...paragraph.childNodes].flatMap(node => node.nodeType === 3 ? [node] : node.tagName === 'I' || node.tagName === 'B' ? [...node.childNodes] : [])) {
            const words = document.createDocumentFragment();
            for (const word of text.data.match(/\s+|[^\s]+/g) ?? []) {
              const pieces = han.test(word) ? word.match(/[《（“(]*.[》）”，。；：、)]*/gu) : [word];
              for (const piece of pieces) {
                const span = document.createElement('span');
                span.textContent = piece; words.append(span);
              }
            }
            text.replaceWith(words);
          }
        }
        function linesOf(paragraph) {
          const lines = [];
          for (const word of paragraph.querySelectorAll('span, sup')) {
            const box = [...word.getClientRects()];
            const bottom = box.length ? box[box.length - 1].bottom : 0;
            const top = box.length ? box[box.length - 1].top : 0;
            const line = lines[lines.length - 1];
            if (word.tagName === 'SUP' && line) { line.words.push(word); line.marks.push(word.dataset.note); continue; }
            if (!line || top > line.bottom - 2) lines.push({ top, bottom, words: [word], marks: [] });
            else { line.words.push(word); line.bottom = Math.max(line.bottom, bottom); }
          }
          return lines;
        }
        document.fonts.ready.then(() => {
          open();
          const marked = new Set([...source.querySelectorAll('sup')].map(mark => mark.dataset.note));
          print(new Set([...notes.children].map(note => note.dataset.note).filter(note => !marked.has(note))));
          for (const paragraph of [...source.children]) {
            cut(paragraph);
            let rest = paragraph;
            while (rest) {
              body.append(rest);
              const top = body.getBoundingClientRect().top;
              const lines = linesOf(rest);
              let fits = 0, marks = [];
              for (const line of lines) {
                const more = needs(new Set([...marks, ...line.marks].filter(Boolean)));
                const rule = more > 0 && taken.size === 0 ? RULE_HEIGHT : 0;
                if (line.bottom - top + 2 > room - more - rule) break;
                marks.push(...line.marks.filter(Boolean)); fits++;
              }
              if (fits === lines.length || (fits === 0 && body.children.length === 1)) { print(new Set(marks)); rest = null; break; }
              if (fits === 0) { rest.remove(); const whole = rest; open(); rest = whole; continue; }
              const first = lines[fits].words[0];
              const continued = rest.cloneNode(false);
              continued.classList.add('continued');
              const range = document.createRange();
              range.setStartBefore(first); range.setEndAfter(rest.lastChild);
              continued.append(range.extractContents());
              continued.querySelectorAll('.label').forEach(each => each.remove());
              rest.classList.add('cut');
              print(new Set(marks));
              open();
              rest = continued;
            }
          }
          source.remove(); notes.remove();
          document.body.dataset.done = 'true';
        });
        """;

    /// <summary>Prints a draft to a PDF.</summary>
    public static async Task<byte[]> PrintAsync(Browser.Tests.Browser browser, DraftTree tree, PrintStyle style)
    {
        await using var open = await browser.OpenAsync(Of(tree, style));
        await open.Page.WaitForSelectorAsync("body[data-done]");
        return await open.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
    }

    /// <summary>The page of a draft.</summary>
    private static string Of(DraftTree tree, PrintStyle style)
    {
        var conventions = DraftingConventions.For(tree.Language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{tree.Language}\" dir=\"{(conventions.IsRightToLeft ? "rtl" : "ltr")}\"><meta charset=\"utf-8\"><style>{StyleOf(style, conventions)}</style>");
        html.Append("<template id=\"page\"><section><div class=\"top\">");
        html.Append(style.HasHead ? $"<span class=\"head\">{WebUtility.HtmlEncode(tree.Masthead.Symbol?.ToString() ?? "A/C.9/99/L.9")}</span>" : "");
        html.Append("</div><div class=\"body\"></div><div class=\"foot\"><div class=\"notes\">");
        html.Append(style.HasTypedRule ? "<div class=\"typed\">__________________</div>" : "<div class=\"rule\"></div>").Append("</div>");
        html.Append(style.HasHead ? "<div class=\"bottom\"><span>17-99999</span><span><span class=\"number\"></span>/9</span></div>" : "<div class=\"bottom\"><span class=\"number\"></span></div>");
        html.Append("</div></section></template><div id=\"source\">");
        foreach (var unit in tree.Units.Where(unit => unit.Section != Section.Footnotes))
        {
            html.Append(ParagraphOf(unit, tree));
        }

        html.Append("</div><div id=\"notes\">");
        foreach (var unit in tree.Units.Where(unit => unit.Section == Section.Footnotes))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\" data-note=\"{unit.Label}\"><sup>{unit.Printed}</sup> {Words(unit, 0)}</p>");
        }

        // A page leaves its margins and what stands in them.
        var height = (style.Height - 70) * 96 / 25.4;
        return html.Append("</div><script>")
            .Append(Paginate.Replace("PAGE_HEIGHT", height.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("RULE_HEIGHT", "30", StringComparison.Ordinal))
            .Append("</script></html>").ToString();
    }

    private static string StyleOf(PrintStyle style, DraftingConventions conventions) => string.Create(CultureInfo.InvariantCulture, $$"""
        @page { size: {{style.Width}}mm {{style.Height}}mm; margin: 0; }
        body { margin: 0; font: {{style.Size}}pt/{{style.Leading}} {{(conventions.IsHan ? "'Noto Serif CJK SC', serif" : conventions.IsRightToLeft ? "'Noto Naskh Arabic', 'DejaVu Sans', serif" : "'Liberation Serif', 'Times New Roman', serif")}}; }
        section { position: relative; width: {{style.Width}}mm; height: {{style.Height - 0.1}}mm; overflow: hidden; break-after: page; box-sizing: border-box; padding: 30mm {{style.Margin}}mm; }
        #source, #notes { width: {{style.Width - (2 * style.Margin)}}mm; }
        .top { position: absolute; top: 15mm; inset-inline: {{style.Margin}}mm; font-weight: bold; font-size: .85em; }
        .foot { position: absolute; bottom: 15mm; inset-inline: {{style.Margin}}mm; }
        .bottom { display: flex; justify-content: space-between; font-size: .8em; padding-top: 5mm; }
        .notes { visibility: hidden; font-size: .8em; }
        .notes .rule { width: 40mm; border-top: .5pt solid black; margin-bottom: 4pt; }
        p { margin: 0; padding-top: {{style.Gap}}em; text-align: {{(style.IsJustified ? "justify" : "start")}}; hyphens: {{(style.IsHyphenated ? "auto" : "manual")}}; }
        .note { font-size: {{style.Size * 0.8}}pt; padding-top: 0; text-align: start; }
        .notes .note { font-size: 1em; }
        p.field { text-align: start; }
        p.title { font-weight: bold; font-size: 1.3em; text-align: start; }
        p.heading { font-weight: bold; text-align: center; }
        p.text { {{(style.Hangs ? "" : $"text-indent: {style.Indent}em;")}} }
        p.text.numbered { {{(style.Hangs ? "padding-inline-start: 3em; text-indent: -3em;" : "")}} }
        p.deep1 { margin-inline-start: {{(style.Hangs ? 3 : 0)}}em; }
        p.deep2 { margin-inline-start: {{(style.Hangs ? 6 : 0)}}em; }
        .label { display: inline-block; min-width: 3em; text-indent: 0; text-align: start; text-align-last: start; }
        p.continued { text-indent: 0; padding-top: 0; }
        {{(style.Hangs ? "p.text.numbered.continued { text-indent: 0; }" : "")}}
        p.cut { text-align-last: {{(style.IsJustified ? "justify" : "auto")}}; }
        sup { font-size: .6em; line-height: 0; vertical-align: super; }
        """);

    private static string ParagraphOf(Unit unit, DraftTree tree)
    {
        var depth = Math.Min(unit.DepthIn(tree.Units), 2);
        var kind = unit.Section switch
        {
            Section.Masthead or Section.Closing or Section.Opening => "field",
            Section.Title => "title",
            Section.Heading => "heading",
            _ when unit.Printed is null => $"text deep{depth}",
            _ => $"text numbered deep{depth}",
        };
        var label = unit.Printed is { } printed ? $"<span class=\"label\">{WebUtility.HtmlEncode(printed)}</span>" : "";
        var direction = DraftingConventions.For(tree.Language).IsRightToLeft && !unit.Text.Any(c => c is >= '\u0600' and <= '\u06FF') ? " dir=\"ltr\"" : "";
        return $"<p class=\"{kind}\"{direction}>{label}{Words(unit, OpeningWords.LengthOf(unit, tree.Language))}</p>";
    }

    private static string Words(Unit unit, int italics)
    {
        var html = new StringBuilder();
        var position = 0;
        foreach (var mark in (ImmutableArray<Mark>)[.. unit.Marks.OrderBy(mark => mark.At)])
        {
            Append(mark.At);
            html.Append(CultureInfo.InvariantCulture, $"<sup data-note=\"{mark.Note}\">{mark.Number}</sup>");
        }

        Append(unit.Text.Length);
        return html.ToString();

        void Append(int end)
        {
            if (position < Math.Min(end, italics))
            {
                html.Append("<i>").Append(WebUtility.HtmlEncode(unit.Text[position..Math.Min(end, italics)])).Append("</i>");
                position = Math.Min(end, italics);
            }

            html.Append(WebUtility.HtmlEncode(unit.Text[position..end]));
            position = end;
        }
    }
}
