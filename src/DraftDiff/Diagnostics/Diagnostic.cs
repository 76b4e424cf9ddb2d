using System.Globalization;
using DraftDiff.Text;

namespace DraftDiff.Diagnostics;

/// <summary>Something the reader has to say about a place of a text.</summary>
/// <param name="Descriptor">What kind it is of.</param>
/// <param name="Span">The place.</param>
/// <param name="Message">The sentence, with its places filled.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, TextSpan Span, string Message)
{
    /// <summary>The stable id, such as <c>DD2001</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>How severe it is.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>Makes a diagnostic at a span, filling the places of the descriptor's sentence.</summary>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        new(descriptor, span, string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, arguments));
}
