namespace DraftDiff.Diagnostics;

/// <summary>A kind of diagnostic: its stable id, how severe it is, and its sentence with <c>{0}</c>-style places.</summary>
public sealed record DiagnosticDescriptor(string Id, DiagnosticSeverity Severity, string MessageFormat);
