using System.Collections.Immutable;

namespace DraftDiff.Differencing;

/// <summary>
/// Writes edits of tokens out as edits of text. White space belongs to no token: what both sides have of it around an
/// edit is kept, so that taking a word away takes one space with it.
/// </summary>
internal sealed class WordEdits
{
    private readonly ImmutableArray<WordEdit>.Builder _edits;
    private readonly string _old;
    private readonly string _new;
    private int _keptStart;
    private int _oldAt;
    private int _newAt;

    private WordEdits(string old, string @new, int edits)
    {
        // Words kept, deleted and inserted for each, and words kept at the end.
        _edits = ImmutableArray.CreateBuilder<WordEdit>((3 * edits) + 1);
        _old = old;
        _new = @new;
    }

    /// <summary>Writes the edits out: joined over equal and delete the old text, over equal and insert the new one.</summary>
    public static ImmutableArray<WordEdit> Of(
        Phrase old, Phrase @new, IReadOnlyList<TokenEdit> edits, IReadOnlyList<Consequence?> consequences)
    {
        var writer = new WordEdits(old.Text, @new.Text, edits.Count);
        var (i, j) = (0, 0);
        for (var e = 0; e <= edits.Count; e++)
        {
            var (oldEnd, newEnd) = e < edits.Count
                ? (edits[e].OldStart, edits[e].NewStart)
                : (old.Tokens.Count, @new.Tokens.Count);
            Consequence? consequence = e > 0 ? consequences[e - 1] : null;
            for (; i < oldEnd; i++, j++)
            {
                writer.KeepTo(old.Tokens[i], @new.Tokens[j], consequence);
                consequence = null;
            }

            if (e < edits.Count)
            {
                (i, j) = (edits[e].OldEnd, edits[e].NewEnd);
            }
            else
            {
                writer.Replace(old.Text.Length, @new.Text.Length, consequence);
                writer.FlushKept(old.Text.Length);
            }
        }

        return writer._edits.DrainToImmutable();
    }

    private void KeepTo(Token old, Token @new, Consequence? consequence)
    {
        Replace(old.Start, @new.Start, consequence);
        (_oldAt, _newAt) = (old.End, @new.End);
    }

    // Takes what stands before two positions on either side and was not kept yet.
    private void Replace(int oldEnd, int newEnd, Consequence? consequence)
    {
        while (_oldAt < oldEnd && _newAt < newEnd && _old[_oldAt] == _new[_newAt] && char.IsWhiteSpace(_old[_oldAt]))
        {
            _oldAt++;
            _newAt++;
        }

        var (oldStop, newStop) = (oldEnd, newEnd);
        while (oldStop > _oldAt && newStop > _newAt && _old[oldStop - 1] == _new[newStop - 1]
            && char.IsWhiteSpace(_old[oldStop - 1]))
        {
            oldStop--;
            newStop--;
        }

        if (oldStop > _oldAt || newStop > _newAt)
        {
            FlushKept(_oldAt);
            Add(EditOperation.Delete, _old[_oldAt..oldStop], consequence);
            Add(EditOperation.Insert, _new[_newAt..newStop], consequence);
            _keptStart = oldStop;
        }

        (_oldAt, _newAt) = (oldEnd, newEnd);
    }

    private void FlushKept(int end)
    {
        Add(EditOperation.Equal, _old[_keptStart..end], null);
        _keptStart = end;
    }

    private void Add(EditOperation operation, string text, Consequence? consequence)
    {
        if (text.Length > 0)
        {
            _edits.Add(new WordEdit(operation, text, consequence));
        }
    }
}
