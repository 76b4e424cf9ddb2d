using System.Globalization;
using DraftDiff.Diagnostics;
using DraftDiff.Text;

namespace DraftDiff.Rendering;

/// <summary>Diagnostics as compilers write them, so that editors find the place.</summary>
public static class DiagnosticFormatter
{
    /// <summary>A diagnostic on one line, line and column from 1: <c>draft.txt(12,4): warning DD2001: …</c></summary>
    public static string Format(SourceText source, Diagnostic diagnostic)
    {
        var (line, column) = source.GetLinePosition(diagnostic.Span.Start);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{VisibleText.Of(source.Name)}({line + 1},{column + 1}): {NameOf(diagnostic.Severity)} {diagnostic.Id}: {VisibleText.Of(diagnostic.Message)}");
    }

    /// <summary>A severity as it is written: <c>warning</c>.</summary>
    internal static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => "info",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Error => "error",
        _ => throw new InvalidOperationException($"There is no severity {severity}."),
    };
}
