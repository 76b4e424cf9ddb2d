using System.Collections.Immutable;
using DraftDiff.Syntax;

namespace DraftDiff.Tests.Differencing;

/// <summary>A footnote, which keeps its identity whatever number it gets.</summary>
internal sealed record DraftNote(string Words)
{
    public bool Equals(DraftNote? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A paragraph or subparagraph in the hands of a <see cref="DraftEditor"/>.</summary>
internal sealed class DraftPiece(Section section, int depth, string words)
{
    /// <summary>Preamble or operative part.</summary>
    public Section Section { get; set; } = section;

    /// <summary>How many paragraphs it stands under.</summary>
    public int Depth { get; set; } = depth;

    /// <summary>Its words, without label and marks.</summary>
    public string Words { get; private set; } = words;

    /// <summary>The footnotes it points at, by position.</summary>
    public ImmutableArray<(int At, DraftNote Note)> Marks { get; private set; } = [];

    /// <summary>The places of the paragraphs it was made of in the old draft; none for a new one.</summary>
    public ImmutableArray<int> Origins { get; private set; } = [];

    /// <summary>True where nothing stands under it.</summary>
    public bool IsAlone { get; private set; } = true;

    /// <summary>True where it was taken to another place.</summary>
    public bool IsMoved { get; set; }

    /// <summary>The paragraphs of a draft.</summary>
    public static ImmutableArray<DraftPiece> Of(DraftTree draft)
    {
        var notes = draft.Units.Where(unit => unit.Section == Section.Footnotes).ToDictionary(unit => unit.Label, unit => new DraftNote(unit.Text));
        var pieces = ImmutableArray.CreateBuilder<DraftPiece>();
        foreach (var unit in draft.Units.Where(unit => unit.Section is Section.Preamble or Section.Operative))
        {
            var depth = 0;
            for (var parent = unit.Parent; parent >= 0; parent = draft.Units[parent].Parent)
            {
                depth++;
            }

            pieces.Add(new DraftPiece(unit.Section, depth, unit.Text)
            {
                Origins = [pieces.Count],
                Marks = [.. unit.Marks.Where(mark => mark.Note is not null).Select(mark => (mark.At, notes[mark.Note!]))],
                IsAlone = !draft.Units.Any(other => other.Parent == unit.Index),
            });
        }

        return pieces.ToImmutable();
    }

    public DraftPiece Copy() => (DraftPiece)MemberwiseClone();

    /// <summary>Makes it a paragraph that no draft had before.</summary>
    public void Forget()
    {
        Origins = [];
        Marks = [];
    }

    /// <summary>Puts words in the place of others.</summary>
    public void Replace(int start, int end, string words)
    {
        Words = string.Concat(Words.AsSpan(0, start), words, Words.AsSpan(end));
        Marks = [.. Marks.Select(mark => mark.At < end || mark.At == start ? mark : mark with { At = mark.At + words.Length - (end - start) })];
    }

    /// <summary>Cuts everything else away.</summary>
    public void Keep(int start, int end)
    {
        while (char.IsWhiteSpace(Words[start]))
        {
            start++;
        }

        Marks = [.. Marks.Where(mark => mark.At > start && mark.At <= end).Select(mark => mark with { At = mark.At - start })];
        Words = Words[start..end];
    }

    /// <summary>Takes another paragraph up in the place of its last mark of punctuation.</summary>
    public void Append(string and, DraftPiece other)
    {
        Words = Words[..^1] + and;
        Marks = [.. Marks.Select(mark => mark with { At = Math.Min(mark.At, Words.Length - and.Length) })];
        Origins = [.. Origins, .. other.Origins];
        Marks = [.. Marks, .. other.Marks.Select(mark => mark with { At = mark.At + Words.Length })];
        Words += other.Words;
    }

    public void AddMark(int at, DraftNote note) => Marks = [.. Marks.Append((at, note)).OrderBy(mark => mark.Item1)];

    public void ChangeFirst(Func<char, char> change) => Words = change(Words[0]) + Words[1..];

    /// <summary>True where it has the words and the notes of another.</summary>
    public bool IsSameAs(DraftPiece other) => Words == other.Words && Marks.SequenceEqual(other.Marks);
}
