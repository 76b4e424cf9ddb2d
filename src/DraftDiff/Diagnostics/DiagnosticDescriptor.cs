namespace DraftDiff.Diagnostics;

/// <summary>A kind of diagnostic: its stable id, how severe it is, and its sentence with <c>{0}</c>-style places.</summary>
/// <param name="Id">Its id, such as <c>DD2001</c>, which never gets another meaning.</param>
/// <param name="Severity">How severe it is.</param>
/// <param name="MessageFormat">The sentence.</param>
public sealed record DiagnosticDescriptor(string Id, DiagnosticSeverity Severity, string MessageFormat);
