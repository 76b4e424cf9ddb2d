using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DraftDiff.Differencing;

namespace DraftDiff.Rendering;

/// <summary>Draws changes one below the other: a line that says what each is, and its words.</summary>
internal sealed class ChangeBlocks(TerminalCanvas canvas, ChangeDescription description, bool sideBySide, bool showAll)
{
    // The words of each change are put into it in their turn.
    private readonly List<StyledText> _words = [];

    // Words stand in from the labels, but not at the cost of a narrow page.
    private readonly string _indent = new(' ', Math.Clamp(canvas.Width / 10, 1, 4));

    /// <summary>Draws changes in full.</summary>
    public void Write(ImmutableArray<Change> changes)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            if (i > 0)
            {
                canvas.WriteBlankLine();
            }

            Write(changes[i]);
        }
    }

    private void Write(Change change)
    {
        WriteHead(change);
        WriteWords(change);
        foreach (var note in description.NotesOf(change, showAll))
        {
            canvas.WriteHanging(new StyledText(_indent, TextStyle.Plain), [new StyledText(note, TextStyle.Faint)]);
        }
    }

    private void WriteHead(Change change)
    {
        var (sign, style) = SignOf(change);
        canvas.WriteHanging(
            new StyledText(sign, style),
            [
                new StyledText(ChangeDescription.LabelOf(change), TextStyle.Strong),
                new StyledText("  ", TextStyle.Plain),
                new StyledText(description.KindsOf(change), TextStyle.Plain),
            ]);
    }

    private void WriteWords(Change change)
    {
        var fromTheRight = RightToLeft.Reads((change.New.IsEmpty ? change.Old : change.New)[0].Words);
        if (sideBySide)
        {
            var left = Redline.PartsOf(change, RedlineSide.Old, !showAll).Select(Words);
            var right = Redline.PartsOf(change, RedlineSide.New, !showAll).Select(Words);
            canvas.WriteColumns(_indent.Length, fromTheRight, left, right);
            return;
        }

        foreach (var part in Redline.PartsOf(change, RedlineSide.Both, !showAll))
        {
            var lead = part.Label is null
                ? new StyledText(_indent, TextStyle.Plain)
                : new StyledText($"{_indent}{part.Label}  ", TextStyle.Strong);
            _words.Clear();
            foreach (var edit in part.Edits)
            {
                _words.Add(Styled(edit, canvas.HasColor));
            }

            canvas.WriteHanging(lead, CollectionsMarshal.AsSpan(_words), fromTheRight);
        }

        StyledText[] Words(RedlinePart part) => part.Label is null
            ? Styled(part.Edits, canvas.HasColor)
            : [new StyledText($"{part.Label}  ", TextStyle.Strong), .. Styled(part.Edits, canvas.HasColor)];
    }

    /// <summary>The edits of words, with marks where no colour tells them apart.</summary>
    public static StyledText[] Styled(ImmutableArray<WordEdit> edits, bool hasColor) => [.. edits.Select(edit => Styled(edit, hasColor))];

    private static StyledText Styled(WordEdit edit, bool hasColor)
    {
        var text = VisibleText.Of(edit.Text);
        var follows = edit.Consequence is not null;
        var (style, open, close) = edit.Operation switch
        {
            EditOperation.Delete => (follows ? TextStyle.DeletedInConsequence : TextStyle.Deleted, "[-", "-]"),
            EditOperation.Insert => (follows ? TextStyle.InsertedInConsequence : TextStyle.Inserted, "{+", "+}"),
            _ => (TextStyle.Plain, "", ""),
        };
        return hasColor ? new StyledText(text, style) : new StyledText(text, style, open, close);
    }

    private static (string Sign, TextStyle Style) SignOf(Change change) => change.Kind switch
    {
        ChangeKind.Inserted => ("+ ", TextStyle.Added),
        ChangeKind.Deleted => ("- ", TextStyle.Removed),
        ChangeKind.Unchanged => (change.Moved ? "> " : "  ", TextStyle.Strong),
        _ => ("~ ", TextStyle.Strong),
    };
}
