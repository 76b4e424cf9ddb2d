using System.Text;

namespace DraftDiff.Text;

/// <summary>
/// Folds the forms in which fonts draw letters to the letters: presentation forms of Arabic (ﻣ to م), ligatures (ﬁ to fi),
/// and the radicals that fonts of Chinese have in place of characters (⼆ to 二). PDF files hold them, since their fonts give
/// one code for each shape. Nothing else is folded: raised digits and full-width forms say something of their own.
/// </summary>
/// <remarks>
/// The foldings are compatibility decompositions of the Unicode Character Database, without the space that carries a mark
/// alone; those of the CJK radicals that have none come from its file EquivalentUnifiedIdeograph.txt.
/// </remarks>
public static partial class CompatibilityForms
{
    /// <summary>The text with its forms folded; the same string where it has none.</summary>
    public static string Fold(string text)
    {
        var first = 0;
        while (first < text.Length && !MayBeForm(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        folded.Append(text, 0, first);
        foreach (var c in text.AsSpan(first))
        {
            var index = MayBeForm(c) ? Forms.BinarySearch(c) : -1;
            if (index < 0)
            {
                folded.Append(c);
            }
            else
            {
                folded.Append(Letters[Starts[index]..Starts[index + 1]]);
            }
        }

        return folded.ToString();
    }

    private static bool MayBeForm(char c) => c is (>= '\u2E80' and <= '\u2FDF') or (>= '\uFB00' and <= '\uFEFC');
}
