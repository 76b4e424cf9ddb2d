using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Syntax;

/// <summary>Drafts that a typesetter can set and a reader can tell in any layout.</summary>
internal static class PlainDrafts
{
    private static readonly string[] Ambiguous = ["- ", " -", " ,", "/ ", " (a) ", " (i) ", "No. ", " v. "];

    /// <summary>True for a text of paragraphs and subparagraphs in order and a short closing, with nothing that counts anew.</summary>
    public static bool IsPlain(DraftTree tree) =>
        tree.Units.All(unit => unit.Section is not (Section.Annex or Section.Heading or Section.Unrecognized) && unit.Label.IndexOfAny(['~', '/', '+', '.']) < 0)
        && tree.Units.Count(unit => unit.Section == Section.Opening) == 1
        && tree.Units.Count(unit => unit.Section is Section.Preamble or Section.Operative) > 10
        && tree.Units.All(unit => unit.Section != Section.Closing || unit.Text.Length < 40)
        && tree.Diagnostics.IsEmpty
        && !tree.Units.Any(unit => unit.Section is Section.Preamble or Section.Operative && IsAmbiguous(unit.Text, DraftingConventions.For(tree.Language)));

    /// <summary>
    /// True for words that can be told from a paragraph's beginning or end only as long as no line ends in them: a letter or
    /// an opening word in a sentence, a space beside a hyphen, an abbreviation.
    /// </summary>
    public static bool IsAmbiguous(string text, DraftingConventions conventions) =>
        char.IsLetter(text[^1])
        || Ambiguous.Any(piece => text.Contains(piece, StringComparison.Ordinal))
        || Enumerable.Range(0, text.Length).Any(at =>
            text.AsSpan(at).StartsWith(", ") && at + 2 < text.Length && char.IsUpper(text[at + 2])
            && (OpeningWords.ArePreambular(text.AsSpan(at + 2), conventions) || OpeningWords.AreOperative(text.AsSpan(at + 2), conventions)));
}
