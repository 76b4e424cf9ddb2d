using System.Text;
using DraftDiff.Syntax;

namespace DraftDiff.Versioning;

/// <summary>
/// A unit's text as it is stored: its words on one line with each footnote mark in its place, as <c>[^id]</c> with the id
/// of the footnote, or with the printed number where the document has no such note or keeps no id of it. <c>[^</c> among the words is
/// written <c>\[^</c>; backslashes right before a mark or before <c>[^</c> are written twice.
/// </summary>
internal static class MarkedText
{
    private const string Start = "[^";

    /// <summary>The stored text of a unit, without the end of the line.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="idOf">The id of a footnote by its label.</param>
    public static string Of(Unit unit, IReadOnlyDictionary<string, string> idOf)
    {
        var text = new StringBuilder(unit.Words.Length);
        var position = 0;
        foreach (var mark in unit.Marks)
        {
            AppendWords(text, unit.Words[position..mark.At]);
            DoubleBackslashes(text, mark.At - position);
            position = mark.At;
            text.Append(Start).Append(mark.Note is { } note && idOf.TryGetValue(note, out var id) ? id : mark.Number).Append(']');
        }

        AppendWords(text, unit.Words[position..]);
        return text.ToString();
    }

    /// <summary>The words of a stored text, and its marks: the id or number that each names, and where in the words it stands.</summary>
    public static (string Words, IReadOnlyList<(string Name, int At)> Marks) Parse(string stored)
    {
        var words = new StringBuilder(stored.Length);
        var marks = new List<(string, int)>();
        var rest = stored.AsSpan();
        while (rest.IndexOf(Start) is >= 0 and var at)
        {
            var backslashes = at - rest[..at].TrimEnd('\\').Length;
            words.Append(rest[..(at - backslashes)]).Append('\\', backslashes / 2);
            if (backslashes % 2 == 0 && rest[at..].IndexOf(']') is > 0 and var end)
            {
                marks.Add((rest.Slice(at + Start.Length, end - Start.Length).ToString(), words.Length));
                rest = rest[(at + end + 1)..];
            }
            else
            {
                words.Append(Start);
                rest = rest[(at + Start.Length)..];
            }
        }

        words.Append(rest);
        return (words.ToString(), marks);
    }

    private static void AppendWords(StringBuilder text, ReadOnlySpan<char> words)
    {
        while (words.IndexOf(Start) is >= 0 and var at)
        {
            text.Append(words[..at]);
            DoubleBackslashes(text, at);
            text.Append('\\').Append(Start);
            words = words[(at + Start.Length)..];
        }

        text.Append(words);
    }

    // Writes those that a text ends with once more, as far as they are among the last words.
    private static void DoubleBackslashes(StringBuilder text, int length)
    {
        var count = 0;
        while (count < length && text[text.Length - 1 - count] == '\\')
        {
            count++;
        }

        text.Append('\\', count);
    }
}
