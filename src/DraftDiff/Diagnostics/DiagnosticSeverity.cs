namespace DraftDiff.Diagnostics;

/// <summary>How much a diagnostic should trouble the reader.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is in doubt.</summary>
    Info,

    /// <summary>Something was decided that a person should check.</summary>
    Warning,

    /// <summary>Something could not be read.</summary>
    Error,
}
