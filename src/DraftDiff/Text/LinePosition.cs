namespace DraftDiff.Text;

/// <summary>A place in a text as an editor shows it, but counted from 0; <see cref="Column"/> is in UTF-16 code units.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The place in the line, from 0.</param>
public readonly record struct LinePosition(int Line, int Column);
