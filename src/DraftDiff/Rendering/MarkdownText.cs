using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DraftDiff.Differencing;

namespace DraftDiff.Rendering;

/// <summary>Words as Markdown, with nothing in them taken for Markdown or HTML.</summary>
internal static class MarkdownText
{
    /// <summary>The edits of a paragraph, deleted words between <c>~~</c>, inserted ones between <c>**</c>.</summary>
    public static string Of(ImmutableArray<WordEdit> edits)
    {
        var runs = Join(edits);
        var markdown = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            var (operation, text) = runs[i];
            if (operation == EditOperation.Equal)
            {
                markdown.Append(text);
                continue;
            }

            // What follows is words or, where it is an edit too, the mark that opens it.
            var before = markdown.Length == 0 ? ' ' : markdown[^1];
            var after = i + 1 == runs.Count ? ' ' : runs[i + 1].Operation == EditOperation.Equal ? runs[i + 1].Text[0] : '*';
            var (mark, tag) = operation == EditOperation.Delete ? ("~~", "del") : ("**", "strong");
            markdown.Append(CanOpenAndClose(before, text, after) ? $"{mark}{text}{mark}" : $"<{tag}>{text}</{tag}>");
        }

        return markdown.ToString();
    }

    /// <summary>A text that may stand anywhere in a line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in VisibleText.Of(text))
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '$' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static List<(EditOperation Operation, string Text)> Join(ImmutableArray<WordEdit> edits)
    {
        var runs = new List<(EditOperation Operation, string Text)>();
        foreach (var edit in edits)
        {
            var text = Escape(edit.Text);
            if (runs.Count == 0)
            {
                runs.Add((edit.Operation, EscapeStart(text)));
            }
            else if (runs[^1].Operation == edit.Operation)
            {
                runs[^1] = (edit.Operation, runs[^1].Text + text);
            }
            else
            {
                runs.Add((edit.Operation, text));
            }
        }

        return runs;
    }

    /// <summary>A text that may begin a line: not taken for an item of a list or the rule under a heading.</summary>
    private static string EscapeStart(string text)
    {
        var digits = text.Length - text.AsSpan().TrimStart("0123456789").Length;
        var isItem = digits < text.Length && (text[digits] is '.' or ')' ? digits > 0 : digits == 0 && text[0] is '-' or '+' or '=');
        return isItem ? $"{text[..digits]}\\{text[digits..]}" : text;
    }

    /// <summary>
    /// True where marks around a text are marks to Markdown, which asks that spaces or punctuation stand outside of them
    /// wherever punctuation stands inside (CommonMark 6.2, left- and right-flanking). Between Han characters, where words
    /// have no spaces, that is often not so.
    /// </summary>
    private static bool CanOpenAndClose(char before, string text, char after) =>
        text[0] != ' '
        && text[^1] != ' '
        && (!IsPunctuation(text[0]) || before == ' ' || IsPunctuation(before))
        && (!IsPunctuation(text[^1]) || after == ' ' || IsPunctuation(after));

    private static bool IsPunctuation(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
        or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol;
}
