namespace DraftDiff.Rendering;

/// <summary>How many words a text has, as drafters count: a Han character is one, and so is what stands between spaces.</summary>
internal static class WordCount
{
    /// <summary>The words of a text; punctuation alone is none.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        var isInWord = false;
        foreach (var c in text)
        {
            if (Punctuation.IsEastAsian(c))
            {
                count += char.IsLetter(c) || char.IsHighSurrogate(c) ? 1 : 0;
                isInWord = false;
            }
            else if (c == ' ')
            {
                isInWord = false;
            }
            else if (!isInWord && char.IsLetterOrDigit(c))
            {
                count++;
                isInWord = true;
            }
        }

        return count;
    }
}
