using System.Collections.Immutable;
using DraftDiff.Differencing;

namespace DraftDiff.Rendering;

/// <summary>
/// A redline in Markdown, for a message or a discussion: deleted words struck out, inserted ones in bold (GitHub's
/// dialect, of which CommonMark is all but the striking out).
/// </summary>
public static class MarkdownRenderer
{
    /// <summary>Writes the redline.</summary>
    /// <param name="comparison">The two documents and what changed.</param>
    /// <param name="showAll">True to show what is otherwise folded.</param>
    /// <param name="output">Where to.</param>
    /// <param name="paragraph">The label of the one paragraph to show, with its subparagraphs; null to show all.</param>
    /// <exception cref="ArgumentException">Neither document has that paragraph.</exception>
    public static void Render(DraftComparison comparison, bool showAll, TextWriter output, string? paragraph = null) =>
        MessageRedline.Write(comparison, showAll, new MarkdownFormat(output), paragraph);

    private sealed class MarkdownFormat(TextWriter output) : IMessageFormat
    {
        private bool _isBegun;

        public void WriteHeading(int level, string text) => WriteBlock($"#{new string('#', level)} {MarkdownText.Escape(text)}");

        public void WriteTitle(string text) => WriteBlock($"**{MarkdownText.Escape(text)}**");

        public void WriteItems(IReadOnlyList<string> lines)
        {
            if (lines.Count > 0)
            {
                WriteBlock([.. lines.Select(line => $"- {MarkdownText.Escape(line)}")]);
            }
        }

        public void WriteChange(string label, string kinds) => WriteBlock($"**{MarkdownText.Escape(label)}**: {MarkdownText.Escape(kinds)}");

        public void WriteWords(string? label, ImmutableArray<WordEdit> edits) => WriteBlock(label is null
            ? $"> {MarkdownText.Of(edits)}"
            : $"> **{MarkdownText.Escape(label)}** {MarkdownText.Of(edits)}");

        public void WriteNote(string text) => WriteBlock(MarkdownText.Escape(RightToLeft.Bare(text)));

        // A blank line stands between blocks.
        private void WriteBlock(params ReadOnlySpan<string> lines)
        {
            if (_isBegun)
            {
                output.WriteLine();
            }

            _isBegun = true;
            foreach (var line in lines)
            {
                output.WriteLine(line);
            }
        }
    }
}
