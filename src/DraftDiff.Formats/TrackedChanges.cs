using DraftDiff.Diagnostics;
using DraftDiff.Text;

namespace DraftDiff.Formats;

/// <summary>How tracked changes are read: those of a Word file, and of a page that is a redline.</summary>
public enum TrackedChanges
{
    /// <summary>As if all had been accepted.</summary>
    Accept,

    /// <summary>As if all had been rejected.</summary>
    Reject,
}

/// <summary>What is said of changes that were resolved.</summary>
internal static class TrackedChangesReport
{
    /// <summary>The diagnostic of a file whose changes were read as if all had been accepted, or rejected.</summary>
    public static Diagnostic ToDiagnostic(this TrackedChanges changes) => Diagnostic.Create(
        DraftDiagnostics.TrackedChangesResolved, new TextSpan(0, 0), changes == TrackedChanges.Accept ? "accepted" : "rejected");
}
