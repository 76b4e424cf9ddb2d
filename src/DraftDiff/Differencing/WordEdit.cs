using DraftDiff.Syntax;

namespace DraftDiff.Differencing;

/// <summary>What an edit does.</summary>
public enum EditOperation
{
    /// <summary>Keeps.</summary>
    Equal,

    /// <summary>Takes away.</summary>
    Delete,

    /// <summary>Adds.</summary>
    Insert,
}

/// <summary>A run of words kept, taken away or added.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Text">The words, never empty.</param>
/// <param name="Consequence">What the edit follows from, where no drafter made it; null otherwise.</param>
public readonly record struct WordEdit(EditOperation Operation, string Text, Consequence? Consequence = null);

/// <summary>A footnote mark taken away or added. A mark pointed at another note is one taken away and one added.</summary>
/// <param name="Operation"><see cref="EditOperation.Delete"/> or <see cref="EditOperation.Insert"/>.</param>
/// <param name="Mark">The mark, at its position in the text of its side.</param>
public readonly record struct MarkEdit(EditOperation Operation, Mark Mark);

/// <summary>A footnote mark that stands at the same words and points at the same note under another number, since notes came or went before it.</summary>
/// <param name="Old">The mark in the old text.</param>
/// <param name="New">The mark in the new text.</param>
public readonly record struct MarkShift(Mark Old, Mark New);
