namespace DraftDiff.Diagnostics;

/// <summary>All diagnostics there are. An id keeps its meaning for good: DD1xxx are about the characters of a text.</summary>
public static class DraftDiagnostics
{
    /// <summary>Bytes that are no text in the encoding of the others; each run of them stands as U+FFFD.</summary>
    public static readonly DiagnosticDescriptor InvalidEncoding = new(
        "DD1001", DiagnosticSeverity.Warning, "not valid {0} from here: {1} could not be read");
}
