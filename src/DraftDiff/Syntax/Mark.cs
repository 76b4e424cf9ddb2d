namespace DraftDiff.Syntax;

/// <summary>A footnote mark in the words of a unit.</summary>
/// <param name="Number">The number as printed, such as <c>3</c>.</param>
/// <param name="Note">The label of the footnote it points at, such as <c>FN3</c>; null where the document defines none.</param>
/// <param name="At">Where in <see cref="Unit.Text"/> it stands: UTF-16 code units from 0, before the unit at that position.</param>
public readonly record struct Mark(string Number, string? Note, int At);
