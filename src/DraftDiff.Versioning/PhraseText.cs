namespace DraftDiff.Versioning;

/// <summary>Texts as a person may type them: quotation marks, apostrophes, dashes and spaces of any kind are those of a keyboard.</summary>
internal static class PhraseText
{
    /// <summary>A text so written, each character in its place.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = Fold(source[i]);
        }
    });

    private static char Fold(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u2032' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2033' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };
}
