using CsCheck;

namespace DraftDiff.Tests.Syntax;

/// <summary>Layouts to try.</summary>
internal static class PageStyles
{
    // A label needs room for a word behind it. A running head that stands once, and beside nothing else of the page, could be a line of the text.
    public static readonly Gen<PageStyle> Any =
        from width in Gen.Int[40, 100]
        from lines in Gen.Int[6, 60]
        from blank in Gen.Bool
        from indents in Gen.Bool
        from raised in Gen.Bool
        from hasHead in Gen.Bool
        from numbers in Gen.Bool
        from links in Gen.Bool
        from formFeeds in Gen.Bool
        from margin in Gen.Int[0, 2].Select(step => step * 4)
        from glue in Gen.Enum<Glue>()
        from hyphens in Gen.Int[0, 2]
        from soft in Gen.Bool
        select new PageStyle(
            width, lines, blank, indents, raised, hasHead && (numbers || links) ? "A/C.2/72/L.999/Rev.1" : null, numbers, links, formFeeds, margin, glue, hyphens, soft);

    /// <summary>A paragraph on each line, as where text is pasted from a word processor.</summary>
    public static readonly PageStyle Pasted = new(1_000_000, 1_000_000, BlankLines: false, Indents: false, RaisedMarks: false, OneLine: true);
}
