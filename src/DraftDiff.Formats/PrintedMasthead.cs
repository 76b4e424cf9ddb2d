using DraftDiff.Syntax;
using DraftDiff.Text;

namespace DraftDiff.Formats;

/// <summary>What the source of a draft prints in its masthead and the words of its fields leave out.</summary>
internal static class PrintedMasthead
{
    /// <summary>The stars that a field is marked with; empty where it has none, or has them among its words.</summary>
    public static string StarsOf(Unit field, SourceText source)
    {
        if (field.Section != Section.Masthead || field.Span.End > source.Length || field.Text.Contains('*', StringComparison.Ordinal))
        {
            return "";
        }

        var printed = source.Slice(field.Span);
        var first = printed.IndexOf('*');
        return first < 0 ? "" : new string('*', printed[first..].IndexOfAnyExcept('*') is >= 0 and var end ? end : printed.Length - first);
    }

    /// <summary>
    /// What stands between two fields of one line, as between the sponsors and what they propose; null where they are lines of
    /// their own.
    /// </summary>
    public static string? Between(Unit field, Unit next, SourceText source)
    {
        if (field.Section != Section.Masthead || next.Section != Section.Masthead || field.Span.End > next.Span.Start || next.Span.Start > source.Length)
        {
            return null;
        }

        var between = source.Content.AsSpan(field.Span.End, next.Span.Start - field.Span.End).Trim();
        return between is not (":" or "：") || field.Text.AsSpan().EndsWith(between, StringComparison.Ordinal) ? null
            : between is ":" ? ": "
            : "：";
    }
}
